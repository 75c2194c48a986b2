"""Places: divisions, countries, zones and parks, towns and villages. One span from the largest named unit to the smallest (南谯区乌衣镇).

A division named in full counts anywhere; a short name (无锡) only when it is no ordinary word; the short name of a county only where the
article speaks of that area. 我市 and 全市 count when the article's own division is known.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg import divisions, jurisdiction
from kg.divisions import Division
from kg.nlp import gazetteer, zones
from kg.nlp.candidates import Candidate, propose, text_of
from kg.nlp.gazetteer import Found
from kg.nlp.long_places import long_place
from kg.nlp.place_rows import find_rows, rows_of_towns
from kg.nlp.short_countries import find_short_countries
from kg.nlp.short_divisions import find_short_divisions
from kg.nlp.units_abroad import find_routes, find_units_abroad
from kg.nlp.venues import find_venues
from kg.nlp.worded import word_list
from kg.nlp.words import cuts_word, is_loose, is_phrase, is_word
from kg.nlp.zones import Zone, stops
from kg.text import HAN
from kg.types import Article

# 无锡市长, 无锡市区, 无锡市场 are 无锡 + a word that begins with 市; 江苏省长 is 江苏 + 省长.
_LEVEL_WORD = re.compile(
    r"[市县区镇乡州](?:长(?![春沙治寿])|区(?!委|政|人|纪|监|法|检|工|财|教|公|卫|民|司|商|科|农|应|住|发)|场|民|属|级|直|值|价|容|域|城(?!管)|面)|[省旗盟]长(?![春沙治])"
)
_OWN = re.compile(r"(?<![各该某])(?:我|全)(?:省|市|县|区|旗|州|盟)(?!长|委|政府)")
_TOWN_TAIL = re.compile(r"(?:镇|乡|街道|苏木)(?!长|企(?!业)|级|域|亲|村|振|镇(?!长)|愁|土|贤|音|情|间|下|痛|静|定|江)")
_FIRMS_OF_TOWNS = "企业"
_COUNTY = "县旗区市"
_LEAST = 3  # characters of a village behind a county
_COUNTRYSIDE = re.compile("[乡农]村$")  # 石板镇|开展乡村振兴
_NO_PART = re.compile("[镇乡洲]|^另|街道|农村$|^中关村$")  # in a village: a town has villages of its own, 雄安新区|中关村
_NO_FORMER = (*"某各主老新全该原本", "所有")  # 海淀区某社区, 上海市各区县, 芜湖市主城区
_NO_TOWNS = frozenset(
    {
        "城镇",
        "籍乡",
        "村镇",
        "集镇",
        "重镇",
        "小镇",
        "古镇",
        "乡镇",
        "军镇",
        "市镇",
        "老镇",
        "全镇",
        "该镇",
        "各镇",
        "我镇",
        "本镇",
        "冰镇",
        "坐镇",
        "之乡",
        "茶乡",
        "带乡",
        "故乡",
        "家乡",
        "他乡",
        "水乡",
        "侨乡",
        "同乡",
        "异乡",
        "思乡",
        "梦乡",
        "老乡",
    }
)
_OF_A_FIRM = ("公司", "集团", "股份", "企业", "有限")
_OF_FIRMS = re.compile("投资|发展|服务|规划|国家级|园区|企业|工业")  # what stops() has and names of firms too
_UNDER_WAY = re.compile("项目|[一二三]期|(?:正式|顺利|全面|破土)?(?:开工|奠基|动工|封顶|竣工)")
_TO_CHINA = ("访问", "来到", "来", "到访", "抵达", "进入", "登陆", "落户", "在")  # elsewhere 中国 is a part of some phrase or name
_FORMER = re.compile(rf"[{HAN}]{{2}}[区县旗](?!长|委|政|域|属|级)")
_NO_VILLAGE = re.compile("民|委|级|镇|庄|集体|支部|干部|党|里")  # where this follows
_VILLAGE = re.compile(rf"[{HAN}]{{1,5}}?(?:村|社区|嘎查)(?!{_NO_VILLAGE.pattern})")
_SIDE = re.compile("[上下前后中](?=..)")  # 上堡村, 下团柏村: what a village may begin with though it joins words elsewhere
_ISLAND = re.compile(rf"[{HAN}]{{1,3}}岛(?=[，。、；的上])")
_HAN = re.compile(rf"[{HAN}]*")
_HAN_AT = re.compile(rf"[{HAN}]")
_LOCATIVE = ("在", "于", "到", "赴", "至", "驻", "落户", "入驻", "走进", "抵达", "前往", "毗邻", "布局", "地处", "扎根", "落子", "投资")
_ATTRIBUTE = re.compile(
    r"更新(?=[，。！])|式|特色|时间|法郎|系(?!统|列)|籍|际|族|人(?![民大口均力才社事工员])|队|务[卿院]|防[部长]|大[酒饭]店"
)  # 中国式, 北京时间, 星美国|际影城, 朝鲜族, 美|国务卿, 香格里拉|大酒店
# What may follow a short name that no word of the language begins: 四市, 等地, 拟投资.
_AFTER_NAME = frozenset(
    "一二三四五六七八九十两几多市省区县州旗等人方地举也及至已拟正又可有无新最还只大其并均所未总不要则能会仅即之籍产主第各另该站城同去也时"
)
_BEFORE_NAME = frozenset("在到于至向往从赴驻和与及、，。：；（“《 \n和由以的了来抵入返离经")


def candidates(text: str, article: Article | None = None) -> list[Candidate]:
    """All places proposed for a text.

    >>> text = "来到滁州市南谯区乌衣镇，再到广东佛山和琅琊经开区"
    >>> [text[c.start:c.end] for c in candidates(text)]
    ['滁州市南谯区', '广东佛山', '琅琊', '琅琊经开区', '滁州市南谯区乌衣镇']
    """
    code = article.locality_code if article is not None else None
    found = [f for f in (_whole_word(text, f) for f in gazetteer.scan(text)) if f is not None]
    found_zones = [z for z in zones.scan(text) if not _is_project(text, z)]
    heads = {z.start for z in found_zones}  # 奉化经济开发区 tells that 奉化 is the place
    in_full = {f.units[0].code for f in found if len(f.units) == 1 and (not f.is_short or f.start in heads)}
    chains = list(_chains(found))
    towns = list(rows_of_towns(text))
    proposals = [
        c
        for chain in chains
        for c in _chain(text, chain, code, in_full)
        if not (c.source.startswith("places:short") and any(start <= c.start and c.end <= end for start, end in towns))
    ]
    for z in found_zones:
        data = _data(text[z.start : z.end], code)
        proposals.append(Candidate(z.start, z.end, "Place", f"places:zone-{z.rule}", z.score, data))
    proposals += _zone_names(text, found_zones)
    proposals += _towns(text, code)
    proposals += _villages(text, chains)
    proposals += find_rows(text, code)
    proposals += _islands(text, found)
    proposals += [*find_short_countries(text), *find_short_divisions(text, code), *find_units_abroad(text), *find_routes(text)]
    proposals += find_venues(text, chains)
    if code is not None:
        own = (m for m in _OWN.finditer(text) if _is_own(m[0], code))
        proposals += [Candidate(m.start(), m.end(), "Place", "places:own", 0.8) for m in own]
    return proposals


def _is_project(text: str, zone: Zone) -> bool:
    """总投资12亿元的某某产业园, 某某产业园项目: what is being built, not where."""
    return zone.tail.endswith("园") and (_UNDER_WAY.match(text, zone.end) is not None or text.endswith("元的", 0, zone.start))


def _zone_names(text: str, found: Sequence[Zone]) -> Iterator[Candidate]:
    """洋浦 where 洋浦经济开发区 is named too: the name of a zone that is no division and no word."""
    for name in dict.fromkeys(text[z.start : z.end - len(z.tail)] for z in found if z.rule == "name" and z.score > 0.7):
        if not 2 <= len(name) <= 3 or is_phrase(name) or any(name + form in text for form in _OF_A_FIRM):
            continue
        at = text.find(name)
        while at >= 0:
            if not cuts_word(text, at, at + len(name)):
                yield Candidate(at, at + len(name), "Place", "places:zone-short", 0.7)
            at = text.find(name, at + len(name))


def _islands(text: str, found: Sequence[Found]) -> Iterator[Candidate]:
    """海口市|海甸岛: behind a division in full, and where it ends what is said."""
    for f in found:
        match = _ISLAND.match(text, f.end) if f.units and not f.is_short else None
        if match is not None:
            yield Candidate(f.start, match.end(), "Place", "places:island", 0.85)


def _is_own(text: str, code: str) -> bool:
    unit = jurisdiction.own(text[1:], code)
    return unit is not None and unit.code == code


def _whole_word(text: str, found: Found) -> Found | None:
    """The name without a last character that belongs to the next word (无锡市|长); None when nothing is left of it."""
    if found.units and _LEVEL_WORD.match(text, found.end - 1) and not long_place(text, found.end):
        name = found.text[:-1]
        units = divisions.names().get(name, ())
        return Found(found.start, found.end - 1, name, units) if units else None
    return found


def _chains(found: Sequence[Found]) -> Iterator[list[Found]]:
    """Names in a row from large to small: 江苏省|无锡市|滨湖区, 广东|佛山, 美国|纽约."""
    chain: list[Found] = []
    for f in found:
        if chain and chain[-1].end == f.start and _holds(chain[-1], f):
            chain.append(f)
        else:
            if chain:
                yield chain
            chain = [f]
    if chain:
        yield chain


def _holds(outer: Found, inner: Found) -> bool:
    if outer.units and inner.units:
        return any(divisions.inside(i.code, o.code) and i.code != o.code for o in outer.units for i in inner.units)
    if outer.units:
        return inner.text in gazetteer.landmarks()
    return outer.text in gazetteer.countries() and (inner.text in gazetteer.world() or (outer.text == "中国" and bool(inner.units)))


def _chain(text: str, chain: list[Found], code: str | None, in_full: set[str]) -> Iterator[Candidate]:
    start, end = chain[0].start, chain[-1].end
    former = _FORMER.match(text, end) if chain[-1].units and not chain[-1].is_short else None
    if (
        former is not None
        and not former[0].startswith(_NO_FORMER)
        and former[0] not in zones.tails()
        and not is_phrase(former[0])
        and not cuts_word(text, end, former.end())
    ):
        yield Candidate(start, former.end(), "Place", "places:former", 0.85)  # 杭州市|江干区: divided anew since
    if _heads_name(text, chain[-1]):
        score, rule = 0.0, ""
    elif len(chain) > 1:
        score, rule = (0.0, "") if chain[0].text == "中国" and _is_common(chain[-1]) else (0.96, "chain")
    else:
        score, rule = _alone(text, chain[0], code, in_full)
    if score:
        unit = _unit(text[start:end], chain[-1], code)
        yield Candidate(start, end, "Place", f"places:{rule}", score, {"code": unit.code} if unit is not None else {})


def _is_common(f: Found) -> bool:
    """Whether a name behind 中国 is more likely a word: 中国|合作, 中国|富裕."""
    return f.text in gazetteer.ordinary() or (f.is_short and is_word(f.text) and all(len(u.code) > 4 for u in f.units))


def _behind_word(text: str, f: Found, largest: int) -> bool:
    """所以|上海: what seems to be cut (以上) begins inside a word that ends here."""
    return largest <= 4 and any(is_word(text[f.start - n : f.start]) for n in (2, 3) if n <= f.start)


def _heads_name(text: str, f: Found) -> bool:
    """Whether the place is but the head of a longer name, known or not: 东北|农业大学, 宿州|国厚. Its own people find longer names; this is for those they miss."""
    foreign = not f.units and f.text != "中国"
    found = gazetteer.inside_names()[foreign].match(text, f.end)
    if found is not None and stops().search(_OF_FIRMS.sub("", found[0])) is None:
        return True
    if foreign or not f.is_short or _HAN_AT.match(text, f.end) is None:
        return False
    after = text[f.end]
    if after in gazetteer.stop_characters() or after in _AFTER_NAME or stops().match(text, f.end):
        return False
    return not any(is_word(text[f.end : f.end + n]) for n in (2, 3, 4))


def _alone(text: str, f: Found, code: str | None, in_full: set[str]) -> tuple[float, str]:
    """How sure a single name is, and by which rule; 0 when it is not proposed."""
    if f.text in gazetteer.regions():
        return 0.0, ""
    if f.text == "中国" and not text.endswith(_TO_CHINA, 0, f.start):
        return 0.0, ""
    if not f.units:
        return (0.9, "world") if not cuts_word(text, f.start, f.start) and not _ATTRIBUTE.match(text, f.end) else (0.0, "")
    near = [u for u in f.units if u.code in in_full or (code is not None and divisions.inside(u.code, code[:4]))]
    largest = min(len(u.code) for u in f.units)
    if (
        (f.is_short or len(f.text) < 3)
        and (len(f.text) < 3 or largest > 4)  # 在|内蒙古 is no 在内
        and cuts_word(text, f.start, f.end if largest > 4 else f.start)
        and not _behind_word(text, f, largest)
    ):
        return 0.0, ""
    if _ATTRIBUTE.match(text, f.end):
        return 0.0, ""
    free = f.start == 0 or text[f.start - 1] in _BEFORE_NAME
    here = code is not None and any(divisions.inside(u.code, code[:4]) for u in f.units)
    if len(f.text) == 3 and not (free or here) and largest > 4 and cuts_word(text, f.start, f.start):
        return 0.0, ""  # 沿海|城市
    ordinary = f.text in gazetteer.ordinary() or ((f.is_short or len(f.text) < 3) and is_word(f.text))
    if not f.is_short:
        if len(f.text) == 2 and not near and (not free or f.text[0] in gazetteer.stop_characters()):
            return 0.0, ""
        return (0.96, "name") if not ordinary or near else (0.0, "")
    if ordinary:
        return (0.85, "short-near") if near and largest <= 4 else (0.6, "short-near") if near and free else (0.0, "")
    if len(f.text) == 2 and f.units[0].name.endswith("自治州") and not (free or here or near):
        return 0.0, ""  # 鄂木斯|克州
    if largest <= 4:
        return 0.93, "short"
    if near:
        return 0.88, "short-near"
    if f"{f.text}镇" in text or f"{f.text}乡" in text:
        return 0.0, ""  # 同在大溪, of the town: no district of that name elsewhere
    located = text.endswith(_LOCATIVE, 0, f.start)
    if len(f.units) > 1 or not (free or located):
        return 0.0, ""
    if f.units[0].name.endswith("市"):
        return 0.7, "short-city"
    return (0.7, "short-located") if located else (0.0, "")


def _unit(name: str, last: Found, code: str | None) -> Division | None:
    return divisions.nearest(divisions.lookup(name) or last.units, code) if last.units else None


def _data(name: str, code: str | None) -> dict[str, Any]:
    unit = divisions.nearest(divisions.lookup(name), code)
    return {"code": unit.code} if unit is not None else {}


def _towns(text: str, code: str | None) -> Iterator[Candidate]:
    """Towns by their list, and what stands between a mark or 在 and 镇 like a name; villages behind a town."""
    for match in _TOWN_TAIL.finditer(text):
        start, end, score, rule = gazetteer.town_ending_at(text, match.end()), match.end(), 0.92, "town"
        one = len(match[0]) == 1  # 街道 is a word by itself, 古镇 is one with what stands before
        if start is not None and end - start > 4 and gazetteer.ending_at(text, end - 2) is None and divisions.lookup(text[start:end]):
            rule = "town-chain"  # 泽州县|金村镇: then even 村镇 is a name
        elif text[match.start() - 1 : match.end()] in _NO_TOWNS:
            if start is None or code is None or end - start < 3 or not divisions.towns(text[start:end], code[:6]):
                continue  # 城镇; 庆城镇 is a name in its county
            rule = "town-chain"
        elif text.startswith(_FIRMS_OF_TOWNS, end) and (start is None or is_word(text[start:end])):
            continue  # 城镇企业; 胡埭镇|企业 is of the town
        elif start is None or end - start <= len(match[0]) or (end - start == len(match[0]) + 1 and not _free(text, start)):
            start, score, rule = (
                None if text.startswith(word_list("place_words", "of_country"), end - 1) else _unlisted(text, match.start()),
                0.72,
                "town-unlisted",
            )
        elif (one and is_word(text[end - 2 : end])) or (is_phrase(text[start : match.start()]) and not _near(text[start:end], code)):
            start = None
        elif end - start < 4 and cuts_word(text, start, end):
            continue
        if start is None or (rule != "town-chain" and one and is_word(text[end - 2 : end])):
            continue
        yield Candidate(start, end, "Place", f"places:{rule}", score, _town_data(text[start:end], code))
        village = _VILLAGE.match(text, end)
        if village is not None and not is_word(village[0]) and not _COUNTRYSIDE.search(village[0]) and not _holds_stop(village[0]):
            yield Candidate(start, village.end(), "Place", "places:village", 0.85)
            yield from _alone_too(text, village[0], end)


def _villages(text: str, chains: Sequence[list[Found]]) -> Iterator[Candidate]:
    """米脂县|沙坪村: right behind a county in full, without the town that lies between."""
    for chain in chains:
        county = chain[-1]
        village = _VILLAGE.match(text, county.end) if county.text.endswith(tuple(_COUNTY)) and len(county.text) > 2 else None
        if village is None or len(village[0]) < _LEAST or village[0].startswith(_NO_FORMER) or _NO_PART.search(village[0]):
            continue
        if (
            not is_phrase(village[0])
            and not _holds_stop(village[0])
            and not is_loose(village[0][:-1])
            and not cuts_word(text, county.end, village.end())
        ):
            yield Candidate(chain[0].start, village.end(), "Place", "places:village", 0.85)
            yield from _alone_too(text, village[0], county.end)


def _alone_too(text: str, village: str, told: int) -> Iterator[Candidate]:
    """红岭村 where 石板镇红岭村 is named too."""
    at = text.find(village) if len(village) > 2 else -1
    while at >= 0:
        if at != told and not _NO_VILLAGE.match(text, at + len(village)) and not cuts_word(text, at, at + len(village)):
            yield Candidate(at, at + len(village), "Place", "places:village-short", 0.8)
        at = text.find(village, at + len(village))


def _holds_stop(village: str) -> bool:
    """Whether a character that joins or leads stands in it by itself: 和平村 and 向阳村 are names."""
    side = _SIDE.match(village)
    village = village[1:] if side is not None and not is_word(village[1:]) else village
    joins = [i for i, c in enumerate(village) if c in gazetteer.stop_characters()]
    if any(village[i] not in "和向同" for i in joins):  # 一个土家族村
        return True
    return not all(any(is_word(pair) or divisions.lookup(pair) for pair in (village[i : i + 2], village[i - 1 : i + 1])) for i in joins)


def _unlisted(text: str, end: int) -> int | None:
    """Where the name of a town that is in no list begins (towns are founded and renamed): two or three characters that are no words, between
    the last words that no name holds, or a division, and 镇; behind a county in full, four or five."""
    for size in (2, 3, 4, 5):
        start = end - size
        if start < 0 or not _HAN.fullmatch(text, start, end) or any(c in gazetteer.stop_characters() for c in text[start:end]):
            return None
        outer = gazetteer.ending_at(text, start)
        if is_word(text[end - 2 : end]):
            return None
        if size > 3 and (outer is None or text[start - 1] not in _COUNTY or is_loose(text[start:end])):
            continue
        if size == 3 and outer is None and is_word(text[start : start + 2]):  # 产业兴镇
            return None
        if (outer is not None or _free(text, start)) and not is_phrase(text[start:end]) and not cuts_word(text, start, end):
            return outer if outer is not None else start
    return None


def _free(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _BEFORE_NAME


def _near(name: str, code: str | None) -> bool:
    """Whether the town is in the area of the article, or named behind its county: then even 温泉镇 is a name."""
    return bool(divisions.lookup(name)) or (code is not None and bool(divisions.towns(name, code[:4])))


def _town_data(name: str, code: str | None) -> dict[str, Any]:
    found = divisions.lookup(name) or (divisions.towns(name, code[:6]) if code is not None else ())
    return {"code": found[0].code} if len(found) == 1 else {}


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Propose places."""
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    propose(doc, candidates(text_of(doc), doc._.article))
    return doc
