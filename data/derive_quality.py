"""Measure extraction on data/gold, with and without the learned recogniser, and write the tables of docs/quality.md.

    uv run python data/derive_quality.py

Only what stands between the marks is replaced; what the figures mean is written by hand around it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.evaluate import Score, evaluate
from kg.evaluate.scoring import Counts
from kg.extract import extract_paths

DATA = Path(__file__).parent
TARGET = DATA.parent / "docs" / "quality.md"
GOLD = {
    "seed": "the newspaper page",
    "dev": "dev, two thirds",
    "held": "dev, the third held aside",
    "local": "local",
    "local-held": "local, aside",
}
_APART = {"dev": "dev", "held": "held", "local-held": "local, aside"}  # by type and relation
_BETWEEN = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def measure(name: str, *, use_model: bool) -> Score:
    """The score of a gold folder."""
    return evaluate(DATA / "gold" / name, lambda path: list(extract_paths([path], use_model=use_model)))


def tables(both: dict[str, Score], rules: dict[str, Score]) -> Iterator[str]:
    """The tables as Markdown."""
    yield "| F1 (precision / recall) | " + " | ".join(GOLD.values()) + " |\n|---|" + "---|" * len(GOLD)
    for label, part in (("entities", "entities_total"), ("relations", "relations_total")):
        yield f"| **{label}** | " + " | ".join(_cell(getattr(both[name], part)) for name in GOLD) + " |"
        yield f"| {label}, rules alone (`--no-model`) | " + " | ".join(_cell(getattr(rules[name], part)) for name in GOLD) + " |"
    for head, part in (("entity type", "types"), ("relation", "relations"), ("agreement on", "qualifiers")):
        yield (
            f"\n| {head} | "
            + " | ".join(f"cases | {label}: P / R / F1" for label in _APART.values())
            + " |\n|---|"
            + "--:|---|" * len(_APART)
        )
        found = [getattr(both[name], part) for name in _APART]
        for name in sorted({name for own in found for name in own}):
            cells = [f"{_cases(counts)} | {_all(counts)}" for counts in (own.get(name, Counts()) for own in found)]
            yield f"| {name} | " + " | ".join(cells) + " |"


def _cell(counts: Counts) -> str:
    return f"**{counts.f1:.3f}** ({counts.precision:.3f} / {counts.recall:.3f})"


def _cases(counts: Counts) -> int:
    return counts.right + counts.missed


def _all(counts: Counts) -> str:
    return f"{counts.precision:.2f} / {counts.recall:.2f} / **{counts.f1:.2f}**" if _cases(counts) or counts.wrong else "–"


def main() -> None:
    """Measure and write."""
    both = {name: measure(name, use_model=True) for name in GOLD}
    rules = {name: measure(name, use_model=False) for name in GOLD}
    text = "\n".join(tables(both, rules)) + "\n"
    TARGET.write_text(_BETWEEN.sub(lambda _: text, TARGET.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
