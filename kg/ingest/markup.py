"""Pieces of HTML, as electronic editions and scraped tables hold them: their text, a line for each block and row."""

import html
import re
from typing import Any

from kg.ingest.found import table_row

_TAG = re.compile(
    r"</?(?:p|div|br|span|strong|b|i|u|em|font|a|img|table|tbody|tr|td|ul|ol|li|h[1-6]|section|article|center|blockquote|script|style)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCKS = ("p", "div", "li", "tr", "table", "section", "article", "center", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
_ENTITY = re.compile(r"&(?:[A-Za-z]+\d*|#\d+|#x[0-9A-Fa-f]+);")
_WORDS = re.compile(r"(?<=[!-~])[ \t]*\r?\n\s*(?=[!-~])")  # a line end between Latin words is a space, between Chinese ones nothing
_LINE_END = re.compile(r"[ \t]*\r?\n\s*")


def text_of(told: str) -> str:
    """A text that may be a piece of HTML, as text: its paragraphs parted by blank lines, rows of tables as one would write them.

    Plain text comes back as it is, but for characters that are written as HTML writes them.

    >>> text_of("<p>市长甲成林到<b>星澜光电</b>调研。</p><p>AT&amp;T</p>").split("\\n\\n")
    ['\\n市长甲成林到星澜光电调研。', 'AT&T\\n']
    >>> text_of("产值<500万元"), text_of("AT&amp;T")
    ('产值<500万元', 'AT&T')
    """
    if _TAG.search(told) is None:
        return html.unescape(told) if _ENTITY.search(told) else told
    from lxml.html import HTMLParser, fragment_fromstring

    root = fragment_fromstring(told.encode(), create_parent="div", parser=HTMLParser(encoding="utf-8"))
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            element.drop_tree()
    if any(element.tag in (*_BLOCKS, "br") for element in root.iterdescendants()):  # else its lines are the lines
        for element in root.iter():
            element.text, element.tail = _one_line(element.text), _one_line(element.tail)
    for row in root.iter("tr"):
        cells = [cell.text_content() for cell in row.iterchildren("td", "th")]
        for child in list(row):
            row.remove(child)
        row.text = table_row(cells)
    for element in root.iter("br"):
        element.tail = "\n" + (element.tail or "")
    for element in root.iterdescendants(*_BLOCKS):
        element.text, element.tail = "\n" + (element.text or ""), "\n" + (element.tail or "")
    return str(root.text_content())


def tree_of(page: str) -> Any:
    """A whole page as lxml has it."""
    from lxml.html import HTMLParser, document_fromstring

    return document_fromstring(page.encode(), parser=HTMLParser(encoding="utf-8"))


def _one_line(text: str | None) -> str:
    return _LINE_END.sub("", _WORDS.sub(" ", text or ""))
