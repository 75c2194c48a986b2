"""Which places, organisations, projects, documents and meetings of different articles are one: by code and name, else by name and place.

Each kind has a function from what was seen to its identity and the reason; `None` as identity: stays apart, as written.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from kg import divisions
from kg.divisions import area
from kg.resolve.bodies import NATIONAL, Identity, body
from kg.resolve.names import division_at_start, in_country, is_deictic, is_full, is_national, name_key, names_place
from kg.resolve.seen import Group, Seen, alone
from kg.resources import lines

_UNIQUE = re.compile(r"第[一二三四五六七八九十百0-9]+[届次]|(?:19|20)\d\d")
_AGREEMENT = re.compile(r"(?:协议|合同|备忘录|意向书|通知|公告|倡议书|议案|协定)(?:书)?》?$")
_RECURRING = re.compile(r"(?:决定|方案|意见|报告|章程|规划|计划|办法|要点)》?$")
_NUMBERED = re.compile(r"[〔\[(（](?:19|20)\d\d[〕\])）]|\d+号")
_LAW = re.compile(r"^《?中华人民共和国|^《?中国共产党|(?<!办)法(?:修正案|修[订正])?(?:草案)?》?$")
_INTERNAL = re.compile("公司|董事会|监事会|股东|集团|议案|议事规则")  # as many as there are firms
_ORDINAL = re.compile(r"^第[一二三四五六七八九十0-9]+|^(?:人民|中心|中医|妇幼|实验|职业|党|老年)")
# Papers, sites, stations, exchanges and universities have a name of their own, and so have bodies of many states and what is called by a coined name
# (网贷天眼); but what is in organization_sorts.txt.
_ONLY_ONE = re.compile(
    "^.{2,}(?:报|网|周刊|杂志|通讯社|出版社|电视台|卫视|频道|财经|新闻|交易所|交易中心|大学)$"
    "|^(?:世界|国际|联合国|亚洲|亚太|欧洲|非洲|拉美|阿拉伯).+(?:组织|银行|联盟|联合会|协会|委员会|奥委会|理事会|安理会|基金会?|署|法院|议会|论坛|足联)$"
    "|^.{3,}[^队团会社所院校学馆站心室组班协局处厅委部台军民部办企盟园厂店家]$|^(?=.*[A-Za-z]{2}).{3,}$"
)
_STAGE = r"[(（]?(?:第?[一二三四五六七八九十0-9]+|首)期[)）]?|[新老总]|及|和|与|配套|智能化?|技术|技改|异地|迁建|搬迁|增资|续建|扩能|扩产|绿色|高端"
_ZONE_KINDS = (
    (re.compile("自由贸易港"), "自贸港"),
    (re.compile("自由贸易(?:试验)?区|自贸试验区"), "自贸区"),
    (re.compile("高新技术(?:产业)?(?:开发)?区$|高新技术开发区$"), "高新区"),
    (re.compile("经济技术开发区$"), "经开区"),
)
_LONG = 10  # characters; shorter titles of documents and projects are used by many
_SHORT = 6
_HERE = "名称相同，且见于同一地区的报道"


def place(seen: Seen) -> Identity:
    """A division by its code, an old name by the code of what it is now; another place by its name, with the article's area if need be."""
    code = seen.entity.data.get("code")
    if code:
        return str(code), "同一行政区划"
    if (now := former_place(seen.entity.name)) is not None:
        return now, "同一行政区划（旧名）"
    if (landmark := _landmark(seen.entity.name)) is not None:
        return landmark, "名称相同，全国只有一处"
    return _local(seen, own=not is_deictic(seen.entity.name) and bool(seen.entity.data), key=zone_key(seen.entity.name))


def zone_key(name: str) -> str:
    """The key of a place, with the kind of a zone in one form.

    >>> zone_key("江汀自由贸易港") == zone_key("江汀自贸港"), zone_key("江汀高新技术产业开发区")
    (True, '江汀高新区')
    """
    key = name_key(name)
    for kind, short in _ZONE_KINDS:
        key = kind.sub(short, key)
    return key


def abroad_joined(groups: list[Group]) -> list[Group]:
    """Let a place abroad be one with its country's name before it or without, where articles put it in but one: 美国旧金山, 旧金山."""
    named = {group.identity: group for group in groups}
    written: defaultdict[str, list[tuple[str, Group]]] = defaultdict(list)  # place → the countries written before it
    for group in groups:
        if (parts := in_country(group.members[0].entity.name)) is not None:
            written[parts[1]].append((parts[0], group))
    gone = set[str]()
    for name, same in written.items():
        bare = named.get(name)
        if bare is not None and len({country for country, _ in same}) == 1:
            for country, group in same:
                bare.members += group.members
                bare.reasons.add(f"境外地点，写明或省略了国名“{country}”")
                gone.add(group.identity)
    return [group for group in groups if group.identity not in gone]


def former_place(name: str) -> str | None:
    """The code of the division that an old name stands for now.

    >>> former_place("江苏省吴江市"), former_place("滁州市")
    ('320509', None)
    """
    return next((_former()[name[at:]] for at in range(len(name) - 1) if name[at:] in _former() and _is_around(name[:at])), None)


def _landmark(name: str) -> str | None:
    """The landmark that the whole country knows, with or without its city: 北京人民大会堂."""
    one = next((word for word in lines("lexicons", "place_landmarks.txt")[0].split() if name.endswith(word)), None)
    return one if one is not None and _is_around(name.removesuffix(one)) else None


def _is_around(text: str) -> bool:
    return not text or bool(divisions.lookup(text))


@cache
def _former() -> dict[str, str]:
    rows = (line.split() for line in lines("lexicons", "place_renamed.txt"))
    return {name: code for name, code, _ in rows}


def organization(seen: Seen) -> Identity:
    """A full name that says where it is is enough, and that of a paper, a station or a body of many states; others count within their area."""
    name = seen.entity.name
    if (row := _known_organizations().get(name_key(name))) is not None:
        return row, "通用简称与全称" if row != name_key(name) else "名称相同，只有一个"
    if not is_deictic(name) and _ONLY_ONE.search(name) and name not in _sorts():
        return name_key(name), "名称相同，媒体、高校、交易所、国际组织一名一家"
    if seen.entity.data.get("resolved") and seen.entity.data.get("code"):
        return f"{seen.entity.data['code']}|{name_key(name)}", "名称和所属地相同"
    return _local(seen, own=is_full(name) and not _ORDINAL.search(name))


@cache
def _sorts() -> frozenset[str]:
    return frozenset(lines("lexicons", "organization_sorts.txt"))


@cache
def _known_organizations() -> dict[str, str]:
    """Keys of the names of well-known organisations → the key of the first one; but those that every place has (红十字会)."""
    rows = [[name_key(name) for name in row.split()] for row in lines("lexicons", "organization_known.txt")]
    everywhere = {name_key(name) for name in lines("lexicons", "organization_unions.txt")}
    return {name: row[0] for row in rows for name in row if name not in everywhere}


def project(seen: Seen) -> Identity:
    """A name with a place or the head of a firm's name in it is enough; others count within their area.

    What is called by stage and kind alone (二期生产基地) is one only where it is the same single firm's.
    """
    name = seen.entity.name
    heads = sorted(maker.name for maker in seen.makers if name.startswith(maker.name))
    if heads:
        return f"{heads[0]}|{name_key(name)}", f"名称相同，且含企业名称“{heads[0]}”"
    if is_plain(name):
        firms = {maker.name for maker in seen.makers}
        return (
            (f"{min(firms)}|{name_key(name)}", f"名称相同，且同属“{min(firms)}”") if len(firms) == 1 else (alone(seen, name_key(name)), "")
        )
    return _local(seen, own=len(name_key(name)) >= _LONG and names_place(name))


def whose(seen: Seen) -> str:
    """A project's name with the firm's where its own would not tell it from others: 二期生产基地（甲公司）; empty where it would."""
    name, firm = seen.entity.name, _only_maker(seen)
    return f"{name}（{firm}）" if firm and is_plain(name) else ""


def _only_maker(seen: Seen) -> str:
    firms = {maker.name for maker in seen.makers}
    return min(firms) if len(firms) == 1 else ""


def is_plain(name: str) -> bool:
    """Whether a project is called by stage and kind alone.

    >>> is_plain("二期生产基地"), is_plain("新能源电池项目（一期）"), is_plain("昀泽二期生产基地")
    (True, True, False)
    """
    return _plain().fullmatch(name_key(name)) is not None


@cache
def _plain() -> re.Pattern[str]:
    files = "project_things.txt", "project_works.txt", "project_tails.txt", "project_sorts.txt", "project_nouns.txt", "company_tails.txt"
    words = sorted({word for file in files for word in lines("lexicons", file)}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{_STAGE}|{'|'.join(map(re.escape, words))})+")


def policy(seen: Seen) -> Identity:
    """Laws, numbered papers and long titles that say whose they are are enough; others count for the place of who issued them, else of the article.

    Agreements, notices and the like are as many as there are occasions.
    """
    name = seen.entity.name
    key = name_key(name)
    if _LAW.search(name) or _NUMBERED.search(name):
        return key, "文件标题相同"
    whose = is_national(name.lstrip("《")) or names_place(name)
    if not whose and not seen.makers and _INTERNAL.search(name):
        return alone(seen, key), ""
    if not whose and ((_AGREEMENT.search(name) and len(key) < 2 * _LONG) or (_RECURRING.search(name) and len(key) < _SHORT)):
        return alone(seen, key), ""
    codes = {maker.code for maker in seen.makers}
    where = area(min(codes)) if codes else area(seen.article.locality_code)
    if len(key) >= _LONG and (whose or where is None):
        return key, "文件标题相同"
    year = "" if len(key) >= _LONG else f"|{(seen.article.published or '')[:4]}"
    return (f"{where}|{key}{year}", "文件标题相同，且属同一地区") if where is not None else (alone(seen, key), "")


def event(seen: Seen) -> Identity:
    """第三届…, 2024…: the name is enough. Others recur: the same area (or host) and the same day."""
    key = name_key(seen.entity.name)
    if _UNIQUE.search(key) and len(key) >= 8 and not is_deictic(seen.entity.name):
        return key, "会议名称相同（含届次或年份）"
    day = min((date for date in seen.dates if not date.startswith("-")), default=seen.article.published) or ""
    if not day:
        return alone(seen, key), ""
    identity, _ = _local(seen, more=day)
    return identity, "会议名称、地区和日期相同"


def _local(seen: Seen, *, own: bool = False, more: str = "", key: str = "") -> Identity:
    name = seen.entity.name
    key = (key or name_key(name)) + (f"|{more}" if more else "")
    if not is_deictic(name):
        if is_national(name):
            return key, NATIONAL
        if division_at_start(name.lstrip("《“")) is not None:
            return key, "名称相同，且写明了所属地"
        if own:
            return key, "名称相同"
    where = area(seen.article.locality_code)
    if where is None:
        return alone(seen, key), ""
    return f"{where}|{key}", _HERE


def joined(groups: list[Group]) -> list[Group]:
    """Let what is known by its name and area alone be the only one of that name around which says more of itself."""
    names: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        names[name_key(group.members[0].entity.name)].append(group)
    gone = set[str]()
    for key, same in names.items():
        if is_plain(key):
            continue
        firm = [group for group in same if not _is_loose(group)]
        for group in same if firm else ():
            where = area(group.members[0].article.locality_code)
            near = [one for one in firm if where is not None and where in {area(seen.article.locality_code) for seen in one.members}]
            if _is_loose(group) and len(near) == 1:
                near[0].members += group.members
                near[0].reasons |= group.reasons or {_HERE}
                gone.add(group.identity)
    return [group for group in groups if group.identity not in gone]


def _is_loose(group: Group) -> bool:
    """Whether it is known by name and area, or by its article alone."""
    where = area(group.members[0].article.locality_code)
    return group.identity.startswith(("@", f"{where}|"))


IDENTITIES: Mapping[str, Callable[[Seen], Identity]] = {
    "PublicBody": body,
    "Place": place,
    "Organization": organization,
    "Project": project,
    "Policy": policy,
    "Event": event,
}
