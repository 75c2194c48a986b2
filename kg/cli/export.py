"""`kg export`: write a built graph in another format."""

import re
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
    top: Annotated[int | None, typer.Option(help=_say("top"), min=1, show_default=False)] = None,
    around: Annotated[str | None, typer.Option(help=_say("around"), show_default=False)] = None,
    steps: Annotated[int, typer.Option(help=_say("steps"), min=1)] = 2,
    since: Annotated[str | None, typer.Option(help=_say("since"), show_default=False)] = None,
    strict_xsd: Annotated[bool, typer.Option("--strict-xsd", help=_say("strict"))] = False,
    lang: Language,
) -> None:
    say = Messages("export", lang)
    if format_ not in EXPORTERS:
        raise UsageError(say("unknown", name=format_, formats=" ".join(EXPORTERS)))
    if since is not None and not re.fullmatch(r"\d{4}(-\d\d){0,2}", since):
        raise UsageError(say("bad_since", date=since))
    from kg import explore

    path = to or out / FORMATS[format_].file
    graph = explore.open(out, lang=lang)
    if since is not None:
        graph = graph.since(since)
    if around is not None:
        graph = graph.around(around, steps=steps)
    if top is not None:
        graph = graph.top(top)
    explore.write(graph, format_, path, lang=lang, strict_xsd=strict_xsd)
    typer.echo(say("done", path=path))
