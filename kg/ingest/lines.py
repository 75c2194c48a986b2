"""The lines of a source as they stand on the page, and the words that frame articles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.resources import tables
from kg.text import HAN, ITEM, clean, width
from kg.types import Source

_INDENT = re.compile("^[ \u3000]*")
_CLOSED = re.compile("[。！？…!?][”’」』）)]*$")
_LONE = re.compile("^[。，、；：！？”’」』）》】]")
_INNER = re.compile("[，。、；：]")
_ITEM = re.compile(f"^{ITEM}")
_FIELD = re.compile(rf"^{ITEM}?[{HAN}（）()/]{{2,20}}[：:]\s*\S")
_LEAST_INDENT = 4  # half characters; one ASCII blank may stand for the two wide ones that a scan lost


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `gap`: a blank line, or the edge of a block, stands before it."""

    text: str
    indent: int = 0  # half characters
    gap: bool = False
    kind: str = "text"
    page: str | None = None

    @property
    def width(self) -> int:
        """How far to the right it reaches, in half characters."""
        return self.indent + width(self.text)

    @property
    def closed(self) -> bool:
        """Whether a sentence ends with the line."""
        return _CLOSED.search(self.text) is not None

    @property
    def hangs(self) -> bool:
        """Whether it begins with a mark that never begins a line of its own."""
        return _LONE.match(self.text) is not None

    @property
    def item(self) -> bool:
        """Whether it begins with the number of an item in a list: 二、, （三）, 4．"""
        return _ITEM.search(self.text) is not None

    @property
    def field(self) -> bool:
        """Whether it has the form of a line of a notice: 建设单位：甲公司."""
        return _FIELD.search(self.text) is not None

    @property
    def marked(self) -> bool:
        """Whether it has a mark that running text has and headlines seldom have."""
        return _INNER.search(self.text) is not None


def lines_of(source: Source) -> list[Line]:
    """All lines of a source that hold anything, with what stood before them."""
    found: list[Line] = []
    for block in source.blocks:
        gap = True
        for raw in clean(block.text).split("\n"):
            text = raw.strip(" \u3000")
            if not text:
                gap = True
                continue
            blank = _INDENT.match(raw)
            indent = width(blank[0].replace("\u3000", "一")) if blank else 0
            found.append(Line(text, max(indent, _LEAST_INDENT) if indent else 0, gap, block.kind, block.page))
            gap = False
    return found


@cache
def words() -> Mapping[str, list[str]]:
    """The word lists of `ingest_words.yaml`, by name."""
    loaded: Mapping[str, list[str]] = tables("lexicons", "ingest_words.yaml")
    return loaded


def any_of(*names: str) -> str:
    """A regular expression for any word of the named lists, longest first."""
    every = {word for name in names for word in words()[name]}
    return "(?:" + "|".join(re.escape(word) for word in sorted(every, key=lambda word: (-len(word), word))) + ")"


CHAR = f"[{HAN}]"
