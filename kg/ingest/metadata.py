"""What a web page says of itself beside its text: headline, day, paper.

Sites of authorities carry the fields that the State Council's rules for government sites name (ArticleTitle, PubDate, ContentSource, SiteName);
others put 来源：某报 in a line under the headline and the site's name behind the headline in `<title>`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ingest import locality
from kg.ingest.found import iso_date
from kg.ingest.lines import any_of
from kg.text import HAN, clean

_SOURCE = re.compile(rf"来源\s*[:：]\s*(?P<paper>[{HAN}A-Za-z0-9]{{2,20}})")
_DATE = r"(?:时间|日期)\s*[:：]\s*(?P<day>(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d))"
_PUBLISHED = re.compile(rf"(?:发布|发表|更新|刊发|刊登|录入|添加|见报|上传){_DATE}")
_DATED = re.compile(rf"(?<![{HAN}]){_DATE}")  # alone it may be the day of what is told
_ABOUT = re.compile("来源|作者|编辑|浏览|点击|阅读|字号|字体|访问")
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
    names = (told.get("contentsource"), _labelled(tree, _SOURCE), site, told.get("sitename"), behind)
    day = iso_date(told.get("pubdate")) or iso_date(_labelled(tree, _PUBLISHED) or _labelled(tree, _DATED, beside=_ABOUT))
    return Said(head, day, next((name for name in names if name and _is_paper(name)), site))


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _headline(title: str, tree: Any) -> tuple[str, str]:
    """The headline, which the page repeats over its text, and what the title says behind or before it: 甲成林调研-要闻-云川新闻网."""
    parts = [part for part in _PARTS.split(title) if part]
    if len(parts) < 2:
        return title, ""
    names = [part for part in (parts[-1], parts[0]) if _is_paper(part)]
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


def _labelled(tree: Any, label: re.Pattern[str], *, beside: re.Pattern[str] | None = None) -> str:
    """What a line of the page says behind a label: 时间：2024-05-27 来源：云川日报. `beside`: what else that line must say."""
    body = tree.find("body")
    for element in body.iter() if body is not None else ():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        own = "".join(text for text in (element.text, *(child.tail for child in element)) if text)
        if "：" in own or ":" in own:
            line = _line(element.text_content())[:_LINE]
            if (found := label.search(line)) and (beside is None or beside.search(line)):
                return found[1]
    return ""


def _is_paper(name: str) -> bool:
    """Whether a name is one of a paper, station or site: it ends as such or is named after a place."""
    if _DEICTIC.match(name):
        return False
    return _media().search(name) is not None or locality.from_name(name) is not None


@cache
def _media() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('dateline_tails')}|{any_of('dateline_media')}|{any_of('central_media')})$")
