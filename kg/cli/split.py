"""`kg split`: two entities are not one, or some articles speak of another one of that name."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.judging import By, Note, one, record
from kg.cli.messages import Messages
from kg.cli.options import Language, Out

if TYPE_CHECKING:
    from kg.explore import Graph
    from kg.types import Decision, Node

_say = Messages("split")


def command(
    out: Out,
    left: Annotated[str, typer.Argument(help=_say("left"), metavar="A", show_default=False)],
    right: Annotated[str | None, typer.Argument(help=_say("right"), metavar="[B]", show_default=False)] = None,
    *,
    article: Annotated[list[str] | None, typer.Option("--article", help=_say("article"), show_default=False)] = None,
    by: By = "",
    note: Note = "",
    lang: Language,
) -> None:
    from kg import explore

    say = Messages("judging", lang)
    graph = explore.open(out, lang=lang)
    a = one(graph, left, say)
    if right is not None:
        made = _different(a, one(graph, right, say), by, note, say)
    elif article:
        made = _out_of(graph, a, article, by, note, say)
    else:
        typer.echo(say("which_articles", name=a.name), err=True)
        for row in sorted((entry for entry in graph.articles_ if entry.id in {id_ for id_, _ in a.members}), key=lambda entry: entry.id):
            typer.echo(f"  {row.id}  {row.published or say('none')}  {row.paper or ''}  {row.title}", err=True)
        raise typer.Exit(2)
    record(out, [made], say)


def _different(a: "Node", b: "Node", by: str, note: str, say: Messages) -> "Decision":
    from kg import decisions
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of

    if a.type != b.type or a.id == b.id or a.type == "Amount":
        raise UsageError(say("not_two", a=a.name, a_type=a.type, b=b.name, b_type=b.type))
    return decisions.make("different", anchor_of(a), anchor_of(b), by=by, note=note)


def _out_of(graph: "Graph", a: "Node", wanted: list[str], by: str, note: str, say: Messages) -> "Decision":
    """Articles by the beginning of their ids or a part of their headlines."""
    from kg import decisions
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of

    mine = {id_ for id_, _ in a.members}
    gone = {
        entry.id
        for entry in graph.articles_
        if entry.id in mine and any(entry.id.startswith(text) or text in entry.title for text in wanted if text)
    }
    if not gone or gone == mine or a.type == "Amount":
        raise UsageError(say("no_part", name=a.name, count=len(gone), all=len(mine)))
    return decisions.make("different", anchor_of(a, mine - gone), anchor_of(a, gone), by=by, note=note)
