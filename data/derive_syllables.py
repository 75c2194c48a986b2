"""Derive the line `MARKS` of `kg/export/page/pinyin.js`: each syllable of pinyin with the first character that is read so.

    uv run --with pyicu python data/derive_syllables.py [--check]

Source: CLDR, as ICU carries it (Unicode licence): its order of Chinese characters, which browsers have too, and its transliteration. What is kept is
where one reading ends in that order and the next begins. With `--check` nothing is written; it fails when the line would change.
"""

import re
import sys
import unicodedata
from itertools import groupby
from pathlib import Path

TARGET = Path(__file__).parent.parent / "kg" / "export" / "page" / "pinyin.js"
_LINE = re.compile(r"(?<=const MARKS = ').*(?=';)")


def marks() -> str:
    """`a阿 ai哎 …`: syllables in the order of the characters; ü is v."""
    import icu

    collator, latin = icu.Collator.createInstance(icu.Locale("zh-Hans-CN-u-co-pinyin")), icu.Transliterator.createInstance("Han-Latin")
    signs = sorted(map(chr, range(0x4E00, 0xA000)), key=collator.getSortKey)
    found: dict[str, str] = {}
    for syllable, run in groupby(signs, lambda sign: _plain(latin.transliterate(sign))):
        if not syllable.isascii():
            break  # what has no reading stands last
        found.setdefault(syllable, next(run))
    return " ".join(syllable + sign for syllable, sign in found.items())


def _plain(reading: str) -> str:
    """Without tones."""
    letters = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def main() -> int:
    """Write the line anew, or compare."""
    old = TARGET.read_text(encoding="utf-8")
    new = _LINE.sub(marks(), old)
    if "--check" in sys.argv:
        return int(new != old)
    TARGET.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
