"""Options that several commands share, and the console that they print to."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import LANGUAGES, Messages, default_language

if TYPE_CHECKING:
    from rich.console import Console

_say = Messages()
_PIPED = 140  # columns of output that is no terminal


def _check_language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(f"{value} ∉ {{{', '.join(LANGUAGES)}}}")
    return value


Language = Annotated[
    str,
    typer.Option("--lang", help=_say("lang"), default_factory=default_language, show_default=default_language(), callback=_check_language),
]
Out = Annotated[Path, typer.Argument(help=_say("out"), metavar="OUT", show_default=False)]


def console(*, errors: bool = False) -> "Console":
    """Where a command prints: standard output, or standard error."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    return Console(stderr=errors, width=None if stream.isatty() else _PIPED, highlight=False, emoji=False)
