"""Opening, finding, reading: what somebody does in the first minutes."""

import re
from typing import Any

import networkx as nx
import pytest

from kg.explore import Graph
from kg.types import Node
from tests.page.conftest import DESK, PHONE, node, ready, wait


@pytest.fixture
def leader(town: "nx.MultiDiGraph[Any]") -> tuple[str, int]:
    """The most connected person: name and place."""
    people = [name for name, data in town.nodes(data=True) if data["type"] == "Person"]
    label = town.nodes[max(people, key=lambda name: len(set(town.successors(name))))]["label"]
    return label, node(town, label)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_opens_and_draws(size: dict[str, int], dark: bool, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town, size=size, dark=dark)
    assert page.title() == "政企图谱"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")
    colours = page.evaluate(
        "() => { const c = document.getElementById('sheet'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " const s = new Set(); for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i+1] << 8 | d[i+2]); return s.size; }"
    )
    assert colours > 50, "marks, lines and names in many colours"
    things = town.subgraph([name for name, data in town.nodes(data=True) if data["type"] != "Amount"])
    assert len(page.evaluate("kg.drawn().nodes")) == sum(degree > 0 for _, degree in things.degree()), "all but the amounts"
    assert page.evaluate("kg.labels().length") >= 5


def test_carries_its_policy_and_nothing_that_could_ask(written: Any, town: "nx.MultiDiGraph[Any]") -> None:
    text = written(town).read_text("utf-8")
    assert "default-src 'none'" in text
    assert not re.findall(r"""(?:src|href)=["'](?!data:)[^"']+""", text)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|importScripts|eval)\b\s*\(", text)


@pytest.mark.parametrize("how", ["name", "part", "alias", "initials"])
def test_search_finds_and_centres(how: str, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    data = next(d for _, d in town.nodes(data=True) if d["type"] == "Company" and d["aliases"])
    label = data["label"]
    query = {"name": label, "part": label[1:7], "alias": data["aliases"][0], "initials": page.evaluate("text => kg.initials(text)", label)}[
        how
    ]
    page.keyboard.press("/")
    page.keyboard.type(query)
    assert label in page.locator("#search-found li bdi").all_inner_texts()
    page.locator("#search-found li", has_text=label).first.click()
    assert page.locator("#panel h2").inner_text() == label
    ready(page)
    x, y = page.evaluate("n => kg.at(n)", node(town, label))
    assert 0 < x < 722
    assert 0 < y < 668


@pytest.fixture(scope="session")
def firms() -> "nx.MultiDiGraph[Any]":
    """A mayor, a firm whose name begins with a province, a project that begins with the firm's; a name that nothing is tied to."""
    graph = Graph(lang="zh")
    kinds = {
        "Person": ["单筱娴", "吕乐长", "岑国栋"],
        "Company": ["广东鸿砌建材集团"],
        "PublicBody": ["宁波市人民政府"],
        "Project": ["鸿砌建材年产八万吨板材项目"],
    }
    for type_, names in kinds.items():
        graph.add_nodes_from((name, {"type": type_, "label": name, "aliases": [], "articles": 1}) for name in names)
    proof = {
        "quote": "某句。",
        "article": "a1",
        "title": "某文",
        "paper": "",
        "published": "2024-03-01",
        "date": "2024-03-01",
        "status": "asserted",
    }
    ties = [
        ("岑国栋", "holds_position", "宁波市人民政府", "副市长"),
        *((name, "visited", "广东鸿砌建材集团", "") for name in ("单筱娴", "吕乐长", "岑国栋")),
        ("广东鸿砌建材集团", "develops", "鸿砌建材年产八万吨板材项目", ""),
        ("宁波市人民政府", "develops", "鸿砌建材年产八万吨板材项目", ""),
    ]
    for a, relation, b, title in ties:
        told = {
            "relation": relation,
            "weight": 1,
            "status": "asserted",
            "qualifiers": {"title": title} if title else {},
            "evidence": [proof],
        }
        graph.add_edge(a, b, relation, first="2024-03-01", last="2024-03-01", **told)
    graph.nodes_ = (Node("p9", "Person", "胡敏", (), ("小胡",), {"articles": 2, "first": "2024-03-02", "last": "2024-03-02"}),)
    return graph


@pytest.mark.parametrize(
    ("query", "label"),
    [
        *[(query, "岑国栋") for query in ("cenguodong", "CenGuoDong", "cengd", "cguo", "cgd")],
        *[("shanxiaoxian", "单筱娴"), ("danxx", "单筱娴"), ("lvlechang", "吕乐长"), ("lüyue", "吕乐长"), ("luyc", "吕乐长")],
        *[("hongqijiancai", "鸿砌建材"), ("guangdonghongqi", "广东鸿砌建材集团"), ("hongqi jituan", "广东鸿砌建材集团"), ("humin", "胡敏")],
    ],
)
def test_search_finds_by_pinyin(query: str, label: str, open_page: Any, firms: "nx.MultiDiGraph[Any]") -> None:
    found = open_page(firms).evaluate("query => kg.find(query).map(row => kg.nodes.label[row.n])", query)
    assert label in found[0]


def test_what_pinyin_does_not_spell_is_not_found(open_page: Any, firms: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(firms)
    assert [page.evaluate("query => kg.find(query).length", query) for query in ("cenguodang", "zenguodong", "cenguodongx", "xq")] == [
        0
    ] * 4


def test_enter_opens_whom_the_name_means_before_what_is_named_after_them(open_page: Any, firms: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(firms)
    page.fill("#search", "鸿砌")
    page.press("#search", "Enter")
    assert page.locator("#panel h2").inner_text() == "广东鸿砌建材集团"
    page.fill("#search", "鸿砌建材年产")
    page.press("#search", "Enter")
    assert page.locator("#panel h2").inner_text() == "鸿砌建材年产八万吨板材项目"


def test_a_post_is_told_once(open_page: Any, firms: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(firms)
    page.fill("#search", "副市长")
    assert page.locator("#search-found li .soft").all_inner_texts() == ["宁波市人民政府副市长"]


@pytest.mark.parametrize("query", ["胡敏", "小胡"])
def test_a_name_without_a_tie_is_found(query: str, open_page: Any, firms: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(firms)
    assert len(page.evaluate("kg.drawn().nodes")) == len(firms), "it is not drawn until somebody asks"
    page.fill("#search", query)
    page.press("#search", "Enter")
    assert page.locator("#panel h2").inner_text() == "胡敏"
    assert "2 篇" in page.locator("#panel .kind").inner_text()
    ready(page)
    x, y = page.evaluate("kg.at(kg.nodes.label.indexOf('胡敏'))")
    assert 0 < x < 722
    assert 0 < y < 668


def test_search_finds_by_post(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    holder = next(a for a, _, d in town.edges(data=True) if d["relation"] == "holds_position" and d["qualifiers"]["title"] == "市长")
    page.fill("#search", "无锡市人民政府市长")
    page.press("#search", "Enter")
    assert page.locator("#panel h2").inner_text() == town.nodes[holder]["label"]


def test_initials_are_those_of_the_dictionary(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    assert page.evaluate("kg.initials('无锡市政府Abc袁')") == "wxszfabcy"


def test_click_on_a_mark_opens_its_profile(open_page: Any, town: "nx.MultiDiGraph[Any]", leader: tuple[str, int]) -> None:
    page = open_page(town)
    click_node(page, leader[1])
    assert page.locator("#panel h2").inner_text() == leader[0]
    id_ = next(name for name, data in town.nodes(data=True) if data["label"] == leader[0])
    heads = page.locator("#panel h3").all_inner_texts()
    assert any(head.startswith("职务") for head in heads)
    visits = sum(data["relation"] == "visited" for _, _, data in town.out_edges(id_, data=True))
    assert f"调研走访\n{visits}" in heads
    page.wait_for_selector("#panel blockquote mark")
    marks = set(page.locator("#panel article.item").nth(1).locator("mark").all_inner_texts())
    assert leader[0] in marks
    assert len(marks) == 2, "both names are marked"


def click_node(page: Any, n: int) -> None:
    x, y = page.evaluate("n => kg.at(n)", n)
    page.mouse.click(x + 186, y + 52)


def test_names_lead_on_and_back(open_page: Any, town: "nx.MultiDiGraph[Any]", leader: tuple[str, int]) -> None:
    page = open_page(town)
    click_node(page, leader[1])
    link = page.locator("#panel article.item button.name").nth(2)
    second = link.inner_text()
    link.click()
    title = page.locator("#panel h2")
    assert second.rstrip("…") in title.inner_text()
    page.locator("#way button", has_text="后退").click()
    wait(page, "name => document.querySelector('#panel h2').innerText === name", leader[0])
    page.keyboard.press("]")
    wait(page, "name => document.querySelector('#panel h2').innerText !== name", leader[0])
    page.go_back()
    wait(page, "name => document.querySelector('#panel h2').innerText === name", leader[0])
    page.keyboard.press("Escape")
    assert page.locator("#panel .questions").count() == 1, "the overview again"


def test_click_on_a_line_shows_all_its_evidence(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    data = max((d for _, _, d in town.edges(data=True) if d["relation"] == "visited"), key=lambda d: len(d["evidence"]))
    edges = page.evaluate(
        "kg.drawn().edges.filter(e => kg.relation(e) === 'visited').map(e => [e, ...kg.middle(e), kg.nodes.label[kg.edges.from[e]], kg.nodes.label[kg.edges.to[e]]])"
    )
    ends = next((town.nodes[a]["label"], town.nodes[b]["label"]) for a, b, d in town.edges(data=True) if d is data)
    e, x, y = next(edge[:3] for edge in edges if tuple(edge[3:]) == ends)
    page.evaluate("e => kg.choose({kind: 'edge', id: e})", e)
    ready(page)
    x, y = page.evaluate("e => kg.middle(e)", e)
    page.evaluate("kg.choose(null)")
    ready(page)
    page.mouse.click(x + 186, y + 52)
    page.wait_for_selector("#panel blockquote")
    assert page.locator("#panel .ends bdi").all_inner_texts() == list(ends)
    assert page.locator("#panel blockquote").all_inner_texts() == [proof["quote"] for proof in data["evidence"]]
    first = data["evidence"][0]
    caption = page.locator("#panel figcaption").first.inner_text()
    assert first["title"] in caption
    assert first["paper"] in caption
    assert first["published"] in caption
    page.locator("#panel figcaption button").first.click()
    assert page.locator("#panel h2").inner_text() == first["title"]


def test_status_is_told_apart(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    e = page.evaluate("Array.from(kg.edges.status).findIndex(status => status === 1)")
    page.evaluate("e => kg.choose({kind: 'edge', id: e})", e)
    assert page.locator("#panel .chip.planned").first.inner_text() == "计划"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_language_and_theme_switch(size: dict[str, int], open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town, size=size)
    if size is PHONE:
        page.locator(".menu-button").click()
    page.locator("#do-language").click()
    assert page.locator("#filters .switch .label").first.text_content() == "person"
    assert "Start with a question" in page.locator("#panel").inner_text()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("d")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_phone_tap_filters_and_sheet(open_page: Any, town: "nx.MultiDiGraph[Any]", leader: tuple[str, int]) -> None:
    page = open_page(town, size=PHONE)
    x, y = page.evaluate("n => kg.at(n)", leader[1])
    page.touchscreen.tap(x, y + 52)
    wait(page, "name => document.querySelector('#panel h2')?.innerText === name", leader[0])
    low = page.locator("#panel").bounding_box()["height"]
    page.locator(".grip").click()
    assert page.locator("#panel").bounding_box()["height"] > low * 1.5
    page.locator("#do-filters").click()
    assert page.locator("#filters").is_visible()
    page.locator("#filters [data-key=Person]").click()
    ready(page)
    assert page.evaluate("kg.drawn().nodes.filter(n => kg.type(n) === 'Person').length") <= 1, "but for the one that is chosen"


def test_works_inside_another_page(browser: Any, written: Any, town: "nx.MultiDiGraph[Any]", tmp_path: Any) -> None:
    """As a notebook shows it: in a frame whose address is no address."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content("<iframe id=f style='width:1000px;height:600px'></iframe>")
    page.evaluate("html => { document.getElementById('f').srcdoc = html; }", written(town).read_text("utf-8"))
    frame = page.frame_locator("#f")
    frame.locator("#panel .ranking button.name").first.click()
    frame.locator("#panel article.item button.name").first.click()
    second = frame.locator("#panel h2").inner_text()
    frame.locator("#way button", has_text="后退").click()
    page.wait_for_timeout(100)
    assert frame.locator("#panel h2").inner_text() != second
    page.close()
    assert not errors
