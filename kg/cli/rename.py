"""`kg rename`: call an entity by another name."""

from typing import Annotated

import typer

from kg.cli.judging import By, Judge, Note
from kg.cli.messages import Messages
from kg.cli.options import Language, Out

_say = Messages("rename")


def command(
    out: Out,
    entity: Annotated[str, typer.Argument(help=_say("entity"), metavar="A", show_default=False)],
    name: Annotated[str, typer.Argument(help=_say("name"), metavar="NAME", show_default=False)],
    *,
    by: By = "",
    note: Note = "",
    lang: Language,
) -> None:
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of
    from kg.text import clean

    judge = Judge(out, by, note, lang)
    node, new = judge.one(entity), " ".join(clean(name).split())
    if not new or node.type == "Amount":
        raise UsageError(judge.say("no_name", name=node.name))
    judge.decide("rename", anchor_of(node), new)
