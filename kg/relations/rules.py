"""Relations told by patterns: the rules of kg/resources/relations/*.yaml (see `kg.relations.rule_files`) read over lines."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, product

from kg.records import record
from kg.relations.anaphora import about
from kg.relations.beginnings import once
from kg.relations.lines import Line, lines
from kg.relations.literals import Filter, numbers
from kg.relations.modality import carries, status_of
from kg.relations.rule_files import NARROW, Pattern, Rule, rules
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.signs import SIGN, SIGNS, alternatives, among, words
from kg.resources import lines as entries
from kg.types import Status

_LITERALS = ("amount", "share", "kind", "subject", "policy", "project", "metric", "period", "product")
_DIVISION = re.compile(r"(?<!园)(?<!新)(?<!开发)(?<!经开)(?<!工业)(?:[市县区镇乡村]|街道)$")  # no zone, which several divisions may share
_ENDINGS = {
    "Bank": "banks",
    "Ceremony": "ceremonies",
    "Site": "sites",
    "Way": "ways",
    "Watch": "watchdogs",
}  # lists of rows.yaml for narrow types
_HOLDING = {"Insurer": "insurers"}  # and those of what their names hold somewhere
_ROW_OF_SUMS = re.compile(f"{SIGNS['Amount']}(?:[、和与]{SIGNS['Amount']})*")
_ROW_OF_SHARES = re.compile(r"(?:[、和与]\s*\d[\d.]*\s*%)+")
_EACH = re.compile("[各均都每]|分别")
_ROOM = 10  # characters behind a match in which its amount may stand


def propose(scene: Scene) -> Iterator[Draft]:
    """What the rules read in an article."""
    places = {mention.text: entity.id for entity in scene.entities.values() if entity.type == "Place" for mention in entity.mentions}
    for line in lines(scene, _types()):
        for rule in _worth_trying(line):
            if rule.unless is None or not rule.unless.search(line.text):
                for draft, refs in _apply(scene, rule, line):
                    yield draft
                    for wider in _wider(draft, refs, places) if rule.wider else ():
                        yield replace(draft, object=wider)


def _worth_trying(line: Line) -> Iterator[Rule]:
    """The rules whose ends may stand in the line and one of whose words does, in their order."""
    signs = SIGN.findall(line.text)
    eligible = _eligible(line.scope, frozenset(signs), len(signs) > len(set(signs)))
    if eligible:
        yield from map(rules().__getitem__, numbers(eligible & _filter().found(line.text)))


@cache
def _types() -> frozenset[str]:
    """The types that the ends of rules have."""
    patterns = [pattern for rule in rules() for pattern in (rule.pattern, rule.given) if pattern is not None]
    return frozenset(NARROW.get(kind, kind) for p in patterns for end, kinds in p.types.items() if end in ("s", "o") for kind in kinds)


@cache
def _filter() -> Filter:
    return Filter([rule.pattern.regex.pattern for rule in rules()])


@cache
def _eligible(scope: str, signs: frozenset[str], again: bool) -> int:
    """The rules whose both ends may stand in a line with these signs, as bits, each but once unless `again`; most lines name nobody, or one."""
    found = 0
    for n, (rule, needs) in enumerate(zip(rules(), _needs(), strict=True)):
        ends = [need & signs for need in needs]
        if rule.scope == scope and all(ends) and (again or len(ends) < 2 or len(frozenset().union(*ends)) > 1):
            found |= 1 << n
    return found


@cache
def _needs() -> tuple[list[frozenset[str]], ...]:
    return tuple(map(_needed, rules()))


def _needed(rule: Rule) -> list[frozenset[str]]:
    """The signs of which one must be there, for each end that the pattern itself catches."""
    told = rule.given.types if rule.given is not None else {}
    ends = (kinds for name, kinds in rule.pattern.types.items() if name in ("s", "o") and name not in told and name != rule.about)
    return [frozenset(SIGNS[NARROW.get(kind, kind)] for kind in kinds) for kinds in ends]


def _wider(draft: Draft, refs: Iterable[Ref], places: Mapping[str, str]) -> Iterator[str]:
    """The places whose names begin the name of the place that a draft is about."""
    for ref in refs:
        if ref.entity == draft.object:
            yield from (place for name, place in places.items() if _lies_within(ref.text, name))


def _lies_within(place: str, wider: str) -> bool:
    rest = place.removeprefix(wider)
    return rest != place and _DIVISION.search(wider) is not None and _DIVISION.search(rest) is not None


def _apply(scene: Scene, rule: Rule, line: Line) -> Iterator[tuple[Draft, tuple[Ref, ...]]]:
    """Each draft with the mentions of its objects."""
    for match in rule.pattern.regex.finditer(line.text):
        if _spoken_of(line.text, match, rule.relation) or (rule.own and match.start("s") < line.lent):
            continue
        caught, start = _caught(line, match, rule.pattern), line.start
        if not all(caught[name] for name in rule.pattern.types if name in caught):
            continue
        told = None
        if rule.given is not None:
            told = _given(rule, rule.given, line, match.start())
            if told is None:
                continue
            caught, start = {**told.caught, **caught}, min([start, *(ref.start for refs in told.caught.values() for ref in refs)])
            if rule.within == "story":  # of several sentences, all that the first says: 从甲局获悉，…
                start = scene.between(start, start + 1)[0].start
        groups = [ref.data for refs in caught.values() for ref in refs if "entities" in ref.data]  # the evidence holds their lists
        start, end = min([start, *(g.get("since", start) for g in groups)]), max([line.end, *(g.get("until", 0) for g in groups)])
        ends = match.start if rule.acts else match.end
        verb = ends("v") if "v" in match.re.groupindex and match["v"] is not None else match.end()
        status = rule.status or _status(rule, line, match.start(), verb)
        if told is not None and told.planned and status == "asserted":
            status = "planned"
        date = line.date or (line.story if rule.story else None)
        if rule.about is not None and rule.about not in caught:
            caught = {**caught, rule.about: (_once if rule.relation == "succeeded" and rule.about == "o" else _meant)(scene, line, caught)}
        pairs = list(_pairs(caught, rule.each or "分别" in match[0]))
        for number, (subject, obj) in enumerate(pairs):
            if subject != obj:
                values = {
                    **(_sum(rule, line, match) if _alone(caught, match) else {}),
                    **rule.qualifiers,
                    **_qualifiers(line, match, caught, number, len(pairs)),
                }
                name = f"{rule.relation}:{rule.name}"
                draft = Draft(subject, rule.relation, obj, start, end, name, rule.confidence, status, date, values)
                yield draft, caught.get("o", ())


def _meant(scene: Scene, line: Line, caught: Mapping[str, tuple[Ref, ...]]) -> tuple[Ref, ...]:
    """The firm that the passage is about, as the end that a match does not catch."""
    named = {name for refs in caught.values() for ref in refs for name in ref.names}
    acts = [ref.entity for ref in line.refs[:1] if ref.type == "Company" and line.text.startswith(SIGNS["Company"])]
    new = (line.new.entity,) if line.new is not None else ()
    firm = next((firm for firm in (*acts, *new, *about(scene, line.start)) if firm is not None and firm not in named), None)
    return (Ref(line.start, line.start, "Company", "", firm),) if firm is not None else ()


def _once(scene: Scene, line: Line, caught: Mapping[str, tuple[Ref, ...]]) -> tuple[Ref, ...]:
    """Who gets another name in a sentence that does not say: the firm that the passage is about, or what it once was where that is told."""
    old = once(scene, scene.between(line.start, line.start + 1)[0], line.start)
    return (
        tuple([Ref(line.start, line.start, "Company", "", firm) for firm in old if firm is not None])
        if old
        else _meant(scene, line, caught)
    )


def _alone(caught: Mapping[str, tuple[Ref, ...]], match: re.Match[str]) -> bool:
    """Whether a sum or share of a match is that of its only subject, or of each: 甲、乙认购丙3亿元 is what both give together."""
    return len(_ends(caught.get("s", ()))) < 2 or _EACH.search(match[0]) is not None


def _sum(rule: Rule, line: Line, match: re.Match[str]) -> dict[str, str]:
    if not rule.sums:
        return {}
    behind = re.split("[，；]", line.text[match.end() : match.end() + _ROOM])[0]
    end = match.end() + len(behind)
    signs = [sign.start() for sign in SIGN.finditer(line.text, match.start(), end)]
    refs = among(line.text, line.refs, match.start(), end)
    amounts = {ref.text for at, ref in zip(signs, refs, strict=True) if ref.type == "Amount" and not _of_one(line.text, at)}
    return {"amount": amounts.pop()} if len(amounts) == 1 else {}


def _of_one(text: str, at: int) -> bool:
    """Whether the sum at `at` is the price of one unit of something, and no sum of a deal: 3元/股, 每吨5元."""
    before, behind = _unit_price()
    return before.search(text, 0, at) is not None or behind.match(text, at + 1) is not None


@cache
def _unit_price() -> tuple[re.Pattern[str], re.Pattern[str]]:
    units = alternatives(words("rows")["units"])
    return re.compile(rf"每{units}[^，；。\ue000-\ue00a]{{0,4}}$"), re.compile(f"[/／]|[每一]{units}")


def _spoken_of(text: str, match: re.Match[str], relation: str) -> bool:
    """Whether the name that a match begins with is what another verb or a preposition is about: 参与甲公司…收购乙公司, 转让甲公司获批准."""
    for end, verbs in (("s", "aside"), ("o", "aside_object")):
        if end in match.re.groupindex and match.start(end) == match.start() and relation != "located_in":
            return _aside(verbs).search(text, 0, match.start()) is not None
    return False


@cache
def _aside(verbs: str) -> re.Pattern[str]:
    return re.compile(f"{alternatives(words('rows')[verbs])}$")


@record
class _Given:
    """What the second pattern of a rule caught, and whether the act it names is only planned: 拟成立甲公司，其中乙公司占股51%."""

    caught: Mapping[str, tuple[Ref, ...]]
    planned: bool


def _given(rule: Rule, given: Pattern, line: Line, at: int) -> _Given | None:
    """What the second pattern catches: in the sentence before the match, or in those before it in the paragraph; of a story, in all of these at once."""
    here, refs_here = line.before + line.text[:at], line.refs_before + line.refs
    if rule.within == "story":
        passages = [(line.earlier + line.behind + here, line.refs_earlier + line.refs_behind + refs_here)]
    else:
        passages = [(here, refs_here), (line.behind, line.refs_behind)]
    for text, refs in passages:
        match = _last(given.regex, text)
        if match is not None:
            acts = "v" in match.re.groupindex
            return _Given(
                _caught(Line("", text, refs), match, given), acts and status_of(text, match.start("v"), match.end("v")) == "planned"
            )
        if rule.within != "paragraph":
            break
    return None


def _status(rule: Rule, line: Line, start: int, verb: int) -> Status:
    """What is meant of an event is never over: 曾处罚 happened. A plan goes on as long as its subject: 甲拟投资3亿元，建设乙项目."""
    status = status_of(line.text, start, verb)
    if status == "former" and not rule.lasting:
        return "asserted"
    return "planned" if status == "asserted" and line.goes_on and carries(line.before, line.text[:verb]) else status


def _last(regex: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(regex.finditer(text), key=lambda m: m.start(), default=None)


def _caught(line: Line, match: re.Match[str], pattern: Pattern) -> dict[str, tuple[Ref, ...]]:
    found = {}
    for name in match.re.groupindex:
        if match[name] is not None:
            start, end = match.span(name)
            refs = among(line.text, line.refs, start, end)
            found[name] = tuple(ref for ref in refs if name not in pattern.types or _fits(ref, pattern.types[name]))
    return found


def _fits(ref: Ref, types: frozenset[str]) -> bool:
    if ref.type in types:
        return True
    narrow = {name for name in types if NARROW.get(name) == ref.type}
    if _standing(ref.text) in narrow or ("Venue" in narrow and not ref.text.endswith(tuple(words("rows")["stations"]))):
        return True
    if any(word in ref.text for name in narrow if name in _HOLDING for word in words("rows")[_HOLDING[name]]):
        return True
    return any(_closes(ref.text, tuple(words("rows")[_ENDINGS[name]])) for name in narrow if name in _ENDINGS)


def _closes(name: str, endings: tuple[str, ...]) -> bool:
    """Whether a name ends so; of a ceremony that goes on as another meeting the first half may: 签约仪式暨座谈会."""
    return any(part.endswith(endings) for part in name.split("暨"))


def _standing(place: str) -> str | None:
    """Which narrow type a place is of: no country, or one that is not China."""
    return "Local" if place not in _countries() else None if place in words("rows")["home"] else "Land"


@cache
def _countries() -> frozenset[str]:
    return frozenset(" ".join(entries("lexicons", "place_countries.txt")).split())


def _pairs(caught: Mapping[str, tuple[Ref, ...]], each: bool) -> Iterable[tuple[str, str]]:
    """All with all or, for `each` (分别), first with first; of two rows of several that do not fit each other nothing is known."""
    subjects, objects = _ends(caught.get("s", ())), _ends(caught.get("o", ()))
    if "o" not in caught:
        return combinations(subjects, 2)
    if each and len(subjects) > 1 and len(objects) > 1:
        return zip(subjects, objects, strict=True) if len(subjects) == len(objects) else ()
    return product(subjects, objects)


def _ends(refs: Iterable[Ref]) -> list[str]:
    """The entities of a row; 双方 stands for two."""
    found: list[str] = []
    for ref in refs:
        found += ref.names
    return list(dict.fromkeys(found))


def _qualifiers(line: Line, match: re.Match[str], caught: Mapping[str, tuple[Ref, ...]], number: int, total: int) -> dict[str, str]:
    """What the groups say; of a row of shares or sums (分别持股60%和40%) each pair has its own, and none where they do not fit."""
    told = {}
    apart = total > 1 and "分别" in match.string[: match.end()]
    for name, refs in caught.items():
        if name == "amount" and refs and _of_one(match.string, match.start(name)):
            continue
        if name in _LITERALS and (refs or name in match.re.groupindex):
            parts = _row_of_literals(line, match, name) if name in ("share", "amount") else []
            if apart and len(parts) > 1 and len(parts) != total:
                continue
            if name in ("share", "amount") and len(parts) < 2 and not _alone(caught, match):
                continue  # 甲、乙竞得丙51%的股权: together
            told[name] = parts[number] if len(parts) == total else refs[0].text if refs else match[name]
    return told


def _row_of_literals(line: Line, match: re.Match[str], name: str) -> list[str]:
    """The sums or shares of which a group has caught the first: 5000元和2000元, 51%、10%."""
    row = _ROW_OF_SUMS.match(line.text, match.start(name))
    if row is not None:
        return [ref.text for ref in among(line.text, line.refs, row.start(), row.end()) if ref.type == "Amount"]
    behind = _ROW_OF_SHARES.match(line.text, match.end(name))
    return re.split("[、和与]", match[name] + (behind[0] if behind is not None else ""))
