"""Count how often each relation rule is right on the annotated articles, for kg/relations/confidence.py.

    uv run python data/derive_confidence.py [--add] [folder of annotated articles | judged.tsv …]

The held-aside third counts too: nobody wrote rules with it, so it says how sure they are elsewhere. Folders are counted beside `data/gold`; the shipped
counts come from 2,285 annotated real passages too, which are no part of the project. A .tsv has rows of rule, right and cases of statements that
readers judged in raw text, where a rule meets sentences that no annotator chose. With `--add` the counts that are there stay, and only rules without
any are counted: those passages are not kept, and what they said of older rules holds.
"""

import sys
from collections import Counter
from pathlib import Path

from kg.evaluate import evaluate
from kg.extract import extract_paths
from kg.relations.confidence import counts

DATA = Path(__file__).parent
TARGET = DATA.parent / "kg" / "resources" / "rule_precision.tsv"


def main() -> None:
    """Write the counts, most frequent rules first."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    given = [Path(argument) for argument in sys.argv[1:] if argument != "--add"]
    for path in given:
        if path.suffix == ".tsv":
            for rule, well, seen in (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()):
                right[rule] += int(well)
                cases[rule] += int(seen)
    for folder in (
        *(DATA / "gold" / name for name in ("seed", "dev", "held", "local")),
        *(path for path in given if path.suffix != ".tsv"),
    ):
        for rule, found in evaluate(folder, lambda path: list(extract_paths([path]))).rules.items():
            if not rule.endswith(":learned"):  # whose confidence is fitted (docs/model-card.md)
                right[rule] += found.right
                cases[rule] += found.right + found.wrong
    if "--add" in sys.argv:
        for rule, (well, seen) in counts().items():
            right[rule], cases[rule] = well, seen
    rows = [f"{rule}\t{right[rule]}\t{count}" for rule, count in sorted(cases.items(), key=lambda row: (-row[1], row[0])) if count]
    head = "# rule, times right, times seen on annotated articles; made by data/derive_confidence.py\n"
    TARGET.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
