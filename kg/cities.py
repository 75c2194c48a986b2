"""Whose 市 a story is that names a prefecture and a county-level city in it, and neither in its head: 无锡市 or 宜兴市.

Each has a 市委, a 市长 and a 市工信局, and calls them so without a name. What else the story says tells the two apart: whose bodies it names in full
(nobody does his own), who comes to whom, whether towns stand beneath it or counties, of which of them a speaker speaks. Where that is not clear, it is open.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import divisions, jurisdiction
from kg.divisions import Division
from kg.resources import surnames, tables

_HAN = "[\u4e00-\u9fff]"
_INSIDE = re.compile(
    "(?![在到于赴至、省市州])[\u4e00-\u9fff]"
)  # before 和县, 中区 it tells that these are no names: 某乡和县开发区, 集中区
_CLEAR = 1.5  # by how much the evidence for one must outweigh that for the other
_UNNAMED = 2.5  # for the county-level city, where the prefecture is not named
_BODY, _BODY_AGAIN, _BODY_TOLD = 2.0, 1.0, 1.0  # the last where the story begins with it, or names no prefecture
_SAME_MAN, _OTHER_MAN = 4.0, 3.0  # 市委书记甲 beside 宜兴市委书记甲, and beside 宜兴市委书记乙
_FIRST = 1.5  # the first that has a post is named with its city
_BENEATH = {"part": 2.0, "whole": 3.0}  # 各镇街; 各县区
_COMES, _COMES_BY_NAME = 2.0, 1.0
_TOWN, _TOWN_AGAIN, _TOWN_LED = 1.5, 0.5, 1.0  # 官林镇; 宜兴市官林镇
_SIBLING, _SIBLINGS = 1.0, 2.0  # other counties of the prefecture
_TITLED, _HEADED, _OPENED, _SAID, _LIES = 1.5, 1.0, 1.5, 0.75, 1.0
_ROW = re.compile(rf"(?:{_HAN}{{0,4}}[、兼]){{0,3}}{_HAN}{{0,4}}[、兼]")  # 宜兴市委副书记、|市长
_OFTEN, _NAMED_OFTEN = 4, 1.0  # the prefecture is named so many times as often as the county-level city
_MARKS = "。！？；\n"
_TOWNS = re.compile(rf"{_HAN}{{2,5}}?(?:镇|乡|街道)")
_SHORTEST_TOWN = 3


@cache
def _names() -> tuple[AhoCorasick, list[str]]:
    every = sorted(name for name in divisions.names() if len(name) > 1)
    return AhoCorasick(every, matchkind=MatchKind.LeftmostLongest), every


def named(text: str) -> list[tuple[int, int, str]]:
    """Where the text names divisions, longest names first."""
    matcher, every = _names()
    spots = ((start, end, every[number]) for number, start, end in matcher.find_matches_as_indexes(text))
    return [
        (start, end, name)
        for start, end, name in spots
        if len(name) > 2 or name[-1] not in "县区镇" or not _INSIDE.match(text[start - 1 : start])
    ]


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = tables("lexicons", "city_words.yaml")

    def any_of(key: str) -> str:
        return "(?:" + "|".join(map(re.escape, sorted(words[key], key=len, reverse=True))) + ")"

    bureau = rf"(?![的在和与及到赴对将区县镇])(?:(?![的在和与及到赴对将区县镇市]){_HAN}){{2,8}}?(?:局|署|委(?!托|员|派)|(?<!{any_of('holds')})办)"
    return {
        "organ": re.compile(rf"市?(?!{any_of('not_organs')})(?:{any_of('organs')}|(?:常务)?副?市?长|{bureau})"),
        "bare": re.compile(rf"市(?!{any_of('not_organs')})(?:{any_of('organs')}|长(?![期远久途江三]))|副市长"),
        "post": re.compile(rf"(?:常务)?(?P<deputy>副)?(?P<city>市)?(?P<post>{any_of('posts')})(?P<name>{_HAN}{{2}})"),
        "head": re.compile(any_of("heads")),
        "part": re.compile(any_of("of_part")),
        "whole": re.compile(any_of("of_whole")),
        "goes": re.compile(rf"{any_of('goes')}$"),
        "guests": re.compile(any_of("guests")),
        "elsewhere": re.compile(any_of("from_elsewhere")),
        "house": re.compile(
            rf"[^，。、的在与和]{{0,8}}?(?:支行|分行|{'|'.join(tables('lexicons', 'ingest_words.yaml')['namesake_tails'])})"
        ),
        "zone": re.compile("[^，。、的]{0,6}?(?:区|港|园|站|城)"),
        "held": re.compile(rf"市?{any_of('held')}"),
        "says": re.compile(rf"{any_of('says')}[，：:“]*$"),
        "lies": re.compile(rf"市?[^，。]{{0,2}}?{any_of('lies')}[^，。]{{0,4}}"),
    }


def told_by(text: str, spots: Sequence[tuple[int, int, str]], city: Division) -> Division | None:
    """Which of a prefecture and a county-level city in it is 市 in a text, if it says; the city itself where it is the only one that the text knows.

    Args:
        text: with its headline as the first line, if it has one.
        spots: where it names divisions.
        city: the one for which most names speak.

    >>> wuxi = divisions.lookup("无锡市")[0]
    >>> each = ("市委书记王成林到宜兴市调研，宜兴市委书记赵文舟陪同。", "市委书记甲成林到官林镇调研。宜兴要对照无锡市委要求，各镇街要行动。", "市委书记甲谈宜兴。无锡市有企业到会。")
    >>> [unit and unit.name for unit in (told_by(text, named(text), wuxi) for text in each)]
    ['无锡市', '宜兴市', None]
    """
    whole = city if city.level == "prefecture" else divisions.by_code(city.code[:4])
    if whole is None or whole.level != "prefecture" or not whole.name.endswith("市"):
        return city
    towns = list(_towns(text, whole))
    part = city if city is not whole else _part(text, spots, towns, whole)
    if part is None or part.level != "county" or not part.name.endswith("市"):
        return city
    evidence = _Evidence(text, spots, whole, part)
    evidence.weigh(towns)
    if evidence.hosts:
        return None
    lead = sum(evidence.for_part.values()) - sum(evidence.for_whole.values())
    if lead >= _CLEAR and evidence.for_part.keys() - ({"body"} if city is part else {"body", "alone"}):
        return part
    return whole if -lead >= _CLEAR else None


def _means(name: str, unit: Division) -> bool:
    return unit in divisions.lookup(name)


def _part(text: str, spots: Sequence[tuple[int, int, str]], towns: Sequence[tuple[int, str, Division]], whole: Division) -> Division | None:
    """The county-level city of the prefecture of which the text has most: by its name, or by names of towns in it."""
    found: Counter[Division] = Counter()
    for _, _, name in spots:
        for unit in divisions.lookup(name):
            within = unit.level == "county" and unit.name.endswith("市") and divisions.inside(unit.code, whole.code)
            if within and (name == unit.name or name not in jurisdiction.ordinary() or unit.name in text):
                found[unit] += 1
    for _, _, unit in towns:
        if unit.name.endswith("市"):
            found[unit] += 1
    return max(sorted(found, key=lambda unit: unit.code), key=lambda unit: found[unit], default=None)


def _towns(text: str, whole: Division) -> Iterator[tuple[int, str, Division]]:
    """Names of towns of which the prefecture has one: where they stand, and the county."""
    for match in _TOWNS.finditer(text):
        for size in range(len(match[0]), _SHORTEST_TOWN - 1, -1):
            if units := divisions.towns(match[0][-size:], whole.code):
                county = divisions.by_code(units[0].code[:6])
                if len({unit.code[:6] for unit in units}) == 1 and county is not None:
                    yield match.end() - size, match[0][-size:], county
                break


class _Evidence:
    """What a text says for the prefecture and for the county-level city, by kind."""

    def __init__(self, text: str, spots: Sequence[tuple[int, int, str]], whole: Division, part: Division) -> None:
        self.text, self.spots, self.whole, self.part = text, spots, whole, part
        self.for_whole: dict[str, float] = {}
        self.for_part: dict[str, float] = {}
        self.opening = text.find("\n") + 1
        self.hosts = False  # whether delegations of some other city come to the county-level one
        self.taken = {at for start, end, _ in spots for at in range(start, end)}

    def add(self, unit: Division, kind: str, weight: float) -> None:
        """Say something for one of the two; of each kind the strongest counts."""
        side = self.for_part if unit is self.part else self.for_whole
        side[kind] = max(side.get(kind, 0.0), weight)

    def other(self, unit: Division) -> Division:
        return self.whole if unit is self.part else self.part

    def weigh(self, towns: Sequence[tuple[int, str, Division]]) -> None:
        mine = [(start, end, unit) for start, end, name in self.spots if (unit := self._one(name)) is not None]
        bodies = [(start, end, unit) for start, end, unit in mine if _cues()["organ"].match(self.text, end) and self.text[end - 1] == "市"]
        others = self._others()
        if others:
            self.add(self.whole, "siblings", _SIBLINGS if len(others) > 1 else _SIBLING)
        starts = {start for start, _, _ in self.spots}
        itself = [end for _, end, unit in mine if unit is self.whole and end not in starts and not _cues()["house"].match(self.text, end)]
        if len(others) < 2 and not itself:
            self.add(self.part, "alone", _UNNAMED)
        self._bodies(bodies)
        self._people(bodies)
        comes = self._comings(mine, {start for start, _, _ in bodies})
        self._beneath(towns, comes)
        often = Counter(unit for _, _, unit in mine)
        if often[self.whole] >= _OFTEN * max(often[self.part], 1):
            self.add(self.whole, "often", _NAMED_OFTEN)
        self._around(mine, {start for start, _, _ in bodies})

    def _one(self, name: str) -> Division | None:
        return self.part if _means(name, self.part) else self.whole if _means(name, self.whole) else None

    def _bodies(self, bodies: Sequence[tuple[int, int, Division]]) -> None:
        """无锡市工信局 beside 市委: it is not the prefecture that tells; and which is named first."""
        first_bare = next((m.start() for m in _cues()["bare"].finditer(self.text) if m.start() not in self.taken), len(self.text))
        first = bodies[0][2] if bodies and bodies[0][0] < first_bare else None
        if first is not None:
            self.add(first, "first", _FIRST)
        for unit in (self.whole, self.part):
            kinds = {self.text[end : end + 2] for _, end, one in bodies if one is unit}
            if kinds:
                weight = _BODY_TOLD if "alone" in self.for_part or unit is first else _BODY
                self.add(self.other(unit), "body", weight + _BODY_AGAIN * (len(kinds) > 1))

    def _people(self, bodies: Sequence[tuple[int, int, Division]]) -> None:
        """市委书记甲 is the one of the city of which 甲 is called 宜兴市委书记, and not of that of which 乙 is."""
        ends = {end: unit for _, end, unit in bodies}
        held: list[tuple[Division | None, str, str]] = []
        for match in _cues()["post"].finditer(self.text):
            unit = next((ends[at] for at in (match.start(), match.start() + 1) if at in ends), None)
            if match["name"][0] not in surnames() or (unit is None and match.start() in self.taken):
                continue
            if unit is None:
                if not match["city"]:
                    continue  # 县委书记
                unit = next(
                    (u for end, u in ends.items() if 0 < match.start() - end <= 14 and _ROW.fullmatch(self.text, end, match.start())), None
                )
            held.append((unit, (match["deputy"] or "") + match["post"], match["name"]))
        for unit, post, name in held:
            for whose, other_post, other in held:
                if unit is None or whose is not None:
                    continue
                if name == other:
                    self.add(unit, "man", _SAME_MAN)
                elif post == other_post and _cues()["head"].fullmatch(post):
                    self.add(self.other(unit), "man", _OTHER_MAN)

    def _comings(self, mine: Sequence[tuple[int, int, Division]], bodies: set[int]) -> int:
        """Where the leaders of the prefecture come to the county-level city first (到宜兴调研); the end of the text where nowhere."""
        first = len(self.text)
        for start, end, unit in mine:
            before = start
            while (led := next((s for s, e, _ in self.spots if e == before), None)) is not None:
                before = led
            sentence = max(self.text.rfind(mark, 0, before) for mark in _MARKS) + 1
            said = self.text[sentence:before]
            goes = _cues()["goes"].search(said) is not None and not (unit is self.whole and _cues()["zone"].match(self.text, end))
            if goes and unit is self.part and _cues()["guests"].search(self.text, sentence, end + 8):
                self.hosts = True
            if start in bodies or _cues()["elsewhere"].search(said):
                continue
            if goes and (unit is self.part or _cues()["bare"].search(said)):
                by_name = unit is self.whole or (self.opening > start and not _cues()["bare"].search(said))
                self.add(self.other(unit), "comes", _COMES_BY_NAME if by_name else _COMES)
                first = min(first, start) if unit is self.part else first
            elif unit is self.part and said.endswith("在") and _cues()["held"].match(self.text, end):
                self.add(self.whole, "held", _COMES_BY_NAME)
                first = min(first, start)
        return first

    def _beneath(self, towns: Sequence[tuple[int, str, Division]], comes: int) -> None:
        """各镇街 and towns that stand alone are of the county-level city; 各县区 and other counties of the prefecture."""
        for unit, kind in ((self.part, "part"), (self.whole, "whole")):
            if _cues()[kind].search(self.text):
                self.add(unit, "beneath", _BENEATH[kind])
        alone = set()
        for start, name, county in towns:
            led = self.text.endswith((self.part.name, self.part.short), 0, start)
            if county is self.part and led:
                self.add(self.whole, "town", _TOWN_LED)
            elif county is self.part and start < comes:
                alone.add(name)
            elif county is not self.part and not county.name.endswith("市"):
                self.add(self.whole, "town", _TOWN_LED)
        if alone:
            self.add(self.part, "town", _TOWN + _TOWN_AGAIN * (len(alone) > 1))

    def _others(self) -> set[Division]:
        """The other counties of the prefecture that the text names in full."""
        return {
            unit
            for _, _, name in self.spots
            for unit in divisions.lookup(name)
            if unit.name == name and unit.level == "county" and unit is not self.part and divisions.inside(unit.code, self.whole.code)
        }

    def _around(self, mine: Sequence[tuple[int, int, Division]], bodies: set[int]) -> None:
        """《宜兴市…》, a headline or story that begins with the prefecture, 甲说，宜兴…, 宜兴地处无锡….

        A headline that begins with the county-level city says nothing: papers of the prefecture print such ones too."""
        starts = {start: unit for start, _, unit in mine}
        visited = "comes" in self.for_whole
        for start, end, unit in mine:
            if self.text[start - 1 : start] == "《":
                self.add(unit, "titled", _TITLED)
            if start in (0, self.opening) and unit is self.whole and start not in bodies:
                self.add(unit, "headed", _HEADED if start < self.opening else _OPENED)
            if _cues()["says"].search(self.text, max(start - 6, 0), start) and not (visited and unit is self.part):
                self.add(unit, "said", _SAID)
            lies = _cues()["lies"].match(self.text, end) if unit is self.part else None
            if lies is not None and any(starts.get(at) is self.whole for at in range(end + 1, lies.end() + 1)):
                self.add(unit, "lies", _LIES)
