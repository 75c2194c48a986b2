"""Web pages: the main text and what the page says of itself, without menus and adverts."""

import contextlib
import re
from typing import Any

from kg.errors import UnreadableSource
from kg.ingest import epaper, markup, metadata, wechat
from kg.ingest.decode import decode
from kg.ingest.found import Found, iso_date, table_row, text_blocks
from kg.text import clean, is_chinese
from kg.types import Block

_DATE = {"extensive_search": False, "original_date": True}  # what the page says of itself: no year of a footer, no founding day of the text
_LEAST = 50  # characters of main text from which a page counts as read: a Chinese story is short
_LONG_CELL = 150  # characters of a cell that is no cell of a table of facts
_IN_SENTENCE = re.compile("[，。；、]")
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, shown: str) -> list[Found]:
    """The main article of a page, with title, date, paper and address as it says them itself.

    Raises:
        UnreadableSource: it has no main text in Chinese.
    """
    page = _decode(data, shown)
    if (found := epaper.read(page) or wechat.read(page)) is not None:
        return [found]
    import trafilatura  # late: it takes a second to load and most inputs are text
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_LEAST))
    tree = markup.tree_of(page)
    _open_layout(tree)
    _unlink(tree)
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params=_DATE,
        config=config,
    )
    text = getattr(document, "text", None) or ""
    if not is_chinese(text):
        raise UnreadableSource(shown, "网页里没有找到中文正文", "请另存为完整网页，或把正文存为 txt")
    title = " ".join(clean(getattr(document, "title", None) or "").split())
    said = metadata.said(tree, title, getattr(document, "sitename", None))
    blocks = [Block(said.title, "title")] if said.title else []
    for line in clean(text).split("\n"):  # trafilatura gives a paragraph a line
        blocks += text_blocks(_row(line) if line.startswith("|") else line)
    published = said.published or iso_date(getattr(document, "date", None))
    return [Found(tuple(blocks), published=published, paper=said.paper or None, url=getattr(document, "url", None))]


def _open_layout(tree: Any) -> None:
    """Make plain blocks of tables that only place things on the page, so that what stands in their cells is read as paragraphs."""
    for table in list(tree.iter("table")):
        if any(_holds_text(cell) for cell in table.iter("td", "th")):
            for part in list(table.iter("tbody", "tr", "td", "th")):
                if next(part.iterancestors("table"), None) is table:
                    part.tag = "div"
            table.tag = "div"


def _holds_text(cell: Any) -> bool:
    """Whether a cell holds paragraphs or another table, as no cell of a table of facts does."""
    if next(cell.iter("table"), None) is not None or len(list(cell.iter("p"))) > 1:
        return True
    text = "".join(cell.text_content().split())
    return len(text) > _LONG_CELL or text.count("。") > 1


def _unlink(tree: Any) -> None:
    """Make plain text of links inside sentences (到<a>甲公司</a>调研，…), which would count as a menu."""
    for link in list(tree.iter("a")):
        around = link.getparent()
        if around is not None and any(_IN_SENTENCE.search(text) for text in (around.text, *(child.tail for child in around)) if text):
            link.drop_tag()


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
