"""The score counted once more, from JSON alone and by other means than `kg.evaluate`: sets of tuples in one pass."""

import json
import unicodedata
from pathlib import Path
from typing import Any

Counts = tuple[int, int, int]  # right, wrong, missed
_EITHER = {"signed_with", "partner_of", "met_with"}


def recount(gold: Path, predicted: dict[str, list[dict[str, Any]]]) -> tuple[Counts, Counts]:
    """Counts of entities and of relations over all articles of a gold folder."""
    totals = [[0, 0, 0], [0, 0, 0]]
    pages: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(gold.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        pages.setdefault(article.get("file", article["id"]), []).append(article)
    for file, golds in pages.items():
        shares: list[list[dict[str, Any]]] = [[] for _ in golds]
        for article in predicted[file]:
            shares[_owner(article, golds)].append(article)
        for one, share in zip(golds, shares, strict=True):
            for total, counts in zip(totals, _count(one, share), strict=True):
                total[:] = [a + b for a, b in zip(total, counts, strict=True)]
    return tuple(totals[0]), tuple(totals[1])  # type: ignore[return-value]


def _fold(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).strip("《》\"“”‘’'").lower()


def _names(entity: dict[str, Any]) -> list[str]:
    return [_fold(name) for name in (entity["name"], *(mention["text"] for mention in entity["mentions"]))]


def _owner(article: dict[str, Any], golds: list[dict[str, Any]]) -> int:
    if len(golds) == 1:
        return 0
    said = {name for entity in article["entities"] for name in _names(entity)}
    shared = [sum(bool(said & set(map(_fold, entity["names"]))) for entity in gold["entities"]) for gold in golds]
    return shared.index(max(shared))


def _count(gold: dict[str, Any], articles: list[dict[str, Any]]) -> tuple[Counts, Counts]:
    optional = {entity["id"] for entity in gold["entities"] if entity.get("optional")}
    names = [(entity["id"], entity["type"], set(map(_fold, entity["names"]))) for entity in gold["entities"]]
    meant: dict[tuple[int, str], str] = {}
    wrong = 0
    hits: set[str] = set()
    for at, article in enumerate(articles):
        for entity in article["entities"]:
            # by name before by mention; of several gold entities the first in the file
            found = next(
                (id_ for name in _names(entity) for id_, type_, called in names if name in called and type_ == entity["type"]), None
            )
            if found is None:
                wrong += 1
                continue
            meant[at, entity["id"]] = found
            wrong += found in hits and found not in optional and entity["type"] != "Amount"
            hits.add(found)
    wanted = {entity["id"] for entity in gold["entities"]} - optional
    entities = (len(wanted & hits), wrong, len(wanted - hits))
    known = {_edge(r["s"], r["r"], r["o"]): bool(r.get("optional") or {r["s"], r["o"]} & optional) for r in gold["relations"]}
    said = {(s["relation"], (at, s["subject"]), (at, s["object"])) for at, article in enumerate(articles) for s in article["statements"]}
    right: set[tuple[str, ...]] = set()
    false = 0
    for relation, subject, target in said:
        ends = meant.get(subject), meant.get(target)
        edge = _edge(ends[0], relation, ends[1]) if ends[0] and ends[1] else None
        if edge in known:
            right |= set() if known[edge] else {edge}
        elif not set(ends) & optional:
            false += 1
    needed = {edge for edge, free in known.items() if not free}
    return entities, (len(right), false, len(needed - right))


def _edge(subject: str | None, relation: str, target: str | None) -> tuple[str, ...]:
    ends = sorted((str(subject), str(target))) if relation in _EITHER else [str(subject), str(target)]
    return (relation, *ends)
