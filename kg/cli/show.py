"""`kg show`: one entity with its names, posts and relations, each with its sentence."""

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.career import belongs, career
from kg.cli.messages import Messages
from kg.cli.options import Language, Out, console
from kg.cli.telling import facets, quotes
from kg.errors import NotFound, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from kg.explore import Graph

_say = Messages("show")
_ALIASES = 12


def command(
    out: Out,
    name: Annotated[str, typer.Argument(help=_say("name"), metavar="NAME", show_default=False)],
    *,
    id_: Annotated[str | None, typer.Option("--id", help=_say("id"), show_default=False)] = None,
    limit: Annotated[int, typer.Option(help=_say("limit"), min=0)] = 5,
    lang: Language,
) -> None:
    from kg import explore

    say = Messages("show", lang)
    graph = explore.open(out, lang=lang)
    ids = found(graph, name, say)
    if id_ is not None:
        if id_ not in ids and (other := graph.entity(found(graph, id_, say)[0])):
            raise UsageError(say("not_called", id=other.id, name=other.name, said=name))
        ids = [id_]
    if len(ids) > 1:
        typer.echo(say("several", name=name, count=len(ids)), err=True)
        for one in ids:
            typer.echo(f"  {one}  {graph.entity(one).name}  {graph.distinguish(one)}", err=True)
        raise typer.Exit(2)
    _print(console(), graph, ids[0], limit, say)


def found(graph: "Graph", name: str, say: Messages) -> list[str]:
    """The ids of what is called so.

    Raises:
        NotFound: in the words of the command, with similar names.
    """
    try:
        return graph.find(name)
    except NotFound:
        near = graph.similar(name)
        raise NotFound(say("not_found", name=name) + (" " + say("similar", names="、".join(near)) if near else "")) from None


def _print(screen: "Console", graph: "Graph", id_: str, limit: int, say: Messages) -> None:
    from rich.text import Text

    from kg import ontology

    types, node = ontology.load(), graph.entity(id_)
    label = types.entities[node.type].label[say.language]
    when = " … ".join(dict.fromkeys(day for day in (node.data.get("first"), node.data.get("last")) if day))
    named = say("named", count=node.data.get("articles", 0)) + (f"{say('comma')}{when}" if when else "")
    screen.print(Text.assemble((node.name, "bold"), f"  {label}  ", (f"{named}  {id_}", "dim")))
    if node.aliases:
        screen.print(f"{say('aliases')}：{'、'.join(node.aliases[:_ALIASES])}", markup=False)
    for reason in node.reasons:
        screen.print(f"{say('merged')}：{reason}", markup=False)
    belongs(screen, graph, id_, say)
    career(screen, graph, id_, limit, say)
    for title, edges in _kinds(graph, id_, say).items():
        screen.print(Text(f"\n{title} ({len(edges)})", "bold"))
        for other, data in edges[: limit or None]:
            screen.print(Text.assemble("  ", (other, "cyan"), facets(data, say)))
            for line in quotes(data["evidence"], 2 if limit else 0):
                screen.print(line, soft_wrap=True)
        if limit and len(edges) > limit:
            screen.print("  " + say("more", count=len(edges) - limit), markup=False)


def _kinds(graph: "Graph", id_: str, say: Messages) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The edges of an entity by kind, in the order of the ontology, but for its own posts; the best supported first, those who held its posts by time."""
    from kg import ontology

    types = ontology.load()
    kinds: defaultdict[tuple[int, bool], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    rank = {relation: at for at, relation in enumerate(dict.fromkeys(["holds_position", *types.relations]))}
    edges = [] if id_ not in graph else [*graph.out_edges(id_, keys=True, data=True), *graph.in_edges(id_, keys=True, data=True)]
    for subject, target, relation, data in edges:
        symmetric = relation in types.relations and types.relations[relation].symmetric
        passive = target == id_ and not symmetric
        if relation == "holds_position" and not passive:
            continue  # told as a career
        other = subject if target == id_ else target
        kinds[rank.get(relation, len(rank)), passive].append((graph.nodes[other]["label"], data))
    names = list(rank)
    told = {}
    for (at, passive), found_ in sorted(kinds.items()):
        label = types.relation_label(names[at], say.language) if at < len(names) else "?"
        post = names[at : at + 1] == ["holds_position"]
        found_.sort(key=lambda edge: (edge[1]["first"] or "9999", edge[0]) if post else (-edge[1]["weight"], edge[1]["first"], edge[0]))
        told[say("passive", label=label) if passive else label] = found_
    return told
