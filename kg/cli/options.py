"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import LANGUAGES, Messages, default_language

_say = Messages()


def _check_language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(f"{value} ∉ {{{', '.join(LANGUAGES)}}}")
    return value


Language = Annotated[str, typer.Option("--lang", help=_say("lang"), default_factory=default_language, callback=_check_language)]
Out = Annotated[Path, typer.Argument(help=_say("out"), metavar="OUT")]
