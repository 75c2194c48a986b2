"""Documents in 《》, told from newspapers, books and films by what they are called and by what is done with them."""

import re
from collections.abc import Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.worded import worded
from kg.resources import lines

_TITLE = re.compile(r"《([^《》\n]{1,80})》(?:（[^（）]{1,12}）(?=》))?")
_DONE = re.compile(
    r"(?:印发|出台|发布|发布了|根据|依据|按照|制定|制定了|修订|审议|审议通过|通过|签署|签订|签署了|签订了|颁布|实施|施行|公布|下发|贯彻|落实|违反|编制|起草|解读|印发了|出台了|收到|出具|下达|提交|听取|的)$"
)
_ART = re.compile(
    r"(?:电影|影片|小说|图书|专辑|游戏|网游|歌曲|书籍|电视剧|连续剧|节目|栏目|杂志|期刊|报道|文章|纪录片|话剧|歌剧|动画片|动画|著作|新书|油画|作品|专栏|综艺|之声|频道|卫视|电视台|广播|出演|主演|拍摄|执导|播出|出版|专著|一书)(?:的|了)?$"
)
_ARTIST = re.compile(r"(?:一书|杂志|栏目|节目|剧组|热播|上映|中写道|记者|报道|讯|摄制)")
_SHOW = re.compile(r"(?:盛典|晚会|音乐会|演唱会|大赛|报告会|展演)$")
_PAPER = re.compile(r"(?:许可证|认证证书|资格证书|合格证|营业执照|判决书|裁定书|起诉书|身份证)$")  # of one firm or case
_MEDIA = re.compile(
    r"(?:(?<![公通简年季月学情财汇预喜申战捷警举电快海板])报|都市快报|[日晚商早]報|周刊|月刊|画报|新闻|(?:商业|防务|经济|管理)评论)$"
)
_READ = re.compile(  # what stands behind the name of a newspaper or magazine alone
    r"(?:杂志|周刊|月刊|报纸|日报)|(?:网站)?[0-9年月日前近]{0,11}(?:的?报道|记者|刊文|撰文|刊发|讯)"
)
_SHORT = 8  # characters of a title that a newspaper may have
_REPORTS = re.compile(r"网站|[^，。；：！？《》]{0,14}(?:报道|消息|称|刊|援引|引述|披露|记者|发表|采访|社长|总编|主编)")
# What tells behind a title that it is one of a document: 《机械安全要求》《机械色标》等两项国家标准, 《百强县》榜单.
_KIND = "(?:《[^《》\n]{1,80}》|、)*(?:[^，。；：《》\n的（]{0,10}?{kinds}|等[^，。；：《》\n]{0,20}?{counted_kinds})"
_LOOSE = re.compile(r"[（(〔\[][^（）()]*[)）〕\]]|[0-9]{4}(?:[-—~～至][0-9]{4})?年?度?$|第[一二三四五六七八九十0-9]+号$")


@cache
def _media() -> frozenset[str]:
    return frozenset(name for row in lines("lexicons", "organization_known.txt") for name in row.split())


@cache
def _tails() -> tuple[str, ...]:
    return tuple(lines("lexicons", "policy_tails.txt"))


@cache
def _is_called_one() -> re.Pattern[str]:
    return worded("document_words", _KIND)


def find_policies(text: str) -> Iterator[Candidate]:
    """Documents, and newspapers in 《》, which are organisations."""
    for match in _TITLE.finditer(text):
        start, end = match.span()
        title, before = match[1].strip(), text[max(start - 6, 0) : start]
        if _MEDIA.search(title) or title in _media() or (len(title) <= _SHORT and _READ.match(text, end) and not _ART.search(before)):
            sure = 0.93 if _REPORTS.match(text, end) else 0.85
            yield Candidate(start + 1, start + 1 + len(match[1]), "Organization", "works:newspaper", sure)  # 《 》 are none of its name
            continue
        if _SHOW.search(title) or _PAPER.search(title):
            continue
        bare = _LOOSE.sub("", title).rstrip("（()） ")
        if bare.endswith(_tails()) and not _ART.search(before):
            yield Candidate(start, end, "Policy", "works:policy", 0.97)
        elif _is_called_one().match(text, end) and not _ART.search(before):
            yield Candidate(start, end, "Policy", "works:policy-kind", 0.9)
        elif _DONE.search(before) and len(title) >= 4 and not _ART.search(before) and not _ARTIST.match(text, end):
            yield Candidate(start, end, "Policy", "works:policy-done", 0.7 if before.endswith("的") else 0.85)
