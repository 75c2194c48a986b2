"""Names of firms: what is legal form, place or trade in a name, and whether a short form belongs to a full one. Pure functions.

`南通江汀控股集团有限公司` = place 南通 + head 江汀 + trade 控股 + form 集团有限公司; its core is 江汀控股.
"""

import re
from functools import cache, lru_cache

from kg.banks import spelt
from kg.divisions import lookup
from kg.nlp.words import is_phrase, strangeness
from kg.resources import lines

_FORM = re.compile(
    r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:合伙)?(?:总)?公司$|集团$|株式会社$|（集团）$|[（(](?:有限合伙|集团|普通合伙)[)）]$"
)
_FULL = re.compile(r"(?:公司|集团|厂|株式会社|合作社|银行|支行|分行|事务所|研究院|设计院|商社|超市|酒店|合伙[)）]|社|所|院|中心)$")
_BRANCH = re.compile(r"(?:.{2,8}?(?:分公司|分行|支行|分厂|基地|营业部|办事处|分店))$")
_KIND_OF_BRANCH = re.compile("(?:(?![行社司团])[一-鿿]){2,6}(?:分公司|分行|支行)")
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_LEGAL = re.compile(r"(?:有限|责任|股份|集团)(?:总)?公司$|（集团）$")
_PLACED = re.compile(r"(?<=[（(])[^（）()]{2,8}(?=[)）])")
_UNIT = re.compile(r"子公司|分公司|背后|旗下|直销|连锁")
_AREA = re.compile(r"[省市县区州]")
_FORMS = frozenset(("集团", "有限合伙", "普通合伙"))
_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十]+")
_NUMBERED = re.compile("第?[一二三四五六七八九十0-9]+(?=(?:分?厂|公司|局|矿|工程局|建筑公司|工程公司|有限公司)$)")
_FARMERS = "合作社"
_PLANT = "工厂"
_TOWN = re.compile("[\u4e00-\u9fff]{0,8}(?:[镇乡村]|街道)")
_WORKS = ("厂", "矿")


@cache
def _trades() -> tuple[frozenset[str], tuple[int, ...]]:
    """Industry words and other tails, and how long they are, longest first."""
    words = frozenset((*lines("lexicons", "company_tails.txt"), *lines("lexicons", "company_weak_tails.txt")))
    return words, tuple(sorted({len(word) for word in words}, reverse=True))


@cache
def _countries() -> frozenset[str]:
    rows = [*lines("lexicons", "place_countries.txt"), *lines("lexicons", "place_world.txt")]
    return frozenset(word for row in rows for word in row.split()) - {"中国"}


def is_country(name: str) -> bool:
    """Whether the name is of a country or of a well-known part of the world."""
    return name in _countries() or name == "中国"


@lru_cache(maxsize=65536)
def _place_length(name: str) -> int:
    """How many characters of countries and divisions the name begins with (0 when none)."""
    country = next((n for n in range(min(6, len(name) - 2), 1, -1) if name[:n] in _countries()), 0)
    total, rest = country, name[country:]
    while len(rest) > 3:
        size = next((n for n in range(min(8, len(rest) - 2), 1, -1) if lookup(rest[:n])), 0)
        if not size:
            break
        if rest[size] in "省市县区州盟旗镇乡" and lookup(rest[: size + 1]):
            size += 1
        total, rest = total + size, rest[size:]
    return total


@lru_cache(maxsize=65536)
def core(name: str) -> str:
    """The name without brackets, legal form and the place it begins with.

    >>> core("江汀控股集团有限公司")
    '江汀控股'
    """
    bare = _BRACKETED.sub("", name) or name
    while True:
        shorter = _FORM.sub("", bare)
        if shorter == bare or len(shorter) < 2:
            break
        bare = shorter
    if bare.endswith("股份") and len(bare) > 3:
        bare = bare[:-2]
    size = _place_length(bare)
    return bare[size:] if len(bare) - size >= 2 else bare


@lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Whether the name carries a legal form or another ending of full names."""
    return bool(_FULL.search(name))


def is_full_form(name: str) -> bool:
    """Whether the name ends in 公司."""
    return name.endswith("公司")


def _of_group(name: str) -> bool:
    return "集团" in name


def _listed(name: str) -> bool:
    return "股份" in name


def is_branch(name: str) -> bool:
    """Whether the name is of a branch or site: 天水分行, 无锡基地."""
    return bool(_BRANCH.search(name))


def _subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def tail_only(rest: str) -> bool:
    """Whether the rest consists of trade words and legal form alone."""
    words, sizes = _trades()
    while rest:
        size = next((n for n in sizes if rest[:n] in words), None)
        if size is None:
            return False
        rest = rest[size:]
    return True


@cache
def _brands() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_brands.txt"))


def _parent(name: str) -> bool:
    """Whether it names a parent that may stand before a firm's own name: a brand, or what ends in 集团 or 股份."""
    return name in _brands() or (len(name) > 3 and name.endswith(("集团", "股份", "总公司")))


@cache
def _known_firms() -> dict[str, str]:
    rows = [line.split() for line in lines("lexicons", "company_known.txt")]
    return {name: row[0] for row in rows for name in row}


def _own_firm(name: str) -> str:
    """The full name of the well-known firm that a name means and no other; empty for all other names."""
    return _known_firms().get(name, "")


def same_region(one: str, other: str) -> bool:
    """Whether the places that two names begin with, if both do, may be one: one lies in the other, or is the other if both names have their legal form.

    >>> same_region("江苏宜兴江汀水务", "江苏省江汀水务"), same_region("江苏宜兴水务有限公司", "江苏江阴水务有限公司")
    (True, False)
    """
    a, b = one[: _place_length(one)], other[: _place_length(other)]
    if not a or not b or a in b or b in a:
        return True
    ours, theirs = _closest(a), _closest(b)
    if a[:2] == b[:2] and not (ours and theirs):
        return True
    if a[:2] != b[:2] and tail_only(core(one)):
        return False  # 海南航空 and 东方航空: the place is the name
    if _LEGAL.search(one) and _LEGAL.search(other):
        return not ours.isdisjoint(theirs)  # 宜兴江汀水务有限公司 and 江苏江汀水务有限公司 are each registered so
    return any(x.startswith(y) or y.startswith(x) for x in ours for y in theirs)


@lru_cache(maxsize=4096)
def _closest(place: str) -> frozenset[str]:
    """The codes of the last division in it, of those that lie in the one before if any do: 江苏南京鼓楼 is not the 鼓楼 of 徐州."""
    found: frozenset[str] = frozenset()
    while place:
        size = next((n for n in range(len(place), 1, -1) if lookup(place[:n])), 0)
        if not size:
            break
        codes = frozenset(division.code for division in lookup(place[:size]))
        within = frozenset(code for code in codes if any(code.startswith(outer) for outer in found))
        found, place = within or codes, place[size:]
    return found


@lru_cache(maxsize=4096)
def _codes(place: str) -> frozenset[str]:
    """The codes of what is the first division in it."""
    size = next((n for n in range(len(place), 1, -1) if lookup(place[:n])), 0)
    return frozenset(division.code for division in lookup(place[:size]))


@cache
def _daughters() -> tuple[str, ...]:
    return tuple(lines("lexicons", "company_daughters.txt"))


def _of_brand(short: str, small: str, full: str, big: str) -> bool:
    """Whether a name is of a firm in the house of a brand that the short name means as a whole: 昀泽中国, 昀泽软件, 无锡昀泽 of 昀泽."""
    if short not in (small, small + "公司") or (small not in _brands() and not small.isascii()):
        return False
    home = _place_length(full)
    whole = small == big and is_full_form(full)  # 上海昀泽网络公司 may be 昀泽网络
    if home and big.startswith(small) and not whole and not is_country(full[:home]) and not _of_group(full) and not _listed(full):
        return True
    return big.startswith((*(small + word for word in _daughters()),)) and not _of_group(full)


def _told_apart(short: str, small: str, full: str, big: str) -> bool:
    """Whether the two names hold what only parent and daughter, or two daughters, differ in."""
    if _of_group(short) and not _of_group(full) and (_LEGAL.search(full) or not is_full(full)):
        return True  # 昀泽集团 holds 昀泽有限公司 and 昀泽物流
    if _LEGAL.search(short) and _LEGAL.search(full):
        if (small != big and not full.endswith(short)) or _of_group(short) != _of_group(full):
            return True  # each has a legal form of its own
        if ("（集团）" in short) != ("（集团）" in full):
            return True
    if is_branch(short) and is_branch(full) and not full.endswith(short) and _AREA.sub("", short) != _AREA.sub("", full):
        return True
    if _apart_by_place(short, small, full):
        return True
    head = next((h for h in (short, small) if full.startswith(h) or big.startswith(h)), "")
    rest = (full if full.startswith(head) else big)[len(head) :] if head else ""
    if _UNIT.search(rest) and not _UNIT.search(short) and (len(small) > 3 or small in _brands()):
        return True  # 昀泽医药连锁 of 昀泽医药
    return _has_unit(small, big)


def _has_unit(small: str, big: str) -> bool:
    """昀泽公司软件集团 is a part of 昀泽公司, and 昀泽青槐航空仪表公司 has a name of its own behind that of its house."""
    before, _, rest = big.partition(small)
    if rest.startswith(("公司", "集团")):
        return True
    if small.isascii() and len(rest) < 4 and not rest.isascii():
        return False  # YZC昀泽集团: its name in two scripts
    return not before and len(rest) > 1 and not tail_only(rest) and strangeness(rest[:2]) == 1 and strangeness(small[-2:] + rest[0]) > 0


def _apart_by_place(short: str, small: str, full: str) -> bool:
    """Places in brackets that differ, or stand behind a brand or 集团 alone; a short name with a wider place in front than the full one."""
    ours, theirs = set(_PLACED.findall(short)) - _FORMS, set(_PLACED.findall(full)) - _FORMS
    if ours and theirs and ours != theirs:
        return True
    if theirs and not ours and _listed(short) and is_full_form(full) and not _listed(full) and any(lookup(p) for p in theirs):
        return True  # 昀泽股份有限公司 and its daughter 昀泽（岚城）有限公司
    if (
        theirs
        and not ours
        and (re.search(r"集团[（(]", full) or small in _brands() or small.isascii())
        and any(lookup(p) or is_country(p) for p in theirs)
    ):
        return True
    before, behind = short[: _place_length(short)], full[: _place_length(full)]
    return bool(before and behind) and before[:2] != behind[:2] and _wider(before, behind)


def _wider(one: str, other: str) -> bool:
    return any(x != y and y.startswith(x) for x in _codes(one) for y in _codes(other))


def _of_the_state(short: str, full: str) -> bool:
    """昀峡集团 of 中国长江昀峡集团: groups of the state are called by the last words of their names."""
    return (
        short.endswith("集团")
        and full.startswith("中国")
        and full.endswith(short)
        and 1 < len(full) - len(short) < 7
        and strangeness(core(short)) > 0
    )


def _of_farmers(short: str, full: str) -> bool:
    """昀禾合作社 of 岚城县昀禾种植专业合作社."""
    head = short.removesuffix(_FARMERS)
    if head == short or len(head) < 2:
        return False
    before, found, rest = full.partition(head)
    return (
        bool(found)
        and rest.endswith((_FARMERS, _FARMERS + "联合社"))
        and rest != _FARMERS
        and (not before or bool(lookup(before)) or before.endswith(tuple("省市县区旗镇乡村")))
        and is_phrase(rest.removesuffix(_FARMERS).removesuffix("专业") or _FARMERS)
    )


def _of_town(short: str, full: str) -> bool:
    """昀家酒厂 of 青石镇昀家酒厂: towns and villages, of which there is no list."""
    before = full.removesuffix(short)
    return before != full and len(short) > 3 and _TOWN.fullmatch(before) is not None and not tail_only(core(short))


def _of_this_branch(short: str, full: str) -> bool:
    """岚江支行 of 昀泽银行岚江支行, 岚江分公司 of 昀泽物流岚江分公司."""
    kind = _KIND_OF_BRANCH.fullmatch(short)
    return kind is not None and full.endswith(short) and len(full) - len(short) > 1 and not lookup(full[: -len(short)])


@cache
def _contractions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words that stand for the trade of many a state firm (城投), with what they stand for, longest first."""
    rows = (line.split() for line in lines("lexicons", "company_contractions.txt"))
    return tuple((word, tuple(sorted(long, key=len, reverse=True))) for word, *long in rows)


def _contracted(short: str, full: str) -> str:
    """The full name with its trade as the short one has it.

    >>> _contracted("宜兴城投集团", "宜兴市城市建设投资集团有限公司")
    '宜兴市城投集团有限公司'
    """
    for word, written in _contractions():
        if word in short and word not in full and (found := next((w for w in written if w in full), None)) is not None:
            return full.replace(found, word, 1)
    return full


def _is_numbered(short: str, full: str) -> bool:
    """Whether all that the full name adds is a number before its last word: 昀泽水泥厂 and 昀泽水泥二厂 are two."""
    return len(full) > len(short) and _NUMBERED.sub("", full) == short


@lru_cache(maxsize=65536)
def short_of(short: str, full: str) -> int:
    """How well `short` fits as a short form of `full`: 3 the same but for place and legal form, 2 a head with its trade left out, 1 an abbreviation, 0 no.

    >>> short_of("江汀控股", "南通江汀控股集团有限公司")
    3
    >>> short_of("江汀集团", "江汀物流有限公司")
    0
    """
    full = _contracted(short, full)
    if short == full:
        return 3
    if _is_numbered(short, full) or (full.endswith(_PLANT) and not short.endswith(_PLANT)):
        return 0  # 昀泽叶片工厂 is one of 昀泽's
    if (spelt(short), spelt(full)) != (short, full):
        return short_of(spelt(short), spelt(full))  # 锡山农商行 of 无锡锡山农村商业银行股份有限公司
    if own := _own_firm(short):
        if own == _own_firm(full):
            return 3
        if short not in full:
            return 0  # 中国银行 is not short for 中国工商银行, though its characters are in it
        if not is_full(full) and tail_only(full.removeprefix(short)):
            return 0  # 中国银行投资 is a daughter
    if _of_the_state(short, full) or _of_farmers(short, full) or _of_this_branch(short, full) or _of_town(short, full):
        return 2
    small, big = core(short), core(full)
    if _told_apart(short, small, full, big):
        return 0
    if is_branch(short) and is_branch(full) and only_placed(short, full):
        return 2  # 岚江青石路支行 and 青石路支行
    if _of_group(short) != _of_group(full) and "股份" in short + full and _listed(short) != _listed(full):
        marked = _of_group(short) or _listed(short)
        return 1 if small == big and not marked and not is_full_form(short) else 0  # 昀泽集团有限公司 holds 昀泽股份有限公司
    if _NUMBER.findall(small) != _NUMBER.findall(big) and not set(_NUMBER.findall(small)) <= set(_NUMBER.findall(big)):
        return 0
    if not same_region(short, full) or _of_brand(short, small, full, big):
        return 0
    if short.endswith("股份") and is_full_form(full) and not _listed(full):
        return 0
    if small == big:
        grouped, local = (short, full) if _of_group(short) else (full, short)
        if small in _brands() and not _of_group(local) and _of_group(grouped) and _place_length(local) and not _place_length(grouped):
            return 0  # 正大集团 is not 山西正大有限公司
        return 3
    if full.endswith(short) and is_full(short) and _parent(full[: -len(short)]):
        return 2
    if len(short) >= len(full) or is_branch(full) != is_branch(short):
        return 0
    full_form = is_full(full)
    bare_place = full[: _place_length(full)]
    if short.endswith("集团") and not _of_group(full) and not full.startswith(short):
        return 0  # 昀泽集团 holds 昀泽物流有限公司
    if big.startswith(small) and (full_form or tail_only(big[len(small) :])) and tail_only(big[len(small) :]):
        return 2 if full_form or len(small) >= 4 else 1
    if short == small + "公司" and is_full_form(full) and big.startswith(small) and is_phrase(big[len(small) :]):
        return 1  # 昀泽公司 of 昀泽劳务开发有限公司
    if full.endswith(_WORKS) and big.startswith(small) and len(small) > 1 and is_phrase(big[len(small) : -1]):
        return 1  # 昀泽 of 昀泽服装厂
    if not full_form or len(small) < 3 or (is_full(short) and not full.endswith(short[-1])):
        return 0
    start = big if big[0] == small[0] else bare_place + big
    if start[0] != small[0] and big[0] != small[0]:
        return 0
    if small[:2] == big[:2] and _subsequence(small, big):
        return 1
    # 皖东精密传动 → 皖东精传; 中国铝业 → 中铝: the first characters of the parts in order
    return 1 if len(small) >= 4 and _subsequence(small, big) else 0


def only_placed(short: str, full: str) -> bool:
    """Whether all that the full name adds is a place in front or in brackets: 无锡昀泽, 昀泽（无锡）有限公司, which may be the firm there."""
    if is_full_form(full) and any(lookup(p) for p in _PLACED.findall(full)) and not _PLACED.search(short):
        return True
    return full.endswith(short) and 0 < len(full) - len(short) <= _place_length(full)
