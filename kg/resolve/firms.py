"""What the name of a firm is made of, and which short names follow from a full one. Pure functions.

`江苏长电科技股份有限公司` = region 江苏 + core 长电科技 + form 股份有限公司. A branch, a number, 集团 or another trade makes another firm.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import banks
from kg.divisions import lookup
from kg.jurisdiction import ordinary, own
from kg.resolve.names import is_deictic, name_key
from kg.resources import lines

_FORM = re.compile(r"(?P<group>\(集团\)|集团)?(?P<kind>(?:控股)?股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|股份)?$")
_LEGAL = re.compile(r"(?:有限公司|有限责任公司|股份公司|合伙\)|株式会社)(?:[^公司]{2,10}(?:分公司|分行|支行))?$")
_PLACED = re.compile("(?<=..)[省市县区州]$")
_FUNDS = re.compile("(?<=...)基金(?:管理)?$")
_BRANCH = re.compile(r".(?:分公司|子公司|分行|支行|分厂|分社|分店|营业部|办事处|分院|中心支公司|支公司|基地)$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NAMED_LATIN = re.compile(r"^[a-z0-9&.+ ]{3,}$|^(?=.*[a-z0-9])(?=.*[\u4e00-\u9fff]).{3,}$")
_LAST = ("管理", "服务", "科技", "技术", "发展")
_CITY = 4  # digits of the code of a province or a prefecture
_SURE = 3  # characters of a name without place that hardly two firms in the news have


@dataclass(frozen=True, slots=True)
class Firm:
    """The parts of a name, in the form of `name_key`."""

    region: str
    core: str
    group: bool
    kind: str  # legal form, or empty
    branch: bool


@lru_cache(maxsize=1 << 16)
def firm(name: str) -> Firm:
    """The parts of a name.

    >>> firm("江苏长电科技股份有限公司")
    Firm(region='江苏', core='长电科技', group=False, kind='股份有限公司', branch=False)
    >>> firm("资邦（上海）投资控股有限公司").core, firm("江汀控股（集团）有限公司").group
    ('资邦投资控股', True)
    """
    key = name_key(name)
    branch = _BRANCH.search(key) is not None
    region = ""
    for inner in _BRACKETS.findall(key):
        if lookup(inner) or inner in ("中国",):
            region, key = inner, key.replace(f"({inner})", "")
    match = _FORM.search(key)
    group, kind = (bool(match["group"]), match["kind"] or "") if match is not None else (False, "")
    core = key[: match.start()] if match is not None and match.start() >= 2 else key
    if not region:
        size = _region(core)
        region, core = core[:size], core[size:]
    return Firm(region, core, group, kind, branch)


def _region(core: str) -> int:
    """How many characters of places the core begins with, if two or more are left."""
    total = 0
    while True:
        size = next((n for n in range(min(8, len(core) - total - 2), 1, -1) if lookup(core[total : total + n])), 0)
        if not size:
            return total
        total += size


@lru_cache(maxsize=1 << 16)
def is_complete(name: str) -> bool:
    """Whether a name has the legal form that only the registered name has.

    >>> is_complete("江汀控股集团有限公司"), is_complete("江汀控股集团"), is_complete("江汀登记有限公司上海分公司"), is_complete("江汀上海分公司")
    (True, False, True, False)
    """
    return _LEGAL.search(name_key(name)) is not None


@lru_cache(maxsize=1 << 16)
def short_names(name: str) -> frozenset[str]:
    """Keys of the short names that mean this firm and no other kind of it: without legal form, without the place it begins with.

    >>> sorted(short_names("江苏长电科技股份有限公司"))
    ['江苏长电科技', '江苏长电科技公司', '江苏长电科技股份', '长电科技', '长电科技公司', '长电科技股份']
    >>> sorted(short_names("无锡产业发展集团有限公司"))  # 产业发展集团 may be anybody's
    ['无锡产业发展', '无锡产业发展(集团)', '无锡产业发展集团', '无锡产业发展集团公司']
    >>> "江汀基金" in short_names("江汀基金管理有限公司"), "江汀云杉" in short_names("江汀云杉科技有限公司")
    (True, False)
    >>> "宜兴城投集团" in short_names("宜兴市城市建设投资集团有限公司"), "城投集团" in short_names("宜兴市城市建设投资集团有限公司")
    (True, False)
    """
    parts = firm(name)
    if parts.branch or len(parts.core) < 2:
        return frozenset()
    cores = {parts.core, _without_last(parts.core)} | ({_house_of_funds(parts.core)} if "基金" in parts.core else set())
    heads = {parts.region + core for core in cores} | {core for core in cores if not is_generic(core)}
    if parts.region:
        heads |= {
            place + core for place in {parts.region, _PLACED.sub("", parts.region)} for core in {parts.core, *_contracted(parts.core)}
        }
    tails = {"", "集团", "集团公司", "(集团)"} if parts.group else {"", "公司"}
    tails |= {"股份"} if "股份" in parts.kind else set()
    return frozenset(head + tail for head in heads for tail in tails)


def _contracted(core: str) -> set[str]:
    """A core with its trade as many a state firm has it: 城投 for 城市建设投资."""
    return {core.replace(word, short, 1) for word, short in _contractions() if word in core}


@cache
def _contractions() -> tuple[tuple[str, str], ...]:
    rows = (line.split() for line in lines("lexicons", "company_contractions.txt"))
    return tuple((word, short) for short, *words in rows for word in words)


def _house_of_funds(core: str) -> str:
    """What a house of funds is called without its trade, where that is three characters or more that are no words: 江汀云基金管理 is 江汀云.

    >>> _house_of_funds("江汀云基金管理"), _house_of_funds("江汀基金"), _house_of_funds("江汀产业基金")
    ('江汀云', '江汀基金', '江汀产业基金')
    """
    head = _FUNDS.sub("", core) if "基金" in core else core
    return core if head == core or head.endswith(_trades()) else head


@lru_cache(maxsize=1 << 16)
def bank_branch(name: str) -> str:
    """The one form of the name of a bank's branch that says of which place it is; empty for all other names.

    >>> bank_branch("农发行无锡分行") == bank_branch("中国农业发展银行股份有限公司无锡市分行") == bank_branch("无锡农发行")
    True
    >>> bank_branch("农发行鼓楼支行"), bank_branch("农发行"), bank_branch("江汀科技无锡分公司")
    ('', '', '')
    """
    if "行" not in name and "社" not in name:
        return ""
    spelt = banks.spelt(name)
    where = banks.place_of(spelt)
    units = lookup(where)
    sure = len(units) == 1 or (any(len(unit.code) <= _CITY for unit in units) and where not in ordinary())
    return name_key(spelt) if units and sure else ""


def placed(name: str, code: str | None) -> str:
    """A name that begins with the word for a division, with the division of the article instead: 市城投集团 of Wuxi is 无锡城投集团.

    >>> placed("市城投集团", "320211"), placed("市城投集团", None)
    ('无锡城投集团', '')
    """
    unit = own(name[:1], code)
    return (unit.short or unit.name) + name[1:] if unit is not None else ""


def _without_last(core: str) -> str:
    """The core without a last word that says next to nothing, where the trade stands before it: 江汀基金管理, 江汀激光科技."""
    rest = next((core.removesuffix(word) for word in _LAST if core.endswith(word)), core)
    return rest if len(rest) > len(_LAST[0]) + 1 and rest[-2:] in _trades() else core


@cache
def _trades() -> tuple[str, ...]:
    files = ("company_tails.txt", "company_weak_tails.txt", "company_nouns.txt", "company_trades.txt")
    return tuple(sorted({word for file in files for word in lines("lexicons", file)}, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1 << 16)
def is_generic(core: str) -> bool:
    """Whether nothing but words of trade is in it.

    >>> is_generic("产业发展"), is_generic("长电科技")
    (True, False)
    """
    rest = core
    while rest:
        word = next((word for word in _trades() if rest.startswith(word)), None)
        if word is None:
            return False
        rest = rest[len(word) :]
    return True


def is_coined(name: str) -> bool:
    """Whether a name ends with no word of trade: 江汀公司 may be 江汀集团, 江汀航空公司 is not 江汀航空集团.

    >>> is_coined("江汀"), is_coined("江汀航空")
    (True, False)
    """
    return not name.endswith(_trades())


def fits(short: str, full: str) -> bool:
    """Whether a short name that an article uses for a full one can be trusted elsewhere: what it leaves out is place, trade and legal form.

    A parent's name that an article seems to use for its subsidiary or branch (中国电信 for 中国电信某某科技有限公司) cannot.

    >>> fits("江汀", "江汀控股集团有限公司"), fits("江汀控股", "江汀控股云杉科技有限公司"), fits("江汀银行", "江汀银行滁州分行")
    (True, False, False)
    """
    a, b = firm(short), firm(full)
    if a.branch != b.branch or not a.core or short in _roles() or short == "中国" or lookup(short):
        return False
    if a.branch:
        return name_key(short) == name_key(full)
    head = _shared(a.core, b.core)
    if head:  # of one head: 江汀 for 江汀控股, 江汀科技 for 江汀电子科技, not 江汀投资 for 江汀云杉投资
        return is_generic(a.core[head:]) and is_generic(b.core[head:]) and (not a.group or b.group)
    pairs = {b.core[at : at + 2] for at in range(len(b.core) - 1)}
    return not any(a.core[at : at + 2] in pairs for at in range(len(a.core) - 1))  # another word (a brand, 以下简称): the article says so


def _shared(one: str, other: str) -> int:
    """How many characters two cores begin with alike, if two or more."""
    size = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return size if size > 1 else 0


@cache
def _roles() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_roles.txt"))


@cache
def known() -> dict[str, str]:
    """Keys of well-known short names → the key of the full name."""
    rows = [[name_key(name) for name in line.split()] for line in lines("lexicons", "company_known.txt")]
    return {name: row[0] for row in rows for name in row}


@cache
def _brands() -> frozenset[str]:
    return frozenset(name_key(name) for name in lines("lexicons", "company_brands.txt"))


@lru_cache(maxsize=1 << 16)
def is_brand(name: str) -> bool:
    """Whether the whole country knows a firm by this name.

    >>> is_brand("中国工商银行"), is_brand("江汀控股")
    (True, False)
    """
    key = name_key(name)
    return key in known() or not _brands().isdisjoint((key, firm(name).core))


@lru_cache(maxsize=1 << 16)
def tells(name: str) -> bool:
    """Whether a short name is likely to mean one firm in the whole country: a well-known one, a long one, one with a place or Latin name, or
    the name of a share (江汀股份).

    >>> tells("江汀"), tells("江汀控股"), tells("江汀网"), tells("ABCD"), tells("江汀股份")
    (False, True, True, True, True)
    """
    parts = firm(name)
    if parts.branch or points(name):
        return False
    if is_brand(name) or _NAMED_LATIN.match(parts.core):
        return True
    if is_generic(parts.core) and not parts.region:
        return False
    return parts.kind == "股份" or len(parts.region + parts.core) >= _SURE


@lru_cache(maxsize=1 << 16)
def points(name: str) -> bool:
    """Whether a name points to a place that only the article knows: 市城投集团. 旗滨 begins with such a word by chance.

    >>> points("市城投集团"), points("旗滨集团"), points("江汀集团")
    (True, False, False)
    """
    return is_deictic(name) and (name[0] in "市省区县" or is_generic(firm(name).core[1:]))


@lru_cache(maxsize=1 << 16)
def short_key(name: str) -> str:
    """The key of a name without legal form; 公司 behind it says nothing.

    >>> short_key("江汀科技公司"), short_key("自来水公司"), short_key("江汀集团"), short_key("江汀云基金公司")
    ('江汀科技', '自来水公司', '江汀集团', '江汀云')
    """
    key = name_key(name)
    bare = _house_of_funds(key.removesuffix("公司")) if "基金" in key else key.removesuffix("公司")
    return bare if len(bare) >= 2 and not is_generic(bare) and not bare.endswith(("集团", "分", "子", "总")) else key


def common_head(name: str, company: str) -> int:
    """With how many characters of the core of a firm's name another name begins; 0 when those are words of trade.

    >>> common_head("江汀绿能储能电站项目", "江汀新能源科技有限公司"), common_head("智能制造产业园项目", "智能制造有限公司")
    (2, 0)
    """
    core, key = firm(company).core, name_key(name)
    size = next((n for n in range(min(len(core), len(key)), 1, -1) if key.startswith(core[:n])), 0)
    return 0 if is_generic(core[:size]) else size
