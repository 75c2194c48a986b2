"""Which division a place name or a body's name points to in this article: 市委, 区委, 我市, 鼓楼区."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg import divisions, jurisdiction
from kg.cities import named, told_by
from kg.divisions import Division
from kg.journeys import guests_in, hosts
from kg.nlp.place_rows import rows_of_towns
from kg.nlp.small_places import Resolved, SmallPlaces
from kg.types import Article, Mention

_OWN = ("我", "全", "本", "该")
_OURS = ("我", "本", "全")
_ROW = ("、", "和", "与", "及", "以及")
_REGION = "自治区"
_LED = ((_REGION, _REGION), ("行署", "地区"))  # how a post begins that has no 长, and the division that it leads
_ENDS_PASSAGE = "。！？\n"
_SHORT = 4  # characters from which on a name in a row of towns is more than the name of one
_MORE = 2  # characters that a zone's name may go on with and mean the same: 产业园|区, not 岚江新区|科技城
_OF_A_CITY = ("高新区", "经开区", "综保区", "开发区")  # of which a city has one, and its paper names no city
# What a name ends with of which another may be the end: 红岭村, 石板镇红岭村.
_ZONE_KINDS = ("区", "园", "港", "城")
_KINDS = (*_ZONE_KINDS, "镇", "乡", "村", "街道", "嘎查")
_ROW_END = re.compile(r"[，。！？；：\n]")
_CITY_ENDS = re.compile(
    r"[。！？；\n]|来访|到访|来我|率|会见|拜会|会谈|考察团|代表团"
)  # where a city in the county is a guest, 市委 is the host's
_ONCE = re.compile("(?:原任?|前任?|时任|现任|新任)$")
_COMMITTEE = re.compile("(?:党工委|管委会|管理委员会)$")
_LEADING_COMMITTEE = re.compile("([省市区县州旗盟地镇乡]|自治区)(?:党委|委)$")
_OF_COMMITTEE = ("政法委", "纪委", "监委")  # organs that a row names by their posts alone
_ZONES = (*_OF_A_CITY, "新区", "工业园区")  # that have a committee
_OF_A_COUNTY = (*_OF_A_CITY, "新区")  # that are called after no word
_OWN_COMMITTEE = re.compile("(?:[本全园]?区)?(党工委|管委会|管理委员会)")
_ISSUER = re.compile("(.{2,}?(?:区|园|城))(?:党工委|管委会|管理委员会)")
_TO_PARK = re.compile("[来到赴临进访][我本]?园区")
_PARKS = ("园", "园区", "科技城")
_ANY_PARK = tuple(f"园区{committee}" for committee in ("党工委", "管委会", "管理委员会"))
_OF_THE_STATE = ("国家", "国务院")
_CAREER = re.compile(r"[（(](?:此前|之前|曾|历|原|前)[^（）()\n]{0,4}任[^（）()\n]{2,60}[)）]")
_STATE = re.compile("[\u4e00-\u9fff]+州$")
_STATE_REACH = 12
_STATE_FIRMS = re.compile("央企|中央企业")
_ROW_REACH = 12  # characters: a post and a name


def _region(text: str) -> Division | None:
    """The province that 台湾地区 is another word for."""
    units = divisions.lookup(text.removesuffix("地区")) if text.endswith("地区") else ()
    return units[0] if len(units) == 1 and len(units[0].code) == 2 else None


def _called(unit: Division) -> str:
    """Its name with the units around it; zones name their city themselves: 包头稀土高新技术产业开发区."""
    parent = divisions.by_code(unit.parent) if unit.parent is not None else None
    return (
        unit.name if unit.level == "zone" and parent is not None and unit.name.startswith(parent.short) else divisions.full_name(unit.code)
    )


class Localities:
    """The divisions of one article: its own, and those named so far."""

    def __init__(self, text: str, mentions: Sequence[Mention], article: Article | None) -> None:
        self.text = text
        self.code = article.locality_code if article is not None else None
        issuer = _ISSUER.match(article.paper) if article is not None and article.paper else None
        self.title = article.title if article is not None else ""
        self.house = issuer[1] if issuer is not None else None  # the zone whose committee tells the story
        self.mentions = mentions
        self.careers = [match.span() for match in _CAREER.finditer(text)]
        self.town_rows = list(rows_of_towns(text))
        self.places = [(m, self._division(m)) for m in mentions if m.type == "Place"]
        self.zones = list(dict.fromkeys(m.text for m in mentions if m.type == "Place" and m.text.endswith(_KINDS)))
        self.sure = {d.code for m, d in self.places if d is not None and len(divisions.lookup(m.text)) == 1}
        bodies = (
            jurisdiction.canonical_body(m.text, None) for m in mentions if m.type == "PublicBody" and jurisdiction.word_of(m.text) is None
        )
        self.sure |= {body.code for body in bodies if body is not None and body.code is not None}
        self.places = [(m, self._settled(m, d)) for m, d in self.places]
        self.named = self._named()
        self.rows = self._rows()
        self.ours: dict[str, Division | None] = {}
        self.tellers: dict[str, Division | None] = {}  # by the city that names would say
        self.small = SmallPlaces(text, mentions, [(m.end, d.name) for m, d in self.places if d is not None])

    def _named(self) -> list[tuple[Mention, Division]]:
        """Mentions with the division each speaks of, without those in a row of several (琅琊区、南谯区): 区委 after a row is neither."""
        places = [(m, d or self._holder(m)) for m, d in self.places]
        bodies = [(m, self._of_body(m)) for m in self.mentions if m.type == "PublicBody"]
        events = [(m, self._whose(m)) for m in self.mentions if m.type == "Event"]
        named = sorted(((m, d) for m, d in [*places, *bodies, *events] if d is not None), key=lambda pair: pair[0].start)
        row: set[int] = set()
        for (m, d), (n, e) in pairwise(named):
            if d.code != e.code and d.level == e.level and self.text[m.end : n.start] in _ROW:
                row |= {m.start, n.start}
        said = [(m, d) for m, d in named if m.start not in row and not (m.type == "Place" and guests_in(self.text, m.start, d))]
        away = hosts(self.text, [(m.start, m.end, m.text) for m, _ in places]) if self.code is None and said else ()
        return [(m, d) for m, d in said if d.code not in away]

    def _whose(self, event: Mention) -> Division | None:
        """The division in full that the name of a meeting begins with: 昀山市|投资推介会."""
        for size in range(min(len(event.text), 8), 2, -1):
            if (found := divisions.nearest(divisions.lookup(event.text[:size]), self.code)) is not None and found.name == event.text[:size]:
                return found
        return None

    def _settled(self, mention: Mention, division: Division | None) -> Division | None:
        """One of several units of a name by the places that the article names beyond doubt (西安市长安区 … 长安区, 大连市中山区 … 中山)."""
        every = divisions.lookup(mention.text)
        named = [d for d in every if d.code in self.sure]
        if len(named) == 1 and not any(d.level == "province" or named[0].code.startswith(d.code) for d in every if d is not named[0]):
            return named[0]
        found = every if division is None else ()
        near = [d for d in found if any(divisions.inside(d.code, code[:4]) for code in self.sure)]
        return near[0] if len(near) == 1 else division

    def _rows(self) -> dict[int, Division]:
        """For mentions that continue a row (成都市委、市政府; 成都市委书记甲、市长乙): where they begin → the division that the row names."""
        rows: dict[int, Division] = {}
        held: tuple[int, Division] | None = None
        city: tuple[int, Division] | None = None  # 甲市委书记乙到会，市委常委丙参加: of the city in the county that the sentence began with
        spoken = -1  # where a sentence has spoken of 市委 before it named such a city
        for mention in self.mentions:
            if mention.type not in ("PublicBody", "Title"):
                continue
            if city is not None and (_CITY_ENDS.search(self.text, city[0], mention.start) or self._is_past(city[0] - 1, mention.start)):
                city = None
            if held is not None and self._is_past(held[0] - 1, mention.start):
                held = None
            if held is not None and (mention.start - held[0] > _ROW_REACH or _ROW_END.search(self.text, held[0], mention.start)):
                held = None
            word = jurisdiction.word_of(mention.text) if mention.type == "PublicBody" else self._head(mention.text)
            if word is not None:
                held = self._once(mention, word) or held
                if held is not None and any(d.name.endswith(jurisdiction.WORDS[word]) for d in (held[1],)):
                    rows[mention.start] = held[1]
                    held = (mention.end, held[1])
                elif city is not None and word == "市":
                    rows[mention.start] = city[1]
                elif word == "市":
                    spoken = mention.end
            elif mention.type == "PublicBody":
                own = self._of_body(mention)
                held = (mention.end, own) if own is not None else None
                earlier = self._is_past(mention.start, len(self.text))
                if (
                    own is not None
                    and not earlier
                    and mention.text.endswith("市委")
                    and own.level == "county"
                    and own.code.startswith(self.code or "")
                ):
                    first = spoken < 0 or re.search(r"[。！？；\n]", self.text[spoken : mention.start]) is not None
                    city = (mention.end, own) if first else None
        return rows

    def _once(self, mention: Mention, word: str) -> tuple[int, Division] | None:
        """The division before 原 and the like (昀山市原市委书记甲): whose committee or mayor it was."""
        mark = _ONCE.search(self.text, max(mention.start - 3, 0), mention.start)
        if mark is None:
            return None
        found = next((d for m, d in self.places if m.end == mark.start() and d is not None), None)
        return (mention.start, found) if found is not None and found.name.endswith(jurisdiction.WORDS[word]) else None

    @staticmethod
    def _head(title: str) -> str | None:
        word = next((word for lead, word in _LED if title.startswith(lead)), None)
        return word or next((w for w in jurisdiction.WORDS if w + "长" in title), None)

    def _division(self, mention: Mention) -> Division | None:
        """The division a place mention names: by its data, else the one of that name nearest to the article's locality."""
        if code := mention.data.get("code"):
            return divisions.by_code(code)
        if len(mention.text) < _SHORT and any(start <= mention.start < end for start, end in self.town_rows):
            return None  # 甘泉、石泉5个街道: no county that is called so elsewhere
        if mention.text[:1] in _OWN and mention.text[1:] in jurisdiction.WORDS:
            return jurisdiction.own(mention.text[1:], self.code)
        return divisions.nearest(divisions.lookup(mention.text), self.code)

    def _holder(self, mention: Mention) -> Division | None:
        """The division that the name of a zone begins with: 琅琊经开区 speaks of 琅琊区, 琅琊文化广场 and 长寿食品园 of none."""
        if not mention.text.endswith(_KINDS):
            return None
        for size in range(len(mention.text) - 1, 1, -1):
            if found := divisions.names().get(name := mention.text[:size]):
                unit = divisions.nearest(found, self.code)
                short = unit is not None and name != unit.name
                word = short and name in jurisdiction.ordinary() and not mention.text.endswith(_ZONES)
                return None if word or (short and self._may_be_word(mention.text, unit)) else unit
        return None

    def _may_be_word(self, zone: str, unit: Division | None) -> bool:
        """Whether a park may be called after a word that some far county is called too (县委 beside 昀华工业园区), where nothing else names that county."""
        county = unit is not None and unit.level == "county" and not zone.endswith(_OF_A_COUNTY)
        return county and unit is not None and unit.code not in self.sure and not divisions.inside(unit.code, self.code or "-")

    def _of_body(self, mention: Mention) -> Division | None:
        """The division that a body names in its own words (琅琊区委)."""
        if jurisdiction.word_of(mention.text) is not None:
            return None
        body = jurisdiction.canonical_body(mention.data.get("full", mention.text), self.code)
        return divisions.by_code(body.code) if body is not None and body.code is not None else None

    def _before(self, position: int) -> list[Division]:
        """The divisions named so far, but those of a bracket about earlier posts that has ended: 省委书记甲（此前任昀江省省长）、省委秘书长乙."""
        return [d for m, d in self.named if m.end <= position and not self._is_past(m.start, position)]

    def _nearest(self, word: str, position: int) -> Division | None:
        """The division that a word means there. Of a prefecture and a county-level city in it 市 is the one that tells, if the article says."""
        unit = jurisdiction.nearest(word, self._before(position), self.code)
        if unit is None or word != "市" or self.code is not None:
            return unit
        if unit.code not in self.tellers:
            text = f"{self.title}\n{self.text}" if self.title else self.text
            self.tellers[unit.code] = told_by(text, named(text), unit)
        return self.tellers[unit.code]

    def _is_past(self, at: int, position: int) -> bool:
        """Whether a place in the text lies in a bracket about earlier posts that has ended before another."""
        return any(start < at < end <= position for start, end in self.careers)

    def place(self, mention: Mention) -> Resolved:
        """Canonical name of a place: the division's full name, else the text."""
        if country := mention.data.get("full"):  # 俄|总统
            return country, (mention.text,), {}
        division = next((d for m, d in self.places if m is mention), None) or self._settled(mention, self._division(mention))
        if division is None and mention.text[:1] in _OURS and mention.text[1:] in jurisdiction.WORDS:
            division = self._ours(mention.text[1:])
        if division is None and (wide := _region(mention.text)) is not None:
            return self._unit(wide)
        if division is None:
            return self._zone(mention.text)
        return self._unit(division)

    def _ours(self, word: str) -> Division | None:
        """The division of 我市 where nothing says of which the article is: the one that every 市委, 市政府 and 市领导 of it is found to be of."""
        if word not in self.ours:
            bodies = [self._find(m) for m in self.mentions if m.type == "PublicBody" and jurisdiction.word_of(m.text) == word]
            codes = {body.code if body is not None else None for body in bodies}
            led = [self.led(m, None) for m in self.mentions if m.type == "Title" and m.text == f"{word}领导"]
            codes |= {found[2].get("code") if found is not None else None for found in led}
            code = codes.pop() if len(codes) == 1 else None
            self.ours[word] = divisions.by_code(code) if code is not None else None
        return self.ours[word]

    @staticmethod
    def _unit(division: Division) -> Resolved:
        full = _called(division)
        forms = (division.name, division.short, *division.forms)
        return full, tuple(n for n in forms if n and n != full), {"code": division.code}

    def _zone(self, text: str) -> Resolved:
        """A zone by the longest name that the article has for it, if there is just one: 高新区 → 合肥高新区; 县经济开发区 gets its county."""
        word = jurisdiction.word_of(text)
        if word is not None and len(text) > len(word) + 1:
            unit = jurisdiction.own(word, self.code)
            if unit is not None:
                return unit.name + text[len(word) :], (text, unit.short + text[len(word) :], text[len(word) :]), {}
        longer = [
            z
            for z in self.zones
            if z != text and (z.endswith(text) or (z.startswith(text) and (len(z) - len(text) <= _MORE or not text.endswith(_KINDS))))
        ]
        if len(longer) == 1:
            name = longer[0]
            unit = divisions.nearest(divisions.lookup(name), self.code)
            return (_called(unit), (name, text), {"code": unit.code}) if unit is not None else (self._zone(name)[0], (name, text), {})
        if text in _OF_A_CITY and self.code is not None and len(self.code) in (4, 6) and not longer:
            unit = divisions.by_code(self.code)
            if unit is not None and unit.level != "zone":
                return unit.short + text, (text, unit.name + text), {}
        return text, (), {}

    def body(self, mention: Mention) -> Resolved:
        """Canonical name of a body; one whose jurisdiction is unknown keeps its text and says so."""
        if (state := self._state_before(mention)) is not None:
            return state + mention.text, (mention.text,), {"resolved": False}
        found = self._find(mention) or self._of_the_state(mention)
        if found is None and (small := self.small.body(mention)) is not None:
            return small
        if found is None and mention.source.endswith(":foreign"):
            return mention.data.get("full", mention.text), (mention.text,), {"resolved": True}  # the country says whose
        if found is None and mention.source.endswith(":row"):  # 县委、政府: the 县政府, whichever it is
            return mention.data.get("full", mention.text), (mention.text,), {"resolved": False}
        if found is None:
            return mention.text, (), {"resolved": False}
        return found.name, found.forms, {"code": found.code, "resolved": True} if found.code is not None else {"resolved": True}

    def _find(self, mention: Mention) -> jurisdiction.Body | None:
        text = mention.data.get("full", mention.text)
        if mention.data.get("bare"):
            committee = self._committee_before(mention)
            text = (committee.removesuffix("委") if text.endswith(("委", *jurisdiction.GARRISONS)) else committee) + text
        if (central := jurisdiction.central_body(text)) is not None:  # 市场监管总局 is no 市's
            return central
        if self.house is not None and (text.startswith(_ANY_PARK) or _OWN_COMMITTEE.fullmatch(text)) and self._only_zone(mention) is None:
            return self._in_article(self.house + text.removeprefix("园区"))
        if text.startswith(_ANY_PARK) and self._at_another_park(mention.start):
            return None  # 甲高新区管委会副主任乙来园区考察，园区管委会主任丙陪同
        if (own := _OWN_COMMITTEE.fullmatch(text)) is not None and (zone := self._only_zone(mention)) is not None:
            return self._in_article(zone + own[1])
        if text.startswith(_ANY_PARK) and not self._in_zone():
            return None  # which park, nobody says
        word = jurisdiction.word_of(text)
        if word is None or len(text.removesuffix("管委会").removesuffix("党工委").removesuffix("管理委员会")) not in (len(word), len(text)):
            return self._in_article(text)
        division = self.rows.get(mention.start) or self._nearest(word, mention.start)
        return jurisdiction.canonical_body(text, division.code) if division is not None else None

    def _state_before(self, mention: Mention) -> str | None:
        """The state abroad whose name ends right before the name of a central body: 昀比西州|农业部."""
        if not self.text.endswith("州", 0, mention.start) or jurisdiction.central_body(mention.text) is None:
            return None
        if any(m.end == mention.start and d is not None for m, d in self.places):
            return None
        state = _STATE.search(self.text, max(mention.start - _STATE_REACH, 0), mention.start)
        if state is not None and state[0].endswith("该州"):
            return "该州"
        known = state is None or any(divisions.lookup(state[0][-size:]) for size in range(2, len(state[0]) + 1))
        return None if state is None or known else state[0]

    def _of_the_state(self, mention: Mention) -> jurisdiction.Body | None:
        """The central body that a bare form means in a row of central bodies (工业和信息化部、国资委), or 国资委 that speaks of its firms."""
        national = (jurisdiction.central_body(before + mention.text) for before in _OF_THE_STATE)
        found = next((body for body in national if body is not None), None)
        if found is None or mention.source.endswith((":row", ":listed")):
            return None
        for other in self.mentions:
            if other.type == "PublicBody" and jurisdiction.central_body(other.text) is not None:
                one, next_ = (other, mention) if other.start < mention.start else (mention, other)
                if self.text[one.end : next_.start] in _ROW:
                    return found
        if self.code is not None or mention.text != "国资委":
            return None
        start = max(self.text.rfind(mark, 0, mention.start) for mark in _ENDS_PASSAGE) + 1
        end = min((at for mark in _ENDS_PASSAGE if (at := self.text.find(mark, mention.end)) >= 0), default=len(self.text))
        return found if _STATE_FIRMS.search(self.text, start, end) else None

    def _in_zone(self) -> bool:
        """Whether the article is of a zone, which calls itself 园区."""
        unit = divisions.by_code(self.code) if self.code is not None else None
        return unit is not None and unit.level == "zone"

    def _at_another_park(self, start: int) -> bool:
        """Whether guests of a zone have come to the park that tells the story, or to one that is named behind theirs."""
        if _TO_PARK.search(self.text, 0, start) is not None:
            return True
        said = max((m.end for m in self.mentions if m.type == "PublicBody" and m.end <= start and _COMMITTEE.search(m.text)), default=start)
        return any(said <= m.start and m.end <= start and m.text.endswith(_PARKS) for m in self.mentions if m.type in ("Place", "Project"))

    def _only_zone(self, mention: Mention) -> str | None:
        """The zone whose committee is called 区党工委 and 管委会 here: the only one of which a committee has been named in full before."""
        named = {
            m.text[: tail.start()]
            for m in self.mentions
            if m.type == "PublicBody"
            and m.end <= mention.start
            and (tail := _COMMITTEE.search(m.text)) is not None
            and tail.start() > 2
            and m.text.endswith(_ZONE_KINDS, 0, tail.start())
        }
        named = named or {m.text for m, d in self.places if m.end <= mention.start and m.text.endswith(_ZONES)}
        return named.pop() if len(named) == 1 else None

    def _in_article(self, text: str) -> jurisdiction.Body | None:
        """A body that names its division. A zone's committee by the zone's fullest name in the article."""
        for tail in ("管委会", "管理委员会", "党工委"):
            if text.endswith(tail):
                name = self._zone(text.removesuffix(tail))[0]
                unit = divisions.nearest(divisions.lookup(name), self.code)
                return jurisdiction.canonical_body((unit.name if unit is not None else name) + tail, self.code)
        found = jurisdiction.canonical_body(text, self.code)
        if found is None:  # 长安区法院 after 西安市长安区法院
            near = {body for code in self.sure if (body := jurisdiction.canonical_body(text, divisions.area(code))) is not None}
            found = near.pop() if len(near) == 1 else None
        return found

    def _committee_before(self, mention: Mention) -> str:
        """市委 of 市委常委、统战部部长: the committee named last in the same passage, not in a bracket that speaks of somebody else."""
        for other in reversed(self.mentions):
            if other.type == "PublicBody" and other.end <= mention.start and other.text.endswith("委"):
                between = self.text[other.end : mention.start]
                if between.count("）") > between.count("（"):
                    continue
                full: str = other.data.get("full", other.text)  # 澧县县委 is 澧县委
                return full if not any(mark in between for mark in _ENDS_PASSAGE) else ""
        return ""

    def led(self, title: Mention, before: Mention | None) -> Resolved | None:
        """The place that 市领导 lead: the division of that kind that is meant here."""
        word = title.text.removesuffix("领导")
        if before is not None or word == title.text or word not in jurisdiction.WORDS:
            return None
        unit = self._nearest(word, title.start)
        return self._unit(unit) if unit is not None else None

    def implied(self, title: Mention, before: Mention | None) -> Resolved | None:
        """The body that a title points to by itself: 副市长 → the city's government."""
        code, post = self.code, title.text
        if before is not None and before.type == "Place":
            division = next((d for m, d in self.places if m is before), None)
            if division is None:
                return self.small.led_by(title)
            code = division.code
            if division.name.endswith(_REGION) and "主席" in post:
                post = _REGION + post  # 宁夏回族自治区|主席
        else:
            word = self._head(title.text)
            if word is not None:
                division = self.rows.get(title.start) or self._nearest(word, title.start)
                code = division.code if division is not None else None
        found = jurisdiction.implied_body(post, code)
        if found is None:
            return self.small.led_by(title) or (self._beside_committee(title) if before is None else None)
        return found.name, found.forms, {"code": found.code, "resolved": True}

    def _beside_committee(self, title: Mention) -> Resolved | None:
        """The body of a post that a committee is named for: 市委副书记、政法委书记, and 市长 where the article knows no more of the city than 市委."""
        if (organ := next((word for word in _OF_COMMITTEE if re.match(f"{word}(?!员)", title.text)), None)) is not None:
            committee = self._right_before(title)
            if committee is None:
                return None
            base = committee.data.get("full", committee.text)
            full = (base if organ == "政法委" else _LEADING_COMMITTEE.sub(r"\1", base)) + organ
            found = self._find(replace(committee, data={"full": full}))
            return (
                (found.name, found.forms, {"code": found.code, "resolved": True}) if found is not None else (full, (), {"resolved": False})
            )
        word = jurisdiction.led_word(title.text)
        if word is None or not any(m.type == "PublicBody" and m.text == word + "委" and self._find(m) is None for m in self.mentions):
            return None
        named = next(
            (m.text for m in self.mentions if m.type == "PublicBody" and m.text in (f"{word}人民政府", f"{word}政府")), f"{word}政府"
        )
        return named, (), {"resolved": False}

    def _right_before(self, title: Mention) -> Mention | None:
        """The committee whose posts a title goes on with, with nothing but posts and marks between; 党委委员、… goes on with one that the sentence has named."""
        row, at = [], title.start
        for other in reversed([m for m in self.mentions if m.end <= title.start]):
            if self.text[other.end : at].strip("、兼") or other.type not in ("Title", "PublicBody"):
                break
            if other.type == "PublicBody":
                return other if _LEADING_COMMITTEE.search(other.text) else None
            row.append(other)
            at = other.start
        if not row or not row[-1].text.startswith("党委"):
            return None
        bodies = [m for m in self.mentions if m.end <= at and m.type in ("PublicBody", "Company", "Organization")]
        named = bodies[-1] if bodies else None
        same = named is not None and not any(mark in self.text[named.end : at] for mark in _ENDS_PASSAGE)
        return named if named is not None and same and named.text.endswith("党委") and _LEADING_COMMITTEE.search(named.text) else None
