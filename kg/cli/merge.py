"""`kg merge`: two entities are one."""

from typing import Annotated

import typer

from kg.cli.judging import By, Judge, Note
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
    Judge(out, by, note, lang).pair("same", left, right)
