"""Plain text and Markdown."""

import re

from kg.ingest.decode import decode
from kg.ingest.found import Found, text_blocks
from kg.text import clean
from kg.types import Block

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_STRESS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^#{1,6}[ \t\u3000]+(.+?)[ \t#]*$", re.MULTILINE)
_LINE_MARK = re.compile(r"^[ \t]*(?:>|[-*+][ \t]|\|)[ \t]*", re.MULTILINE)


def read(data: bytes, shown: str) -> list[Found]:
    """A text file is one source; a page of several articles is cut later."""
    return [Found(tuple(text_blocks(decode(data, shown))))]


def read_markdown(data: bytes, shown: str) -> list[Found]:
    """Markdown: headings are titles; links, emphasis and quotes keep their words only."""
    text = _FRONT.sub("", decode(data, shown).replace("\r\n", "\n"))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _CODE.sub("", text)))
    text = _LINE_MARK.sub("", _STRESS.sub(r"\2", text))
    blocks: list[Block] = []
    at = 0
    for match in _HEADING.finditer(text):
        blocks += text_blocks(text[at : match.start()])
        blocks.append(Block(clean(match[1]).strip(), "title"))
        at = match.end()
    return [Found((*blocks, *text_blocks(text[at:])))]
