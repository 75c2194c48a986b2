"""The type of names whose borders the network sees while it wavers between types: the last word tells it.

青岩水库 is a place, a project or a firm to the network, each with a third: no type alone is likely enough to be told, though that it is a name is.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.recogniser.model import Found
from kg.nlp.words import cuts_word, is_phrase
from kg.resources import lines

SCORE = 0.8
LEAST = 0.5  # how sure the network has to be that it is a name of some type
SURELY = 0.7  # the same of a name made of ordinary words: 老街社区
SURE = 0.5  # another type that it is so sure of stands
_AGREED = ("Project",)  # a road or a power station is one only where the network too takes it for one, more than for anything else
_LONGEST_TAIL = 4


@cache
def _kinds() -> dict[str, str]:
    return {word: row.split()[0] for row in lines("lexicons", "name_kinds.txt") for word in row.split()[1:]}


def kind_of(name: str) -> str | None:
    """The type that the last word of a name tells.

    >>> kind_of("昀岭水库"), kind_of("昀岭")
    ('Place', None)
    """
    return next((kind for n in range(min(_LONGEST_TAIL, len(name) - 2), 0, -1) if (kind := _kinds().get(name[-n:]))), None)


def kinds(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """A candidate of its last word's type for each span that is some name to the network, but no type surely.

    >>> text = "来到昀岭水库检查"
    >>> [(c.type, text[c.start:c.end]) for c in kinds(text, [Found(2, 6, "Company", 0.3), Found(2, 6, "Project", 0.4)])]
    [('Place', '昀岭水库')]
    """
    spans: dict[tuple[int, int], dict[str, float]] = {}
    for f in found:
        spans.setdefault((f.start, f.end), {})[f.label] = f.chance
    for (start, end), chances in sorted(spans.items()):
        name, whole, best = text[start:end], sum(chances.values()), max(chances, key=lambda label: chances[label])
        kind = kind_of(name) if whole >= LEAST else None
        if kind is None or (best != kind and (chances[best] >= SURE or kind in _AGREED)):
            continue
        if not (is_phrase(name) and whole < SURELY) and not cuts_word(text, start, end):
            yield Candidate(start, end, kind, "recogniser:kind", SCORE)
