"""To which division 市委, 我市 and 全县 point: from the paper's name, the dateline, and the places and bodies that an article names."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg import divisions
from kg.cities import named, told_by
from kg.divisions import Division
from kg.ingest.lines import CHAR, any_of, words
from kg.ingest.segment import Story
from kg.journeys import guests_in, hosts
from kg.jurisdiction import ordinary
from kg.resources import surnames

_LEAST, _LEAD = 0.9, 1.4  # what a division must score, and how many times the next one's score
_LEAST_UNSAID, _LEAD_UNSAID = 2.5, 2.0  # the same where no 市委 or 我市 says that there is one
_OFTEN = 1.75
_FULL, _SHORT, _LITTLE = 1.0, 0.8, 0.4  # 无锡市, 无锡, and short names of counties, which may be anything
_WITHIN, _PREFIXED = (
    1.2,
    0.3,
)  # a district named by itself is the paper's own; one with its city before it, or one that heads a firm's name, need not be
_MARKED = 1.0  # 《无锡市…》, 无锡市政府, 无锡高新区
_HINT = 3.0
_LEAST_ALONE = 0.3  # what the only division that a text speaks for must score
_OTHERS = 0.5  # share that the other stories of a page count
_VOTE_OWN, _VOTE_ALL, _VOTE_OPENING = 4, 2, 3
_ROW_REACH, _ROW_END = 12, re.compile(r"[，。！？；：\n]")  # a post and a name
_COMMITTEE = re.compile("(?:委(?!员会)|人民政府|政府|政协|人大常委会)")
_LEVELS, _REGION = "省市县区州旗", "自治区"  # a region is a province
_BOUND_FOR = "赴"  # before a city: whoever goes there on business is from elsewhere
_CAPITAL = "11"
_BRANCH = re.compile("(?:中心)?支行|分行")
_CITY_PAPER = re.compile("(?:都市|时|晚|早|商|快|晨|周|[\u4e00-\u9fff]{2,4}(?<!日))报")
_ZONE = re.compile("(?:经开|高新|开发|保税|新|示范)区")
_TOWN = re.compile("[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道|苏木)")


@dataclass(frozen=True, slots=True)
class Found:
    """A division and from what it was inferred."""

    division: Division
    reason: str
    sure: bool = True  # no: one of several of that name (象山日报), of which the text may say which it is


@cache
def _deictic() -> re.Pattern[str]:
    block = "".join(f"(?<!{word})" for word in words()["deictic_blocks"])
    return re.compile(
        rf"(?P<own>{any_of('deictic_owners')}|全)(?P<own_level>{_REGION}|[{_LEVELS}])(?![场值盈净块域])"
        rf"|{block}(?P<level>[{_LEVELS}])(?:{any_of('deictic_organs')})(?![期远久途播接])"
        rf"|(?P<region>{_REGION}){any_of('deictic_region_organs')}"
    )


def level_of(text: str, spots: Sequence[tuple[int, int, str]]) -> str | None:
    """Which of 省市县区州旗 the text says without a name before it, as the paper of that division does; None if none.

    >>> level_of("县委书记甲到厂里，市交通运输局参加。我县今年……", [])
    '县'
    """
    named_to = {end for _, end, _ in spots} | {end - 1 for _, end, _ in spots}
    votes: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    opening = text.find("\n") if "\n" in text[:400] else 400
    for found in _deictic().finditer(text):
        if found["own"]:
            ours[_as_level(found["own_level"])] += _VOTE_ALL if found["own"] == "全" else _VOTE_OWN
        elif found["region"]:
            if not any(start <= found.start() <= end for start, end, _ in spots):
                votes["省"] += _VOTE_OPENING if found.start() < opening else 1
        elif found.start() not in named_to and not _in_row(text, found.start(), found["level"], spots):
            votes[found["level"]] += _VOTE_OPENING if found.start() < opening else 1
    if votes["省"] and _REGION in text and not votes["区"]:
        ours["省"] += ours.pop("区", 0)  # 我区 beside 自治区主席 is the region
    if (votes["市"] or votes["县"]) and not votes["区"] and _ZONE.search(text):
        del ours["区"]  # and beside 市政协主席 in 经开区 the zone
    votes += ours
    if set(votes) - {"省"}:
        del votes["省"]  # every paper speaks of its province
    return max(sorted(votes), key=lambda level: votes[level]) if votes else None


def _as_level(word: str) -> str:
    return "省" if word == _REGION else word


def _in_row(text: str, start: int, level: str, spots: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the word goes on with a division named just before: 东海县委书记甲成林、县长乙文."""
    return any(
        0 < start - end <= _ROW_REACH and level in (name[-1], text[end : end + 1]) and not _ROW_END.search(text, end, start)
        for _, end, name in spots
    )


def fits(division: Division, level: str) -> bool:
    """Whether a division may be called 我市, 我县 …"""
    if level == "省":
        return division.level == "province" and division.code not in divisions.MUNICIPALITIES
    if level == "市":
        return division.name.endswith("市") or (division.level == "prefecture" and division.name.endswith(("州", "盟", "地区")))
    if level == "州":
        return division.level == "prefecture" and division.name.endswith("州")
    if level == "区":
        return division.name.endswith("区") and division.level in ("county", "zone", "province")
    return division.level in ("county", "zone") and division.name.endswith(("县", "旗"))


def from_name(text: str) -> Division | None:
    """The division that a newspaper or site is named after.

    >>> from_name("无锡日报").name, from_name("云上宜兴").name, from_name("扬子晚报"), from_name("江南时报"), from_name("象山日报")
    ('无锡市', '宜兴市', None, None, None)
    """
    found = every_from_name(text)
    return found[0] if len(found) == 1 else None


def every_from_name(text: str) -> tuple[Division, ...]:
    """The divisions that a newspaper or site may be named after, if there are several of the name and none is the largest.

    >>> [unit.name for unit in every_from_name("象山日报")]
    ['象山县', '象山区']
    """
    lead = _site_lead().match(text)
    for start, end, name in named(text):
        if start in (0, lead.end() if lead else 0) and len(found := divisions.lookup(name)) >= 1:
            unit = divisions.nearest(found, None)
            of_city = _CITY_PAPER.match(text, end) is not None and name in ordinary()  # 江南|时报: no county has one
            if of_city and (unit is None or unit.level == "county"):
                return ()
            return (unit,) if unit is not None else found
    return ()


@cache
def _site_lead() -> re.Pattern[str]:
    """What the names of sites and accounts of a town's press begin with: 云上宜兴, 今日宜兴."""
    return re.compile(any_of("site_leads"))


def infer_locality(story: Story, others: Sequence[Story], title: str, hints: Sequence[Found]) -> Found | None:
    """The division that an article's 市委 and 我市 point to, with the reason; None where they are missing or the evidence is thin.

    Args:
        others: the other stories of the page, whose places count half.
        hints: what the paper's name or the head lines point to.
    """
    text = f"{title}\n{story.text}" if title else story.text
    spots = named(text)
    level = level_of(text, spots)
    hints = [hint for hint in hints if hint.sure or (level is not None and _only(hint, hints, level))]
    if level != "省" and (hint := next((hint for hint in hints if _may_head(hint.division, level)), None)):
        return hint
    if level is None and (others or is_central(story)):
        return None
    if level is None and (whose := _committee(text, spots)) is not None:
        return whose
    votes = _Votes(level or "市")
    votes.count(text, spots, 1.0)
    for other in others:
        votes.count(other.text, named(other.text), _OTHERS)
    places = [(hint.division, hint.reason) for hint in hints]
    if story.opening is not None and story.opening.place and (story.opening.kind == "讯" or _sent_from_there(story, level, spots)):
        places += [(division, f"电头“{story.opening.place}”") for division in divisions.lookup(story.opening.place)]
    if (headed := _headed(title, spots)) is not None:
        places.append((headed, f"标题“{headed.short}：”"))
    for division, why in places:
        for unit in divisions.line(division.code):
            votes.add(unit, _HINT, why)
    if level is None or is_central(story):
        found = votes.best(_LEAST_UNSAID, _LEAD_UNSAID, inside=level is None)
        return _named_part(found, spots) if level is None and found is not None else found
    asked = level == "市" and all(division is headed for division, _ in places)  # no dateline says it
    found = votes.best(whole=asked)
    if found is None or not asked:
        return found
    teller = told_by(text, spots, found.division)
    return Found(teller, found.reason) if teller is not None else None


def _only(hint: Found, hints: Sequence[Found], level: str) -> bool:
    """Whether of all that a name may mean (象山日报: 象山县, 象山区) the text speaks of such a one as this (县委) and of no other."""
    return fits(hint.division, level) and not any(
        h.division != hint.division and h.reason == hint.reason and fits(h.division, level) for h in hints
    )


def _sent_from_there(story: Story, level: str | None, spots: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a medium of the whole country tells of the place where it wrote (新华社长春5月8日电: 省委): it names no other 省, and is not at home there."""
    if story.opening is None or level is None or not is_central(story):
        return False
    around = {unit for found in divisions.lookup(story.opening.place) for unit in divisions.line(found.code)}
    named_here = {unit for _, _, name in spots for unit in divisions.lookup(name) if fits(unit, level)}
    return named_here <= around and not any(unit.code == _CAPITAL for unit in around)


def _named_part(found: Found, spots: Sequence[tuple[int, int, str]]) -> Found:
    """The one county that a text names of a city that it does not name (蒙城县, not 亳州市)."""
    units = {unit for _, _, name in spots for unit in divisions.lookup(name) if divisions.inside(unit.code, found.division.code)}
    counties = {unit for unit in units if unit.level == "county" and any(name == unit.name for _, _, name in spots)}
    if found.division in units or len(counties) != 1:
        return found
    return Found(counties.pop(), found.reason)


def _headed(title: str, spots: Sequence[tuple[int, int, str]]) -> Division | None:
    """The division of which a headline says that it tells: 四川乐山：一叶飘香."""
    ends = {start: end for start, end, _ in spots}
    at, last = 0, 0
    while at in ends:
        last, at = at, ends[at]
    if not at or not title.startswith(("：", ":"), at):
        return None
    return divisions.nearest(divisions.lookup(title[last:at]), None)


def _committee(text: str, spots: Sequence[tuple[int, int, str]]) -> Found | None:
    """The one division whose committee or government a text without 市委 or 我市 names, where it names no other: 岚江县委常委甲到乙镇."""
    units = {unit for _, _, name in spots if name[-1] in _LEVELS for unit in divisions.lookup(name) if unit.name == name}
    whole = {unit for unit in units if not any(other is not unit and divisions.inside(other.code, unit.code) for other in units)}
    said = {name for start, end, name in spots if name[-1] in _LEVELS[1:] and _COMMITTEE.match(text, end)}
    if len(whole) != 1 or len(said) != 1:
        return None
    unit = whole.pop()
    return (
        Found(unit, f"从“{unit.name}委”、“{unit.name}政府”推断")
        if unit.name in said and unit.code[:2] not in divisions.MUNICIPALITIES
        else None
    )


def _may_head(division: Division, level: str | None) -> bool:
    return division.level != "province" if level is None else fits(division, level)


@cache
def _person() -> re.Pattern[str]:
    """The three characters behind a post, which may be a name."""
    return re.compile(rf"{any_of('posts')}(?=([\u4e00-\u9fff]{{3}}))")


def _whose(text: str, spot: tuple[int, int, str]) -> str:
    """Whose name a short name may be a part of: 平昌 in 县委书记马平昌.

    >>> _whose("市委书记马平昌说", (5, 7, "平昌")), _whose("市委书记到平昌", (5, 7, "平昌"))
    ('马平昌', '')
    """
    start, end, _ = spot
    whole = text[start - 1 : end] if start else ""
    return whole if len(whole) == 3 and whole[0] in surnames() else ""


class _Votes:
    """For each division that may be meant, the names that speak for it and how loud."""

    def __init__(self, level: str) -> None:
        self.level = level
        self.said: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.lead: set[str] = set()  # names that lead to others: 扬州|高邮, 扬州市|中心支行
        self.lone: set[str] = set()  # names that stand for themselves
        self.housed: set[str] = set()  # names that a house is called after: 深圳市|昀泽公司
        self.unhoused: set[str] = set()  # and all that stand otherwise too

    def add(self, unit: Division, weight: float, why: str) -> None:
        if fits(unit, self.level):
            self.said[unit.code][why] += weight

    def count(self, text: str, spots: Sequence[tuple[int, int, str]], factor: float) -> None:
        """Say for each division what a text has for it: its own name, and what lies in it."""
        people = set(_person().findall(text))
        spots = [spot for spot in spots if _whose(text, spot) not in people]
        starts, ends = {start for start, _, _ in spots}, {end for _, end, _ in spots}
        for _, end, name in spots:
            house = _BRANCH.match(text, end) or _house().match(text, end)  # 无锡市外来投资企业协会 in a county-level city of it
            (self.lead if end in starts or house else self.lone).add(f"“{name}”")
            (self.housed if house and end not in starts else self.unhoused).add(f"“{name}”")
        weights: dict[str, list[float]] = defaultdict(list)
        firms = {text[start : end + 2] for start, end, _ in spots if _firm().match(text, end)}
        received = hosts(text, spots)
        for start, end, name in spots:
            units = divisions.lookup(name)
            if any(unit.code in received or (fits(unit, self.level) and guests_in(text, start, unit)) for unit in units):
                continue
            park = _parks().match(text, end) if _is_short_of_county(name) else None  # 昀华工业园 may be called after a word
            marked = _places().match(text, end) if name in ordinary() or park else _marks().match(text, end)  # 安康|养老产业园
            bonus = _MARKED if text[start - 1 : start] == "《" or marked else 0.0
            weights[name].append(_PREFIXED if start in ends or text[start : end + 2] in firms or (park and not marked) else 1.0 + bonus)
        away = {name for start, _, name in spots if text[start - 1 : start] == _BOUND_FOR}
        whole = {unit.code for name in weights for unit in divisions.lookup(name) if unit.name == name}
        for name, each in weights.items():
            often = max(each) * min(1 + 0.5 * (len(each) - 1), _OFTEN)
            meant: dict[Division, float] = {}
            for unit in divisions.lookup(name):
                for around in (unit, *divisions.ancestors(unit.code)):
                    if fits(around, self.level) and not (around is unit and name in away):
                        meant[around] = max(meant.get(around, 0.0), _strength(name, unit, around, known=unit.code in whole))
            own = {unit: strength for unit, strength in meant.items() if name in (unit.name, unit.short)}
            rivals = sum(1 for unit in meant if not any(unit is not other and other.code.startswith(unit.code) for other in meant))
            for unit, strength in (own if own and len(own) == 1 and rivals > 1 else meant).items():
                self.add(unit, factor * often * strength / (1 if own else max(rivals, 1)), f"“{name}”")
        for town in (
            sorted(town for town in set(_TOWN.findall(text)) if not town.endswith(tuple(words()["no_towns"]))) if self.level != "省" else ()
        ):
            units = next((units for size in range(len(town), 2, -1) if (units := divisions.towns(town[-size:], ""))), ())
            for unit in units if len(units) <= 3 else ():
                for around in divisions.ancestors(unit.code):
                    self.add(around, factor / len(units), f"“{unit.name}”")

    def best(self, least: float = _LEAST, lead: float = _LEAD, *, inside: bool = False, whole: bool = False) -> Found | None:
        """The division that most speaks for, if it is clearly ahead of all that lie elsewhere.

        Args:
            inside: want a name of something in it beside its own.
            whole: take the city, also where all that speaks for it speaks for one county-level city in it.
        """
        score = {code: sum(names.values()) for code, names in self.said.items()}
        ranked = sorted(score, key=lambda code: (-score[code], code))
        if not ranked or score[ranked[0]] < (min(least, _LEAST_ALONE) if self._alone(ranked) else least):
            return None
        top = ranked[0]
        rivals = [code for code in ranked[1:] if not (code.startswith(top) or top.startswith(code))]
        if rivals and score[rivals[0]] * lead > score[top]:
            return None
        own = self.said[top].keys() - (self.lead - self.lone)
        inner = next((code for code in ranked if code != top and code.startswith(top) and not own - self.said[code].keys()), None)
        if inner is not None and not whole:  # all that speaks for the city speaks for one county-level city in it
            if not any(weight > _FULL + _MARKED / 2 for weight in self.said[inner].values()):
                return None
            top = inner
        if self.said[top].keys() <= self.housed - self.unhoused:
            return None  # 深圳市昀泽公司 comes from there
        division = divisions.by_code(top)
        if division is None or (
            inside and self.said[top].keys() <= {f"“{name}”" for name in (division.name, division.short, *division.forms)}
        ):
            return None
        return Found(division, "从" + "、".join(list(self.said[top])[:4]) + "推断")

    def _alone(self, ranked: Sequence[str]) -> bool:
        """Whether one division is spoken for, by its full name: 山东省利津县, and no other county, is the county of 县委."""
        unit = divisions.by_code(ranked[0])
        return len(ranked) == 1 and unit is not None and f"“{unit.name}”" in self.said[ranked[0]]


def _strength(name: str, unit: Division, around: Division, *, known: bool) -> float:
    """How loud one name speaks. `known`: the text also has the unit's full name."""
    if unit.level == "zone" and around.short and name.startswith(around.short):
        return _WITHIN  # 合肥高新区 names 合肥
    if name != unit.name or len(name) == 2:  # 资源 is a county and a word
        return _SHORT if known or unit.level not in ("county", "zone") else _LITTLE
    return _FULL if around is unit else _WITHIN


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"[{CHAR[1:-1]}]{{0,6}}?{any_of('place_tails')}|[{CHAR[1:-1]}]{{0,2}}?{any_of('park_tails')}")


@cache
def _parks() -> re.Pattern[str]:
    return re.compile(rf"[{CHAR[1:-1]}]{{0,2}}?{any_of('park_tails')}")


def _is_short_of_county(name: str) -> bool:
    """Whether it is the short name of counties alone, which may be any word: 昀华."""
    return all(unit.level == "county" and name != unit.name for unit in divisions.lookup(name))


@cache
def _house() -> re.Pattern[str]:
    """Behind the name of a city: an association, a bank or a firm is called after it, wherever it is."""
    return re.compile(rf"(?:(?![的在与和及对向到为将是等有])[{CHAR[1:-1]}]){{0,8}}?{any_of('namesake_tails')}")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(any_of("place_tails"))


@cache
def _firm() -> re.Pattern[str]:
    """Behind the name of a division: it is but the head of a firm's name, however long the firm is called by its first words alone."""
    return re.compile(rf"(?![市县区州])[{CHAR[1:-1]}]{{0,6}}?{any_of('firm_tails')}")


@cache
def central() -> re.Pattern[str]:
    """Media of the whole country, whose name or dateline points to no place."""
    return re.compile(any_of("central_media"))


def is_central(story: Story) -> bool:
    """Whether a medium of the whole country sent it."""
    return story.opening is not None and central().search(story.opening.medium) is not None
