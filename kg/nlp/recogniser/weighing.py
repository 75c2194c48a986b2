"""How much of what the network says is told: rules that are sure of a span keep their ends, and a firm is no phrase."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import scan
from kg.nlp.recogniser.model import Found
from kg.nlp.words import cuts_word, is_loose

# How sure the network must be of a type to tell it, where it adds to the rules (docs/model-card.md has what was measured).
TOLD = {"Company": 0.7, "Person": 0.6, "Organization": 0.6, "PublicBody": 0.95}
SURE = 0.8  # rules at least so sure keep their ends
CROSSED = 0.4  # what remains of a span that crosses or contains a sure one
_LONGEST_RULE = 60


def weighed(text: str, found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each span worth telling, with what remains of its chance as score.

    >>> [c.score for c in weighed("昀泽科技园区", [Found(0, 4, "Company", 0.9)], [Candidate(0, 6, "Place", "places:zone", 0.9)])]
    []
    """
    sure = sorted((c.start, c.end, c.type) for c in rules if c.score >= SURE)
    for f in found:
        if f.chance < TOLD.get(f.label, 1.1) or (f.label == "Company" and _is_phrase(text, f.start, f.end)):
            continue
        near = sure[bisect_left(sure, (f.start - _LONGEST_RULE,)) : bisect_left(sure, (f.end,))]
        score = f.chance * min((_left(f, *one) for one in near if one[1] > f.start), default=1.0)
        if score > 0:
            yield Candidate(f.start, f.end, f.label, f"recogniser:{f.label}", round(score, 4))


def _left(found: Found, start: int, end: int, label: str) -> float:
    """What a sure span of the rules leaves of one of the network that it meets."""
    if (start, end) == (found.start, found.end):
        return 1.0 if label == found.label else CROSSED
    if start <= found.start and found.end <= end:
        return 0.0
    if label == "Place" and start == found.start and found.label != "Person":
        return 1.0  # a firm or body may begin with its place
    return CROSSED


def _is_phrase(text: str, start: int, end: int) -> bool:
    """Whether nothing but ordinary words remains behind the places that the name begins with, or its ends cut words in two."""
    at = start
    for place in scan(text[start:end]):
        if start + place.start == at and start + place.end < end:
            at = start + place.end
    return is_loose(text[at:end]) or cuts_word(text, start, end)
