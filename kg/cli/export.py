"""`kg export`: write a built graph in another format."""

import gc
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language, Out
from kg.errors import UsageError
from kg.export import EXPORTERS, FORMATS

if TYPE_CHECKING:
    from kg.explore import Graph

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
    from kg import decisions, store, stored

    path = to or out / FORMATS[format_].file
    if path.name in ("", "..") or path.resolve() in {(out / name).resolve() for name in ("", store.FILE, decisions.FILE)}:
        raise UsageError(say("bad_to", path=path, file=out / FORMATS[format_].file))
    whole = since is None and around is None and top is None
    if to is None and not whole:
        path = path.with_stem(f"{path.stem}-part")  # beside the whole graph, not in its place
    gc.set_threshold(50_000)  # rows come and go and never form a ring: looking for rings among them so often takes a tenth of the time
    if whole:
        with stored.opened(out) as graph:
            stored.write(graph, format_, path, lang=lang, strict_xsd=strict_xsd)
    else:
        part = _part(out, since=since, around=around, steps=steps, top=top, lang=lang)
        if not part:
            raise UsageError(say("empty"))
        stored.write(part, format_, path, lang=lang, strict_xsd=strict_xsd)
    if to is None and whole:
        stored.note(out, format_, lang, plain=not strict_xsd)
    typer.echo(say("done", path=path))


def _part(out: Path, *, since: str | None, around: str | None, steps: int, top: int | None, lang: str) -> "Graph":
    from kg import explore

    graph = explore.open(out, lang=lang)
    if since is not None:
        graph = graph.since(since)
    if around is not None:
        graph = graph.around(graph.one(around), steps=steps)
    if top is not None:
        graph = graph.top(top)
    return graph
