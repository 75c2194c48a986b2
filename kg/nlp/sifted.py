"""What recognisers propose, without what the text around it shows to be no name, and without what stands before a name in it.

Here the article and the other candidates tell: 方致远先后深入|青禾产业园 begins with a person of the article, 金贝儿 is the head of a firm of it.
What the words of a span tell by themselves is for kg/nlp/glued.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import core, is_country, is_full
from kg.nlp.people.characters import words
from kg.nlp.people.contexts import APART, GIVEN, JOINED
from kg.nlp.title_words import posts
from kg.nlp.worded import patterns
from kg.nlp.words import is_phrase

SURE = 0.85  # a name of this score is one, whatever else speaks against it
_FULL = 0.92  # what is surer is a name, whatever it begins with
_HEAD_SCORE = 0.85
_THINGS = ("Place", "Project", "Company", "Organization")
_NO_NAMES = ("Title", "Date", "Amount", "Event", "Policy")
_LEAST = 5  # characters of a name that is left: 产业园, 集团公司 are none
_FIELDS = re.compile(
    "等[0-9一二三四五六七八九十多]{0,3}[个大]?[^，。、]{0,4}(?:领域|行业|产业|学科|方面|板块|业务|内容|课题)(?!化|链|园|项目|企业|集群|基地)"
)
_ITEMS = re.compile(r"[^，。；：！？\n、]{2,14}(?:、[^，。；：！？\n、]{2,12}){1,9}$")
_ROW_REACH = 120
_LISTS = ("、", "，")
_DEPARTMENT = re.compile("[\u4e00-\u9fff]{2,8}部")
_HEADS_IT = re.compile("副?部长")
_SENTENCE = "。！？\n"
_AND = frozenset("和及与")
_LOAN = re.compile("“?[^“”，。；]{1,10}贷(?=”)")  # “富农贷” is what a bank lends, where it hands it out or a sum follows
_HANDED = re.compile("(?:发放|办理|推出|投放|申请|申请到|获得|获|拿到|领到|提供|的|笔|批|款)了?“$")
_SUM = re.compile("”(?:[0-9]|贷款|产品|授信|信贷)")
_OFFICE = frozenset(f"{first}任" for first in "升出担就历兼调转接连改卸离辞现曾")
_HEAD = "长"  # of 市长, or the first character of a county
_COUNTED = re.compile("第[0-9一二三四五六七八九十百]+[家个]|首家")  # 第九家村镇银行 is one of them, and no name
_OF_A_TERM = re.compile("(?:第?[一二三四五六七八九十0-9]+|[上本首新]一?)届(?:协会|商会|学会|联合会|促进会|理事会|监事会)")
_TOWN = re.compile("(?:^|[省市县区旗州镇乡]|街道)(?P<own>[\u4e00-\u9fff]{2,4})(?:[镇乡村]|街道|苏木)$")
_SEEN = "recogniser"  # the network's, which takes the name of a town alone for a person's or a firm's
_LEADERS = re.compile("[省市县区州旗](?=领导)")
# Patterns by name; {name} stands for the words of that name in `lexicons/name_edges.yaml`.
_PATTERNS = {
    "of_many": "{units_in_a_row}(?:{organs}|(?!{tied_to_units})[\u4e00-\u9fff]{1,4}局)$",
    "convenes": "{convenes}",
    "produce": "{produce}$",
    "has_departments": "{has_departments}",
    "settles": "(?<=[在来到赴去])[\u4e00-\u9fff]{2,5}{settles}",
    "comes": "[来赴][\u4e00-\u9fff](?=(?:实地|参观|洽谈|投资)*(?:{comes_to}|{settles}))",
    "away": "(?<=[在驻来旅]){provinces}(?:各地)?商会",
}

_pattern = patterns("name_edges", _PATTERNS)


def sifted(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that may be names.

    >>> text = "来到沪上，在沪商会召开会议"
    >>> sifted(text, [Candidate(6, 9, "Organization", "a")])
    []
    >>> text = "昀泽黑茶获金奖"  # what somebody grows
    >>> sifted(text, [Candidate(0, 4, "Company", "a", 0.7)]), len(sifted(text, [Candidate(0, 4, "Company", "a", 0.95)]))
    ([], 1)
    >>> text = "发放“昀农贷”300万元"  # what a bank lends
    >>> sifted(text, [Candidate(3, 6, "Company", "a")]), len(sifted("平台“昀农贷”停业", [Candidate(3, 6, "Company", "a")]))
    ([], 1)
    """
    every = _heads_of_towns(text, _heads_of_firms(text, _apart(text, _behind_joins(text, _behind_titles(list(candidates))))))
    return [c for c in _no_fields(text, _behind_people(text, every)) if _is_name(text, c)]


def _behind_titles(every: Sequence[Candidate]) -> list[Candidate]:
    """Without what begins where a title leaves no doubt that a person is named: 会长周树良|作商会推介 holds no 周树良作商会."""
    names = {c.start for c in every if c.source == "people:title-before" and c.score >= SURE}
    names &= {c.end for c in every if c.type == "Title" and c.score >= SURE}
    return [c for c in every if c.start not in names or c.type not in ("Organization", "Company", "Project") or c.score > _FULL]


def _behind_joins(text: str, every: Sequence[Candidate]) -> list[Candidate]:
    """With nothing that holds the 和 by which others are joined to a name behind its post: 市长王平|和|区领导, 市长王平|和|县委书记."""
    joins = {c.end: c for c in every if c.data.get(JOINED)}
    found = []
    for c in every:
        at = next((at for at in range(c.start, c.end) if at in joins), None) if joins else None
        if at is None or c.type in _NO_NAMES:
            found.append(c)
        elif c.start == joins[at].start and c.type == "Person":
            found.append(replace(c, end=at))
        elif c.start > joins[at].start and c.end - at > 2:
            found.append(replace(c, start=at + 1, data={}))
    return found


def _apart(text: str, every: Sequence[Candidate]) -> list[Candidate]:
    """Without the word before a given name that stands for its person (向|文斌书记), and without who leaves or takes a post before its firm (免去方致远|昀泽集团)."""
    given = {c.end: c.start for c in every if c.data.get(GIVEN)}
    named = {c.start: c.end for c in every if c.data.get(APART)}
    found = []
    for c in every:
        if c.type == "Person" and c.start < given.get(c.end, 0) and text[c.start] in words().follow:
            continue
        behind = named.get(c.start, c.start)
        found.append(replace(c, start=behind) if c.end - behind > 3 and c.type != "Person" else c)
    return found


def _heads_of_firms(text: str, every: Sequence[Candidate]) -> list[Candidate]:
    """The heads of firms that are like names of people are the firms, where nobody of that name has a post: 金贝儿 beside 金贝儿用品厂."""
    posts = {text[c.start : c.end] for c in every if c.type == "Person" and c.source == "people:title-before" and c.score >= SURE}
    firms = {core(text[c.start : c.end]) for c in every if c.type == "Company" and c.score >= SURE and is_full(text[c.start : c.end])}
    heads = {
        name
        for name in {text[c.start : c.end] for c in every if c.type == "Person" and c.end - c.start == 3} - posts
        if any(firm.startswith(name) and len(firm) - 1 > len(name) and is_phrase(firm[len(name) : -1]) for firm in firms)
    }
    return [
        replace(c, type="Company", source="spans:head", score=_HEAD_SCORE) if c.type == "Person" and text[c.start : c.end] in heads else c
        for c in every
    ]


def _heads_of_towns(text: str, every: Sequence[Candidate]) -> Sequence[Candidate]:
    """What only the network takes for a person or a firm is the town that the article names in full: 昀源 beside 昀源镇."""
    places = (_TOWN.search(text, c.start, c.end) for c in every if c.type == "Place")
    own = {town["own"] for town in places if town is not None}
    if not own:
        return every
    own -= {text[c.start : c.end] for c in every if c.type in ("Person", "Company") and c.score >= SURE and not c.source.startswith(_SEEN)}
    return [
        replace(c, type="Place", source="spans:town", score=_HEAD_SCORE)
        if c.type in ("Person", "Company") and text[c.start : c.end] in own
        else c
        for c in every
    ]


def _behind_people(text: str, every: Sequence[Candidate]) -> Iterator[Candidate]:
    """Without the person that stands before a name, and what he does: 方致远先后深入|青禾产业园."""
    named = {text[c.start : c.end] for c in every if c.type == "Person" and c.score >= SURE and c.end - c.start > 1}
    people = sorted(named, key=lambda name: (-len(name), name))
    heads = frozenset(name[:2] for name in people)
    for c in every:
        begins = None
        if c.type in _THINGS and c.score <= _FULL and text[c.start : c.start + 2] in heads:
            begins = next((at for name in people if (at := _behind_actor(text, c, name)) is not None), None)
        if begins is None:
            yield c
        elif c.end - begins >= _LEAST:
            yield replace(c, start=begins)


def _behind_actor(text: str, c: Candidate, name: str) -> int | None:
    """Where a candidate goes on behind a person and what he does, if it begins with both."""
    if not text.startswith(name, c.start):
        return None
    at = c.start + len(name)
    while (size := _follows(text, at)) and at + size < c.end:
        at += size
    return at if at > c.start + len(name) else None


def _follows(text: str, at: int) -> int:
    return next((n for n in (4, 3, 2) if text[at : at + n] in words().follow), 0)


def _is_loan(text: str, c: Candidate) -> bool:
    """Whether a name in quotes is that of a loan: 发放“富农贷”300万元."""
    start = c.start if text[c.start] == "“" else c.start - 1
    m = _LOAN.match(text, start) if start >= 0 and text[start] == "“" else None
    if m is None or c.end < m.end():
        return False
    return _HANDED.search(text, max(start - 6, 0), start + 1) is not None or _SUM.match(text, m.end()) is not None


def _no_fields(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Without firms and projects that are but fields of business: 光电科技、生物工程等领域."""
    closed = (m.start() for m in _FIELDS.finditer(text))
    rows = [m.span() for m in (_ITEMS.search(text, max(end - _ROW_REACH, 0), end) for end in closed) if m]
    for c in candidates:
        if c.type not in ("Company", "Project") or c.score >= SURE or not any(s <= c.start and c.end <= e for s, e in rows):
            yield c


def _of_firm(text: str, at: int) -> bool:
    """Whether a firm or school is named in the sentence before: 甲集团副总经理乙、|投资发展部部长丙, not 希腊总理特使、|发展部部长."""
    return _pattern("has_departments").search(text, max(text.rfind(mark, 0, at) for mark in _SENTENCE) + 1, at) is not None


def _is_name(text: str, c: Candidate) -> bool:
    name = text[c.start : c.end]
    if c.type == "Person":
        return not _is_no_person(text, c, name)
    if c.type == "Company" and _pattern("comes").match(text, c.start) and c.end - c.start == 2:  # 邀请企业来岚|实地考察
        return False
    if c.type == "Company" and c.score <= _FULL and _pattern("produce").search(name):
        return False  # 昀山黑茶
    if c.type == "Company":
        if _COUNTED.match(name) is not None or _is_loan(text, c):
            return False
        return _pattern("settles").fullmatch(text, c.start, c.end) is None or not lookup(name[:-2])  # 在无锡置业
    if c.type == "PublicBody":
        learned = c.source.startswith("recogniser") and text[c.start - 1 : c.start] in _LISTS
        if learned and _DEPARTMENT.fullmatch(text, c.start, c.end) and _HEADS_IT.match(text, c.end) and _of_firm(text, c.start):
            return False  # 甲集团副总经理乙、投资发展部|部长丙: of the firm
        return _pattern("of_many").match(name) is None  # 县市区政府
    if c.type == "Place":
        return not (len(name) == 2 and name[0] in _AND and text.startswith("（", c.end))  # 各市和县（市、区）
    if c.type == "Organization":  # 云岭大厦|组织召开, 在沪|商会
        convenes = name.endswith("组织") and _pattern("convenes").match(text, c.end)
        if _OF_A_TERM.fullmatch(name):
            return False
        return not convenes and _pattern("away").fullmatch(text, c.start, c.end) is None
    return True


def _is_no_person(text: str, c: Candidate, name: str) -> bool:
    """滨河市长|兴县, a country, 曹|升任总裁, the word before a document's number (昀财农〔2024〕15号), 秦安|县领导, 周|台长."""
    if name[1:].removeprefix("副") in posts():
        return True
    if text[c.start - 1 : c.start] == _HEAD and any(lookup(text[c.start - 1 : c.start + n]) for n in (2, 3)):
        return True
    if is_country(name) or (len(name) == 2 and text[c.end - 1 : c.end + 1] in _OFFICE) or text.startswith("〔", c.end):
        return True
    level = _LEADERS.match(text, c.end)
    return level is not None and bool(lookup(text[c.start : level.end()]))
