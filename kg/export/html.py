"""One HTML file with everything in it: opens from disk in any current browser and asks no network for anything.

pyvis holds the network model (`network.py`); template, style and script are ours (`page/`), since pyvis' own page loads from a CDN, lets markup
through, and redraws everything for every movement.
"""

import base64
import json
import zlib
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from kg.errors import UsageError
from kg.export.files import written
from kg.export.payload import payload
from kg.export.source import Graph
from kg.export.view import view
from kg.ontology import Ontology

MODULES = (
    *("words", "pinyin", "data", "dom", "glyphs", "state", "dates", "visible", "arrange", "paths"),
    *("camera", "labels", "paint", "scene", "pointer", "link", "sentences", "profile", "views", "pathview"),
    *("filters", "histogram", "search", "table", "takeaway", "main"),
)  # in this order: later ones use earlier ones
CHUNK = 400  # edges whose evidence the page parses at once
EVIDENCE = 40  # sources shown for one edge
MOST = 250_000  # edges that one page takes
PACK = 200_000  # characters of data from which it is compressed
_TITLE = {"zh": "政企图谱", "en": "Government–enterprise graph"}
_NOSCRIPT = {
    "zh": "这一页要用 JavaScript 画图；它不联网，可以放心打开。",
    "en": "This page needs JavaScript to draw; it makes no request to any network.",
}
_TOO_MANY = {
    "zh": "{edges} 条关系放进一个网页，浏览器画不动（最多 {most} 条）。可以用 kg export OUT --format html 只取一部分："
    "--top 20000（联系最多的实体）、--around 名称 --steps 2（某人某企业周围）、--since 2024-01（近期）；"
    "整张图请用 --format graphml 在 Gephi 里看。",
    "en": "{edges} relations are more than a browser can draw in one page (at most {most}). Take a part with kg export OUT --format html: "
    "--top 20000 (the most connected), --around NAME --steps 2, --since 2024-01; for the whole use --format graphml and Gephi.",
}


def write(
    graph: Graph,
    ontology: Ontology,
    path: Path,
    *,
    lang: str = "zh",
    title: str | None = None,
    evidence: int = EVIDENCE,
    **_: Any,
) -> None:
    """Write the page.

    Args:
        graph: as `kg.graph` makes it.
        ontology: types and relations, for labels, colours and shapes.
        path: the file to write.
        lang: language in which the page opens, `zh` or `en`; it can be switched there.
        title: heading of the page.
        evidence: how many sources of one edge go into the page; further ones are counted.

    Raises:
        UsageError: the graph has more edges than a browser can draw; the message says how to take a part.
    """
    lang = lang if lang in _TITLE else "zh"
    rows = view(graph, ontology)
    if (edges := len(rows.edges)) > MOST:
        raise UsageError(_TOO_MANY[lang].format(edges=f"{edges:,}", most=f"{MOST:,}"))
    data = payload(rows, ontology, lang=lang, title=title or "", chunk=CHUNK, evidence=evidence)
    blocks = [_block("kg-graph", data.graph)] + [_block(f"kg-evidence-{at}", chunk) for at, chunk in enumerate(data.chunks)]
    words = {"lang": {"zh": "zh-Hans", "en": "en"}[lang], "title": escape(title or _TITLE[lang]), "noscript": _NOSCRIPT[lang]}
    page = Template(_part("template.html")).substitute(words, style=_part("style.css").rstrip(), data="\n".join(blocks), script=_script())
    with written(path) as file:
        file.write(page)


def _block(id_: str, data: object) -> str:
    """Data as a script element that no browser runs; no `<` in it, so that no text can end it. Large ones are deflated."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if len(text) > PACK:
        packed = base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
        return f'<script type="application/octet-stream" id="{id_}" data-packed="deflate">{packed}</script>'
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{id_}">{safe}</script>'


@cache
def _part(*names: str) -> str:
    return files("kg.export").joinpath("page", *names).read_text(encoding="utf-8")


def _script() -> str:
    """Our modules as one strict function: nothing of theirs is global but `kg`."""
    modules = "\n\n".join(_part(f"{name}.js").rstrip() for name in MODULES)
    return f"(() => {{\n'use strict';\n{modules}\n}})();"
