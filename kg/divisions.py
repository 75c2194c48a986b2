"""The administrative divisions of China, from provinces to towns: what a name may mean and what lies in what.

Codes are the official ones: two digits for a province, four for a prefecture, six for a county (and for the zones that are counted as one),
nine for a town. Counties and up are read on first use (5 ms), towns when one is first asked for (30 ms).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resources import lines

LEVELS = {2: "province", 4: "prefecture", 6: "county", 9: "town"}
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_LONGEST_ALONE = 3  # a row of two names has four characters at least
LONGEST = 15  # characters of the longest name; 积石山保安族东乡族撒拉族自治县 has 15


@dataclass(frozen=True, slots=True)
class Division:
    """One unit. `level` is province, prefecture, county, zone or town; `parent` the code of the unit around it."""

    code: str
    name: str
    short: str
    level: str
    parent: str | None = None
    forms: tuple[str, ...] = ()  # other usual forms: 恩施州
    sign: str = ""  # 苏, of provinces

    @property
    def in_full(self) -> str:
        """With the units around it: 江苏省无锡市滨湖区."""
        return full_name(self.code)


@dataclass(frozen=True, slots=True)
class _Tables:
    by_code: Mapping[str, Division]
    by_name: Mapping[str, tuple[Division, ...]]
    children: Mapping[str, tuple[str, ...]]


@cache
def _tables() -> _Tables:
    units: dict[str, Division] = {}
    names: dict[str, list[Division]] = defaultdict(list)
    children: dict[str, list[str]] = defaultdict(list)
    for line in lines("divisions.txt"):
        head, forms, sign = (*line.split("\t"), "", "")[:3]
        code, name = head.split(" ")
        parent = next((code[:n] for n in (4, 2) if n < len(code) and code[:n] in units), None)
        short, *more = forms.split(" ")
        level = "zone" if len(code) == 6 and "71" <= code[4:] <= "79" and code[:2] < "71" else LEVELS[len(code)]
        unit = units[code] = Division(code, name, short, level, parent, tuple(more), sign)
        for form in dict.fromkeys(form for form in (name, short, *more) if form):
            names[form].append(unit)
        if parent is not None:
            children[parent].append(code)
    return _Tables(units, {k: tuple(v) for k, v in names.items()}, {k: tuple(v) for k, v in children.items()})


@cache
def _towns() -> tuple[Mapping[str, Division], Mapping[str, tuple[Division, ...]]]:
    units: dict[str, Division] = {}
    names: dict[str, list[Division]] = defaultdict(list)
    known = _tables().by_code
    for line in lines("towns.txt"):
        area, *towns = line.split(" ")
        parent = area if area in known else area[:4]
        for town in towns:
            name = town[3:]
            unit = units[area + town[:3]] = Division(
                area + town[:3], name, name.removesuffix("街道").rstrip("镇乡") or name, "town", parent
            )
            names[name].append(unit)
    return units, {k: tuple(v) for k, v in names.items()}


def names() -> Mapping[str, tuple[Division, ...]]:
    """Every name and short name down to the counties → the units that have it."""
    return _tables().by_name


def by_code(code: str) -> Division | None:
    """The unit of that code.

    >>> by_code("320211").name
    '滨湖区'
    """
    if len(code) == 9:
        return _towns()[0].get(code)
    return _tables().by_code.get(code)


def lookup(name: str) -> tuple[Division, ...]:
    """The units a name may mean: a name, a short name, or several in a row from large to small. Towns count only behind a unit around them.

    >>> [d.code for d in lookup("无锡")], [d.code for d in lookup("江苏省无锡市滨湖区")], lookup("某某")
    (['3202'], ['320211'], ())
    >>> len(lookup("鼓楼区")), [d.name for d in lookup("台江县老屯乡")]
    (4, ['老屯乡'])
    """
    found = _tables().by_name.get(name)
    if found is None and len(name) > _LONGEST_ALONE:
        return _path(name)
    return found or ()


@lru_cache(maxsize=16384)
def _path(name: str) -> tuple[Division, ...]:
    table = _tables().by_name
    for cut in range(min(len(name) - 1, LONGEST), 1, -1):
        heads = table.get(name[:cut])
        if heads:
            rest = name[cut:]
            tails = lookup(rest) if len(rest) > 1 else ()
            within = [t for t in tails if any(inside(t.code, h.code) for h in heads)]
            within = within or [t for h in heads for t in towns(rest, h.code)]
            if within:
                return tuple(dict.fromkeys(within))
    return ()


def towns(name: str, within: str) -> tuple[Division, ...]:
    """The towns of that full name inside the unit of the code `within`; names of towns repeat all over the country.

    >>> [d.code for d in towns("乌衣镇", "3411")]
    ['341103100']
    """
    if not name.endswith(("镇", "乡", "街道", "苏木")):
        return ()
    return tuple(t for t in _towns()[1].get(name, ()) if inside(t.code, within))


def is_town(name: str) -> bool:
    """Whether any town anywhere has that full name."""
    return name in _towns()[1]


def inside(code: str, around: str) -> bool:
    """Whether the unit `code` lies in the unit `around`, or is it."""
    return code.startswith(around)


def ancestors(code: str) -> tuple[Division, ...]:
    """The units around it, nearest first.

    >>> [d.name for d in ancestors("320211")]
    ['无锡市', '江苏省']
    """
    found = []
    unit = by_code(code)
    while unit is not None and unit.parent is not None:
        unit = by_code(unit.parent)
        if unit is not None:
            found.append(unit)
    return tuple(found)


def line(code: str) -> tuple[Division, ...]:
    """The unit itself and those around it, nearest first; empty for an unknown code."""
    unit = by_code(code)
    return (unit, *ancestors(code)) if unit is not None else ()


def area(code: str | None) -> str | None:
    """The prefecture (or municipality, or province) of a division code: where one name is likely to mean one thing.

    >>> area("320211"), area("110105"), area("32"), area(None)
    ('3202', '11', '32', None)
    """
    if not code:
        return None
    return code[:2] if code[:2] in MUNICIPALITIES else code[:4]


def children(code: str) -> tuple[Division, ...]:
    """The units right below it, without towns.

    >>> len(children("3202")), children("320211")
    (7, ())
    """
    table = _tables()
    return tuple(table.by_code[c] for c in table.children.get(code, ()))


def full_name(code: str) -> str:
    """The name with all units around it; empty for an unknown code.

    >>> full_name("320211"), full_name("310115")
    ('江苏省无锡市滨湖区', '上海市浦东新区')
    """
    return "".join(d.name for d in reversed(line(code)))


def nearest(found: Sequence[Division], code: str | None) -> Division | None:
    """Of several units of one name, the one that lies in or around the unit `code`, if there is just one; the larger of two where one holds the other.

    >>> nearest(lookup("鼓楼区"), "3501").parent, nearest(lookup("鼓楼区"), None)
    ('3501', None)
    """
    if len(found) == 1:
        return found[0]
    around = [d.code for d in line(code)] if code else []
    for outer in around:
        near = [d for d in found if inside(d.code, outer)]
        if near:
            return _largest(near)
    return _largest(found)


def _largest(found: Sequence[Division]) -> Division | None:
    top = min(found, key=lambda d: len(d.code), default=None)
    if top is None or sum(len(d.code) == len(top.code) for d in found) > 1:
        return None
    if all(inside(d.code, top.code) for d in found) or len(top.code) < min((len(d.code) for d in found if d is not top), default=9):
        return top
    return None
