"""Entrants: who wins or loses at a contest (在锦标赛决赛中，甲队战胜乙队), and which firms have a stand at a fair (参观了甲、乙等企业展区).

Where a clause names no contest or fair, it is the last one that its paragraph or the one before has named. And who is listed behind a label
(主持人：甲, 出席嘉宾：乙、丙) where the article names one event.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.relations.frame_words import is_generic, named_events
from kg.relations.frames import Step
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.sessions import Held
from kg.relations.signs import SIGN, alternatives, pattern, words

_SIDES = ("Person", "Organization", "Company")
_HAN = re.compile("[\u4e00-\u9fff]")
_FEW = 8  # characters that are no name in such a list: 等, 有关负责人


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("attended")
    return {
        "contest": re.compile(f"{alternatives(data['contests'])}[”」》]?$"),
        "does": pattern(
            rf"^(?![^，]*{alternatives(data['of_before'])})[^，]*?(?:{alternatives(data['fares'])}|(?:夺|摘|获)[^，]{{0,4}}[金银铜]$"
            rf"|{alternatives(data['wins'])}[^，]{{0,30}}?{alternatives(data['prizes'])})(?!{alternatives(data['winners'])})"
        ),
        "beats": pattern(rf"{alternatives(data['beats'])}了?[^，\ue000-\ue00a]{{0,8}}(?P<who><Person Organization>)"),
        "label": re.compile(
            rf"(?m)(?:^|(?<=[；;。\s】]))[【\[■●▲※◆]?(?P<said>{alternatives(w for said in data['labels'].values() for w in said)})[】\]]?(?:[：:]|(?<=[】\]]))"
        ),
        "pair": pattern("^/<Person>"),
        "fair": re.compile(f"{alternatives(data['fairs'])}[”」》）]?$"),
        "stands": pattern(
            rf"(?P<who><Company Organization>(?:(?:[、和与及]|以及)<Company Organization>)*)等?[^，\ue000-\ue00a]{{0,10}}?(?:的)?{alternatives(data['stands'])}"
        ),
        "entered": pattern(
            rf"{alternatives(data['enters'])}[^，\ue000-\ue00a]{{0,6}}?(?:包括|包含|涵盖|有)(?:了)?(?P<who><Company Organization>(?:(?:[、和与及]|以及)<Company Organization>)*)"
        ),
    }


def entered(scene: Scene, told: Sequence[Step], held: Mapping[str, Held]) -> Iterator[Draft]:
    """attended statements of those who take part in a contest or show at a fair."""
    yield from _contested(scene, told, held)
    yield from _shown(scene, told, held)
    yield from _listed(scene, held)


def _listed(scene: Scene, held: Mapping[str, Held]) -> Iterator[Draft]:
    """Those behind a label, where names are all that stands there up to the end of the line or the next label."""
    labels = list(_cues()["label"].finditer(scene.text))
    event = _one_event(scene) if labels else None
    if event is None:
        return
    known = held.get(event, Held())
    ends = [*(m.start() for m in labels[1:]), len(scene.text)]
    for label, end in zip(labels, ends, strict=True):
        line = scene.text.find("\n", label.end())
        stop = min(end, line if line >= 0 else end)
        refs = [(r, s) for s in scene.between(label.end(), stop) for r in s.refs if label.end() <= r.start and r.end <= stop]
        named = {i for r, _ in refs for i in range(r.start, r.end)}
        role = next(role for role, said in words("attended")["labels"].items() if label["said"] in said)
        if sum(i not in named and _HAN.match(scene.text[i]) is not None for i in range(label.end(), stop)) > _FEW:
            continue
        for ref, sentence in refs:
            if ref.type == "Person" and ref.entity is not None:
                yield Draft(
                    ref.entity, "attended", event, sentence.start, sentence.end, "listed-at", 0.85, known.status, known.date, {"role": role}
                )


def _one_event(scene: Scene) -> str | None:
    """The only event of an article that has a name of its own."""
    named = [e.id for e in scene.entities.values() if e.type == "Event" and not is_generic(scene, e.id)]
    return named[0] if len(named) == 1 else None


def _since_named(scene: Scene, told: Sequence[Step], kind: str) -> Iterator[tuple[Step, str]]:
    """Each step with the event of a kind (`contest` or `fair`) that its paragraph or the one before has named last."""
    last: tuple[str, int] | None = None
    for step in told:
        paragraph = step.clause.sentence.paragraph
        for _, ref in named_events(step.clause):
            if ref.entity is not None and _cues()[kind].search(scene.entities[ref.entity].name):
                last = ref.entity, paragraph
        if last is not None and paragraph - last[1] <= 1:
            yield step, last[0]


def _shown(scene: Scene, told: Sequence[Step], held: Mapping[str, Held]) -> Iterator[Draft]:
    for step, fair in _since_named(scene, told, "fair"):
        clause = step.clause
        found = _cues()["stands"].search(clause.text) or _cues()["entered"].search(clause.text)
        for ref in clause.refs_in(*found.span("who")) if found is not None else ():
            if ref.entity is not None:
                yield _there(ref.entity, fair, step, "参展", held)


def _contested(scene: Scene, told: Sequence[Step], held: Mapping[str, Held]) -> Iterator[Draft]:
    for step, contest in _since_named(scene, told, "contest"):
        clause = step.clause
        if clause.content or _cues()["does"].search(clause.words) is None:
            continue
        pair, beats = _cues()["pair"].match(clause.words), _cues()["beats"].search(clause.words)
        there: list[Ref] = [ref for ref in clause.subjects if ref.type in _SIDES]
        there += [clause.ref(m.start()) for m in SIGN.finditer(clause.words, 0, 2)] if pair is not None else []
        there += [clause.ref(beats.start("who"))] if beats is not None and there else []
        for ref in there:
            if ref.entity is not None:
                yield _there(ref.entity, contest, step, "参赛", held)


def _there(who: str, event: str, step: Step, role: str, held: Mapping[str, Held]) -> Draft:
    known, sentence = held.get(event, Held()), step.clause.sentence
    return Draft(who, "attended", event, sentence.start, sentence.end, "entrant", 0.85, "asserted", known.date or step.date, {"role": role})
