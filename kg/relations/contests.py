"""Contests: who wins or loses at a race, a cup or games was there (在锦标赛决赛中，甲队战胜乙队; 甲夺得金牌).

Where a clause names no contest, it is the last one that its paragraph or the one before has named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.relations.clauses import SIGN, alternatives, pattern, words
from kg.relations.frames import Step, named_events
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.sessions import Held

_SIDES = ("Person", "Organization", "Company")


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
        "pair": pattern("^/<Person>"),
    }


def contested(scene: Scene, told: Sequence[Step], held: Mapping[str, Held]) -> Iterator[Draft]:
    """attended statements of those who take part in a contest."""
    contest: tuple[str, int] | None = None  # the last one named, and in which paragraph
    for step in told:
        clause, paragraph = step.clause, step.clause.sentence.paragraph
        for _, ref in named_events(clause):
            if ref.entity is not None and _cues()["contest"].search(scene.entities[ref.entity].name):
                contest = ref.entity, paragraph
        if contest is None or paragraph - contest[1] > 1 or clause.content or _cues()["does"].search(clause.words) is None:
            continue
        pair, beats = _cues()["pair"].match(clause.words), _cues()["beats"].search(clause.words)
        there: list[Ref] = [ref for ref in clause.subjects if ref.type in _SIDES]
        there += [clause.ref(m.start()) for m in SIGN.finditer(clause.words, 0, 2)] if pair is not None else []
        there += [clause.ref(beats.start("who"))] if beats is not None and there else []
        known, sentence = held.get(contest[0], Held()), clause.sentence
        for ref in there:
            if ref.entity is not None:
                date, role = known.date or step.date, {"role": "参赛"}
                yield Draft(ref.entity, "attended", contest[0], sentence.start, sentence.end, "contest", 0.85, "asserted", date, role)
