"""What the commands that record judgements share: who judges, the nodes that are meant, recording, telling what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages, told
from kg.cli.show import found

if TYPE_CHECKING:
    from kg.explore import Graph
    from kg.resolve.anchors import Anchor
    from kg.types import Decision, DecisionKind, Node, Unresolved

_say = Messages("judging")
By = Annotated[str, typer.Option("--by", help=_say("by"), show_default=False)]
Note = Annotated[str, typer.Option("--note", help=_say("note"), show_default=False)]


@dataclass(frozen=True)
class Judge:
    """Somebody at a graph: whom a name means, and what is decided of it."""

    out: Path
    by: str
    note: str
    lang: str

    @cached_property
    def say(self) -> Messages:
        return Messages("judging", self.lang)

    @cached_property
    def graph(self) -> "Graph":
        from kg import explore

        return explore.open(self.out, lang=self.lang)

    def one(self, name: str) -> "Node":
        """The node that a name or an id means; when there are several, they are listed and the command ends."""
        ids = found(self.graph, name, self.say)
        if len(ids) > 1:
            typer.echo(self.say("several", name=name, count=len(ids)), err=True)
            for id_ in ids:
                typer.echo(f"  {id_}  {self.graph.entity(id_).name}  {self.graph.distinguish(id_)}", err=True)
            raise typer.Exit(2)
        return self.graph.entity(ids[0])

    def pair(self, kind: "DecisionKind", left: str, right: str) -> None:
        """Decide that two are the same or different.

        Raises:
            UsageError: they are of different types, or already one.
        """
        from kg.errors import UsageError
        from kg.resolve.anchors import anchor_of

        a, b = self.one(left), self.one(right)
        if a.id == b.id:
            raise UsageError(self.say("already_one", a=left, b=right, name=a.name, id=a.id))
        if a.type != b.type or a.type == "Amount":
            raise UsageError(self.say("not_two", a=a.name, a_type=a.type, b=b.name, b_type=b.type))
        self.decide(kind, anchor_of(a), anchor_of(b))

    def decide(self, kind: "DecisionKind", left: "Anchor", right: "Anchor | str") -> None:
        """Record a decision and say what came of it."""
        from kg import decisions

        record(self.out, [decisions.make(kind, left, right, by=self.by, note=self.note)], self.say)


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
    waiting = [say("about", name=told(one.name, say.language), reason=told(one.reason, say.language)) for one in unresolved if one.decision]
    for line in (*waiting, *(told(problem, say.language) for problem in problems)):
        typer.echo(f"  {say('waiting')} {line}", err=True)
