"""What a reader hands back: blocks of clean text and what the file itself says of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.ingest import days
from kg.text import clean
from kg.types import Block

_BLANK = re.compile(r"\n[ \u3000]*\n[\s\u3000]*?(?=[^\n]*\S)")


@dataclass(frozen=True, slots=True)
class Found:
    """One source as its reader found it."""

    blocks: tuple[Block, ...]
    published: str | None = None
    paper: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of a table that could not be read; the others go on."""

    reason: str
    advice: str


def text_blocks(text: str, *, page: str | None = None) -> list[Block]:
    """Clean the text and cut it at blank lines; indents are kept, for they mark paragraphs."""
    pieces = _BLANK.split(clean(text))
    return [Block(piece.strip("\n"), page=page) for piece in pieces if piece.strip()]


def table_row(cells: Iterable[str]) -> str:
    """A row of a table as one would write it: a label and its value with a colon, more cells with a gap, empty ones not at all.

    >>> table_row(["建设单位", "甲公司"]), table_row(["1", "乙工程", "甲公司"])
    ('建设单位：甲公司', '1  乙工程  甲公司')
    """
    told = [text for cell in cells if (text := " ".join(cell.split()))]
    return "：".join(told) if len(told) == 2 and not told[0].isdecimal() else "  ".join(told)


_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_PLAIN = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")


def iso_date(text: str | None) -> str | None:
    """The first full date in a piece of metadata, as ISO.

    >>> iso_date("2024年5月7日 08:30"), iso_date("20240507"), iso_date("2023-02-29"), iso_date("昨天")
    ('2024-05-07', '2024-05-07', None, None)
    """
    match = _ISO.search(text or "") or _PLAIN.match((text or "").strip())
    return days.iso(match[1], match[2], match[3]) if match else None
