"""What a sentence says against a statement, whoever reads it there: a sum is what others expect, a rate or a balance; a firm only audits; it is a rumour.

Each doubt of kg/resources/relations/doubts.yaml and the files doubts_of_*.yaml beside it is a regular expression over the evidence, in which every mention is one
sign of its type, and `{s}` and `{o}` are the subject and the object, `{x}` either of them. `{w}` is a character of words, `{c}` one of a sentence;
`{name}` is a list of words.
`called` is a pattern for the name of the object (《责令改正通知书》 is nobody's policy), `named` one for that of the subject.
`around` lets a doubt look at so many sentences before and behind the evidence as well (本次转让尚需批准).
A doubt drops the statement or, with a `status`, changes how it is told; `told` are the statuses that it looks at: unless it names them, every one
where it drops, asserted where it changes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from kg.errors import BadResource
from kg.records import record
from kg.relations.literals import Filter, numbers
from kg.relations.scene import Draft, Scene
from kg.relations.signs import SIGNS, alternatives, pattern, words
from kg.types import STATUSES, Status

_SUBJECT, _OBJECT = "\ue00b", "\ue00c"
_PIECES = {
    "s": _SUBJECT,
    "o": _OBJECT,
    "x": f"[{_SUBJECT}{_OBJECT}]",
    "w": "[^，；。、：\ue000-\ue00c]",
    "c": "[^；。]",
}
_KEY = re.compile(r"\{([a-z_]+)\}")
_KEYS = {"name", "relations", "pattern", "status", "told", "of", "to", "by", "around", "called", "named"}
_FILES = ("doubts", "doubts_of_stories", "doubts_of_sums", "doubts_of_status", "doubts_of_deals")
_BRACKET = re.compile(rf"（[^（）{_SUBJECT}{_OBJECT}]*）|\([^(){_SUBJECT}{_OBJECT}]*\)")


@record
class Doubt:
    """Against statements of some relations (all, when empty); `of` and `to` are the types that subject and object may have (any, when empty)."""

    name: str
    pattern: re.Pattern[str]
    relations: frozenset[str]
    status: Status | None = None  # None: nothing is told
    of: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()  # only against what these rules tell (any, when empty); `learned` is the learned reader
    around: int = 0  # sentences before and behind the evidence that are looked at too
    told: frozenset[str] = frozenset(STATUSES)  # the statuses that it looks at
    called: re.Pattern[str] | None = None  # what is in the name of the object
    named: re.Pattern[str] | None = None  # what is in the name of the subject


def judged(scene: Scene, drafts: Iterable[Draft], *, only: str | None = None) -> Iterator[Draft]:
    """The drafts that no doubt drops, in their order; `only` one doubt is asked, if named."""
    likely: dict[str, int] = scene.read.setdefault("likely", {})  # most evidence is that of several drafts, and is judged twice
    for draft in drafts:
        text = evidence(scene, draft)
        if text not in likely:
            likely[text] = _filter().found(text) | _wide()
        against = map(_doubts().__getitem__, numbers(_against(draft.relation) & likely[text]))
        held = [doubt for doubt in against if only in (None, doubt.name) and _holds(doubt, scene, draft, text)]
        if all(doubt.status is not None for doubt in held):
            status = next((doubt.status for doubt in held), None)
            yield draft if status is None else replace(draft, status=status)


def _holds(doubt: Doubt, scene: Scene, draft: Draft, text: str) -> bool:
    if draft.status not in doubt.told:
        return False
    if doubt.by and draft.rule.rpartition(":")[2] not in doubt.by:
        return False
    if not all(not types or scene.entities[end].type in types for end, types in ((draft.subject, doubt.of), (draft.object, doubt.to))):
        return False
    if doubt.called is not None and doubt.called.search(scene.entities[draft.object].name) is None:
        return False
    if doubt.named is not None and doubt.named.search(scene.entities[draft.subject].name) is None:
        return False
    text = evidence(scene, _around(scene, draft, doubt.around)) if doubt.around else text
    known: dict[tuple[str, str], bool] = scene.read.setdefault("doubted", {})
    key = doubt.pattern.pattern, text
    if key not in known:
        known[key] = doubt.pattern.search(text) is not None
    return known[key]


def _around(scene: Scene, draft: Draft, count: int) -> Draft:
    """The draft with so many sentences before and behind its evidence as well."""
    near = scene.between(draft.start, draft.end, around=count)
    return replace(draft, start=min(near[0].start, draft.start), end=max(near[-1].end, draft.end)) if near else draft


def evidence(scene: Scene, draft: Draft) -> str:
    """The evidence as signs and words, without what brackets add."""
    known: dict[tuple[int, int, str, str], str] = scene.read.setdefault("evidence", {})
    key = draft.start, draft.end, draft.subject, draft.object
    if key not in known:
        out, at = [], draft.start
        for sentence in scene.between(draft.start, draft.end):
            for ref in sentence.refs:
                if at <= ref.start and ref.end <= draft.end:
                    names = ref.names
                    sign = _OBJECT if draft.object in names else _SUBJECT if draft.subject in names else SIGNS[ref.type]
                    out += [scene.text[at : ref.start], sign]
                    at = ref.end
        known[key] = _BRACKET.sub("", "".join([*out, scene.text[at : draft.end]]))
    return known[key]


@cache
def _doubts() -> tuple[Doubt, ...]:
    return tuple(doubt for file in _FILES for doubt in parse(words(file), file))


@cache
def _filter() -> Filter:
    return Filter([doubt.pattern.pattern for doubt in _doubts()])


@cache
def _wide() -> int:
    """The doubts that look at more than the evidence, as bits."""
    return sum(1 << n for n, doubt in enumerate(_doubts()) if doubt.around)


@cache
def _against(relation: str) -> int:
    """The doubts that there are against a relation, as bits."""
    return sum(1 << n for n, doubt in enumerate(_doubts()) if not doubt.relations or relation in doubt.relations)


def parse(data: Mapping[str, Any], file: str = _FILES[0]) -> Iterator[Doubt]:
    """The doubts of a file of kg/resources/relations/.

    Raises:
        BadResource: naming the doubt and what is wrong with it.
    """
    lists = {
        **_PIECES,
        "units": alternatives(words("rows")["units"]),
        **{key: alternatives(value) for key, value in (data.get("lists") or {}).items()},
    }
    groups = data.get("groups") or {}
    for entry in data.get("doubts") or ():
        where = f"relations/{file}.yaml: {entry.get('name') or entry.get('pattern')!r}"
        if missing := [key for key in ("name", "pattern") if not entry.get(key)]:
            raise BadResource(f"{where}: needs {missing[0]!r}")
        if unknown := sorted(set(entry) - _KEYS):
            raise BadResource(f"{where}: unknown key {unknown[0]!r}; allowed: {', '.join(sorted(_KEYS))}")
        if entry.get("status") not in (None, *STATUSES):
            raise BadResource(f"{where}: unknown status {entry['status']!r}; allowed: {', '.join(STATUSES)}")
        if unknown := sorted(set(_KEY.findall(entry["pattern"])) - lists.keys()):
            raise BadResource(f"{where}: no list {unknown[0]!r}; known: {', '.join(lists)}")
        try:
            compiled = pattern(_KEY.sub(lambda m: lists[m[1]], entry["pattern"]))
        except re.error as error:
            raise BadResource(f"{where}: {error}") from error
        relations = frozenset(r for name in entry.get("relations") or () for r in groups.get(name, (name,)))
        of, to = (frozenset(str(entry.get(end, "")).split()) for end in ("of", "to"))
        told = frozenset(str(entry.get("told", "asserted" if entry.get("status") else " ".join(STATUSES))).split())
        if unknown := sorted(told - set(STATUSES)):
            raise BadResource(f"{where}: unknown status {unknown[0]!r}; allowed: {', '.join(STATUSES)}")
        by = frozenset(str(entry.get("by", "")).split())
        called, named = (re.compile(entry[key]) if entry.get(key) else None for key in ("called", "named"))
        around = int(entry.get("around", 0))
        yield Doubt(str(entry["name"]), compiled, relations, entry.get("status"), of, to, by, around, told, called, named)
