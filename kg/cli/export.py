"""`kg export`: write a built graph in another format."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language, Out
from kg.errors import UsageError
from kg.export import EXPORTERS, FORMATS

_say = Messages("export")


def command(
    out: Out,
    *,
    format_: Annotated[str, typer.Option("--format", help=_say("format", formats=" ".join(EXPORTERS)), show_default=False)],
    to: Annotated[Path | None, typer.Option(help=_say("to"), show_default=False)] = None,
    lang: Language,
) -> None:
    say = Messages("export", lang)
    if format_ not in EXPORTERS:
        raise UsageError(say("unknown", name=format_, formats=" ".join(EXPORTERS)))
    from kg import explore

    path = to or out / FORMATS[format_].file
    explore.write(explore.open(out, lang=lang), format_, path, lang=lang)
    typer.echo(say("done", path=path))
