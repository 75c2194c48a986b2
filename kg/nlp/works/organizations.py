"""Associations, schools, institutes, hospitals, media and foundations."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.nlp.candidates import Candidate
from kg.nlp.edges import Edges, without_lead
from kg.nlp.words import cuts_word, is_loose
from kg.nlp.works.reach import generic, tail_matcher
from kg.resources import lines

_LEVEL = re.compile(r"[市省县区州旗镇]$")
_SURE = ("大学", "学院", "协会", "商会", "总商会", "学会", "研究院", "研究所", "基金会", "医院", "联合会", "促进会", "科学院")
COLLEGE = "works:college"  # of two fields: 与 before the second is no edge
_COLLEGE = "学院"
_JOINS = ("与", "和", "及")
_HOUSES = ("大学", "学院", "我校", "我院", "本校")  # of which a college is a part
_LONGEST_FIELDS = 10
_WEAK = ("中心", "联盟", "理事会", "俱乐部", "实验室")
_PAPERS = ("日报", "晚报", "时报", "商报", "早报", "晨报", "新报", "都市报", "快报")
_PAPER = re.compile(rf"[\u4e00-\u9fff]{{2,6}}(?:{'|'.join(_PAPERS)})(?=[\u4e00-\u9fff]{{0,4}}讯|记者|社|报道|消息|$|[，。）)、])")
_PARTY = re.compile(r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)[\u4e00-\u9fff]{1,6}?(?:委员会|支部|支社|总支)")
_LONG = 4  # characters of a known name that no word of the text begins within
_UNDER = re.compile(
    r"(?:附属[\u4e00-\u9fff]{0,8}(?:医院|中学|小学)|[^，。、；：“”（）()\s将在于与和及设是的]{2,8}(?:学院|研究院|研究中心|实验室|分会|专委会|委员会)"
    r"|[\u4e00-\u9fff]{2,4}(?<![和与及等在的])(?:代表处|联络处|分院|分校|校区|工作站))"
)
_CAMPUS = re.compile(
    r"[^，。、；：“”（）()\s将在于与和及设是的各新老原]{1,4}(?:院区|校区)"
)  # 昀州大学岚城校区; its 新校区 has no name of its own
_ABROAD = re.compile(r"驻[\u4e00-\u9fff（）]{2,14}?(?:代表处|联络处)")  # 岚城市驻沐朔商会联络处
_NO_AFTER = re.compile(r"生(?!产|物)|路|站|城(?!乡)|街|毕业|教授|本科|学历|老师|同学")


@cache
def _known() -> tuple[AhoCorasick, list[str]]:
    words = [name for row in lines("lexicons", "organization_known.txt") for name in row.split()]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@cache
def _unions() -> re.Pattern[str]:
    words = "|".join(sorted(lines("lexicons", "organization_unions.txt"), key=lambda w: -len(w)))
    return re.compile(rf"(?:{words})(?!系统|组织|干部|界)")


_SCHOOL = "党校"
_COMMITTEE = re.compile("(?<![一-鿿])[省市县区州]委")
_OF_NATIONS = re.compile(  # 联合国粮农组织
    "联合国[\u4e00-\u9fff、]{1,12}?(?:组织|署|基金会|基金|理事会|大学|办事处|总部|专员|(?:委员会|大会|会议)(?=[主执副秘总][席行书干]))"
)
_ACADEMY = re.compile("(?:中科院|中国科学院)[\u4e00-\u9fff]{2,8}?所(?![有在以属需谓做得])")  # 中科院微电子所, without 研究


def find_organizations(text: str, edges: Edges, places: Mapping[int, int]) -> Iterator[Candidate]:
    """All proposals; `edges` as for firms, `places` from start to end."""
    matcher, words = tail_matcher("organization_tails.txt")
    kinds, ends = generic("organization_nouns.txt"), {end: start for start, end in places.items()}
    for word, tail, end in matcher.find_matches_as_indexes(text):
        start = without_lead(text, edges.before(tail), tail)
        fields = _fields_before(text, edges, start, tail) if words[word].endswith(_COLLEGE) else start
        whole, start = fields < start, fields
        if tail - start > 24 or start >= tail or (_NO_AFTER.match(text, end) and words[word] not in _SURE):
            continue
        if text[start:end] in kinds or (cuts_word(text, end, end) and not text.startswith("校长", end)):
            continue
        bare = start
        while bare in places and places[bare] <= tail:
            bare = places[bare]
        head = text[bare:tail]
        score = 0.9 if words[word].endswith(_SURE) else 0.7 if words[word].endswith(_WEAK) else 0.82
        if bare == start and not whole and (is_loose(head) or len(head) < 2) and head not in "市省县区州":
            score = 0.4
        if text[bare:end] in kinds and bare == start:
            score = 0.4
        if len(head) > 12:
            score -= 0.2
        yield Candidate(start, end, "Organization", COLLEGE if whole else "works:organization", round(score, 3))
        under = _UNDER.match(text, end) or _joined_fields().match(text, end)
        if under and (score > 0.6 or under[0].startswith("附属")):
            yield Candidate(start, under.end(), "Organization", "works:organization-part", round(score - 0.05, 3))
        campus = _CAMPUS.match(text, under.end() if under else end)
        if campus and score > 0.6:
            yield Candidate(start, campus.end(), "Organization", "works:organization-part", round(score - 0.03, 3))
    for match in _ABROAD.finditer(text):
        if match.start() in ends:
            yield Candidate(ends[match.start()], match.end(), "Organization", "works:abroad", 0.93)
    yield from _by_level(text, edges, ends)
    for match in _OF_NATIONS.finditer(text):
        yield Candidate(match.start(), match.end(), "Organization", "works:institute", 0.92)
    for match in _ACADEMY.finditer(text):
        yield Candidate(match.start(), match.end(), "Organization", "works:institute", 0.92)
    for match in _PAPER.finditer(text) if any(word in text for word in _PAPERS) else ():
        start = max(match.start(), edges.before(match.end() - 3))
        yield Candidate(start, match.end(), "Organization", "works:paper", 0.8)
    known, names = _known()
    for word, start, end in known.find_matches_as_indexes(text):
        begin = start if end - start < _LONG else end  # 前世界银行: 前世 is no word there
        if not cuts_word(text, begin, end):
            yield Candidate(start, end, "Organization", "works:known", 0.88 if len(names[word]) > 2 else 0.72)


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(sorted(" ".join(lines("lexicons", "organization_fields.txt")).split(), key=lambda w: (-len(w), w))) + ")+"
    )


@cache
def _joined_fields() -> re.Pattern[str]:
    """A college of two fields behind its university: 昀州大学|人文与传播学院."""
    return re.compile(f"{_fields().pattern}[与和]{_fields().pattern}{_COLLEGE}")


def _fields_before(text: str, edges: Edges, start: int, tail: int) -> int:
    """Where the name of a college begins whose fields 与 joins (人文与传播学院), else its `start`."""
    if text[start - 1 : start] not in _JOINS or not is_loose(text[start:tail]):
        return start
    ends = start - 1
    begins = (at for at in range(max(edges.before(ends - 1), ends - _LONGEST_FIELDS), ends - 1) if _fields().fullmatch(text, at, ends))
    begin = next(begins, start)
    return begin if edges.is_edge(begin) or text.endswith(_HOUSES, 0, begin) else start


def _by_level(text: str, edges: Edges, ends: Mapping[int, int]) -> Iterator[Candidate]:
    """市工商联, 如东县总工会, 团市委 is a body of its own kind."""
    for match in _unions().finditer(text):
        at = match.start()
        if at in ends:
            start = ends[at]
            while start in ends:
                start = ends[start]
            yield Candidate(start, match.end(), "Organization", "works:union", 0.95)
        elif match[0] == _SCHOOL and _COMMITTEE.match(text, at - 2):  # 省委|党校
            yield Candidate(at - 2, match.end(), "Organization", "works:union", 0.95)
        elif _LEVEL.search(text[max(at - 1, 0) : at]) and edges.is_edge(at - 1):
            yield Candidate(at - 1, match.end(), "Organization", "works:union", 0.95)
        elif at >= 1 and text[at - 1] in "市省县区州":
            yield Candidate(at - 1, match.end(), "Organization", "works:union", 0.9)
    for match in _PARTY.finditer(text):
        yield Candidate(match.start(), match.end(), "Organization", "works:party", 0.9)
    for match in re.finditer(r"团[省市县区州]委", text):
        yield Candidate(match.start(), match.end(), "Organization", "works:union", 0.93)
