"""Whether two names of one article are two ways to write one name: with 国家 or without, short and long, in other letters. Pure functions."""

import re
from functools import cache, lru_cache

from kg import jurisdiction
from kg.divisions import lookup
from kg.nlp.names import is_country
from kg.nlp.people.characters import surnames
from kg.nlp.words import strangeness
from kg.resources import lines

_COUNTRY = re.compile("^(?:中华人民共和国|国家|中国)")
_HEAD_OFFICE = re.compile("总[局署台会院校]")  # after 体育总局 it is 总局 alone
_TOWNS = ("街道", "镇", "乡")
_OUTER = ("部", "局", "委")
_STATE = re.compile("(?P<first>[\u4e00-\u9fff])(?P<rest>[州省].{2,})")
_EDITION = re.compile("(?P<number>第[0-9一二三四五六七八九十百]+[届次]|首届|20[0-9]{2}年?)(?P<name>.+)")
_ZONE = re.compile("(?P<head>.{2,})(?P<kind>经开区|高新区)")
_ZONE_KINDS = {"经开区": re.compile("经济(?:技术)?开发区"), "高新区": re.compile("高新技术(?:产业)?(?:开发)?区")}
_LATIN = re.compile("[A-Za-z]{2,}")
_NUMBERED = re.compile("第([一二三四五六七八九十])(?:人民)?医院$")
_HOUSES = ("研究院", "研究所", "实验室", "学院", "医院", "协会", "商会", "学会", "联盟", "联合会", "基金会", "研究中心", "创新中心")
_SURNAME = 0.9  # of a first character from which on it is read as a surname: 近 and 应 are seldom one


@lru_cache(maxsize=4096)
def body_key(name: str) -> str:
    """The name of a body without the country, and spelt out.

    >>> body_key("国家人事部"), body_key("国家青果监管局")
    ('人事部', '青果监督管理局')
    """
    return jurisdiction.spelt_out(_COUNTRY.sub("", name))


def is_body_form(short: str, full: str) -> bool:
    """Whether a body that only the article knows is written shorter.

    >>> is_body_form("总局", "国家青果总局"), is_body_form("岚州农业部", "岚比西州农业部"), is_body_form("市农业局", "岚江市农业局")
    (True, True, False)
    >>> is_body_form("街道党工委", "昀溪街道党工委"), is_body_form("镇党委", "昀溪镇党委")
    (True, True)
    >>> is_body_form("市政协经济委", "市政协经济委员会")
    True
    """
    if short == full or len(short) > len(full):
        return False
    if short.startswith(_TOWNS) and full.endswith(short):
        return 1 < len(full) - len(short) < 5  # 街道党工委 behind 昀溪街道党工委
    if body_key(short) == body_key(full) or (short.endswith("委") and short + "员会" == full):
        return True
    if short.endswith("总局") or _HEAD_OFFICE.fullmatch(short):
        return full.endswith(short)
    if len(short) > 4 and full.startswith(short[:2]) and full.endswith(short[2:]) and full[: -len(short) + 2].endswith(_OUTER):
        return True  # 总参|航运部, 总参谋部|航运部
    state = _STATE.fullmatch(short)
    return state is not None and re.search(f"{state['first']}[^省市县]{{2,8}}{re.escape(state['rest'])}$", full) is not None


def is_house_form(short: str, full: str) -> bool:
    """Whether an institute, hospital or association is written shorter: by the head of its name and its kind, or by its number.

    >>> is_house_form("昀辰研究院", "湖南昀辰时空产业技术研究院"), is_house_form("时空研究院", "湖南昀辰时空产业技术研究院")
    (True, False)
    >>> is_house_form("市三医院", "岚城市第三人民医院"), is_house_form("市二院", "岚城市第三人民医院")
    (True, False)
    """
    numbered = _NUMBERED.search(full)
    if numbered is not None:
        before = full[: numbered.start()]
        return any(short.endswith(numbered[1] + kind) and before.endswith(short[: -len(kind) - 1]) for kind in ("医院", "院", "人民医院"))
    kind = next((k for k in _HOUSES if short.endswith(k) and full.endswith(k)), None)
    head = short.removesuffix(kind or "")
    if kind is None or not 1 < len(head) < 5 or lookup(head):
        return False
    rest = next((full[n:] for n in (7, 6, 5, 4, 3, 2) if lookup(full[:n])), full)
    return rest.startswith(head) and len(rest) > len(short) + 1 and strangeness(head) > 0


def is_bare_form(short: str, full: str) -> bool:
    """Whether a body of another country or region is written without it.

    >>> is_bare_form("财政部", "美国财政部"), is_bare_form("农业部", "岚比西州农业部"), is_bare_form("党中央", "民建党中央")
    (True, True, False)
    """
    where = full.removesuffix(short)
    if not where or where == full or where in ("中国", "国家"):
        return False
    return where.endswith("州") or bool(lookup(where)) or is_country(where)


def is_zone_form(short: str, full: str) -> bool:
    """Whether a zone is written shorter.

    >>> is_zone_form("岚江经开区", "岚江经济技术开发区"), is_zone_form("岚江高新区", "岚江经济技术开发区")
    (True, False)
    """
    zone = _ZONE.fullmatch(short)
    return zone is not None and full.startswith(zone["head"]) and _ZONE_KINDS[zone["kind"]].fullmatch(full, len(zone["head"])) is not None


def is_edition_form(short: str, full: str) -> bool:
    """Whether an event of the same number or year is written shorter; a coined 青博会 may leave the number out.

    >>> is_edition_form("第三届青博会", "第三届中国国际青果博览会"), is_edition_form("第二届青博会", "第三届中国国际青果博览会")
    (True, False)
    >>> is_edition_form("青博会", "第三届中国国际青果博览会"), is_edition_form("博览会", "第三届中国国际青果博览会")
    (True, False)
    """
    one, other = _EDITION.fullmatch(short), _EDITION.fullmatch(full)
    coined = one is None and len(short) == 3 and short.endswith("会") and strangeness(short) > 0
    if other is None or not (coined or (one is not None and one["number"].rstrip("年") == other["number"].rstrip("年"))):
        return False
    name, longer = one["name"] if one is not None else short, other["name"]
    if longer.startswith(name) or any(c in longer and c not in name for c in _apart()):
        return False  # 第三届青博会 and 第三届青博会新闻发布会, 2022年冬奥会 and 2022年冬残奥会
    rest = iter(longer)
    return 3 <= len(name) < len(longer) and name[-1] == longer[-1] and all(c in rest for c in name)


@cache
def _apart() -> frozenset[str]:
    return frozenset(c for line in lines("lexicons", "event_apart.txt") for c in line.split())


def is_given_name(short: str, full: str) -> bool:
    """Whether a name of two characters is that of a person without the surname, and could not be a surname and a given name of its own.

    >>> is_given_name("绍昀", "陈绍昀"), is_given_name("高昀", "陈高昀")
    (True, False)
    """
    if len(short) != 2 or len(full) != 3 or not full.endswith(short):
        return False
    return surnames().get(full[0], 0.0) >= _SURNAME > surnames().get(short[0], 0.0)


def in_letters_of(short: str, full: str) -> str:
    """The short name with its Latin letters as the full one writes them.

    >>> in_letters_of("yzc集团", "YZC昀泽集团"), in_letters_of("昀泽集团", "YZC昀泽集团")
    ('YZC集团', '昀泽集团')
    """
    return _LATIN.sub(lambda m: next((w for w in _LATIN.findall(full) if w.casefold() == m[0].casefold()), m[0]), short)
