"""How much of what the network says is told: rules that are sure of a span keep their ends, a firm is no phrase, and doubtful rules weaken
where the network sees nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import scan
from kg.nlp.recogniser.model import Found
from kg.nlp.words import cuts_word, is_loose
from kg.resources import lines

# How sure the network must be of a type to tell it where no rule does (docs/model-card.md has what was measured).
TOLD = {"Company": 0.7, "Person": 0.6, "Organization": 0.8, "PublicBody": 0.95}
SECONDED = 0.5  # how sure it must be of what a rule says too
SURE = 0.8  # rules at least so sure keep their ends
CROSSED = 0.4  # what remains of a span that crosses or contains a sure one
# Rules less sure than this weaken where the network sees nothing of the type.
DOUBTED = {"Company": 0.65}
UNSEEN = 0.8  # what remains of the score of other rules where the network sees no such name
_LONGEST_RULE = 60
_OURS = ("我省", "我市", "我县", "我区")
_ADVERBS = "都也还均就又将已则曾再作"
_SORTS = "系级类款"


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_nouns.txt"))


def weighed(text: str, found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each span worth telling, with what remains of its chance as score.

    >>> zone = Candidate(0, 6, "Place", "places:zone", 0.9)
    >>> [c.score for c in weighed("昀泽科技园区", [Found(0, 4, "Company", 0.9)], [zone])]
    []
    """
    said = sorted((c.start, c.end, c.type, c.score) for c in rules)
    sure, spans = [one[:3] for one in said if one[3] >= SURE], {one[:3] for one in said}
    for f in found:
        least = SECONDED if (f.start, f.end, f.label) in spans else TOLD.get(f.label, 1.1)
        if f.label == "Event" or f.chance < least or (f.label == "Company" and _is_no_firm(text, f.start, f.end)):
            continue
        near = sure[bisect_left(sure, (f.start - _LONGEST_RULE,)) : bisect_left(sure, (f.end,))]
        start = f.start + 2 if f.label == "Company" and text.startswith(_OURS, f.start) else f.start
        end = _behind_adverb(text, f)
        score = f.chance * min((_left(f, *one) for one in near if one[1] > f.start), default=1.0)
        if score > 0:
            yield Candidate(start, end, f.label, f"recogniser:{f.label}", round(score, 4))


def doubted(found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates of the rules, those weaker that are not certain and that the network does not see.

    >>> [c.score for c in doubted([], [Candidate(0, 4, "Company", "a", 0.6), Candidate(0, 4, "Company", "b", 0.95)])]
    [0.48, 0.95]
    """
    for c in rules:
        unseen = c.score < DOUBTED.get(c.type, 0.0) and not any(f.label == c.type and f.start < c.end and c.start < f.end for f in found)
        yield replace(c, score=round(c.score * UNSEEN, 4)) if unseen else c


def _behind_adverb(text: str, found: Found) -> int:
    """Where a person ends whose last character is an adverb, because the shorter name comes more often: 马懿|都."""
    start, end = found.start, found.end
    adverb = found.label == "Person" and end - start > 2 and text[end - 1] in _ADVERBS
    return end - 1 if adverb and text.count(text[start : end - 1]) > text.count(text[start:end]) else end


def _left(found: Found, start: int, end: int, label: str) -> float:
    """What a sure span of the rules leaves of one of the network that it meets."""
    if (start, end) == (found.start, found.end):
        return 1.0 if label == found.label else 0.0  # what it is, the rules say better
    if start <= found.start and found.end <= end:
        return 0.0
    if label == "Place" and start == found.start and found.label != "Person":
        return 1.0  # a firm or body may begin with its place
    return CROSSED


def _is_no_firm(text: str, start: int, end: int) -> bool:
    """Whether it is a row or a sort (欧系), nothing but ordinary words remain behind the places that it begins with, or its ends cut words in two."""
    if "、" in text[start:end] or text[start:end] in _kinds() or (end - start < 4 and text[end - 1] in _SORTS):
        return True
    at = start
    for place in scan(text[start:end]):
        if start + place.start == at and start + place.end < end:
            at = start + place.end
    return is_loose(text[at:end]) or cuts_word(text, start, end)
