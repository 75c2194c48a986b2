"""`kg stats`: counts, most connected, coverage, what stayed unresolved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages, told
from kg.cli.options import Language, Out, console

if TYPE_CHECKING:
    from rich.console import Console

    from kg.explore import Graph

_say = Messages("stats")


def command(out: Out, *, limit: Annotated[int, typer.Option(help=_say("limit"), min=0)] = 15, lang: Language) -> None:
    from kg import explore

    say = Messages("stats", lang)
    graph, problems = explore.open(out, lang=lang), explore.problems(out)
    screen = console()
    _counts(screen, graph, say)
    _connected(screen, graph, limit, say)
    _coverage(screen, graph, say)
    _articles(screen, graph, limit, say)
    left = Counter((entry.name, entry.reason) for entry in graph.unresolved_ if not entry.decision)
    rows = [
        (told(name, lang), told(reason, lang), count)
        for (name, reason), count in sorted(left.items(), key=lambda item: (-item[1], item[0]))
    ]
    _table(screen, f"{say('unresolved')} ({len(rows)})", (say("name"), say("reason"), say("articles")), rows, limit, say)
    waiting = [(entry.decision, told(entry.reason, lang)) for entry in graph.unresolved_ if entry.decision]
    _table(screen, f"{say('waiting')} ({len(waiting)})", (say("decision"), say("reason")), waiting, limit, say)
    unread = [(source, told(reason, lang)) for source, reason in problems]
    _table(screen, f"{say('problems')} ({len(unread)})", (say("paper"), say("reason")), unread, limit, say)


def _table(screen: "Console", title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], limit: int, say: Messages) -> None:
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    if not rows:
        return
    table = Table(title=title, title_justify="left")
    for at, head in enumerate(heads):
        table.add_column(head, overflow="fold", justify="right" if isinstance(rows[0][at], int) else "left")
    for row in rows[: limit or None]:
        table.add_row(*(Text(str(cell)) for cell in row))
    screen.print(table)
    if limit and len(rows) > limit:
        screen.print(say("more", count=len(rows) - limit), markup=False)


def _counts(screen: "Console", graph: "Graph", say: Messages) -> None:
    from kg import ontology

    types = ontology.load()
    kinds = Counter(node.type for node in graph.nodes_)
    rows = [(entry.label[say.language], kinds[name]) for name, entry in types.entities.items() if kinds[name]]
    _table(screen, say("entities"), (say("type"), say("count")), [*rows, (say("all"), kinds.total())] if rows else rows, 0, say)
    edges = Counter(relation for _, _, relation in graph.edges(keys=True))
    statements = Counter(fact.relation for fact in graph.facts_)
    tied = [(entry.label[say.language], edges[name], statements[name]) for name, entry in types.relations.items() if edges[name]]
    total = (say("all"), edges.total(), statements.total())
    _table(screen, say("relations"), (say("relation"), say("edges"), say("statements")), [*tied, total] if tied else tied, 0, say)


def _connected(screen: "Console", graph: "Graph", limit: int, say: Messages) -> None:
    from kg import ontology

    types = ontology.load()
    degrees = sorted(((graph.ties(id_), id_) for id_ in graph), key=lambda pair: (-pair[0], pair[1]))
    rows = [
        (graph.entity(id_).name, types.entities[graph.entity(id_).type].label[say.language], degree)
        for degree, id_ in degrees[: limit or None]
    ]
    _table(screen, say("connected"), (say("name"), say("type"), say("degree")), rows, 0, say)


def _coverage(screen: "Console", graph: "Graph", say: Messages) -> None:
    months = Counter((article.paper or say("none"), (article.published or say("unknown_month"))[:7]) for article in graph.articles_)
    rows = [(paper, month, count) for (paper, month), count in sorted(months.items())]
    _table(screen, say("coverage"), (say("paper"), say("month"), say("articles")), rows, 0, say)


def _articles(screen: "Console", graph: "Graph", limit: int, say: Messages) -> None:
    rows = [
        (
            article.title or say("none"),
            article.published or say("none"),
            article.locality or say("none"),
            "；".join(article.inferred.values()),
        )
        for article in sorted(graph.articles_, key=lambda article: (article.published or "", article.source, article.id))
    ]
    heads = (say("name"), say("month"), say("place"), say("column_inferred"))
    _table(screen, say("articles_title"), heads, rows, limit, say)
