"""A source to its articles: unwrapped, cut apart, each with its headline, signature, date and locality."""

import hashlib
from dataclasses import replace

from kg.ingest.digests import itemised
from kg.ingest.headlines import assign, titles
from kg.ingest.infer import Given, Known, infer
from kg.ingest.lines import lines_of
from kg.ingest.pieces import pieces_of
from kg.ingest.segment import Page, Story, cut
from kg.traditional import simplified
from kg.types import Article, Source


def articles(
    source: Source, *, paper: str | None = None, locality: str | None = None, published: str | None = None, digests: bool = True
) -> list[Article]:
    """The articles of a source, in the order of their bodies.

    `Article.text` is the body: paragraphs joined by one newline, without dateline (本报讯), signature, headline and page heads, which are
    kept apart. Each item of a digest (县区快讯) is one. Captions and notices of a page of several articles stand in a last article of their own; elsewhere they stay in the text.

    Args:
        paper, locality, published: what the caller knows; else what the source says; else inferred, with the reason in `inferred`.
        digests: whether they are cut apart.
    """
    pieces = pieces_of(lines_of(source))
    page = cut(itemised(pieces) if digests else pieces)
    _settle(page)
    given = Given(paper, locality, published, source)
    known = infer(replace(page, stories=[_read(story) for story in page.stories]), given)
    return [_article(story, facts, source, number) for number, (story, facts) in enumerate(zip(page.stories, known, strict=True))]


def _settle(page: Page) -> None:
    """Give away what stands between the stories."""
    if not page.stories:
        heads, left = [piece for slot in page.slots for piece in slot], [piece.text for piece in page.extras]
        if left:  # a picture with its caption
            page.stories.append(Story(paragraphs=left, heads=heads))
        elif heads:
            page.stories.append(Story(paragraphs=[head.text for head in heads]))
        page.slots.clear()
        return
    if len(page.stories) == 1:
        story = page.stories[0]
        before, after = page.slots
        story.paragraphs = [piece.text for piece in page.extras] + story.paragraphs
        if before or not page.wrapped:
            story.heads, story.paragraphs = before, story.paragraphs + [piece.text for piece in after]
        else:
            story.heads = after
        return
    if all(story.item is not None for story in page.stories):
        for story in page.stories:
            story.over = page.slots[0]
        page.slots[0] = []
    assign(page)
    if page.extras:
        page.stories.append(Story(paragraphs=[piece.text for piece in page.extras], page=page.extras[0].page))


def _read(story: Story) -> Story:
    """The story in the characters that places and days are known by."""
    return replace(story, paragraphs=simplified(story.text).split("\n"))


def _written(story: Story) -> str | None:
    opening = story.opening
    if opening is None or not opening.month or not opening.day:
        return None
    return f"{opening.year or '-'}-{opening.month:02d}-{opening.day:02d}"


def _article(story: Story, facts: Known, source: Source, number: int) -> Article:
    title, subtitle = titles(story)
    text = story.text
    key = "\x1f".join((title, text, facts.published or ""))
    article = Article(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        source=source.path,
        text=text,
        title=title,
        subtitle=subtitle,
        page=facts.page,
        byline=tuple(dict.fromkeys([*(name for seen in story.frames for name in seen.byline), *story.byline])),
    )
    return replace(
        article,
        paper=facts.paper,
        published=facts.published,
        locality=facts.locality,
        locality_code=facts.locality_code,
        inferred=dict(facts.inferred),
        written=_written(story),
    )
