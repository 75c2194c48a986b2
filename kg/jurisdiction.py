"""Which body a form of words means, once it is known for which division it stands: 市委 of Wuxi → 中共无锡市委员会.

The forms are data (`resources/lexicons/body_*.txt`); nothing here names a place. What is not certain gives None: no body is better than a wrong one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import divisions
from kg.divisions import Division
from kg.resources import lines

# The word that stands for a division of a kind, and what the name of such a division ends with. Longer words first.
WORDS: Mapping[str, tuple[str, ...]] = {
    "自治区": ("自治区",), "特区": ("特别行政区",), "街道": ("街道",), "苏木": ("苏木",), "省": ("省",), "市": ("市",), "地区": ("地区",), "地": ("地区",), "州": ("自治州",), "盟": ("盟",),
    "区": ("区",), "县": ("县",), "旗": ("旗",), "镇": ("镇",), "乡": ("乡",),
}  # fmt: skip
GARRISONS = ("军分区", "人武部", "警备区")  # of a division, though beside its committee they are named without it
_LEVELS = {
    "自治区": ("province",),
    "省": ("province",),
    "特区": ("province",),
    "市": ("county", "prefecture", "province"),
    "区": ("county",),
    "县": ("county",),
    "旗": ("county",),
}
_TOWN_WORDS = ("镇", "乡", "街道", "苏木")
_ZONE_ENDS = (
    "开发区", "高新区", "经开区", "新区", "园区", "农高区", "保税区", "综保区", "产业园", "工业园", "科技园", "环科园",
    "科技城", "新城", "港", "园", "示范区", "度假区", "合作区", "管理区", "港区", "试验区", "基地",
)  # fmt: skip
LONGEST = 16  # characters of the longest form
_NAMED = 4  # characters in which the name of a division shows that begins with a word for one: 镇江, 市北区


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its full name, with its other right names. `code` is its division; None for central ones."""

    name: str
    forms: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what stands before and behind the division, the full name it means, and the division words it is limited to."""

    before: str
    after: str
    full: str
    only: str = ""

    def fits(self, unit: str) -> bool:
        """Whether a division of that name (or word) may have this form."""
        if not self.only:
            return True
        if unit.endswith("自治区"):
            return "自治区" in self.only
        return unit.endswith(tuple(self.only.replace("自治区", "").replace("街道", "道").replace("苏木", "木")))


def _forms_of(text: str, *, bare_full: bool) -> Iterator[Form]:
    full, *shorts = text.replace("\t", " ").split()
    if bare_full:
        shorts, full = ([full, *shorts], "{}" + full) if "{" not in full else (shorts, full)
    for short in shorts:
        form, _, only = short.partition("@")
        before, hole, after = form.partition("{}")
        if not hole:
            before, after = "", form
        yield Form(before, after, full, only or ("省自治区" if after.endswith("厅") else ""))


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """What stands behind the division → the forms that end so."""
    found: dict[str, list[Form]] = defaultdict(list)
    for file, bare_full in (("body_organs.txt", False), ("body_departments.txt", True), ("body_vertical.txt", False)):
        for text in lines("lexicons", file):
            for form in _forms_of(text, bare_full=bare_full):
                if form.after:
                    found[form.after].append(form)
    return {after: tuple(fs) for after, fs in found.items()}


@cache
def _by_full() -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for fs in forms().values():
        for form in fs:
            found[form.full].append(form)
    return {full: tuple(fs) for full, fs in found.items()}


@cache
def central() -> Mapping[str, Body]:
    """Every form of a central body → the body."""
    found: dict[str, Body] = {}
    for text in lines("lexicons", "body_central.txt"):
        full, *shorts = text.split()
        body = Body(full, tuple(shorts))
        for form in (full, *shorts):
            found.setdefault(form, body)
    return found


_OF_THE_COUNTRY = ("中国", "国家", "中华人民共和国")


@lru_cache(maxsize=16384)
def central_body(text: str) -> Body | None:
    """The central body that a form means, also with 中国 or 国家 in front of it or left out, or with 监管 for 监督管理.

    >>> central_body("国家科技部").name, central_body("国家食品药品监管总局").name, central_body("中华人民共和国司法部").name
    ('科学技术部', '国家食品药品监督管理总局', '司法部')
    >>> central_body("市科技局")
    """
    bare = next((text[len(word) :] for word in _OF_THE_COUNTRY if text.startswith(word)), text)
    full = spelt_out(bare)
    forms = (text, bare, full, "国家" + full) if text.endswith("总局") else (text, bare, full)
    return next((central()[form] for form in forms if form in central()), None)


def spelt_out(name: str) -> str:
    """The name of a body with 监管 as its full name has it.

    >>> spelt_out("食品药品监管总局"), spelt_out("监管总局")
    ('食品药品监督管理总局', '监督管理总局')
    """
    return re.sub("监管(?=[总分]?[局部署委])", "监督管理", name)


# --- divisions


def is_kind(unit: Division, word: str) -> bool:
    """Whether a division is of the kind that a word says.

    >>> [is_kind(divisions.lookup("无锡市")[0], word) for word in ("市", "区")]
    [True, False]
    """
    return unit.name.endswith(WORDS.get(word, ("\n",))) and unit.level in _LEVELS.get(word, (unit.level,))


def word_of(text: str) -> str | None:
    """The word for a division that a form begins with, if it does not begin with the name of one.

    >>> word_of("县委"), word_of("镇党委"), word_of("镇江市委"), word_of("无锡市委")
    ('县', '镇', None, None)
    """
    if not text.startswith(tuple(WORDS)) or any(divisions.lookup(text[:size]) for size in range(2, min(len(text), _NAMED) + 1)):
        return None
    return next(word for word in WORDS if text.startswith(word))


def own(word: str, code: str | None) -> Division | None:
    """The division that 省 市 区 县 … means in an article of the division `code`: itself or the nearest one around it of that kind.

    >>> own("市", "320211").name, own("市", "320282").name, own("区", "3202")
    ('无锡市', '宜兴市', None)
    """
    if code is None or word not in WORDS:
        return None
    for unit in divisions.line(code):
        if is_kind(unit, word) and (word != "区" or not unit.name.endswith("自治区")):
            return unit
    return None


def nearest(word: str, named_before: Sequence[Division], code: str | None) -> Division | None:
    """Which division 区, 县, 市 … means here: the article's own, else the one of that kind that was named last, if it lies in the article's.

    >>> nearest("区", divisions.lookup("滨湖区"), "3202").name, nearest("区", (), "3202"), nearest("市", divisions.lookup("江阴"), "3202").name
    ('滨湖区', None, '无锡市')
    """
    mine = own(word, code)
    if mine is not None:
        return mine
    for unit in reversed(named_before):
        for around in divisions.line(unit.code):
            if is_kind(around, word) and not (word == "区" and around.level != "county"):
                return around if code is None or divisions.inside(around.code, code) or _same_area(around.code, code) else None
    return None


def _same_area(code: str, locality: str) -> bool:
    return code[:4] == locality[:4] or (len(locality) > 4 and code == locality[: len(code)])


@lru_cache(maxsize=8192)
def display(code: str) -> str:
    """A division as its bodies name it: districts and towns with the unit around them, counties alone if there is just one of that name.

    >>> display("3202"), display("320211"), display("320282"), display("310115")
    ('无锡市', '无锡市滨湖区', '宜兴市', '上海市浦东新区')
    """
    unit = divisions.by_code(code)
    if unit is None:
        return ""
    if unit.level in ("province", "prefecture", "zone") or unit.parent is None:
        return unit.name
    if unit.level == "county" and not unit.name.endswith("区") and len(divisions.lookup(unit.name)) == 1:
        return unit.name
    parent = divisions.by_code(unit.parent)
    return (parent.name if parent is not None else "") + unit.name


def _only_short(text: str, unit: Division) -> bool:
    """天桥公安局: the bare name of a district or county may be any bridge of that name where the article is not about the city."""
    return text == unit.short and unit.level == "county" and not unit.name.endswith("市")


@cache
def ordinary() -> frozenset[str]:
    """Short names of divisions that are words or other names as well: 江南, 朝阳."""
    return frozenset(word for row in lines("lexicons", "place_ordinary.txt") for word in row.split())


def _resolve(text: str, code: str | None) -> tuple[str, str | None] | None:
    """The division that stands in a form, as (display name, code); None when it is unknown or may be several."""
    if text in WORDS:
        unit = own(text, code)
        return (display(unit.code), unit.code) if unit is not None else None
    found = divisions.lookup(text + "区" if text.endswith("地") else text)  # 阿克苏地|委
    if found:
        if len(found) > 1 and text in ordinary() and not any(code and d.code.startswith(code[:2]) for d in found):
            return None  # 朝阳法院: which one, nobody says
        unit = divisions.nearest(found, code)
        if unit is None or (_only_short(text, unit) and not (code and unit.code.startswith(code[:4]))):
            return None
        return display(unit.code), unit.code
    for word in WORDS:  # 省无锡市 does not occur, 市滨湖区 does
        if text.startswith(word) and len(text) > len(word) + 1:
            around = own(word, code)
            unit = divisions.nearest(
                [d for d in divisions.lookup(text[len(word) :]) if around and divisions.inside(d.code, around.code)], code
            )
            return (display(unit.code), unit.code) if unit is not None else None
    if text.endswith(_TOWN_WORDS) and code is not None:
        towns = divisions.towns(text, code[:6])
        if len(towns) == 1:
            return display(towns[0].code), towns[0].code
    return None


# --- bodies

_INNER = re.compile(
    r"(?P<outer>.+?(?:委员会|委|局|厅|政府|办公室|办|院|协|会|处))(?P<inner>(?:机关)?党(?:组|委|总支)|[\u4e00-\u9fff]{2,12}(?:分局|科|处|司|支队|大队|总队|中队|派出所|管理局|管局|服务中心))$"
)
# 市十五届人大常委会, 政协第六届云岭市委员会: the body, whichever its term.
_SESSION = re.compile(r"第?[一二三四五六七八九十\d]{1,3}届(?=人大|人民代表大会|政协|委员会|[\u4e00-\u9fff]{2,12}委员会)")
_CENTRAL_INNER = re.compile(r"(?P<outer>.{2,}?(?:委|局|部|会|署))(?P<inner>[\u4e00-\u9fff]{2,8}[司局厅室处])$")


@lru_cache(maxsize=16384)
def canonical_body(text: str, code: str | None) -> Body | None:
    """The body that a form of words means in an article of the division `code`.

    >>> canonical_body("市委", "3202").name, canonical_body("市发展改革委", "320211").name, canonical_body("国务院", None).name
    ('中共无锡市委员会', '无锡市发展和改革委员会', '国务院')
    >>> canonical_body("市委", None), canonical_body("江苏证监局", None).name
    (None, '中国证券监督管理委员会江苏监管局')
    >>> canonical_body("无锡市第十七届人大常委会", None).name, canonical_body("政协第十五届无锡市委员会", None).name
    ('无锡市人民代表大会常务委员会', '中国人民政治协商会议无锡市委员会')
    """
    text = _SESSION.sub("", re.sub(r"[“”\s]", "", text))
    return central_body(text) or _local(text, code) or _zone_body(text, code) or _inner(text, code)


def _local(text: str, code: str | None) -> Body | None:
    for size in range(len(text) - 1, 0, -1):
        for form in forms().get(text[-size:], ()):
            head = text[: len(text) - size]
            if not head.startswith(form.before) or len(head) == len(form.before):
                continue
            head = head[len(form.before) :]
            if form.after.startswith("委") and head.endswith("党"):
                continue
            if form.full.startswith("{}") and not form.full.startswith("{}人民政府"):  # 市政府金融办
                head = head.removesuffix("政府").removesuffix("人民")
            where = _resolve(head, code)
            if where is not None and form.fits(head if head in WORDS else where[0]) and not _has_better(form.full, where[1]):
                return _body(form.full, *where)
    return None


def _has_better(full: str, code: str | None) -> bool:
    """Whether a province has a 厅 where cities have that 局: 海南公安局 is some other Hainan's."""
    province = code is not None and len(code) == 2 and code not in divisions.MUNICIPALITIES
    return province and full.endswith("局") and full[:-1] + "厅" in _by_full()


def _body(full: str, name: str, code: str | None) -> Body:
    region = name.endswith("自治区")
    unit = divisions.by_code(code) if code is not None else None
    if "{上}" in full:
        parent = divisions.by_code(unit.parent) if unit is not None and unit.parent is not None else None
        full = full.replace("{上}", parent.name if parent is not None else "")
    little = (unit.short or unit.name) if unit is not None else name
    title = fill(full.replace("{短}", little), name, region=region)
    short = unit.name if unit is not None else name
    others = []
    for form in _by_full().get(full, ()):
        if form.fits(short):
            others += [f"{form.before}{n}{form.after}" for n in dict.fromkeys((short, name))]
    others += [fill(full.replace("{短}", n), n, region=region) for n in dict.fromkeys((short, name))]
    return Body(title, tuple(dict.fromkeys(o for o in others if o != title)), code)


def fill(full: str, name: str, *, region: bool = False) -> str:
    """A full name with its division.

    >>> fill("中共{委}组织部", "无锡市"), fill("中共{委}组织部", "广西壮族自治区", region=True), fill("中共{委}组织部", "塔城地区")
    ('中共无锡市委组织部', '中共广西壮族自治区党委组织部', '中共塔城地委组织部')
    """
    filled = (
        full.replace("{委}", name.removesuffix("区") + "委" if name.endswith("地区") else name + ("党委" if region else "委"))
        .replace("{}", name)
        .replace("街道街道", "街道")
    )
    return filled.replace("人民", "") if name.endswith("特别行政区") else filled


def _zone_body(text: str, code: str | None) -> Body | None:
    """The committees and departments of a zone that is named: what the zone is called stands for its division."""
    for size in range(min(len(text) - 2, LONGEST), 1, -1):
        for form in forms().get(text[-size:], ()):
            zone = text[: len(text) - size].removeprefix(form.before)
            if zone in _ZONE_ENDS:  # 高新区管委会: that of the article's city or county
                unit = divisions.by_code(code) if code is not None and len(code) in (4, 6) else None
                if unit is None or unit.level == "zone":
                    return None
                zone = unit.short + zone
            if len(zone) < 3 or zone in WORDS or not zone.endswith(_ZONE_ENDS) or not (form.fits(zone) and _of_zone(form)):
                continue
            word = next((w for w in WORDS if zone.startswith(w) and not divisions.lookup(zone[: len(w) + 1])), None)
            if word is not None:  # 县经济开发区
                unit = own(word, code)
                if unit is None:
                    return None
                zone = unit.name + zone[len(word) :]
            title = fill(form.full.replace("{短}", zone), zone)
            return Body(title, tuple(f for f in dict.fromkeys((zone + form.after, text)) if f != title), None)
    return None


def _of_zone(form: Form) -> bool:
    return ("{上}" not in form.full and not form.full.startswith("中共")) or "工作委员会" in form.full


@cache
def of_zones(after: str) -> bool:
    """Whether zones have a department of that form: 珠海高新区投促中心."""
    return after.endswith(("局", "中心", "办", "办公室")) and any(not f.before and _of_zone(f) for f in forms().get(after, ()))


def _inner(text: str, code: str | None) -> Body | None:
    """A part of a body: 市工信局汽车产业科, 市政府党组, 市公安局张店分局."""
    match = _INNER.fullmatch(text)
    if match is None:
        match = _CENTRAL_INNER.fullmatch(text)
        if match is None or match["outer"] not in central():
            return None
    outer = central().get(match["outer"]) or _local(match["outer"], code)
    if outer is None:
        return None
    return Body(outer.name + match["inner"], tuple(form + match["inner"] for form in outer.forms), outer.code)


# --- titles

_HEAD_OF = re.compile(
    r"^(?:代理?|原|常务|时任|前)*(?:（代）)?(?:常务)?副?(?:代理?)?(?P<word>省|市|区|县|州|旗|盟|镇|乡)长(?:助理|候选人|(?:提名)?人选)?$"
)
_OF_PREFECTURE = re.compile(r"^行署(?:代理?|原|前|常务)*副?专员$")
_CHAIR_OF_REGION = re.compile(r"^自治区(?:代理?|原|前|常务)*副?主席(?:候选人|提名人选)?$")
_RANK = re.compile(r"(?:常务|第一|党组|机关|副|代)+$")
_WITH_BODY = re.compile(r"^(?P<body>.+)(?:书记|常委|主任|主席|秘书长|部长|局长|厅长|院长|检察长|委员|成员|组长|调研员|巡视员)")


def led_word(title: str) -> str | None:
    """The word for a division whose government a title leads.

    >>> led_word("常务副县长"), led_word("县委书记")
    ('县', None)
    """
    match = _HEAD_OF.match(title)
    return match["word"] if match is not None else None


@lru_cache(maxsize=16384)
def implied_body(title: str, code: str | None) -> Body | None:
    """The body that a title points to by itself; None when it names a place (市领导) or nothing certain.

    >>> implied_body("副市长", "3202").name, implied_body("市委书记", "3202").name, implied_body("市领导", "3202"), implied_body("区长", "3202")
    ('无锡市人民政府', '中共无锡市委员会', None, None)
    """
    if _OF_PREFECTURE.match(title):
        unit = own("地区", code) or own("盟", code)
        return _body("{}行政公署", display(unit.code), unit.code) if unit is not None else None
    head = "自治区" if _CHAIR_OF_REGION.match(title) else match["word"] if (match := _HEAD_OF.match(title)) else None
    if head is not None:
        unit = own(head, code)
        full = "{}行政公署" if head == "盟" else "{}人民政府"
        return _body(full, display(unit.code), unit.code) if unit is not None else None
    match = _WITH_BODY.match(title)
    while match is not None:
        body = canonical_body(_RANK.sub("", match["body"]), code)
        if body is not None:
            return body
        match = _WITH_BODY.match(match["body"])
    return None
