"""`kg split`: two entities are not one, or some articles speak of another one of that name."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.judging import By, Judge, Note
from kg.cli.messages import Messages
from kg.cli.options import Language, Out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.types import Article, Node

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
    judge = Judge(out, by, note, lang)
    if right is not None:
        judge.pair("different", left, right)
        return
    a = judge.one(left)
    articles = sorted((row for row in judge.graph.articles_ if row.id in {id_ for id_, _ in a.members}), key=lambda row: row.id)
    if not article:
        typer.echo(judge.say("which_articles", name=a.name), err=True)
        for row in articles:
            typer.echo(f"  {row.id}  {row.published or judge.say('none')}  {row.paper or ''}  {row.title}", err=True)
        raise typer.Exit(2)
    _out_of(judge, a, articles, article)


def _out_of(judge: Judge, a: "Node", articles: "Sequence[Article]", wanted: list[str]) -> None:
    """Articles by the beginning of their ids or a part of their headlines speak of another one."""
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of

    mine = {row.id for row in articles}
    gone = {row.id for row in articles if any(row.id.startswith(text) or text in row.title for text in wanted if text)}
    if not gone or gone == mine or a.type == "Amount":
        raise UsageError(judge.say("no_part", name=a.name, count=len(gone), all=len(mine)))
    judge.decide("different", anchor_of(a, mine - gone), anchor_of(a, gone))
