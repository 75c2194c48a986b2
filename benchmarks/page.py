"""How fast the page opens and moves, beside plain pyvis on the same invented graph, in real Chromium.

    uv run python benchmarks/page.py                 # prints the table of docs/performance.md
    uv run python benchmarks/page.py --edges 500 5000 --pages ours

Opening: from navigation until a mark can be pointed at (for pyvis: until it has drawn once). Moving: the sheet is dragged for two seconds and
the time between frames is recorded; a page that redraws everything for each movement shows it here. The browser paints in software, as on a
machine without graphics; with a graphics card all figures are lower.
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx

from kg import ontology
from kg.export import EXPORTERS

SIGNS = "安博昌达恩丰光海恒华嘉建金景凯康力林明能宁鹏启强荣瑞盛泰通威祥鑫兴阳永裕远泽正志中"
KINDS = ("科技有限公司", "智能装备有限公司", "新能源集团", "生物医药有限公司", "银行")
BODIES = ("发展和改革委员会", "工业和信息化局", "商务局", "科学技术局", "财政局", "人民政府")
RELATIONS = {
    ("Person", "Company"): ("visited", "visited", "met_with", "holds_position"),
    ("PublicBody", "Company"): ("funded", "regulated", "signed_with"),
    ("Company", "Company"): ("partner_of", "supplies", "owns", "invested_in"),
    ("Company", "Project"): ("undertakes", "invested_in"),
    ("Company", "Place"): ("located_in",),
    ("Person", "Person"): ("accompanied",),
    ("Person", "PublicBody"): ("holds_position",),
}
LIMIT_S = 90  # after so long a page counts as not opening


@dataclass(frozen=True)
class Figures:
    """One row: milliseconds, but for the size of the file."""

    megabytes: float
    write: float
    opened: float | None
    frame: float | None
    slow: float | None


def invent(edges: int, seed: int = 11) -> "nx.MultiDiGraph[Any]":
    """A graph of so many edges with hubs and towns, each edge with one or two sentences."""
    draw = random.Random(seed)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(lang="zh")
    share = {"Person": 0.24, "Company": 0.5, "PublicBody": 0.08, "Project": 0.12, "Place": 0.06}
    people: dict[str, list[str]] = {}
    for type_, part in share.items():
        for at in range(max(3, int(edges * 0.55 * part))):
            name = "".join(draw.choice(SIGNS) for _ in range(3 if type_ in ("Person", "Place") else 4))
            label = name + {"Company": draw.choice(KINDS), "PublicBody": draw.choice(BODIES), "Project": "产业基地项目", "Place": "县"}.get(
                type_, ""
            )
            graph.add_node(f"{type_}-{at}", type=type_, label=label, aliases=[name[:2]], articles=1)
            people.setdefault(type_, []).append(f"{type_}-{at}")
    pairs = list(RELATIONS)
    weights = [30, 10, 18, 12, 14, 8, 8]
    made = 0
    while made < edges:
        ends = draw.choices(pairs, weights)[0]
        town = draw.random()  # most ties are within a town; a few go anywhere
        a, b = (_pick(people[type_], town if draw.random() < 0.85 else draw.random(), draw) for type_ in ends)
        relation = draw.choice(RELATIONS[ends])
        if a == b or graph.has_edge(a, b, relation):
            continue
        made += 1
        day = f"20{draw.randrange(15, 26)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 28):02d}"
        status = draw.choices(("asserted", "planned", "former", "reported"), (90, 6, 2, 2))[0]
        quote = f"{day[5:7]}月{day[8:]}日，{graph.nodes[a]['label']}就项目进展、要素保障和下一步打算与{graph.nodes[b]['label']}作了沟通，要求加快推进。"
        proof = {
            "quote": quote,
            "title": f"深入一线（之{draw.randrange(edges // 4 + 1)}）",
            "paper": "某市日报",
            "published": day,
            "date": day,
            "status": status,
        }
        proof["article"] = proof["title"] + day
        graph.add_edge(
            a, b, relation, relation=relation, weight=1, first=day, last=day, status=status, confidence=0.9, qualifiers={}, evidence=[proof]
        )
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def _pick(names: list[str], town: float, draw: random.Random) -> str:
    """Near a place of the list, hubs first."""
    width = max(12, len(names) // 60)
    start = int(town * len(names)) // width * width
    return names[min(len(names) - 1, start + int(width * draw.random() ** 2.5))]


def ours(graph: "nx.MultiDiGraph[Any]", path: Path) -> None:
    """The page of this package."""
    EXPORTERS["html"](graph, ontology.load(), path)


def pyvis(graph: "nx.MultiDiGraph[Any]", path: Path) -> None:
    """What pyvis makes of it by itself. Its `add_edge` is quadratic, so nodes and edges are appended as it would append them."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    network = Network(directed=True, cdn_resources="in_line", height="100vh")
    place = {name: at for at, name in enumerate(graph)}
    for name, data in graph.nodes(data=True):
        network.nodes.append(Node(place[name], "dot", label=data["label"], group=data["type"]).options)
    for a, b, data in graph.edges(data=True):
        network.edges.append(Edge(place[a], place[b], True, title=data["evidence"][0]["quote"]).options)
    path.write_text(network.generate_html(), encoding="utf-8")


def placed(graph: "nx.MultiDiGraph[Any]", path: Path) -> None:
    """pyvis with our positions and without physics: the best that its own page can do."""
    from kg.export.network import network
    from kg.export.view import view

    path.write_text(network(view(graph, ontology.load()), ontology.load()).generate_html(), encoding="utf-8")


PAGES = {"ours": ours, "ours, all drawn": ours, "pyvis": pyvis, "pyvis, placed": placed}
READY = {
    "ours": "() => window.kg && kg.state && kg.front.cam !== null && performance.now()",
    "ours, all drawn": "() => window.kg && kg.state && kg.front.cam !== null && performance.now()",
    "pyvis": "() => window.kgDrawn || false",
    "pyvis, placed": "() => window.kgDrawn || false",
}
# pyvis keeps its network in a global variable; it has drawn when the event says so.
WATCH = """
window.addEventListener('DOMContentLoaded', () => { const wait = setInterval(() => {
  if (typeof network === 'undefined' || !network?.once) return;
  clearInterval(wait); network.once('afterDrawing', () => { window.kgDrawn = performance.now(); });
  if (!network.physics.options.enabled) network.redraw(); }, 5); });
"""
RECORD = "() => { window.gaps = []; let last = performance.now(); const tick = (now) => { gaps.push(now - last); last = now; requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"


def measure(browser: Any, name: str, path: Path, write: float) -> Figures:
    """Open the page, drag it about."""
    size = path.stat().st_size / 1e6
    page = browser.new_page(viewport={"width": 1280, "height": 720}, bypass_csp=True)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    if name.startswith("pyvis"):
        page.add_init_script(WATCH)
    try:
        page.goto(path.as_uri() + ("#all=1" if "all" in name else ""), wait_until="commit", timeout=LIMIT_S * 1000)
        opened = _until(page, READY[name])
        if opened is None:
            return Figures(size, write, None, None, None)
        page.wait_for_timeout(1500)
        page.evaluate(RECORD)
        page.mouse.move(500, 560)
        page.mouse.down()
        until = time.monotonic() + 2
        step = 0
        while time.monotonic() < until:
            step += 1
            page.mouse.move(500 + 90 * ((step % 40) / 20 - 1), 400 + step % 30)
        page.mouse.up()
        gaps = page.evaluate("gaps")  # answered only once the page is free again, so a page that hangs shows it
        return Figures(size, write, opened, statistics.fmean(gaps), max(gaps))
    finally:
        page.close()


def _until(page: Any, what: str) -> float | None:
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        if found := page.evaluate(what):
            return float(found)
        page.wait_for_timeout(10)
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, nargs="+", default=[500, 5_000, 50_000])
    parser.add_argument("--pages", nargs="+", choices=READY, default=list(READY))
    given = parser.parse_args()
    from playwright.sync_api import Error, sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium on this machine")
    out = sys.stdout.write
    out("| edges | page | file | written in | open to interactive | frame, mean | longest frame |\n|---|---|--:|--:|--:|--:|--:|\n")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for edges in given.edges:
            graph = invent(edges)
            for name in given.pages:
                write = PAGES[name]
                path = Path(folder) / f"{write.__name__}-{edges}.html"
                started = time.perf_counter()
                if not path.exists():
                    write(graph, path)
                written = (time.perf_counter() - started) * 1000
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                try:
                    row = measure(browser, name, path, written)
                except Error:  # the page took the browser down
                    row = Figures(path.stat().st_size / 1e6, written, None, None, None)
                browser.close()
                shown = [
                    f"not within {LIMIT_S} s" if row.opened is None else f"{row.opened / 1000:.2f} s",
                    *("–" if ms is None else f"{ms:.0f} ms" for ms in (row.frame, row.slow)),
                ]
                spent = f"{row.write / 1000:.1f} s" if row.write > 50 else ""
                out(f"| {edges:,} | {name} | {row.megabytes:.1f} MB | {spent} | {' | '.join(shown)} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
