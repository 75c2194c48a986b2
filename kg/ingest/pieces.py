"""Lines to pieces: whole paragraphs, headlines, signatures, and what only frames a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kg.ingest.dateline import Frame, closing_byline, dateline, frame, is_credit, is_medium, is_paper, names_of
from kg.ingest.lines import Line, any_of
from kg.ingest.pictures import credit, is_caption
from kg.ingest.unwrap import column_widths, goes_on
from kg.text import HAN, is_chinese, join_lines

Kind = Literal["head", "para", "byline", "frame", "caption", "notice"]
_HEAD_WIDTH, _PLAIN_WIDTH = 84, 160  # half characters: the widest headline, and the widest of one that has no mark within
_CAPTION = 160  # characters
_BARRED = re.compile("[。；]")
_SENTENCE = re.compile("[，。；]")
_SAID = re.compile("^[“「].*[。？！?!…，][”」]$")


@dataclass(frozen=True, slots=True)
class Item:
    """What one item of a digest has of its own: the town that it is of, its headline, and the column (县区快讯) over all of them."""

    place: str = ""
    head: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines that is one thing. `gap`: white space stood before it; `names`: who signed, where it is a byline.

    `item` is there where one of a digest begins, `inside` in all that it holds (`digests`).
    """

    kind: Kind
    text: str
    gap: bool = False
    page: str | None = None
    names: tuple[str, ...] = ()
    frame: Frame | None = None
    wrapped: bool = False
    item: Item | None = None
    inside: bool = False


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """Join and sort the lines of a source. Every character of every line is in exactly one piece."""
    return _captioned(_Sorter(lines).run())


def _captioned(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where a line that a credit follows tells what a picture shows: a headline beside that of the story, a paragraph over it."""
    found = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind != "frame" or at == 0 or credit(piece.text) is None or len(pieces[at - 1].text) > _CAPTION:
            continue
        before, said = next((p.kind for p in reversed(found[: at - 1]) if p.kind not in ("frame", "caption")), ""), found[at - 1]
        behind = next((p.kind for p in pieces[at + 1 :] if p.kind not in ("frame", "caption")), "")
        if (said.kind == "head" and "head" in (before, behind)) or (said.kind == "para" and behind == "head" and before in ("", "head")):
            found[at - 1] = replace(said, kind="caption")
    return found


def _framed(text: str) -> Frame | None:
    return credit(text) or frame(text)


def _stands_apart(text: str, seen: Frame) -> bool:
    """Whether a line is part of no column (来源：某报, □本报记者 甲); one that opens a story is (本报讯（记者 甲 通讯员)."""
    return bool(seen.byline or seen.source) and not seen.rest and not re.search(".[（(]", text)


_FIELDS = 3  # labels with values, one after the other, that make a notice


_OPENS = re.compile(rf"^(?:(?:19|20)\d\d年)?\d{{1,2}}月\d{{1,2}}日(?:[上下]午)?，[{HAN}]")
_HEAD_DATE = re.compile(r"(?P<head>.{8,60}?)\s+(?P<date>(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)")


def _dated_head(line: Line) -> Sequence[Line]:
    """A headline with the day behind it as two lines: 甲成林调研重点企业 2009-01-06 10:56."""
    found = _HEAD_DATE.fullmatch(line.text) if line.kind == "text" else None
    if (
        found is None
        or not is_chinese(found["head"])
        or re.search("[：:。|｜]", found["head"])
        or is_medium(found["head"])
        or is_paper(found["head"])
    ):
        return (line,)
    return (replace(line, text=found["head"]), replace(line, text=found["date"], indent=0, gap=False))


class _Sorter:
    def __init__(self, lines: Sequence[Line]) -> None:
        lines = [part for line in lines for part in _dated_head(line)]
        around = [_framed(line.text) if line.kind == "text" else None for line in lines]
        self.lines = [replace(line, kind="frame") if seen and seen.strong else line for line, seen in zip(lines, around, strict=True)]
        self.apart = {at for at, seen in enumerate(around) if seen and _stands_apart(lines[at].text, seen)}
        self.columns = column_widths([replace(line, kind="frame") if at in self.apart else line for at, line in enumerate(self.lines)])
        texts = sum(1 for line in lines if line.kind == "text")
        self.shown = sum(1 for line in lines if line.indent or line.gap) > max(1, texts // 40)
        self.pieces: list[Piece] = []
        self.open: list[int] = []  # the lines of the paragraph being read
        self.told = False  # whether the story at hand has a paragraph

    def run(self) -> list[Piece]:
        at = 0
        while at < len(self.lines):
            at += self.take(at)
        self.close()
        return self.pieces

    def take(self, at: int) -> int:
        """Sort the line at `at`; say how many lines that used."""
        line = self.lines[at]
        if line.kind == "frame":
            if self.open and self.lines[self.open[-1]].closed:
                self.close()
            return self.framed(line)
        if self.open:
            last = self.open[-1]
            on = at not in self.apart and goes_on(self.lines[last], line, self.columns[last], paragraphs_shown=self.shown)
            if on and not self.ended() and not self.starts(at):
                self.open.append(at)
                return 1
            self.close()
        if line.kind in ("title", "byline", "date"):
            return self.declared(at)
        if used := self.signature(at):
            return used
        if frame(line.text) and (is_credit(line.text) or not (self.told or self.goes_after(at))):
            return self.framed(line)
        if self.is_head(at):
            return self.head(at)
        self.open = [at]
        return 1

    def starts(self, at: int) -> bool:
        """Whether a line that may go on with the paragraph begins another: a dateline, or a caption behind a sentence."""
        line = self.lines[at]
        if self.lines[self.open[-1]].closed and is_caption(line.text) and len(line.text) <= _CAPTION:
            return True
        return (line.gap or line.indent > 0 or not self.lines[self.open[-1]].marked) and dateline(line.text) is not None

    def framed(self, line: Line) -> int:
        seen = _framed(line.text) or Frame()
        self.pieces.append(Piece("frame", line.text, line.gap, line.page, seen.byline, seen))
        return 1

    def ended(self) -> bool:
        """Whether a signature or a caption's end closes the paragraph being read."""
        last = self.lines[self.open[-1]].text
        if last.endswith("）"):
            return closing_byline(join_lines(self.lines[i].text for i in self.open)) is not None
        return len(last) <= _CAPTION and is_caption(last) and self.lines[self.open[0]].text is last

    def chunk(self, at: int) -> str:
        """The lines from here to the next white space."""
        end = at + 1
        while end < len(self.lines) and not (self.lines[end].gap or self.lines[end].indent or self.lines[end].kind != "text"):
            end += 1
        return "".join(line.text for line in self.lines[at:end])

    def goes_after(self, at: int) -> bool:
        """Whether the next line is the second half of this one."""
        column = self.columns[at]
        return (
            at + 1 < len(self.lines) and column is not None and goes_on(self.lines[at], self.lines[at + 1], column, paragraphs_shown=True)
        )

    def declared(self, at: int) -> int:
        line = self.lines[at]
        seen = frame(line.text)
        if line.kind == "title":
            self.told = False
            self.pieces.append(Piece("head", line.text, line.gap, line.page))
        else:
            seen = seen or Frame(byline=names_of(line.text) if line.kind == "byline" else ())
            self.pieces.append(Piece("frame", line.text, line.gap, line.page, seen.byline, seen))
        return 1

    def signature(self, at: int) -> int:
        """A signature on lines of its own, which may itself be broken."""
        line = self.lines[at]
        if not line.text.startswith(("（", "(")):
            return 0
        text, used = line.text, 1
        if "）" not in text and at + 1 < len(self.lines) and len(self.lines[at + 1].text) <= 12:
            text, used = join_lines([text, self.lines[at + 1].text]), 2
        signed = closing_byline(text)
        if signed is None or signed[0] != 0:
            return 0
        self.pieces.append(Piece("byline", text, line.gap, line.page, signed[1]))
        self.told = False
        return used

    def is_head(self, at: int) -> bool:
        line, text = self.lines[at], self.lines[at].text
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if (
            _BARRED.search(text)
            or line.width > (_HEAD_WIDTH if line.marked else _PLAIN_WIDTH)
            or text.endswith(("，", "：", "、", ":", ","))
            or _SAID.match(text)
        ):
            return False
        if not is_chinese(text) or dateline(text) or is_caption(text) or self.in_notice(at):
            return False
        if following is not None and not following.gap and _OPENS.match(text) and not line.closed:
            return False  # 5月18日，海川银|行与…: a story that begins, broken off at the edge of its column
        column = self.columns[at]
        apart = following is None or following.gap or following.indent > 0
        if column is not None and not apart and self.goes_after(at) and _SENTENCE.search(self.chunk(at)):
            return False
        if line.closed:  # 。 is barred, so it is a question or a cry
            return not self.told and len(text) <= 36
        return apart or "，" not in text or not self.told

    def in_notice(self, at: int) -> bool:
        """Whether the line is one of several labels with values that follow each other."""
        first, last = at, at
        while first > 0 and self.lines[first - 1].field:
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].field:
            last += 1
        return self.lines[at].field and last - first + 1 >= _FIELDS

    def head(self, at: int) -> int:
        """A headline; one whose quotation is broken off goes on in the next line."""
        line, text, used = self.lines[at], self.lines[at].text, 1
        while at + used < len(self.lines) and text.endswith(("“", "《", "（")) and not self.lines[at + used].gap:
            text, used = text + self.lines[at + used].text, used + 1
        self.pieces.append(Piece("head", text, line.gap, line.page, wrapped=self.columns[at] is not None))
        return used

    def close(self) -> None:
        """The paragraph is whole: say what it is."""
        if not self.open:
            return
        lines = [self.lines[i] for i in self.open]
        wrapped = any(self.columns[i] is not None for i in self.open)
        text, gap, page = join_lines(line.text for line in lines), lines[0].gap, lines[0].page
        self.open = []
        if len(text) <= _CAPTION and is_caption(text):
            self.pieces.append(Piece("caption", text, gap, page, wrapped=wrapped))
        elif _notice().match(text):
            self.pieces.append(Piece("notice", text, gap, page, wrapped=wrapped))
        else:
            signed = closing_byline(text)
            body = text[: signed[0]].rstrip() if signed else text
            self.pieces.append(Piece("para", body, gap, page, wrapped=wrapped))
            self.told = True
            if signed:
                self.pieces.append(Piece("byline", text[signed[0] :].strip(), False, page, signed[1]))
                self.told = False


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(rf"^[【\[]?{any_of('notice_heads')}(?:[】\]]|[\u3000：:]|  )")
