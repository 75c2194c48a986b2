"""Article pages of newspapers' electronic editions, which carry their fields between marks of their own."""

import re

from kg.ingest import markup
from kg.ingest.found import Found, iso_date, text_blocks
from kg.text import clean, is_chinese
from kg.types import Block

_BODY = re.compile(
    r"<founder-content[^>]*>(?P<marked>.*?)</founder-content>|<!--\s*enpcontent\s*-->(?P<comment>.*?)<!--\s*/enpcontent\s*-->",
    re.DOTALL | re.IGNORECASE,
)
_NAMES = {"title": "title", "over": "introtitle", "under": "subtitle", "date": "date", "author": "author"}
_MASTHEAD = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_PAPER = re.compile("^[\u4e00-\u9fff]{2,12}?(?:日报|晚报|早报|晨报|时报|新报|商报|快报|导报|都市报|周报|报)")
_PAGE = re.compile(r"第\s*([A-Z]?\d{1,3})\s*版")


def read(page: str) -> Found | None:
    """The article of an electronic edition's page; None for any other page."""
    bodies = [_lines(found["marked"] or found["comment"] or "") for found in _BODY.finditer(page)]
    body = max(bodies, key=len, default="")
    if not is_chinese(body):
        return None
    field = {key: _field(page, name) for key, name in _NAMES.items()}
    masthead = _MASTHEAD.search(page)
    paper = _PAPER.match(_lines(masthead[1]).strip()) if masthead else None
    number = _PAGE.search(_lines(page))
    heads = [Block(head, "title") for key in ("over", "title", "under") if (head := field[key])]
    author = [Block(field["author"], "byline")] if field["author"] else []
    text = [Block(block.text, block.kind, number[1] if number else None) for block in text_blocks(body)]
    return Found((*heads, *author, *text), published=iso_date(field["date"]), paper=paper[0] if paper else None)


def _field(page: str, name: str) -> str:
    found = re.search(rf"<(?:founder-)?{name}[^>]*>(.*?)</(?:founder-)?{name}>", _head_part(page), re.DOTALL | re.IGNORECASE)
    return " ".join(_lines(found[1]).split()) if found else ""


def _head_part(page: str) -> str:
    """The comment that holds the fields, or the whole page where the fields are elements."""
    found = re.search(r"<!--\s*enpproperty(.*?)/enpproperty\s*-->", page, re.DOTALL | re.IGNORECASE)
    return found[1] if found else "".join(re.findall(r"<founder-(?!content).*?</founder-[\w-]+>", page, re.DOTALL | re.IGNORECASE))


def _lines(piece: str) -> str:
    return clean(markup.text_of(piece))
