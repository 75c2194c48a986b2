"""The quality floor: figures that were measured once and may not sink without a written reason."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import srsly

from kg.errors import BadResource
from kg.evaluate.scoring import Score

TOLERANCE = 0.0005  # the figures are rounded to four places


def figures(score: Score) -> dict[str, Any]:
    """The figures that a baseline keeps: F1 of entities and relations, and of each type and relation."""
    return {
        "entities": round(score.entities_total.f1, 4),
        "relations": round(score.relations_total.f1, 4),
        "types": {name: round(counts.f1, 4) for name, counts in sorted(score.types.items())},
        "per_relation": {name: round(counts.f1, 4) for name, counts in sorted(score.relations.items())},
    }


def read_baseline(path: Path) -> dict[str, Any]:
    """The baselines in a file, by the name of their gold folder.

    Raises:
        BadResource: when the file is no table of figures.
    """
    try:
        data = srsly.json_loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadResource(f"{path}: 无法读取基线（{error}）；可用 kg evaluate GOLD --baseline {path} --update 生成") from error
    if not isinstance(data, dict):
        raise BadResource(f"{path}: 基线应为“标注文件夹名 → 指标”的 JSON 表")
    return data


def write_baseline(path: Path, name: str, score: Score) -> None:
    """Store the figures of one gold folder, beside those of others."""
    data = read_baseline(path) if path.exists() else {}
    data[name] = figures(score)
    path.write_text(srsly.json_dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def sunk(now: Mapping[str, Any], floor: Mapping[str, Any]) -> list[str]:
    """What is lower than the floor, as `name: now < floor`. Single types and relations are reported by the caller, but only totals are a floor."""
    return [f"{what}: {now[what]:.4f} < {floor[what]:.4f}" for what in ("entities", "relations") if now[what] < floor[what] - TOLERANCE]
