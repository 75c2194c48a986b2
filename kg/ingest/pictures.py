"""What stands beside the pictures of a page: captions, and who took or gave them."""

import re
from functools import cache

from kg.ingest.dateline import Frame, names_of
from kg.ingest.lines import CHAR, any_of
from kg.text import HAN
from kg.traditional import simplified

_CREDIT = 40  # characters
_WRITES = re.compile("文|报道")  # who wrote the story as well: 文/图 甲小乙


@cache
def _caption() -> re.Pattern[str]:
    names = rf"[{HAN}·、 \u3000]{{2,24}}(?:[ \u3000/]?{any_of('caption_tails')}|[ \u3000/]图)[）)]?"
    given = rf"[（(](?:{any_of('picture_labels')}[：:/／][^（）()]{{2,20}}|{CHAR}{{2,12}}(?:供图|提供))[）)]"
    return re.compile(
        rf"^[（(]?{any_of('caption_heads')}|^图\s?\d{{1,2}}[ \u3000：:、.]|(?:^|[ \u3000。（]){names}$|{given}$|^{CHAR}{{2,8}}{any_of('caption_scenes')}$"
    )


def is_caption(text: str) -> bool:
    """Whether a line or paragraph says what a picture shows, or ends in who took it.

    >>> is_caption("图为甲公司车间。"), is_caption("5月8日，工人在忙碌。甲小乙 摄"), is_caption("签约仪式现场"), is_caption("甲公司二期投产")
    (True, True, True, False)
    """
    return _caption().search(text) is not None


@cache
def _credit() -> re.Pattern[str]:
    blank, labels = "[ \u3000]*", any_of("picture_labels")
    media = rf"(?:{any_of('dateline_media')}|{CHAR}{{2,8}}?{any_of('dateline_tails')})(?:发|供)?"
    name = f"{CHAR}{{2,4}}(?:·{CHAR}{{1,6}})?"
    took = rf"(?:{media}{blank})?(?:{any_of('reporter_roles')}{blank}[：:]?{blank})?[（(]?{name}(?:[ \u3000、/／]+{name}){{0,3}}(?:{blank}[/／]?{blank}(?:摄|摄影|供图)|[ \u3000/／]+{any_of('picture_tails')})"
    gave = rf"{CHAR}{{2,14}}供图|图片?均?由{CHAR}{{2,20}}提供|(?:{media})?{any_of('picture_kinds')}"
    said = rf"{labels}{blank}[：:/／]{blank}[^。，：]{{2,20}}|(?:摄影|文/图|图/文)[ \u3000]+{name}(?:[ \u3000]+{name})*"
    return re.compile(rf"[（(\[]?(?:{took}|{gave}|{said})[）)\]]*")


def credit(text: str) -> Frame | None:
    """A line that only says who took or gave a picture, as what frames the story; with who signs where it says who wrote it too.

    >>> credit("新华社发（甲小乙 摄）"), credit("（资料图片）") is not None, credit("文/图 甲小乙").byline
    (Frame(date=None, page=None, source=None, byline=(), rest='', strong=True), True, ('甲小乙',))
    >>> credit("图为甲公司车间"), credit("擘画发展新蓝图"), credit("摄影作品展开幕")
    (None, None, None)
    """
    if len(text) > _CREDIT or not _credit().fullmatch(text := simplified(text).strip()):
        return None
    return Frame(byline=names_of(text) if _WRITES.search(text) else (), strong=True)
