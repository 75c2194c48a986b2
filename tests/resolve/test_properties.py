"""What holds whatever the articles: order does not matter, an article changes only what it touches, decisions come back byte by byte."""

import random
import sys
import tracemalloc
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import resolve
from kg.types import Article, Entity, Evidence, Extraction, Node, Statement

CITIES = [("3411", "滁州市"), ("3402", "芜湖市"), ("3203", "徐州市"), (None, None)]
NAMES = ["岑国栋", "李伟", "卜思远", "王某"]
FIRMS = ["江汀控股集团有限公司", "江汀控股", "江汀", "江汀新能源有限公司", "市城投集团"]
OFFICES = ["人民政府", "教育局", "公安局"]

entity = st.tuples(st.sampled_from(NAMES), st.sampled_from(OFFICES), st.booleans())
article = st.tuples(st.sampled_from(CITIES), st.lists(entity, max_size=3), st.lists(st.sampled_from(FIRMS), max_size=3, unique=True))


def told(number: int, city: tuple[str | None, str | None], people: list[tuple[str, str, bool]], firms: list[str]) -> Extraction:
    code, place = city
    where = Article(f"a{number:03}", "x", "", published=f"2024-0{1 + number % 9}-11", locality=place, locality_code=code)
    entities, statements = [], []
    for name, office, held in people:
        entities.append(Entity(f"e{len(entities) + 1}", "Person", name))
        if held and code:
            entities.append(Entity(f"e{len(entities) + 1}", "PublicBody", f"{place}{office}", (), (), {"code": code, "resolved": True}))
            ends = entities[-2].id, entities[-1].id
            statements.append(Statement(f"s{len(statements)}", ends[0], "holds_position", ends[1], Evidence(0, 0, ""), {"title": "局长"}))
    entities += [Entity(f"e{len(entities) + 1 + at}", "Company", firm) for at, firm in enumerate(firms)]
    return Extraction(where, tuple(entities), tuple(statements))


stack = st.lists(article, max_size=12).map(lambda rows: [told(number, *row) for number, row in enumerate(rows)])


@given(stack, st.randoms())
@settings(max_examples=60, deadline=None)
def test_order_never_matters(extractions: list[Extraction], rng: random.Random) -> None:
    shuffled = extractions[:]
    rng.shuffle(shuffled)
    assert resolve(shuffled) == resolve(extractions)


@given(stack)
@settings(max_examples=60, deadline=None)
def test_every_entity_is_in_one_node(extractions: list[Extraction]) -> None:
    members = [member for node in resolve(extractions).nodes for member in node.members]
    assert sorted(members) == sorted((e.article.id, one.id) for e in extractions for one in e.entities)


@given(stack, article)
@settings(max_examples=60, deadline=None)
def test_an_article_changes_only_what_it_touches(extractions: list[Extraction], more: object) -> None:
    """Nodes that share no name with the new article, nor stand in articles that do, stay as they are, to the last byte."""
    new = told(999, *more)  # type: ignore[misc]
    firms = any(one.type == "Company" for one in new.entities)
    names = {one.name for one in new.entities}
    touched = {article.article.id for article in extractions if names & {one.name for one in article.entities}}

    def others(nodes: tuple[Node, ...]) -> list[Node]:
        apart = (node for node in nodes if not names & {node.name, *node.aliases} and not (firms and node.type == "Company"))
        return [node for node in apart if touched.isdisjoint(article for article, _ in node.members)]

    before, after = resolve(extractions).nodes, resolve([*extractions, new]).nodes
    assert others(after) == others(before)


def stream(count: int) -> Iterator[Extraction]:
    """Many articles of four entities each: namesakes in plenty, firms under long and short names."""
    rng = random.Random(7)
    for number in range(count // 4):
        city = CITIES[rng.randrange(3)]
        office = OFFICES[rng.randrange(3)]
        name = "岑厉卜殷滕谷商尤"[rng.randrange(8)] + "国栋思远以宁映川季衡"[rng.randrange(10)] + str(rng.randrange(count // 100))
        firm = f"云{rng.randrange(count // 50)}科技"
        yield told(number, city, [(name, office, True)], [firm, f"{firm}有限公司"])


def test_resolution_is_near_linear_and_bounded() -> None:
    """Ten times the mentions take about ten times the calls and the memory, no more: blocking, no all against all."""

    def calls(count: int) -> int:
        made = 0

        def counted(_frame: object, event: str, _arg: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        mentions = list(stream(count))
        sys.setprofile(counted)
        try:
            resolve(mentions)
        finally:
            sys.setprofile(None)
        return made

    def room(count: int) -> int:
        tracemalloc.start()
        resolve(stream(count))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert calls(6000) < 13 * calls(600)
    assert room(12000) < 14 * room(1200)
