"""Names inside longer names: the county of 岚城县经济开发区, the two who sign in 岚城市政府与昀泽集团签约仪式, the issuer in 《岚城市政府关于…的决定》, the work that a ceremony begins.

The longer name wins where spans compete and stays one, and what it names on its way is named all the same. `doc._.mentions` never overlap;
these names are known to the entities alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.divisions import inside, is_town, lookup
from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import ending_at, town_ending_at
from kg.nlp.worded import patterns
from kg.nlp.words import is_phrase
from kg.nlp.zones import word_ending_at
from kg.types import Mention

_UNIT = re.compile(r"(?:[市县区旗镇乡盟州村]|街道|苏木|社区|嘎查)$")
_ZONE = re.compile("区$")  # no 产业园, which is what a project builds
_WHOLE = re.compile(  # a district is as good as named without its city, a town or zone is less
    r"[省市县区旗盟州](?<!(?:开发|集聚|集中|示范|合作|保税|经开|高新)区)(?<!(?:新|园|港|片|景|社)区)$"
)
_LISTED = tuple(f"places:{rule}" for rule in ("name", "chain", "town", "village", "former"))
_SURE = 0.65
_REST = {"Project": 3, "Place": 2}  # characters that a name has behind the place
_OUTER = re.compile("(?:[省市县区旗镇乡盟州]|街道|苏木)$")
_OWN_KIND = re.compile("(?:[镇乡村]|街道|苏木|社区|嘎查)$")
_SIDES = ("PublicBody", "Company", "Organization", "Place")
_SIDE_SURE = 0.6
_HOUSE_SURE = 0.85  # of a house that is named whatever the event is
_WHOLE_BODIES = (
    "bodies:division",
    "bodies:division-bank",
    "bodies:central",
)  # that are told with their place: 《市政府关于…》 may be any city's
_WORK_LEAST = 5  # characters of the name of a work
# Patterns by name; {name} stands for the words of that name in `lexicons/ceremony_words.yaml`.
_PATTERNS = {
    "signing": r"(?P<one>[^与和同、—－-]{2,24})(?:[与和同]|—{1,2}|－|-)(?P<rest>[^与和同、暨]{4,40}{signs}(?:{acts}?{signing}|暨.{4,30})?)",
    "ceremony": r"(?P<name>.*{works}(?:（?[一二三四五]期）?)?)(?:集中)?{begun}+{ceremony}$",
    "of_many": "{of_many}|[0-9一二三四五六七八九十]+个|[省市县区旗州]{unnamed_works}+项目",
    "own_side": "[我本]?{own_sides}",
    "other_side": r"(?P<name>[\u4e00-\u9fff（）]{2,20}?(?:{other_houses}|(?P<firm>{other_firms})))(?={of_pacts}|{signs})",
    "session": r"(?:第?[一二三四五六七八九十百0-9]+[届次]|20[0-9]{2}年度?)[^与和暨的、“”]{0,16}?{sessions}|[^与和暨的、“”，第]{2,10}{body_sessions}",
    "union": r"(?P<name>[\u4e00-\u9fff]{2,24}?{unions})(?=(?:第|首届|20[0-9]{2}年|[一二三四五六七八九十]+届).*(?:{sessions}|{ceremony}|{sessions}暨.*)$|{own_sessions}(?:暨.*)?$)",
    "of_house": "(?![的杯奖生人]|[^暨]{0,6}杯).{3}",
    "fund": r"(?P<name>[\u4e00-\u9fff（）]{3,24}?基金)(?!会)(?:正式)?{of_funds}",
    "legal": r"[\u4e00-\u9fffA-Za-z（）()]{2,}?(?:公司|集团)(?=.{4})",
}

_pattern = patterns("ceremony_words", _PATTERNS)


def places_in(text: str, mentions: Sequence[Mention], places: Iterable[Candidate]) -> Iterator[Mention]:
    """The places that names of places and projects begin with, of all that were proposed: of each name the longest, and what that begins with.

    >>> village = Mention(0, 6, "Place", "石板镇红岭村")
    >>> [m.text for m in places_in(village.text, [village], [Candidate(0, 3, "Place", "places:town")])]
    ['石板镇']
    """
    starts: dict[int, list[Candidate]] = {}
    for place in places:
        if place.score >= _SURE and place.end - place.start > 2:
            starts.setdefault(place.start, []).append(place)
    for mention in mentions:
        if mention.start not in starts:
            continue
        outer = mention
        while (found := _longest(text, outer, starts[mention.start])) is not None:
            outer = _mention(text, found, "nested:place")
            yield outer


def own_name(place: Mention) -> Mention | None:
    """A town, village or park by its own name, where it is told with what it lies in: of both it is called so.

    >>> own_name(Mention(0, 8, "Place", "泽州县金村镇昀溪村")).text, own_name(Mention(0, 3, "Place", "金村镇"))
    ('昀溪村', None)
    """
    name = place.text
    town = _OWN_KIND.search(name)
    kind = town.start() if town is not None else word_ending_at(name, len(name)) or 0
    for outer in range(kind - 1, 1, -1) if place.type == "Place" else ():
        if _OUTER.search(name, 0, outer):  # 天荒坪镇|余村
            whole = ending_at(name, outer) == 0 or town_ending_at(name, outer) == 0
        else:  # 晋江|金井镇
            whole = len(name) - outer > 2 and is_town(name[outer:]) and ending_at(name, outer) == 0
        if whole:  # any county has an 装备制造产业园
            named = town is not None or (kind - outer > 1 and not is_phrase(name[outer:kind]))
            return replace(place, start=place.start + outer, text=name[outer:], source="nested:own") if named else None
    return None


def sides_of(text: str, events: Iterable[Mention], candidates: Iterable[Candidate]) -> Iterator[Mention]:
    """Both sides of each ceremony at which two sign, of the candidates.

    >>> text = "岚城市政府与昀泽集团签约仪式"
    >>> found = [Candidate(0, 5, "PublicBody", "a"), Candidate(6, 10, "Company", "b")]
    >>> [m.text for m in sides_of(text, [Mention(0, 14, "Event", text)], found)]
    ['岚城市政府', '昀泽集团']
    """
    pool = [c for c in candidates if c.type in _SIDES and c.score >= _SIDE_SURE]
    for event in (m for m in events if m.type == "Event"):
        named = _pattern("signing").fullmatch(text, event.start, event.end)
        if named is None:
            continue
        one = [c for c in pool if c.start == event.start and c.end == named.end("one")]
        other = [c for c in pool if c.start == named.start("rest") and c.end < event.end]
        told = _pattern("own_side").fullmatch(named["one"]) is not None  # 我校与|昀泽集团|签约仪式
        if told and not other and (house := _pattern("other_side").match(text, named.start("rest"), event.end)) is not None:
            kind = "Company" if house["firm"] else "Organization"
            yield Mention(*house.span("name"), kind, house["name"], "nested:side", _SIDE_SURE)
        if other and (one or told):
            if not told:
                yield _mention(text, max(one, key=lambda c: c.score), "nested:side")
            yield _mention(text, max(other, key=lambda c: (c.end, c.score)), "nested:side")


def hosts_of(text: str, events: Iterable[Mention], candidates: Iterable[Candidate]) -> Iterator[Mention]:
    """The body that the name of a meeting begins with: one whose own session it is, or a house such as an association or a university.

    Of the candidates, or an association that stands before the number.

    >>> session, third = "市政府第五次常务会议", "岚城青果商会第三次会员大会"
    >>> [m.text for m in hosts_of(session, [Mention(0, 10, "Event", session)], [Candidate(0, 3, "PublicBody", "a")])]
    ['市政府']
    >>> [m.text for m in hosts_of(third, [Mention(0, 13, "Event", third)], [])]
    ['岚城青果商会']
    >>> lecture = "昀山学院青果产业学院揭牌仪式"
    >>> [m.text for m in hosts_of(lecture, [Mention(0, 14, "Event", lecture)], [Candidate(0, 4, "Organization", "a")])]
    ['昀山学院']
    """
    bodies = [c for c in candidates if c.type in ("PublicBody", "Organization") and c.score >= _SIDE_SURE]
    for event in (m for m in events if m.type == "Event"):
        own = [c for c in bodies if c.start == event.start and _fronts(text, c, event.end)]
        union = _pattern("union").match(text, event.start, event.end)
        if own and (union is None or union.end() <= max(c.end for c in own)):
            yield _mention(text, max(own, key=lambda c: c.end), "nested:host")
        elif union is not None:
            yield Mention(event.start, union.end(), "Organization", union["name"], "nested:host", _SIDE_SURE)


def _fronts(text: str, body: Candidate, end: int) -> bool:
    """Whether a body at the front of the name of an event is told of: by what is its own session, or as a house that is sure to be one."""
    house = body.type == "Organization" and body.score >= _HOUSE_SURE and _pattern("of_house").match(text, body.end, end)
    return bool(house or _pattern("session").fullmatch(text, body.end, end))


def issuers_of(text: str, papers: Iterable[Mention], candidates: Iterable[Candidate]) -> Iterator[Mention]:
    """The body whose full name the title of a document begins with before 关于, of the candidates.

    >>> text = "宣读《岚城市人民政府关于表彰企业的决定》"
    >>> found = [Candidate(3, 10, "PublicBody", "bodies:division", 0.97)]
    >>> [m.text for m in issuers_of(text, [Mention(2, 20, "Policy", text[2:])], found)]
    ['岚城市人民政府']
    """
    starts = {m.start + 1: m.end for m in papers if m.type == "Policy" and m.text.startswith("《")}
    for c in candidates if starts else ():
        if c.type == "PublicBody" and c.source in _WHOLE_BODIES and c.start in starts and text.startswith("关于", c.end, starts[c.start]):
            yield _mention(text, c, "nested:issuer")


def funds_of(text: str, events: Iterable[Mention]) -> Iterator[Mention]:
    """The fund that a ceremony is for.

    >>> text = "岚城市先进制造产业母基金签约暨揭牌仪式"
    >>> [m.text for m in funds_of(text, [Mention(0, 19, "Event", text)])]
    ['岚城市先进制造产业母基金']
    """
    for event in (m for m in events if m.type == "Event" and "基金" in m.text):
        if (found := _pattern("fund").match(text, event.start, event.end)) is not None:
            yield Mention(*found.span("name"), "Company", found["name"], "nested:fund", _SIDE_SURE)


def work_of(ceremony: str, firms: Iterable[str]) -> tuple[str, str | None] | None:
    """The project that a ceremony is for and the firm before it, if one of `firms` or a name in its legal form is.

    >>> work_of("昀泽新材料有限公司年产5万吨铜箔项目开工仪式", [])
    ('年产5万吨铜箔项目', '昀泽新材料有限公司')
    >>> work_of("昀泽铜箔项目竣工投产仪式", ["昀泽"]), work_of("岚城市一季度重大项目集中开工仪式", [])
    (('昀泽铜箔项目', None), None)
    """
    found = _pattern("ceremony").match(ceremony)
    if found is None or _pattern("of_many").search(ceremony):
        return None
    name = found["name"]
    known = (f for f in sorted(firms, key=len, reverse=True) if len(f) > 3 and name.startswith(f) and f.endswith(("公司", "集团")))
    firm = next(known, None)
    if firm is None and (legal := _pattern("legal").match(name)) is not None:
        firm = legal[0]
    work = name.removeprefix(firm or "")
    return (work, firm) if len(work) >= _WORK_LEAST else None


def _mention(text: str, c: Candidate, source: str) -> Mention:
    return Mention(c.start, c.end, c.type, text[c.start : c.end], source, round(c.score, 4), c.data)


def _may_hold(mention: Mention) -> bool:
    return mention.type == "Project" or (mention.type == "Place" and _WHOLE.search(mention.text) is None)


def _longest(text: str, outer: Mention, places: Iterable[Candidate]) -> Candidate | None:
    """The longest place that a name begins with and goes on behind."""
    if not _may_hold(outer):
        return None
    within = [
        p for p in places if p.end + _REST[outer.type] <= outer.end and _is_told(text[p.start : p.end], p) and not _cuts_division(text, p)
    ]
    return max(within, key=lambda p: (p.end, p.score), default=None)


def _cuts_division(text: str, place: Candidate) -> bool:
    """Whether its last character begins a division in what stands before it: 陕西|镇安."""
    outer = lookup(text[place.start : place.end - 1])
    inner = [unit for n in (2, 3) for unit in lookup(text[place.end - 1 : place.end - 1 + n])] if outer else []
    return any(inside(i.code, o.code) and i.code != o.code for i in inner for o in outer)


def _is_told(name: str, place: Candidate) -> bool:
    if place.source.startswith("places:zone"):
        return _ZONE.search(name) is not None
    return place.source.startswith(_LISTED) and _UNIT.search(name) is not None
