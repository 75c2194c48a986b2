"""Gold articles: hand-annotated JSON files, each beside the text it annotates.

A page file holds several articles: `ID-1.json`, `ID-2.json` … name the same `file`, and share `FILE.txt`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import srsly

from kg.errors import BadResource, UsageError


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity and every form by which it may rightly be called."""

    id: str
    type: str
    names: tuple[str, ...]
    optional: bool = False  # neither a miss nor a false alarm


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation between two gold entities."""

    subject: str
    relation: str
    object: str
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    status: str = "asserted"
    date: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """What an annotator found in one article."""

    id: str
    file: str  # stem of the text file
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    published: str | None = None
    locality: str | None = None


_ENDS_AND_MARKS = {"s", "r", "o", "status", "date", "optional", "note"}


def load_gold(folder: Path) -> dict[str, list[GoldArticle]]:
    """Gold articles by text file, in the order of their names.

    Raises:
        UsageError: when the folder has no gold article.
        BadResource: naming a file that is not a gold article.
    """
    pages: dict[str, list[GoldArticle]] = {}
    for path in sorted(folder.glob("*.json")):
        article = _article(path)
        if article is not None:
            pages.setdefault(article.file, []).append(article)
    if not pages:
        raise UsageError(f"{folder}: 没有标注文件（ID.json 与 ID.txt 并列）；请给出标注文件夹，例如 data/gold/seed")
    return pages


def _article(path: Path) -> GoldArticle | None:
    try:
        data: dict[str, Any] = srsly.json_loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadResource(f"{path}: 不是合法的 JSON（{error}）") from error
    if not isinstance(data, dict) or "entities" not in data:
        return None  # another kind of file, such as the baseline
    try:
        entities = tuple(GoldEntity(e["id"], e["type"], tuple(e["names"]), bool(e.get("optional"))) for e in data["entities"])
        relations = tuple(_relation(r) for r in data.get("relations", ()))
        return GoldArticle(data["id"], data.get("file", data["id"]), entities, relations, data.get("published"), data.get("locality"))
    except (KeyError, TypeError) as error:
        raise BadResource(f"{path}: 标注缺少 {error}；格式见 docs/annotation.md") from error


def _relation(data: Mapping[str, Any]) -> GoldRelation:
    qualifiers = {key: str(value) for key, value in data.items() if key not in _ENDS_AND_MARKS and value is not None}
    return GoldRelation(
        data["s"], data["r"], data["o"], qualifiers, data.get("status", "asserted"), data.get("date"), bool(data.get("optional"))
    )
