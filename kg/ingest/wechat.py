"""Articles of public accounts (微信公众号), as a browser saves them: the account stands for the paper."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from kg.ingest import markup
from kg.ingest.found import Found, iso_date, text_blocks
from kg.ingest.lines import any_of
from kg.text import clean, is_chinese
from kg.types import Block

_BODY = "js_content"
_SCRIPT = {  # what the page's script says, where the browser had not filled in the elements
    "paper": re.compile(r"""\bnickname\s*=\s*(?:htmlDecode\()?["'](?P<said>[^"']+)["']"""),
    "day": re.compile(r"""\bcreateTime\s*=\s*["'](?P<said>[^"']+)["']"""),
    "second": re.compile(r"""\bct\s*=\s*["'](?P<said>\d{10})["']"""),
    "url": re.compile(r"""\bmsg_link\s*=\s*["'](?P<said>http[^"'?]*\?[^"']+|http[^"']+)["']"""),
}
_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_LONGEST = 30  # characters of a line that invites to follow the account


def read(page: str) -> Found | None:
    """The article of a public account's page; None for any other page."""
    if f'id="{_BODY}"' not in page:
        return None
    from lxml.html import tostring

    tree = markup.tree_of(page)
    body = tree.get_element_by_id(_BODY, None)
    if body is None:
        return None
    text = clean(markup.text_of(tostring(body, encoding="unicode", with_tail=False)))
    if not is_chinese(text):
        return None

    def element(name: str) -> str:
        found = tree.get_element_by_id(name, None)
        return " ".join(clean(found.text_content()).split()) if found is not None else ""

    said = {key: found["said"] for key, pattern in _SCRIPT.items() if (found := pattern.search(page))}
    told = {key: value for meta in tree.iter("meta") if (key := meta.get("property")) and (value := meta.get("content"))}
    title = element("activity-name") or " ".join(clean(told.get("og:title", "")).split())
    day = iso_date(element("publish_time")) or iso_date(said.get("day"))
    if day is None and "second" in said:
        day = datetime.datetime.fromtimestamp(int(said["second"]), _CHINA).date().isoformat()
    return Found(
        (*([Block(title, "title")] if title else []), *text_blocks("\n".join(_article(text.split("\n"))))),
        published=day,
        paper=element("js_name") or said.get("paper"),
        url=told.get("og:url") or said.get("url"),
    )


def _article(lines: list[str]) -> Iterator[str]:
    """Without the lines that invite to follow the account, and what it recommends behind its article."""
    told = False
    for line in lines:
        said = line.strip()
        if told and _ends().fullmatch(said):
            return
        if len(said) > _LONGEST or not _invites().search(said):
            told = told or len(said) > _LONGEST
            yield line


@cache
def _invites() -> re.Pattern[str]:
    return re.compile(any_of("account_invites"))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"[-—·\s]*{any_of('account_ends')}[-—·：\s]*")
