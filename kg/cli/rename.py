"""`kg rename`: call an entity by another name."""

from typing import Annotated

import typer

from kg.cli.judging import By, Note, one, record
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
    from kg import decisions, explore
    from kg.errors import UsageError
    from kg.resolve.anchors import anchor_of
    from kg.text import clean

    say = Messages("judging", lang)
    node = one(explore.open(out, lang=lang), entity, say)
    new = " ".join(clean(name).split())
    if not new or node.type == "Amount":
        raise UsageError(say("no_name", name=node.name))
    record(out, [decisions.make("rename", anchor_of(node), new, by=by, note=note)], say)
