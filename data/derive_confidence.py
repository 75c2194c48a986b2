"""Count how often each relation rule is right on the annotated articles, for kg/relations/confidence.py.

    uv run python data/derive_confidence.py [folder of annotated articles …]

The held-aside third counts too: nobody wrote rules with it, so it says how sure they are elsewhere. Folders are counted beside `data/gold`; the shipped
counts come from 2,285 annotated real passages too, which are no part of the project.
"""

import sys
from collections import Counter
from pathlib import Path

from kg.evaluate import evaluate
from kg.extract import extract_paths

DATA = Path(__file__).parent
TARGET = DATA.parent / "kg" / "resources" / "rule_precision.tsv"


def main() -> None:
    """Write the counts, most frequent rules first."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    folders = [*(DATA / "gold" / name for name in ("seed", "dev", "held")), *map(Path, sys.argv[1:])]
    for folder in folders:
        for rule, counts in evaluate(folder, lambda path: list(extract_paths([path]))).rules.items():
            if not rule.endswith(":learned"):  # whose confidence is fitted (docs/model-card.md)
                right[rule] += counts.right
                cases[rule] += counts.right + counts.wrong
    rows = [f"{rule}\t{right[rule]}\t{count}" for rule, count in sorted(cases.items(), key=lambda row: (-row[1], row[0])) if count]
    head = "# rule, times right, times seen on annotated articles; made by data/derive_confidence.py\n"
    TARGET.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
