"""Pieces to stories: where one article ends and the next begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.ingest.dateline import Dateline, Frame, dateline, signing_medium
from kg.ingest.lines import any_of
from kg.ingest.pieces import Item, Piece

_LEAD = 200  # characters: what stands before a dateline and is shorter may be its lead
_STORY = 40  # characters: less is no story
_ITEM = 12  # unless a dateline opens it, and another the next one


@dataclass(slots=True)
class Story:
    """An article in the making."""

    paragraphs: list[str] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    opening: Dateline | None = None
    signed: bool = False
    medium: str = ""  # for which those work who sign at the end
    page: str | None = None
    item: Item | None = None  # of a digest
    over: list[Piece] = field(default_factory=list)  # headlines over the digest that it is an item of

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(slots=True)
class Page:
    """What was found in one source: stories in order, the headlines between them, what belongs to none."""

    stories: list[Story]
    slots: list[list[Piece]]  # slots[k] stand before story k; the last ones stand after all
    extras: list[Piece]  # captions and notices
    frames: list[Frame]
    printed: dict[str | None, str] = field(default_factory=dict)  # page as counted by the reader → as printed in its head
    wrapped: bool = False  # set in columns, as on a printed page


def cut(pieces: Sequence[Piece]) -> Page:
    """Cut a source into stories. Without clear signs of several it stays one: a story in two halves is worse than two in one."""
    page = _cut(pieces, several=False)
    return _cut(pieces, several=True) if len(page.stories) > 1 else page


def _cut(pieces: Sequence[Piece], *, several: bool) -> Page:
    page = Page([], [[]], [], [], wrapped=any(piece.wrapped for piece in pieces if piece.kind == "para"))
    story: Story | None = None
    pending: list[Frame] = []
    for at, piece in enumerate(pieces):
        heads = page.slots[-1]
        if piece.kind == "head":
            heads.append(piece)
        elif piece.kind == "byline" and story is not None and not heads:
            story.byline += piece.names
            story.signed, story.medium = True, signing_medium(piece.text) or story.medium
        elif piece.kind in ("byline", "frame"):
            seen = piece.frame or Frame(byline=piece.names)
            page.frames.append(seen)
            if seen.page:
                page.printed.setdefault(piece.page, seen.page)
            if story is None or heads:
                pending.append(seen)
            elif not (several and seen.strong):
                story.frames.append(seen)
        elif piece.kind in ("caption", "notice"):
            if (several and not piece.inside) or story is None:
                page.extras.append(piece)
            else:
                story.paragraphs.append(piece.text)  # the only story of its source keeps its captions
        else:
            opening = dateline(piece.text)
            if (
                opening is not None
                and story is not None
                and not heads
                and piece.item is None
                and opening.end == len(piece.text)
                and not _ahead(pieces, at + 1)
            ):
                story.opening = story.opening or opening  # 本报云川3月5日电 under a story signs it
                continue
            if story is None or _begins(story, piece, opening, heads, pending, _ahead(pieces, at), several=several):
                story = Story(page=piece.page, frames=pending, item=piece.item)
                page.stories.append(story)
                page.slots.append([])
            else:
                story.paragraphs += [head.text for head in heads]
                story.frames += pending
                heads.clear()
            pending = []
            body = piece.text
            if opening is not None and story.opening is None:
                story.opening = opening
                story.byline += opening.byline
                body = body[opening.end :].lstrip()
            if body:
                story.paragraphs.append(body)
    if story is not None:
        story.frames += pending
    else:
        page.frames += pending
    return page


def _ahead(pieces: Sequence[Piece], at: int) -> int:
    """How many characters of text follow from here to the next headline or signature."""
    total = 0
    for piece in pieces[at:]:
        if piece.kind in ("head", "byline"):
            break
        total += len(piece.text) if piece.kind == "para" else 0
    return total


def _begins(
    story: Story, piece: Piece, opening: Dateline | None, heads: Sequence[Piece], pending: Sequence[Frame], ahead: int, *, several: bool
) -> bool:
    """Whether a paragraph begins a new story."""
    if piece.item is not None or piece.inside or story.item is not None:
        return piece.item is not None or not piece.inside
    size = sum(map(len, story.paragraphs))
    if heads and _sidebar().match(heads[0].text):
        return False
    if opening is not None:
        lead = story.opening is None and not story.signed and not heads and size < _LEAD
        return size >= (_ITEM if story.opening is not None else _STORY) and not lead
    if story.signed:
        return ahead >= _STORY and (bool(heads) or piece.wrapped)
    if heads and several:
        if any(seen.byline or seen.date for seen in pending):
            return True
        groups = sum(1 for head in heads if head.gap) or 1
        news = _news().match(piece.text) is not None
        return ahead >= _STORY and (groups > 1 or (news and story.opening is not None))
    return False


@cache
def _news() -> re.Pattern[str]:
    return re.compile(rf"^.{{0,12}}?(?:{any_of('story_openings')}|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)")


@cache
def _sidebar() -> re.Pattern[str]:
    return re.compile(rf"^[【\[■●◆★☆▲△▶\s]*{any_of('sidebar_heads')}")
