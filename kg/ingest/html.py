"""Web pages: the main text and what the page says of itself, without menus and adverts."""

import contextlib
import re

from kg.errors import UnreadableSource
from kg.ingest import epaper
from kg.ingest.decode import decode
from kg.ingest.found import Found, iso_date, table_row, text_blocks
from kg.text import clean, is_chinese
from kg.types import Block

_DATE = {"extensive_search": False, "original_date": True}  # what the page says of itself: no year of a footer, no founding day of the text
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, shown: str) -> list[Found]:
    """The main article of a page, with title, date, site and address from its metadata.

    Raises:
        UnreadableSource: it has no main text in Chinese.
    """
    page = _decode(data, shown)
    if (found := epaper.read(page)) is not None:
        return [found]
    import trafilatura  # late: it takes a second to load and most inputs are text

    document = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, favor_precision=False, with_metadata=True, date_extraction_params=_DATE
    )
    text = getattr(document, "text", None) or ""
    if not is_chinese(text):
        raise UnreadableSource(shown, "网页里没有找到中文正文", "请另存为完整网页，或把正文存为 txt")
    title = " ".join(clean(getattr(document, "title", None) or "").split())
    blocks = [Block(title, "title")] if title else []
    for line in clean(text).split("\n"):  # trafilatura gives a paragraph a line
        blocks += text_blocks(_row(line) if line.startswith("|") else line)
    paper = getattr(document, "sitename", None)
    return [
        Found(tuple(blocks), published=iso_date(getattr(document, "date", None)), paper=paper or None, url=getattr(document, "url", None))
    ]


def _row(line: str) -> str:
    """A row of a table, whose cells trafilatura parts by bars; nothing for the rule below its head."""
    return table_row(line.strip().strip("|").split("|")) if line.strip("|-: ") else ""


def _decode(data: bytes, shown: str) -> str:
    """What the page declares wins over a guess: GB2312 pages are GB18030."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].lower().startswith((b"gb", b"x-gb")):
        with contextlib.suppress(UnicodeDecodeError):  # some pages declare GBK and are UTF-8
            data = data.decode("gb18030").encode("utf-8")
    return decode(data, shown)
