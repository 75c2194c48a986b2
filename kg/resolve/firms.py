"""What the name of a firm is made of, and which short names follow from a full one. Pure functions.

`江苏长电科技股份有限公司` = region 江苏 + core 长电科技 + form 股份有限公司. A branch, a number, 集团 or another trade makes another firm.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.divisions import lookup
from kg.resolve.names import is_deictic, name_key
from kg.resources import lines

_FORM = re.compile(r"(?P<group>\(集团\)|集团)?(?P<kind>(?:控股)?股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|股份)?$")
_LEGAL = re.compile(r"(?:有限公司|有限责任公司|股份公司|合伙\)|株式会社)$")
_BRANCH = re.compile(r".(?:分公司|子公司|分行|支行|分厂|分社|分店|营业部|办事处|分院|中心支公司|支公司|基地)$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NAMED_LATIN = re.compile(r"^[a-z0-9&.+ ]{3,}$|^(?=.*[a-z0-9])(?=.*[\u4e00-\u9fff]).{3,}$")
_LAST = ("管理", "服务", "科技", "技术", "发展")
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

    >>> is_complete("江汀控股集团有限公司"), is_complete("江汀控股集团")
    (True, False)
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
    """
    parts = firm(name)
    if parts.branch or len(parts.core) < 2:
        return frozenset()
    cores = {parts.core, _without_last(parts.core)}
    heads = {parts.region + core for core in cores} | {core for core in cores if not is_generic(core)}
    tails = {"", "集团", "集团公司", "(集团)"} if parts.group else {"", "公司"}
    tails |= {"股份"} if "股份" in parts.kind else set()
    return frozenset(head + tail for head in heads for tail in tails)


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

    >>> short_key("江汀科技公司"), short_key("自来水公司"), short_key("江汀集团")
    ('江汀科技', '自来水公司', '江汀集团')
    """
    key, bare = name_key(name), name_key(name).removesuffix("公司")
    return bare if len(bare) >= 2 and not is_generic(bare) and not bare.endswith(("集团", "分", "子", "总")) else key


def common_head(name: str, company: str) -> int:
    """With how many characters of the core of a firm's name another name begins; 0 when those are words of trade.

    >>> common_head("江汀绿能储能电站项目", "江汀新能源科技有限公司"), common_head("智能制造产业园项目", "智能制造有限公司")
    (2, 0)
    """
    core, key = firm(company).core, name_key(name)
    size = next((n for n in range(min(len(core), len(key)), 1, -1) if key.startswith(core[:n])), 0)
    return 0 if is_generic(core[:size]) else size
