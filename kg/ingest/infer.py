"""Paper, page, date and locality of the stories of one source: given, said, or inferred with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg import divisions
from kg.ingest import locality as localities
from kg.ingest.dateline import frame, is_house, signing_medium
from kg.ingest.headlines import titles
from kg.ingest.lines import CHAR, any_of
from kg.ingest.published import date_in_address, infer_published
from kg.ingest.segment import Page, Story
from kg.resources import lines as resource_lines
from kg.types import Source

_BLANKS = re.compile("[ \u3000、，,：:]+")
_SIGNED = 2  # paragraphs at the end of a story in which it may say where it is from: 来源：某县融媒体中心


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller and the source's own file say."""

    paper: str | None
    locality: str | None
    published: str | None
    source: Source


@dataclass(slots=True)
class Known:
    """What is known of one story."""

    paper: str | None = None
    page: str | None = None
    published: str | None = None
    locality: str | None = None
    locality_code: str | None = None
    inferred: dict[str, str] = field(default_factory=dict)


def infer(page: Page, given: Given) -> list[Known]:
    """One `Known` a story; what is said for one story of a page counts for the others where it says nothing else."""
    paper = given.paper or given.source.paper
    shared_date = next((seen.date for seen in page.frames if seen.date), None)
    guesses = infer_published(page.stories)
    found = []
    masthead = None if paper else _masthead(page)
    for story, guess in zip(page.stories, guesses, strict=True):
        issuer = _issuer(story) if not paper and not masthead else None
        known = Known(paper=paper or masthead or issuer)
        if masthead:
            known.inferred["paper"] = f"页眉“{masthead}”"
        elif issuer:
            known.inferred["paper"] = f"来源“{issuer}”"
        own_page = next((seen.page for seen in story.frames if seen.page), None)
        known.page = own_page or page.printed.get(story.page) or story.page
        own_date = next((seen.date for seen in story.frames if seen.date), None)
        if given.published:
            known.published = given.published
        elif given.source.published:
            known.published = given.source.published
            if given.source.published_from:
                known.inferred["published"] = given.source.published_from
        elif own_date or shared_date:
            known.published = own_date or shared_date
            known.inferred["published"] = f"页面上写着{known.published}"
        elif dated := date_in_address(given.source.url):
            known.published, known.inferred["published"] = dated, "网址里的日期"
        elif guess is not None:
            known.published, known.inferred["published"] = guess
        found.append(known)
    _localities(page, given, paper, found)
    return found


def _masthead(page: Page) -> str | None:
    """The newspaper that the head lines of a page name beside its day or number, if it is one and the same."""
    heads = {seen.rest for seen in (*page.frames, *(seen for story in page.stories for seen in story.frames)) if seen.date or seen.page}
    papers = {head for head in heads if _paper().fullmatch(head)}
    return papers.pop() if len(papers) == 1 else None


def _issuer(story: Story) -> str | None:
    """The one firm, body or other house that lines around a story name as who issued it: 发布单位：青禾机电有限公司.

    Where no label says so, it is whose name stands in a line of its own beside the headline or the day, or before those who sign.
    """
    frames = [*story.frames, *(seen for line in story.paragraphs[-_SIGNED:] if (seen := frame(line)) is not None)]
    heads = [head.text for head in story.heads]
    signed = _BLANKS.split(story.opening.signed) if story.opening is not None else []
    for some in (
        [seen.rest for seen in story.frames if seen.date and not seen.page],
        [seen.source for seen in frames if seen.source],
        [head for head in heads if len(heads) > 1 and not _says_more().search(head)],
        signed,
    ):
        names = {name for name in some if is_house(name)}
        if len(names) == 1:
            return names.pop()
    return _called_again(heads)


def _called_again(heads: Sequence[str]) -> str | None:
    """The short name of a firm in a line of its own under a headline that has it too: 青禾机电与云杼大学签约 / 青禾机电."""
    names = {head for head in heads for other in heads if len(other) > len(head) and head in other and _short().fullmatch(head)}
    return names.pop() if len(names) == 1 else None


@cache
def _says_more() -> re.Pattern[str]:
    return re.compile(any_of("headline_verbs"))


@cache
def _short() -> re.Pattern[str]:
    tails = "|".join(map(re.escape, resource_lines("lexicons", "company_tails.txt")))
    return re.compile(rf"{CHAR}{{2,4}}(?:{tails})")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(f"{CHAR}{{2,10}}{any_of('papers')}")


def _localities(page: Page, given: Given, paper: str | None, found: Sequence[Known]) -> None:
    if given.locality:
        division = divisions.nearest(divisions.lookup(given.locality), None)
        for story, known in zip(page.stories, found, strict=True):
            if _of_its_town(story, known, page, division.code if division else None):
                continue
            known.locality = divisions.full_name(division.code) if division else given.locality
            known.locality_code = division.code if division else None
        return
    for story, known in zip(page.stories, found, strict=True):
        hints = _hints(page, story, paper)
        if _of_its_town(story, known, page, next((hint.division.code for hint in hints if hint.sure), None)):
            continue
        others = [other for other in page.stories if other is not story]
        guess = localities.infer_locality(story, others, " ".join(titles(story)), hints)
        if guess is not None:
            known.locality = divisions.full_name(guess.division.code)
            known.locality_code = guess.division.code
            known.inferred["locality"] = guess.reason
    agreed = {known.locality_code for known in found if known.locality_code and len(known.locality_code) > 2}
    if len(agreed) == 1:
        like = next(known for known in found if known.locality_code in agreed)
        for story, known in zip(page.stories, found, strict=True):
            if known.locality is None and not localities.is_central(story):
                known.locality, known.locality_code = like.locality, like.locality_code
                known.inferred["locality"] = "从同版的其他报道推断"


def _of_its_town(story: Story, known: Known, page: Page, code: str | None) -> bool:
    """Whether an item of a digest says of which town it is (【江阴】…), which is then its locality.

    Args:
        code: the division that the paper is of; else the others of the digest tell which of several of one name is meant.
    """
    units = divisions.lookup(story.item.place) if story.item is not None and story.item.place else ()
    others = [found for other in page.stories if other.item is not None and len(found := divisions.lookup(other.item.place)) == 1]
    shared = (codes.pop() for size in (4, 2) if len(codes := {unit.code[:size] for (unit,) in others}) == 1)
    unit = divisions.nearest(units, code or next(shared, None))
    if unit is None or story.item is None:
        return False
    known.locality, known.locality_code = divisions.full_name(unit.code), unit.code
    known.inferred["locality"] = f"条目开头“{story.item.place}”"
    return True


def _hints(page: Page, story: Story, paper: str | None) -> list[localities.Found]:
    """What the paper's name, the dateline's medium and the head lines point to."""
    hints = []
    media = [("报名", paper or ""), ("电头", story.opening.medium if story.opening else "")]
    media += [("署名", story.medium)] + [("署名", signing_medium(line)) for line in (*story.paragraphs[:1], *story.paragraphs[-_SIGNED:])]
    frames = [*story.frames, *(seen for line in story.paragraphs[-_SIGNED:] if (seen := frame(line)) is not None)]
    media += [("来源", seen.source or "") for seen in frames] + [("页眉", seen.rest) for seen in [*story.frames, *page.frames]]
    for kind, name in media:
        units = localities.every_from_name(name) if name and not localities.central().search(name) else ()
        hints += [localities.Found(unit, f"{kind}“{name}”", sure=len(units) == 1) for unit in units]
    return hints
