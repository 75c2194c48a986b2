"""Reviewing an output folder: rows to look at, and the table that a person fills in.

`review.csv` has a row a pair; whoever fills in the first column with `same` or `different` (同, 异; anything else is no judgement) and reads it
back has recorded decisions. The other columns are there to judge by, but for the anchors, which say what is meant.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg import decisions, ontology
from kg.errors import UsageError, unwritable
from kg.explore import Graph
from kg.explore import open as open_graph
from kg.export.tables import cell
from kg.resolve.anchors import anchor_of
from kg.resolve.review import known, pairs
from kg.store import Store
from kg.text import decoded
from kg.types import Decision, DecisionKind

_COLUMNS = (
    *("judgement", "note", "kind", "score", "type", "left_name", "right_name", "reasons", "left_about", "right_about"),
    *("left_evidence", "right_evidence", "left", "right"),
)
_SAME = frozenset(["same", "同", "相同", "同一", "是", "s", "y", "yes", "1"])
_DIFFERENT = frozenset(["different", "异", "不同", "否", "d", "n", "no", "0"])
_UNSURE = frozenset(["unsure", "?", "？", "不定", "不确定"])
_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as it is shown."""

    kind: str
    score: float
    type: str
    left: str
    right: str
    left_name: str
    right_name: str
    left_about: str
    right_about: str
    left_evidence: str
    right_evidence: str
    reasons: tuple[str, ...]
    anchors: tuple[str, str]


def rows(out: Path, *, type_: str | None = None, lang: str = "zh") -> list[Row]:
    """The pairs to look at in an output folder, the most useful first.

    Raises:
        StoreError: there is no graph.
        UsageError: there is no such type.
    """
    graph = open_graph(out, lang=lang)
    type_ = _type(graph, type_)
    published = {article.id: article.published or "" for article in graph.articles_}
    with Store.open(out) as store:
        kept = store.decisions()
    gathered = known(graph.nodes_, graph.facts_, published)
    judged = _judged(graph, kept)
    found = [pair for pair in pairs(gathered, judged=judged) if type_ in (None, graph.entity(pair.left).type)]
    return [
        Row(
            pair.kind,
            pair.score,
            graph.entity(pair.left).type,
            *(pair.left, pair.right),
            *(graph.entity(pair.left).name, graph.entity(pair.right).name),
            *(_about(graph, pair.left), _about(graph, pair.right)),
            *(_evidence(graph, pair.left), _evidence(graph, pair.right)),
            pair.reasons,
            (str(anchor_of(graph.entity(pair.left))), str(anchor_of(graph.entity(pair.right)))),
        )
        for pair in found
    ]


def _type(graph: Graph, said: str | None) -> str | None:
    """The type that is called so, by its name or by its label."""
    known = ontology.load().entities
    types = sorted({node.type for node in graph.nodes_} - {"Amount"})
    found = [name for name in types if said in (name, *(known[name].label.values() if name in known else ()))]
    if said is not None and not found:
        labels = [f"{name}（{known[name].label['zh']}）" if name in known else name for name in types]
        raise UsageError(f"没有“{said}”这种实体；有：{' '.join(labels)}")
    return found[0] if found else None


def _judged(graph: Graph, kept: Iterable[Decision]) -> list[tuple[str, str]]:
    """The pairs of nodes that standing decisions of difference speak of."""
    from kg.resolve.judged import live

    made = live(kept)
    meant = owners(graph, made)
    found = []
    for one in made:
        if one.kind == "different":
            found += [(a, b) for a in meant(one.left) for b in meant(one.right) if a != b]
    return found


def owners(graph: Graph, made: Iterable[Decision]) -> Callable[[str], list[str]]:
    """What tells the nodes that an anchor may mean now: those that its articles call by one of its names. `made` are the decisions in force."""
    from kg.resolve.anchors import parse
    from kg.resolve.corrected import corrections, followed

    later = corrections(made)
    known: dict[tuple[str, str], set[str]] = {}
    for node in graph.nodes_:
        for article, _ in node.members:
            for name in (node.name, *node.aliases):
                known.setdefault((article, name), set()).add(node.id)

    def meant(anchor: str) -> list[str]:
        side = followed(parse(anchor), later)
        return sorted({id_ for article in side.articles for name in side.names for id_ in known.get((article, name), ())})

    return meant


def _about(graph: Graph, id_: str) -> str:
    node = graph.entity(id_)
    years = "–".join(dict.fromkeys(str(day)[:4] for day in (node.data.get("first"), node.data.get("last")) if day))
    told, count = graph.describe(id_), f"{node.data.get('articles', 0)} 篇"
    return "，".join(part for part in (told, "" if told.endswith(count) else count, years) if part)


def _evidence(graph: Graph, id_: str) -> str:
    """The sentence of its best supported edge."""
    if id_ not in graph:
        return ""
    edges = [*graph.out_edges(id_, data=True), *graph.in_edges(id_, data=True)]
    best = min(edges, key=lambda edge: (edge[2]["relation"] != "holds_position", -edge[2]["weight"], edge[2]["first"], edge[0], edge[1]))
    entry = best[2]["evidence"][0]
    quote = entry["quote"] if len(entry["quote"]) <= _QUOTE else entry["quote"][: _QUOTE - 1] + "…"
    where = " ".join(part for part in (entry["paper"], entry["published"], entry["title"]) if part)
    return f"“{quote}”{where}"


def write(path: Path, found: Iterable[Row]) -> None:
    """Write the table to be filled in. Spreadsheets open it: UTF-8 with a mark.

    Raises:
        StoreError: it cannot be written.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    for row in found:
        shown = (row.kind, f"{row.score:.2f}", row.type, row.left_name, row.right_name, "；".join(row.reasons))
        table.writerow(
            cell(value) for value in ("", "", *shown, row.left_about, row.right_about, row.left_evidence, row.right_evidence, *row.anchors)
        )
    try:
        path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise unwritable(path, error) from error


def read(path: Path, *, by: str = "") -> tuple[list[Decision], list[str]]:
    """The judgements of a filled-in table, and what is wrong with lines of it, in Chinese.

    Raises:
        UsageError: it cannot be read, or is no such table.
    """
    table = csv.DictReader(io.StringIO(decoded(_bytes(path)), newline=""))
    if missing := [name for name in ("judgement", "left", "right") if name not in (table.fieldnames or ())]:
        raise UsageError(f"{path}: 缺少列 {'、'.join(missing)}；请用 kg review OUT --csv 写出的表")
    made, wrong = list[Decision](), list[str]()
    for number, row in enumerate(table, 2):
        word = (row["judgement"] or "").strip().casefold()
        kind: DecisionKind = "same" if word in _SAME else "different"
        if word in _SAME | _DIFFERENT and row["left"] and row["right"]:
            made.append(decisions.make(kind, row["left"].strip(), row["right"].strip(), by=by, note=(row.get("note") or "").strip()))
        elif word and word not in _UNSURE:
            wrong.append(f"第 {number} 行：judgement 应为 same 或 different（同、异），而不是“{word}”")
    return made, wrong


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: 无法读取（{error.strerror}）") from error
