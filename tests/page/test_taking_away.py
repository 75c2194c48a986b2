"""Tables, pictures, paper; text that means harm; graphs that are too big; colours that everybody can tell apart."""

import csv
import io
import itertools
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from kg import ontology
from kg.errors import UsageError
from kg.export import html
from tests.export.test_formats import HOSTILE, make_hostile
from tests.page.conftest import DESK, PHONE, ready, wait


def saved(page: Any, press: str) -> bytes:
    with page.expect_download() as waiting:
        page.locator(press).click()
    return Path(waiting.value.path()).read_bytes()


def test_table_of_statements_sorts_filters_and_leaves_as_csv(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.keyboard.press("t")
    page.wait_for_selector("#rows-body .row")
    rows = read_csv(saved(page, "#rows-csv"))
    told = sorted(
        (town.nodes[a]["label"], town.nodes[b]["label"], proof["quote"], proof["date"])
        for a, b, d in town.edges(data=True)
        for proof in d["evidence"]
    )
    assert sorted((row["主体"], row["客体"], row["原句"], row["日期"]) for row in rows) == told, "amounts too"
    page.locator("#table [data-column=date]").click()
    dates = page.locator("#rows-body .cell.date").all_inner_texts()
    assert dates == sorted(dates)
    page.locator("#table [data-column=date]").click()
    assert page.locator("#rows-body .cell.date").first.inner_text() == max(row["日期"] for row in rows)
    page.fill("#rows-filter", "太湖晚报 调研走访")
    kept = [row for row in rows if row["报纸"] == "太湖晚报" and row["关系"] == "调研走访"]
    assert page.locator("#rows-count").inner_text() == f"{len(kept)} 行"
    page.locator("#rows-copy").click()
    wait(page, "() => document.getElementById('toast').textContent === '已复制'")
    page.locator("#rows-body .cell.object button").first.click()
    assert not page.locator("#table").is_visible()
    assert page.locator("#panel h2").inner_text() in {row["客体"] for row in kept}


def read_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf"), "Excel shows Chinese only after a byte order mark"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_table_of_entities(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.locator("#do-tables").click()
    page.locator("#table header button", has_text="实体").click()
    page.wait_for_selector("#rows-body .cell.degree")
    assert len(read_csv(saved(page, "#rows-csv"))) == len(town)
    degrees = [int(text) for text in page.locator("#rows-body .cell.degree").all_inner_texts()]
    assert degrees == sorted(degrees, reverse=True)
    page.locator("#rows-type").select_option(label="企业")
    assert page.locator("#rows-count").inner_text() == f"{sum(d['type'] == 'Company' for _, d in town.nodes(data=True))} 行"


@pytest.mark.parametrize(
    ("question", "keep"),
    [
        ("visits", lambda d: d["relation"] == "visited"),
        ("open", lambda d: d["status"] == "planned"),
        ("deals", lambda d: d["relation"] in ("signed_with", "partner_of")),
    ],
)
def test_questions_open_the_right_rows(question: str, keep: Any, open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.locator(f"[data-question={question}]").click()
    page.wait_for_selector("#rows-count")
    wanted = sum(len(d["evidence"]) for _, _, d in town.edges(data=True) if keep(d))
    assert page.locator("#rows-count").inner_text() == f"{wanted} 行"


def test_table_follows_the_filters(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town, hash="#relationsOff=visited")
    page.keyboard.press("t")
    page.wait_for_selector("#rows-body .row")
    assert "调研走访" not in {row["关系"] for row in read_csv(saved(page, "#rows-csv"))}


def test_picture_is_what_is_seen(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    data = saved(page, "#do-png")
    assert data.startswith(b"\x89PNG")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    assert (width, height) == (722 * 3, (668 + 46) * 3)
    assert len(data) > 60_000, "not a blank sheet"


def test_prints_drawing_and_panel(open_page: Any, town: "nx.MultiDiGraph[Any]") -> None:
    page = open_page(town)
    page.evaluate("kg.choose({kind: 'node', id: kg.drawn().nodes[0]})")
    page.wait_for_selector("#panel blockquote")
    page.emulate_media(media="print")
    assert page.locator("#sheet").is_visible()
    assert page.locator("#panel blockquote").first.is_visible()
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#search").is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_hostile_text_does_no_harm(size: dict[str, int], open_page: Any) -> None:
    graph = make_hostile()
    markup = '<img src=x onerror="window.harmed=1"></script><script>window.harmed=1</script>'
    graph.add_node("evil", type="<b>坏</b>", label=markup, aliases=["'\"><svg onload=window.harmed=1>"], articles=1)
    proof = {
        "quote": markup,
        "title": markup,
        "paper": markup,
        "published": markup,
        "article": "e",
        "source": "javascript:window.harmed=1",
        "date": markup,
        "status": markup,
    }
    graph.add_edge(
        "evil", next(iter(graph)), markup, relation=markup, weight=1, status=markup, qualifiers={markup: markup}, evidence=[proof]
    )
    page = open_page(graph, size=size)
    for n in range(len(graph)):
        page.evaluate("n => kg.choose({kind: 'node', id: n})", n)
        page.wait_for_selector("#panel blockquote")
    assert markup[:20] in page.locator("#panel h2").inner_text()
    page.evaluate("kg.choose({kind: 'edge', id: kg.edges.count - 1})")
    page.wait_for_selector("#panel blockquote")
    page.evaluate("kg.choose({kind: 'article', id: 0})")
    for kind in ("statements", "entities"):
        page.evaluate("kind => kg.openTable(kind)", kind)
        page.wait_for_selector("#rows-body .row")
        for row in csv.reader(io.StringIO(saved(page, "#rows-csv").decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@"))], "no formula"
    page.evaluate("document.getElementById('table').close(); kg.choose(null)")
    page.fill("#search", HOSTILE[0])
    ready(page)
    assert page.evaluate("window.harmed === undefined && document.images.length === 0 && document.scripts.length")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "ten thousand characters do not push the page apart"


def test_too_many_edges_are_refused_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, town: "nx.MultiDiGraph[Any]") -> None:
    monkeypatch.setattr(html, "MOST", 100)
    with pytest.raises(UsageError, match=r"--top .*--around .*--since"):
        html.write(town, ontology.load(), tmp_path / "x.html")
    assert not list(tmp_path.iterdir())


def test_large_data_is_packed(
    written: Any, big_town: "nx.MultiDiGraph[Any]", monkeypatch: pytest.MonkeyPatch, tmp_path: Path, browser: Any
) -> None:
    plain = written(big_town).stat().st_size
    monkeypatch.setattr(html, "PACK", 1000)
    html.write(big_town, ontology.load(), tmp_path / "packed.html")
    assert (tmp_path / "packed.html").stat().st_size < plain / 2
    page = browser.new_page()
    page.goto((tmp_path / "packed.html").as_uri())
    wait(page, "() => window.kg && kg.state")
    page.evaluate("kg.choose({kind: 'edge', id: kg.edges.count - 1})")
    page.wait_for_selector("#panel blockquote")
    page.close()


# Machado, Oliveira and Fernandes (2009): how people without one kind of cone see colours.
_SIGHT = {
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


@pytest.mark.parametrize("sight", _SIGHT)
def test_types_differ_for_every_eye(sight: str) -> None:
    """By colour at least 20 ΔE (CIE 1976) apart, and by shape besides."""
    entities = ontology.load().entities
    seen = {name: _lab(np.asarray(_SIGHT[sight]) @ _linear(entry.colour)) for name, entry in entities.items()}
    near = min(float(np.linalg.norm(seen[a] - seen[b])) for a, b in itertools.combinations(seen, 2))
    assert near > 20
    assert len({entry.shape for entry in entities.values()}) == len(entities)


def _linear(colour: str) -> Any:
    part = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def _lab(linear: Any) -> Any:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(linear, 0, 1) / np.array([0.9505, 1, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
