"""Which public bodies of different articles are one: the same full name with its division; a later name of the same body; else, as written, none.

Names change with years (`body_renamed.txt`): a renamed body is one node under its latest name; one that was merged into another stays a node
of its own, with a note of who followed.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from kg import divisions, jurisdiction
from kg.divisions import area
from kg.resolve.names import division_at_start, is_deictic, is_national, name_key
from kg.resolve.seen import Seen
from kg.resources import lines

Identity = tuple[str | None, str]  # identity within the type, reason in Chinese
_POSTED = re.compile("(?:办事处|代表处|联络处|工作组|专案组|调查组)$")  # 上海办事处: whose, its article knows
SAME = "同一机构（按行政区划还原的全称相同）"
NATIONAL = "名称相同，全国性或境外的只有一个"


class Renamed(NamedTuple):
    """What became of a body: its later name, whether it is still the same body, and since when."""

    name: str
    same: bool
    year: str


def body(seen: Seen) -> Identity:
    """A resolved body by its full name; another only when its name says whose it is."""
    entity = seen.entity
    code = str(entity.data.get("code") or "")
    if entity.data.get("resolved") and (code or entity.name in _central()):
        name, reason = current(entity.name)
        return f"{_outer(name, code)}|{name_key(name)}", reason or SAME
    if (full := _national(entity.name)) is not None:
        return f"|{name_key(current(full)[0])}", SAME
    if is_national(entity.name):
        return name_key(entity.name), NATIONAL
    if (one := _parties().get(entity.name)) is not None:
        return name_key(one), NATIONAL
    if not is_deictic(entity.name) and not _POSTED.search(entity.name) and (begins := division_at_start(entity.name)) is not None:
        return f"{begins}|{name_key(entity.name)}", "名称相同，且写明了所属地"
    where = area(seen.article.locality_code)
    if entity.data.get("resolved") and where is not None:  # a zone's: 高新区管委会
        return f"{where}|{name_key(entity.name)}", "名称相同，且见于同一地区的报道"
    return None, "机构简称，不能确定是哪一级哪一地的"


def _outer(name: str, code: str) -> str:
    """The code by which a full name counts: that of the division that it begins with, whichever its article found for it.

    深圳市公安局福田分局 is one, whether 福田公安分局 of the district or 市公安局福田分局 of the city was read.
    """
    return (division_at_start(name) or code) if name.endswith("分局") else code


@cache
def _parties() -> dict[str, str]:
    rows = [line.split() for line in lines("lexicons", "body_parties.txt")]
    return {name: row[0] for row in rows for name in row}


@cache
def _central() -> frozenset[str]:
    return frozenset(one.name for one in jurisdiction.central().values())


def _national(name: str) -> str | None:
    """The full name of a central body that goes by another form, or of one that was there before."""
    found = jurisdiction.central_body(name)
    if found is not None:
        return found.name
    return next((form for form in (name, name.removeprefix("国家")) if form in _gone()), None)


@cache
def _gone() -> frozenset[str]:
    return frozenset(old for line in lines("lexicons", "body_renamed.txt") for old in line.split()[3:] if "{}" not in old)


@cache
def _renamed() -> dict[str, list[tuple[str, str, bool, str]]]:
    """What stands behind the division in an old name (or the whole of it) → what stands before it, the new name, whether it is the same, the year."""
    found: defaultdict[str, list[tuple[str, str, bool, str]]] = defaultdict(list)
    for line in lines("lexicons", "body_renamed.txt"):
        new, kind, year, *olds = line.split()
        for old in olds:
            before, _, after = old.rpartition("{}")
            found[after].append((before if "{}" in old else "", new, kind == "=", year))
    return dict(found)


@lru_cache(maxsize=1 << 14)
def renamed(name: str) -> Renamed | None:
    """What a body of that name is called since when; None for bodies whose name did not change, or whose follower is not certain.

    >>> renamed("滁州市环境保护局")
    Renamed(name='滁州市生态环境局', same=True, year='2018')
    >>> renamed("滁州市工商行政管理局").same, renamed("滁州市财政局")
    (False, None)
    """
    for size in range(len(name), 1, -1):
        for before, new, same, year in _renamed().get(name[-size:], ()):
            where = name[: len(name) - size]
            if ("{}" not in new and where) or not where.startswith(before) or ("{}" in new and not where[len(before) :]):
                continue
            where = where[len(before) :]
            if not _has_rank(new, where):
                continue
            return Renamed(new.replace("{}", where), same, year)
    return None


def _has_rank(new: str, where: str) -> bool:
    """Whether a division has bodies of that kind: provinces and regions have 厅, the others 局."""
    unit = next(iter(divisions.lookup(where)), None)
    if unit is None or not new.startswith("{}") or not new.endswith(("厅", "局")):
        return True
    return new.endswith("厅") == (unit.level == "province" and not where.endswith("市"))


@lru_cache(maxsize=1 << 14)
def current(name: str) -> tuple[str, str]:
    """The latest name of the same body, and the reason in Chinese when it is another.

    >>> current("滁州市环境保护局"), current("滁州市财政局")
    (('滁州市生态环境局', '同一机构：滁州市环境保护局自2018年起称滁州市生态环境局'), ('滁州市财政局', ''))
    """
    later, reason = renamed(name), ""
    while later is not None and later.same:
        reason = f"同一机构：{name}自{later.year}年起称{later.name}"
        name, later = later.name, renamed(later.name)
    return name, reason


def history(names: set[str]) -> dict[str, object]:
    """What the node of a body with these names tells of its past and future."""
    found: dict[str, object] = {}
    olds = sorted({name for name in names if (later := renamed(name)) is not None and later.same})
    if olds:
        latest = current(olds[-1])[0]
        found["name"] = latest
        found["former"] = "；".join(f"{old}（至{later.year}年）" for old in olds if (later := renamed(old)) is not None)
    for name in sorted({current(name)[0] for name in names}):
        later = renamed(name)
        if later is not None:
            found["successor"] = f"{later.name}（{later.year}年起）"
    return found
