"""Filters, time, surroundings, paths, folding: what is drawn is compared with what the graph says."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg.types import Node
from tests.page.conftest import node, ready, wait

OFFSET = (186, 52)  # the corner of the drawing on a desk


def drawn_edges(page: Any) -> set[tuple[str, str, str]]:
    ready(page)
    rows = page.evaluate("kg.drawn().edges.map(e => [kg.nodes.id[kg.edges.from[e]], kg.relation(e), kg.nodes.id[kg.edges.to[e]]])")
    return {tuple(row) for row in rows}


def edges(graph: "nx.MultiDiGraph[Any]", keep: Callable[[dict[str, Any]], bool] = lambda data: True) -> set[tuple[str, str, str]]:
    """Edges between things (amounts are not drawn) that pass."""
    real = {name for name, data in graph.nodes(data=True) if data["type"] != "Amount"}
    return {(a, d["relation"], b) for a, b, d in graph.edges(data=True) if a in real and b in real and keep(d)}


@pytest.mark.parametrize(
    ("press", "keep"),
    [
        ("#filters [data-key=visited]", lambda d: d["relation"] != "visited"),
        ("#filters [data-key=planned]", lambda d: d["status"] != "planned"),
    ],
)
def test_switches_take_lines_away(press: str, keep: Any, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    assert drawn_edges(page) == edges(town)
    page.locator(press).click()
    assert drawn_edges(page) == edges(town, keep)
    linked = {end for a, _, b in edges(town, keep) for end in (a, b)}
    assert len(page.evaluate("kg.drawn().nodes")) == len(linked), "marks without lines go too"
    page.locator("#isolated").uncheck()
    ready(page)
    assert len(page.evaluate("kg.drawn().nodes")) > len(linked)
    page.locator("#reset").click()
    assert drawn_edges(page) == edges(town)


def test_double_click_leaves_one_kind(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.locator("#filters [data-key=located_in]").dblclick()
    assert drawn_edges(page) == edges(town, lambda d: d["relation"] == "located_in")


def test_legend_counts(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    told = dict(
        zip(
            page.locator("#filters .switch").evaluate_all("rows => rows.map(row => row.dataset.key)"),
            page.locator("#filters .switch .number").all_inner_texts(),
            strict=True,
        )
    )
    for type_ in ("Person", "Company", "Amount"):
        assert told[type_] == str(sum(data["type"] == type_ for _, data in town.nodes(data=True)))
    for relation in ("visited", "owns", "holds_position"):
        assert told.get(relation, "0") == str(sum(d["relation"] == relation for _, _, d in town.edges(data=True)))


def test_time_keeps_what_was_told_then(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    days = sorted({proof["date"] for _, _, d in town.edges(data=True) for proof in d["evidence"]})
    first, last = days[1], days[2]
    page.fill("#time-from", first)
    page.fill("#time-to", last)
    then = edges(town, lambda d: any(first <= proof["date"] <= last for proof in d["evidence"]))
    assert set() < then < edges(town)
    assert drawn_edges(page) == then
    page.locator(".time h3 button").click()
    assert drawn_edges(page) == edges(town)


def test_counts_follow_the_filters(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    whole = page.locator("#counts span").all_inner_texts()
    assert not any("/" in text for text in whole)
    days = sorted({proof["date"] for _, _, d in town.edges(data=True) for proof in d["evidence"]})
    page.fill("#time-from", days[-2])
    kept = [(a, b, d) for a, b, d in town.edges(data=True) if any(proof["date"] >= days[-2] for proof in d["evidence"])]
    ends = {end for a, b, _ in kept for end in (a, b) if town.nodes[end]["type"] != "Amount"}
    ready(page)
    entities, relations, articles = page.locator("#counts span").all_inner_texts()
    assert entities.startswith(f"{len(ends)} / ")
    assert relations.startswith(f"{len(kept)} / {town.number_of_edges()} ")
    then = {proof["article"] for _, _, d in kept for proof in d["evidence"]}
    assert articles.startswith(str(len(then)))
    visits = page.locator("#filters [data-key=visited] .number")
    assert visits.inner_text() == str(sum(d["relation"] == "visited" for _, _, d in kept)) != "0"
    companies = page.locator("#filters [data-key=Company] .number").inner_text()
    assert companies == str(sum(town.nodes[end]["type"] == "Company" for end in ends))
    page.locator("#filters [data-key=visited]").click()
    assert visits.inner_text() != "0", "what is switched off still says what switching it on would bring"
    assert page.locator("#counts span").nth(1).inner_text() != relations
    page.locator("#reset").click()
    ready(page)
    assert page.locator("#counts span").all_inner_texts() == whole


def test_drag_over_the_histogram(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.locator("#bars").scroll_into_view_if_needed()
    box = page.locator("#bars").bounding_box()
    assert page.locator("#bars rect").count() >= 3
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 20)
    page.mouse.up()
    assert page.locator("#bars rect.out").count() > 0
    assert drawn_edges(page) < edges(town)


def undated(town: "nx.MultiDiGraph[Any]") -> "nx.MultiDiGraph[Any]":
    """The town with one edge that has no date, one that only has a month, one without year."""
    graph = nx.MultiDiGraph(lang="zh")
    for at in range(5):
        graph.add_node(f"c{at}", type="Company", label=f"澄岳{at}公司", aliases=[], articles=1)
    for at, date in enumerate(["", "2024-06", "--06-15", "2023-01-05"]):
        proof = {
            "quote": "其一供货其二。",
            "article": f"a{at}",
            "title": "某文",
            "paper": "",
            "published": "",
            "date": date,
            "status": "asserted",
        }
        graph.add_edge(
            f"c{at}", f"c{at + 1}", "supplies", relation="supplies", weight=1, status="asserted", qualifiers={}, evidence=[proof]
        )
    return graph


def test_undated_and_partly_dated(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(undated(town), hash="#from=2024-06-20&to=2024-12-31")
    assert {a for a, _, _ in drawn_edges(page)} == {"c0", "c1", "c2"}, "a month that reaches into the time, and what has no date"
    page.locator("#undated").uncheck()
    assert {a for a, _, _ in drawn_edges(page)} == {"c1"}


@pytest.mark.parametrize("least", [2, 3])
def test_number_of_articles(least: int, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.locator("#least-articles").fill(str(least))
    page.locator("#least-articles").dispatch_event("change")
    assert drawn_edges(page) == edges(town, lambda d: d["weight"] >= least)


@pytest.mark.parametrize("steps", [1, 2])
def test_only_around_one(steps: int, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    real = nx.Graph(town.subgraph([n for n, d in town.nodes(data=True) if d["type"] != "Amount"]))
    company = next(n for n, d in town.nodes(data=True) if d["type"] == "Company" and real.degree(n) >= 2)
    page.evaluate("n => kg.choose({kind: 'node', id: n})", list(town).index(company))
    page.keyboard.press(str(steps))
    ready(page)
    near = set(nx.ego_graph(real, company, radius=steps))
    assert {page.evaluate("n => kg.nodes.id[n]", n) for n in page.evaluate("kg.drawn().nodes")} == near
    spots = page.evaluate("kg.drawn().nodes.map(n => kg.at(n))")
    assert all(abs(a[0] - b[0]) > 8 or abs(a[1] - b[1]) > 8 for i, a in enumerate(spots) for b in spots[:i]), "no mark on another"
    page.keyboard.press("Escape")
    assert drawn_edges(page) == edges(town)


def test_fold_and_unfold(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    real = nx.Graph(town.subgraph([n for n, d in town.nodes(data=True) if d["type"] != "Amount"]))
    hub = max(real, key=lambda n: sum(real.degree(end) == 1 for end in real[n]))
    leaves = sum(real.degree(end) == 1 for end in real[hub])
    before = len(page.evaluate("kg.drawn().nodes"))
    page.evaluate("n => kg.choose({kind: 'node', id: n})", list(town).index(hub))
    page.keyboard.press("e")
    ready(page)
    assert len(page.evaluate("kg.drawn().nodes")) == before - leaves
    page.keyboard.press("e")
    ready(page)
    assert len(page.evaluate("kg.drawn().nodes")) == before


def test_path_with_its_evidence(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    companies = [d["label"] for _, d in town.nodes(data=True) if d["type"] == "Company"]
    page.locator("#do-path").click()
    page.fill("#path-a", companies[0])
    page.press("#path-a", "Enter")
    page.fill("#path-b", companies[7])
    page.press("#path-b", "Enter")
    page.wait_for_selector(".waylist blockquote")
    ready(page)
    ways = page.evaluate("kg.state.path.ways.map(way => way.nodes.map(n => kg.nodes.id[n]))")
    assert ways
    middle = [n for way in ways for n in way[1:-1]]
    assert len(middle) == len(set(middle)), "ways share nothing between the ends"
    for way in ways:
        assert [town.nodes[way[0]]["label"], town.nodes[way[-1]]["label"]] == [companies[0], companies[7]]
        assert all(town.has_edge(a, b) or town.has_edge(b, a) for a, b in nx.utils.pairwise(way))
    quotes = {proof["quote"] for _, _, d in town.edges(data=True) for proof in d["evidence"]}
    assert set(page.locator(".waylist blockquote").all_inner_texts()) <= quotes
    assert {page.evaluate("n => kg.nodes.id[n]", n) for n in page.evaluate("kg.drawn().nodes")} == {n for way in ways for n in way}


def test_denied_ties_are_no_path(open_page: Any) -> None:
    graph = nx.MultiDiGraph(lang="zh")
    for name in "ab":
        graph.add_node(name, type="Company", label=f"{name}公司", aliases=[], articles=1)
    proof = {"quote": "a公司否认持有b公司股份。", "article": "x", "title": "某文", "status": "denied"}
    graph.add_edge("a", "b", "owns", relation="owns", weight=1, status="denied", qualifiers={}, evidence=[proof])
    page = open_page(graph)
    page.evaluate("kg.findPath(0, 1)")
    assert "没有连通" in page.locator("#panel").inner_text()


def test_drag_pins_and_the_link_remembers(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    n = page.evaluate("kg.drawn().nodes[0]")
    x, y = page.evaluate("n => kg.at(n)", n)
    page.mouse.move(x + OFFSET[0], y + OFFSET[1])
    page.mouse.down()
    page.mouse.move(x + OFFSET[0] + 60, y + OFFSET[1] + 40, steps=4)
    page.mouse.up()
    page.locator("#filters [data-key=accompanied]").click()
    page.evaluate("n => kg.choose({kind: 'node', id: n})", n)
    page.keyboard.press("+")
    ready(page)
    seen = [
        page.evaluate("n => [kg.nodes.x[n], kg.nodes.y[n]].map(Math.round)", n),
        drawn_edges(page),
        page.locator("#panel h2").inner_text(),
        page.evaluate("kg.camera.scale.toPrecision(3)"),
    ]
    again = open_page(town, hash="#" + page.evaluate("kg.hash()"))
    assert [
        again.evaluate("n => [kg.nodes.x[n], kg.nodes.y[n]].map(Math.round)", n),
        drawn_edges(again),
        again.locator("#panel h2").inner_text(),
        again.evaluate("kg.camera.scale.toPrecision(3)"),
    ] == seen


def test_an_address_that_is_typed_in(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    company = next(name for name, data in town.nodes(data=True) if data["type"] == "Company")
    page.evaluate("hash => { location.hash = hash; }", f"#node={company}&relationsOff=visited")
    wait(page, "name => document.querySelector('#panel h2')?.innerText === name", town.nodes[company]["label"])
    assert drawn_edges(page) == edges(town, lambda d: d["relation"] != "visited")


@pytest.mark.parametrize("hash", ["#node=nobody&around=[1]&view=x,y", "#path={}&typesOff=None,%3Cb%3E", "#edge=[&pinned=[[1]]"])
def test_a_wrong_link_does_no_harm(hash: str, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town, hash=hash)
    assert len(page.evaluate("kg.drawn().nodes")) > 40


def test_starts_small_says_so_and_shows_all(open_page: Any, big_town: "nx.MultiDiGraph[Any]") -> None:
    graph: Any = big_town.copy()
    graph.nodes_ = (Node("p9", "Person", "胡敏", (), (), {"articles": 1}),)  # without a tie: never drawn, and not among those still to be
    page = open_page(graph)
    first = page.evaluate("kg.drawn().nodes.length")
    assert 100 < first < 320
    notice = page.locator("#notice")
    tied = sum(1 for node, data in big_town.nodes(data=True) if data["type"] != "Amount" and big_town.degree(node))
    assert f"{first} 个；共 {tied:,} 个" in notice.inner_text()
    hidden = page.evaluate(
        "(() => { const has = new Set(kg.drawn().nodes); return kg.nodes.label.findIndex((_, n) => !has.has(n) && kg.type(n) === 'Company'); })()"
    )
    page.evaluate("n => kg.choose({kind: 'node', id: n})", hidden)
    ready(page)
    assert hidden in page.evaluate("kg.drawn().nodes"), "what is looked up is drawn"
    notice.locator("button").click()
    ready(page)
    assert page.evaluate("kg.drawn().nodes.length + kg.drawn().folded") > first * 1.8


def test_a_hub_is_tamed(open_page: Any) -> None:
    graph = nx.MultiDiGraph(lang="zh")
    graph.add_node("hub", type="Place", label="某市", aliases=[], articles=1)
    for at in range(70):
        graph.add_node(f"c{at}", type="Company", label=f"澄岳{at}公司", aliases=[], articles=1)
        proof = {"quote": "公司在某市。", "article": "x", "title": "某文", "status": "asserted"}
        graph.add_edge(f"c{at}", "hub", "located_in", relation="located_in", weight=1, status="asserted", qualifiers={}, evidence=[proof])
    page = open_page(graph)
    few = page.evaluate("kg.drawn().nodes.length")
    assert few < 20
    assert str(71 - few) in page.locator("#notice").inner_text()
    x, y = page.evaluate("kg.at(0)")
    page.mouse.dblclick(x + OFFSET[0], y + OFFSET[1])
    ready(page)
    assert page.evaluate("kg.drawn().nodes.length") == 71


def test_same_page_same_places(open_page: Any, big_town: "nx.MultiDiGraph[Any]") -> None:
    places = []
    for _ in range(2):
        page = open_page(big_town)
        page.evaluate("n => kg.setFocus(n, 2)", node(big_town, "中共无锡市委员会"))
        ready(page)
        places.append(page.evaluate("kg.drawn().nodes.map(n => [n, kg.nodes.x[n], kg.nodes.y[n]])"))
    assert places[0] == places[1]
    assert len(places[0]) > 10


def test_parallel_lines_are_fanned_out(open_page: Any) -> None:
    graph = nx.MultiDiGraph(lang="zh")
    for name in "ab":
        graph.add_node(name, type="Company", label=f"{name}公司", aliases=[], articles=1)
    for a, b, relation in (("a", "b", "owns"), ("b", "a", "supplies"), ("a", "b", "partner_of")):
        proof = {"quote": "略。", "article": "x", "title": "某文", "status": "asserted"}
        graph.add_edge(a, b, relation, relation=relation, weight=1, status="asserted", qualifiers={}, evidence=[proof])
    page = open_page(graph)
    middles = page.evaluate("[0, 1, 2].map(e => kg.middle(e))")
    assert min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(middles) for b in middles[:i]) > 12
