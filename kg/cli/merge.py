"""`kg merge`: two entities are one."""

from typing import Annotated

import typer

from kg.cli.judging import By, Note, one, record
from kg.cli.messages import Messages
from kg.cli.options import Language, Out

_say = Messages("merge")


def command(
    out: Out,
    left: Annotated[str, typer.Argument(help=_say("left"), metavar="A", show_default=False)],
    right: Annotated[str, typer.Argument(help=_say("right"), metavar="B", show_default=False)],
    *,
    by: By = "",
    note: Note = "",
    lang: Language,
) -> None:
    from kg import decisions, explore
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of

    say = Messages("judging", lang)
    graph = explore.open(out, lang=lang)
    a, b = one(graph, left, say), one(graph, right, say)
    if a.type != b.type or a.id == b.id or a.type == "Amount":
        raise UsageError(say("not_two", a=a.name, a_type=a.type, b=b.name, b_type=b.type))
    record(out, [decisions.make("same", anchor_of(a), anchor_of(b), by=by, note=note)], say)
