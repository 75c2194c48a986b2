"""`kg decisions`: list the judgements of people, take one back, take in those of another file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.judging import By, Note, record, tell
from kg.cli.messages import Messages
from kg.cli.options import Language, Out, console

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.explore import Graph
    from kg.types import Decision

_say = Messages("decisions")


def command(
    out: Out,
    *,
    undo: Annotated[list[str] | None, typer.Option("--undo", help=_say("undo"), show_default=False)] = None,
    read: Annotated[Path | None, typer.Option("--read", help=_say("read"), show_default=False)] = None,
    by: By = "",
    note: Note = "",
    lang: Language,
) -> None:
    from kg import decisions
    from kg.errors import UsageError
    from kg.resolve.judged import live
    from kg.store import Store

    say = Messages("decisions", lang)
    judging = Messages("judging", lang)
    with Store.open(out) as store:
        kept, unresolved = store.decisions(), store.unresolved()
    if undo:
        standing = {one.id for one in live(kept)}
        if unknown := [id_ for id_ in undo if id_ not in standing]:
            raise UsageError(say("unknown", id=unknown[0], out=out))
        record(out, [decisions.make("undo", id_, by=by, note=note) for id_ in undo], judging)
        return
    if read is not None:
        told, wrong = decisions.read(read)
        known = {one.id for one in kept}
        record(out, [one for one in told if one.id not in known], judging)
        tell((), wrong, judging)
        return
    _print(out, kept, live(kept), {one.decision for one in unresolved}, say)
    tell(unresolved, (), judging)


def _print(out: Path, kept: "list[Decision]", made: "list[Decision]", waiting: set[str], say: Messages) -> None:
    from rich.table import Table
    from rich.text import Text

    from kg import explore, reviewing

    if not kept:
        typer.echo(say("nothing"))
        return
    graph = explore.open(out, lang=say.language)
    meant, standing = reviewing.owners(graph, made), {one.id for one in made}
    table = Table()
    for head in ("id", "at", "kind", "left", "right", "by", "note"):
        table.add_column(say(f"column_{head}"), overflow="fold")
    for one in kept:
        style, kind = "" if one.id in standing - waiting else "dim", say(f"kind_{one.kind}")
        if one.id in waiting:
            kind = say("waiting", kind=kind)
        elif one.id not in standing and one.kind != "undo":
            kind = say("withdrawn", kind=kind)
        sides = (_short(side, graph, meant) for side in (one.left, one.right))
        row = (one.id, _when(one.at), kind, *sides, one.by, one.note)
        table.add_row(*(Text(cell, style=style) for cell in row))
    console().print(table)


def _when(at: str) -> str:
    """The time in which the reader lives; the file keeps the world's."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at[:16]


def _short(anchor: str, graph: "Graph", meant: "Callable[[str], list[str]]") -> str:
    """The name of an anchor, and of a person the posts that tell namesakes apart; the articles stay in the file."""
    from kg.resolve.anchors import parse

    if ":" not in anchor:
        return anchor
    found, now = parse(anchor), meant(anchor)
    post = graph.describe(now[0]) if found.type == "Person" and len(now) == 1 else ""
    return f"{found.names[0] if found.names else ''}（{len(found.articles)}）" + (f" {post}" if post else "")
