"""`kg path`: how two entities are tied, with the evidence of each step."""

from typing import Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language, Out, console
from kg.cli.show import found
from kg.cli.telling import facets, quotes
from kg.errors import NotFound, UsageError

_say = Messages("path")
_EDGES = 3  # between the two ends of one step


def command(
    out: Out,
    start: Annotated[str, typer.Argument(help=_say("start"), metavar="A", show_default=False)],
    end: Annotated[str, typer.Argument(help=_say("end"), metavar="B", show_default=False)],
    *,
    lang: Language,
) -> None:
    from rich.text import Text

    from kg import explore, ontology

    say = Messages("path", lang)
    graph = explore.open(out, lang=lang)
    for name in (start, end):
        found(graph, name, Messages("show", lang))
    try:
        steps = graph.path(start, end)
    except NotFound:
        raise NotFound(say("none", a=start, b=end)) from None
    if not steps:
        raise UsageError(say("same", a=start, b=end))
    screen = console()
    for number, step in enumerate(steps, start=1):
        for edge in step[:_EDGES]:
            label = ontology.load().relation_label(edge.relation, lang)
            told = Text.assemble(f"{number}. ", (edge.subject, "cyan"), f" —{label}→ ", (edge.object, "cyan"), facets(edge.data, say))
            screen.print(told)
            for line in quotes(edge.data["evidence"], 1):
                screen.print(line, soft_wrap=True)
