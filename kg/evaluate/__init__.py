"""Measure extraction against gold annotations: precision, recall and F1 by type, relation, qualifier and rule."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kg import ontology
from kg.errors import UsageError
from kg.evaluate.gold import load_gold
from kg.evaluate.scoring import Score, assign, score
from kg.types import Extraction

__all__ = ["Score", "evaluate"]


def evaluate(folder: Path, extract: Callable[[Path], Sequence[Extraction]], *, texts: Path | None = None) -> Score:
    """Score `extract` on every gold article of a folder.

    Args:
        folder: gold annotations, `ID.json`.
        extract: gives the articles extracted from one text file.
        texts: where `ID.txt` lie; the gold folder when not given.

    Raises:
        UsageError: when there is no gold, or a text is missing.
    """
    total = Score()
    for file, golds in load_gold(folder).items():
        path = (texts or folder) / f"{file}.txt"
        if not path.exists():
            raise UsageError(f"{path}: 标注所对应的原文不在；请把 {file}.txt 放到标注旁边，或用 --texts 指明原文文件夹")
        for gold, extractions in zip(golds, assign(golds, extract(path)), strict=True):
            total.add(score(gold, extractions, ontology.load()))
    return total
