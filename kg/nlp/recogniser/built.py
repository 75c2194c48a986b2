"""Works that the network half sees, where the words around tell what is told of works alone: 昀河片区城市更新项目总投资3亿元, 昀中海上风电场今天并网.

As with firms (`stated.py`), a name that the network alone is not sure enough of is right nearly as often as one that it is, where something is said of it
that is said of nothing else.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_loose
from kg.resources import lines

SCORE = 0.72
SEEN = 0.25  # how sure the network has to be that it is a work
CLEAR = 0.45  # the same of a name made of ordinary words: 城市更新项目
OTHERWISE = 0.3  # and no surer than this that it is something else
_LEAST = 5
_HEAD = 2  # characters of a name before its last word
_BEFORE = 10  # characters before a name that are looked at
# Patterns by name; {name} stands for the words of that name in `lexicons/project_words.yaml`.
_PATTERNS = {
    "does": "”?(?:{stage_words}|施工)?(?:{works_when}|（[^（）]{2,8}）|[0-9]{1,2}月[0-9]{1,2}日|{moves_how}|，(?={sum_told}))*(?:{built}|{are_built}|{way_goes_on}|{works_do})",
    "led": "(?:{done_to_works}|{works_led})(?:了|的)?“?$",
    "no_start": "“?(?:{no_work_starts}|{points}{measures}?|[一二三四]期|[0-9多数几两]+{measures_of_many}|{no_project_starts})",
    "no_name": "{no_way}|{no_built}|^[我该]|[一二三四五六七八九十0-9]+大(?:项目|工程)$",
}

_pattern = patterns("project_words", _PATTERNS)


@cache
def _tails() -> tuple[str, ...]:
    """The last words of works that are no houses which somebody may be led to as well (中心, 医院)."""
    return tuple(lines("lexicons", "project_tails.txt"))


def built(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """The surest of the spans that overlap there.

    >>> text = "昀河片区城市更新项目总投资3亿元"
    >>> [text[c.start : c.end] for c in built(text, [Found(0, 10, "Project", 0.5)])]
    ['昀河片区城市更新项目']
    """
    taken: list[tuple[int, int]] = []
    for (start, end), chances in sorted(by_span(found).items(), key=lambda item: (-item[1].get("Project", 0.0), item[0])):
        chance = chances.get("Project", 0.0)
        if chance < SEEN:
            break
        if max((c for label, c in chances.items() if label != "Project"), default=0.0) > OTHERWISE:
            continue
        if any(start < e and s < end for s, e in taken) or not _may_be_one(text, start, end, chance):
            continue
        led = text.endswith(_tails(), start + _HEAD, end) and _pattern("led").search(text, max(start - _BEFORE, 0), start)
        if led or _pattern("does").match(text, end):
            taken.append((start, end))
            yield Candidate(start, end, "Project", "recogniser:built", SCORE)


def _may_be_one(text: str, start: int, end: int, chance: float) -> bool:
    name = text[start:end]
    if (
        end - start < _LEAST
        or "、" in name
        or _pattern("no_start").match(name)
        or _pattern("no_name").search(name)
        or cuts_word(text, start, end)
    ):
        return False
    return not (chance < CLEAR and is_loose(name))
