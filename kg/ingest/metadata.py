"""What a web page says of itself beside its text: headline, day, paper.

Sites of authorities carry the fields that the State Council's rules for government sites name (ArticleTitle, PubDate, ContentSource, SiteName);
others put 来源：某报 in a line under the headline and the site's name behind the headline in `<title>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ingest import locality
from kg.ingest.dateline import Frame, frame, is_house
from kg.ingest.found import iso_date
from kg.ingest.lines import any_of
from kg.text import clean

_LINE = 120  # characters of the line under a headline that says when and where it appeared
_PARTS = re.compile(r"\s*[_|｜]+\s*|\s+[-–—]+\s+|-+(?=[^-]*$)")
_SHORTEST = 6  # characters of a headline
_DEICTIC = re.compile("[本我市县区省州旗]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself; None or empty where it says nothing."""

    title: str = ""
    published: str | None = None
    paper: str | None = None


def said(tree: Any, title: str, site: str | None) -> Said:
    """Headline, day and paper of a page.

    Args:
        tree: the page, as lxml parses it.
        title: its headline as a general reader found it, perhaps with the site's name behind it.
        site: the site's name, if its metadata has it.
    """
    told = {meta.get("name", "").lower(): _line(meta.get("content")) for meta in tree.iter("meta") if meta.get("content")}
    head, behind = _headline(told.get("articletitle") or title, tree)
    behind = behind or _headline(_line(tree.findtext(".//title")), tree)[1]
    lines = list(_frames(tree))
    source = next((line.source for line in lines if line.source), None)
    day = next((line.date for line in lines if line.date and (line.source or line.byline)), None)  # alone it may be the day of what is told
    names = [name for name in (told.get("contentsource"), source, site, told.get("sitename"), behind) if name]
    house = next(filter(is_house, names), site)  # a firm or school that issues its own news
    return Said(head, iso_date(told.get("pubdate")) or day, next(filter(_is_paper, names), house))


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _headline(title: str, tree: Any) -> tuple[str, str]:
    """The headline, which the page repeats over its text, and what the title says behind or before it: 甲成林调研-要闻-云川新闻网."""
    parts = [part for part in _PARTS.split(title) if part]
    if len(parts) < 2:
        return title, ""
    names = [part for part in (parts[-1], parts[0]) if _is_paper(part) or is_house(part)]
    body = tree.find("body")
    shown = {_line(text) for text in (body.itertext() if body is not None else ())} - set(names)
    whole = [head for head in shown if len(head) >= _SHORTEST and _alone(head).search(title)]
    if whole:
        return max(whole, key=lambda head: (len(head), head)), names[0] if names else ""
    if not names:
        return title, ""
    return _PARTS.split(title.removesuffix(names[0]).removeprefix(names[0]).strip())[0] or title, names[0]


def _alone(head: str) -> re.Pattern[str]:
    """A headline in a title, parted from what else stands there."""
    return re.compile(rf"(?:^|[\s_|｜–—-]){re.escape(head)}(?=$|[\s_|｜–—-])")


def _frames(tree: Any) -> Iterator[Frame]:
    """What the lines of a page say that only frame its story: 时间：2024-05-27 来源：云川日报."""
    body = tree.find("body")
    for element in body.iter() if body is not None else ():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        own = "".join(text for text in (element.text, *(child.tail for child in element)) if text)
        if "：" in own or ":" in own:
            line = _line(element.text_content())
            seen = frame(line) if len(line) <= _LINE else None
            if seen is not None:
                yield seen


def _is_paper(name: str) -> bool:
    """Whether a name is one of a paper, station or site: it ends as such or is named after a place."""
    if _DEICTIC.match(name):
        return False
    return _media().search(name) is not None or locality.from_name(name) is not None


@cache
def _media() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('dateline_tails')}|{any_of('dateline_media')}|{any_of('central_media')})$")
