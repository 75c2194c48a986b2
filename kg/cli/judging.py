"""What the commands that record judgements share: the node that is meant, recording, telling what came of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.show import found

if TYPE_CHECKING:
    from kg.explore import Graph
    from kg.types import Decision, Node, Unresolved

_say = Messages("judging")
By = Annotated[str, typer.Option("--by", help=_say("by"), show_default=False)]
Note = Annotated[str, typer.Option("--note", help=_say("note"), show_default=False)]


def one(graph: "Graph", name: str, say: Messages) -> "Node":
    """The node that a name or an id means; when there are several, they are listed and the command ends."""
    ids = found(graph, name, say)
    if len(ids) > 1:
        typer.echo(say("several", name=name, count=len(ids)), err=True)
        for id_ in ids:
            typer.echo(f"  {id_}  {graph.entity(id_).name}  {graph.describe(id_)}", err=True)
        raise typer.Exit(2)
    return graph.entity(ids[0])


def record(out: Path, decisions: "Iterable[Decision]", say: Messages) -> None:
    """Record judgements, merge again, and say what came of it."""
    from kg.build import refresh
    from kg.resolve.judged import live
    from kg.store import Store

    with Store.open(out) as store:
        known = {(one.kind, one.left, one.right) for one in live(store.decisions())}
    decisions = [one for one in decisions if (one.kind, one.left, one.right) not in known]  # the same table read twice
    report = refresh(out, decisions)
    for decision in decisions:
        typer.echo(say("recorded", id=decision.id, out=out))
    tell(report.unresolved, [problem.reason for problem in report.problems], say)


def tell(unresolved: "Iterable[Unresolved]", problems: Iterable[str], say: Messages) -> None:
    """What could not be followed, on standard error."""
    waiting = [f"{entry.name}：{entry.reason}" for entry in unresolved if not entry.article]
    for line in (*waiting, *problems):
        typer.echo(f"  {say('waiting')} {line}", err=True)
