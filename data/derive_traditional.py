"""Derive `kg/resources/traditional.txt`: each traditional character with the simplified one that stands for it.

    uv run --with pyicu python data/derive_traditional.py [--check]

Source: CLDR's transliteration Hant-Hans, as ICU carries it (Unicode licence). Characters that simplified text has too (乾, 著, 藉) stay out but for a few
that it hardly has. With `--check` nothing is written; it fails when the file would change.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "kg" / "resources" / "traditional.txt"
_HARDLY = frozenset("後於麽夥姊")  # in the standard set of simplified characters, but not in simplified news


def rows() -> str:
    """Two lines: the traditional characters, and in the same order the simplified ones."""
    import icu

    turn = icu.Transliterator.createInstance("Hant-Hans").transliterate
    signs = [sign for sign in map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))) if turn(sign) != sign]
    kept = [sign for sign in signs if sign in _HARDLY or not sign.encode("gb2312", "ignore")]
    head = "# traditional characters, and beneath them the simplified ones; made by data/derive_traditional.py\n"
    return f"{head}{''.join(kept)}\n{''.join(map(turn, kept))}\n"


def main() -> int:
    """Write the file anew, or compare."""
    new = rows()
    if "--check" in sys.argv:
        return int(new != TARGET.read_text(encoding="utf-8"))
    TARGET.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
