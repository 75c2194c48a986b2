"""How `kg show` tells a life in posts, and where a body belongs and what became of it."""

from typing import TYPE_CHECKING

from kg.cli.messages import Messages
from kg.cli.telling import quotes

if TYPE_CHECKING:
    from rich.console import Console

    from kg.explore import Graph
    from kg.resolve.tenures import Clash, Tenure


def career(screen: "Console", graph: "Graph", id_: str, limit: int, say: Messages) -> None:
    """The posts of a person in the order of time, each with its first and last report; contradictions with others are told."""
    from rich.text import Text

    from kg.resolve.tenures import clashes, tenures

    published = {article.id: article.published or "" for article in graph.articles_}
    mine = [one for one in tenures((fact for fact in graph.facts_ if fact.subject == id_), published) if one.person == id_]
    if not mine:
        return
    bodies = {one.body for one in mine}
    against = clashes(tenures((fact for fact in graph.facts_ if fact.object in bodies), published))
    screen.print(Text(f"\n{say('career')} ({len(mine)})", "bold"))
    for one in mine:
        title = one.title or say("untitled")
        screen.print(Text.assemble(f"  {_span(one, say)}  ", (graph.entity(one.body).name, "cyan"), f" {title}"))
        for clash in against:
            if id_ in (clash.one.person, clash.other.person) and (clash.body, clash.title) == (one.body, one.title):
                screen.print(Text(f"      {say('clash', month=clash.month, name=graph.entity(_other(clash, id_)).name)}", "bold red"))
        evidence = (graph.get_edge_data(id_, one.body) or {}).get("holds_position", {}).get("evidence", [])
        said = [entry for entry in evidence if entry["qualifiers"].get("title", "") == one.title]
        for line in quotes([said[0], said[-1]] if len(said) > 1 else said, limit and 2):
            screen.print(line, soft_wrap=True)


def _other(clash: "Clash", id_: str) -> str:
    return clash.other.person if clash.one.person == id_ else clash.one.person


def _span(one: "Tenure", say: Messages) -> str:
    """From the first to the last report, with hard ends where a text tells of them."""
    first, last = one.start or one.first, one.end or one.last
    days = " … ".join(dict.fromkeys(day for day in (first, last) if day)) or say("undated")
    marks = [say(key) for key, holds in (("status_former", one.former), ("status_planned", one.planned)) if holds]
    return days + (f"（{'，'.join(marks)}）" if marks else "")


def belongs(screen: "Console", graph: "Graph", id_: str, say: Messages) -> None:
    """Where a body or a place lies, what a body was called before and who followed it."""
    from kg import divisions

    data = graph.entity(id_).data
    facts = [
        ("division", " > ".join(unit.name for unit in reversed(divisions.line(str(data.get("code") or ""))))),
        ("former", str(data.get("former") or "")),
        ("successor", str(data.get("successor") or "")),
    ]
    for key, value in facts:
        if value:
            screen.print(f"{say(key)}：{value}", markup=False)
