"""The files of rules (kg/resources/relations/*.yaml), read: what may stand in a rule, and what its patterns are as regular expressions.

A rule is a regular expression over a clause (or a sentence) in which every mention is one sign of its type and the subject stands in front even
where the text leaves it out; dates, posts and the people who only speak for a firm (甲公司董事长乙) are taken out before. `{s:Company}` catches
the subject, `{o:Company Project}` the object, `{o:Company+}` a row (甲、乙和丙地的丁等5家企业), `{o:Company*}` one without 丙地的, `{s:Bank}` a firm whose name says that it lends, `{s:Insurer}` one whose name says that it insures, `{o:Local}` a place that is no country, `{o:Land}` a country but China,
`{o:Site}` one that is built, `{o:Venue}` one where something may be held, `{s:Way}` a project that leads from place to place, `{s:Watch}` a body that looks into what others do, `{e:Ceremony}` an event of signing, any other name a qualifier (`{amount:Amount}`);
`<Place>` is a mention that only has to be there, `…` a few words without a mention, `~` what may stand between an actor and its verb
(places, amounts and words). What the rule catches as a named group (`(?P<share>…)`) becomes a qualifier as well, `(?P<v>…)` is the verb by
which planned and denied are told. `given` is a second pattern that the sentence (or, `within: paragraph`, one before it; `within: story`, all of the paragraph and of the one that tells what a body did) must hold before the match; it may catch the other end, and what its own `(?P<v>…)` only plans is planned.
`about: s` (or o): where the pattern does not catch this end, it is the firm that the passage is about (膜材来自乙, 主要客户有丙).

"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import Any

from kg.errors import BadResource
from kg.records import record
from kg.relations.signs import SIGNS, alternatives, words
from kg.resources import resource
from kg.types import STATUSES, Status

_KEY = re.compile(r"\{([a-z_]+)\}")
_MACRO = re.compile(r"\{(\w+):([A-Z][A-Za-z ]*)([+*]?)\}|<([A-Z][A-Za-z ]*)>|(…)|(~)")
_KEYS = {"name", "pattern", "unless", "given", "confidence", "status", "scope", "within", "kind", "each", "own", "about"}
# Types that only some mentions of another type are.
NARROW = {
    "Bank": "Company",
    "Local": "Place",
    "Land": "Place",
    "Venue": "Place",
    "Ceremony": "Event",
    "Site": "Place",
    "Way": "Project",
    "Watch": "PublicBody",
    "Insurer": "Company",
}
_SCOPES = ("clause", "sentence")


@record
class Pattern:
    """A compiled pattern and the types that each of its groups may catch."""

    regex: re.Pattern[str]
    types: Mapping[str, frozenset[str]]


@record
class Rule:
    """One way of saying a relation. Without an object all members of the subject are tied to each other."""

    relation: str
    name: str
    pattern: Pattern
    unless: re.Pattern[str] | None = None  # what must not stand in the line
    given: Pattern | None = None  # what must stand in the sentence before the match
    confidence: float = 0.85
    status: Status | None = None  # None: by the words around the verb
    scope: str = "clause"  # or sentence
    within: str = "sentence"  # or paragraph, or story: where `given` may stand
    each: bool = False  # 分别: first with first, second with second
    about: str | None = None  # the end that may be the firm of the passage
    own: bool = False  # the subject must be named in the clause, not go on from one before
    lasting: bool = False  # a state that may be over, rather than an event
    wider: bool = False  # a place is its parents too: 云岭区青石镇
    sums: bool = False  # the one amount in or right behind the match is its amount
    acts: bool = False  # its verb may be a word of denial (叫停) and denies nothing
    story: bool = False  # without a date of its own, it happened on the day that the story told last
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the package, in the order of their files."""
    files = sorted(entry.name for entry in resource("relations").iterdir() if entry.name.endswith(".yaml"))
    return tuple(rule for name in files for rule in parse(name.removesuffix(".yaml"), words(name.removesuffix(".yaml"))))


def parse(file: str, data: Mapping[str, Any]) -> Iterator[Rule]:
    """The rules of one file; `lists` are word lists, `pieces` parts of patterns that patterns name as `{key}`.

    They tell the relation that the file is called after, or its `relation`, where one relation is told in several files.

    Raises:
        BadResource: naming the rule and what is wrong with it.
    """
    lists = {key: f"(?:{value})" for key, value in {**words("rows")["pieces"], **(data.get("pieces") or {})}.items()}
    lists |= {key: alternatives(value) for key, value in (data.get("lists") or {}).items()}
    relation = str(data.get("relation", file))
    for entry in data.get("rules") or ():
        where = f"relations/{file}.yaml: {entry.get('name') or entry.get('pattern')!r}"
        if unknown := sorted(set(entry) - _KEYS):
            raise BadResource(f"{where}: unknown key {unknown[0]!r}; allowed: {', '.join(sorted(_KEYS))}")
        if entry.get("status") not in (None, *STATUSES):
            raise BadResource(f"{where}: unknown status {entry['status']!r}; allowed: {', '.join(STATUSES)}")
        if entry.get("about") not in (None, "s", "o"):
            raise BadResource(f"{where}: unknown end {entry['about']!r}; allowed: s, o")
        if entry.get("scope", "clause") not in _SCOPES:
            raise BadResource(f"{where}: unknown scope {entry['scope']!r}; allowed: {', '.join(_SCOPES)}")
        yield Rule(
            relation,
            str(entry["name"]),
            _compiled(entry["pattern"], lists, where),
            _compiled(entry["unless"], lists, where).regex if entry.get("unless") else None,
            _compiled(entry["given"], lists, where) if entry.get("given") else None,
            float(entry.get("confidence", 0.85)),
            entry.get("status"),
            str(entry.get("scope", "clause")),
            str(entry.get("within", "sentence")),
            bool(entry.get("each", False)),
            entry.get("about"),
            bool(entry.get("own", False)),
            bool(data.get("lasting", False)),
            bool(data.get("wider", False)),
            bool(data.get("sums", False)),
            bool(data.get("acts", False)),
            bool(data.get("story", False)),
            {"kind": entry["kind"]} if entry.get("kind") else {},
        )


def _compiled(text: str, lists: Mapping[str, str], where: str) -> Pattern:
    types: dict[str, frozenset[str]] = {}

    def macro(m: re.Match[str]) -> str:
        name, kinds, row, only, few, actor = m.groups()
        if few is not None:
            return r"[^，；\ue000-\ue00a]{0,12}?"
        if actor is not None:
            return rf"(?:[^，；\ue000-\ue00a]|{_between()}){{0,20}}?"
        if name is None:
            return _one(only, where)
        types[name] = frozenset(kinds.split())
        one = _one(kinds, where)
        return f"(?P<{name}>{_row(one, row) if row else one})"

    def named(m: re.Match[str]) -> str:
        if m[1] not in lists:
            raise BadResource(f"{where}: no list {m[1]!r}; known: {', '.join(lists)}")
        return _KEY.sub(named, lists[m[1]])

    text = _KEY.sub(named, text)
    try:
        return Pattern(re.compile(_MACRO.sub(macro, text)), types)
    except re.error as error:
        raise BadResource(f"{where}: {error}") from error


def _row(one: str, mark: str) -> str:
    """A row: 甲、乙和丙地的丁等5家企业; with `*`, one without places in it."""
    data = words("rows")
    of = rf"(?:{SIGNS['Place']}(?:的|内的|境内的)?|{alternatives(data['attributes'])}(?:的)?){{0,4}}"
    some = rf"(?:等[^，；、\ue000-\ue00a]{{0,10}}?{alternatives(data['kinds'])}|等)?"
    unknown = r"(?:、[^，；。、和与及\ue000-\ue00a]{2,14}(?=[、和与及]))?"  # a name that was not found must not end the row
    join = alternatives(data["joins"]) + ("?" if one == f"[{SIGNS['Policy']}]" else "")  # 《甲》《乙》 needs no comma
    return rf"{one}(?:{unknown}{join}{of if mark == '+' else ''}{one})*{some}"


@cache
def _between() -> str:
    return "[" + "".join(SIGNS[name] for name in ("Place", "Amount", "Policy", "Event")) + "]"


def _one(types: str, where: str) -> str:
    names = [NARROW.get(name, name) for name in types.split()]
    if unknown := sorted(set(names) - SIGNS.keys()):
        raise BadResource(f"{where}: unknown type {unknown[0]!r}; known: {', '.join((*SIGNS, *NARROW))}")
    return "[" + "".join(SIGNS[name] for name in names) + "]"
