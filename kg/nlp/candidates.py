"""Candidates: what recognisers propose before `kg_spans` decides which span wins.

Recognisers never look at each other's output through anything but this list, so their order matters only where one says that
it builds on another (people build on titles and bodies).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from spacy.tokens import Doc

from kg.records import record

KEY = "kg.candidates"
TEXT = "kg.text"


@record
class Candidate:
    """A proposed mention, in character offsets of the text."""

    start: int
    end: int
    type: str  # entity type, Title or Date
    source: str  # component and rule, e.g. "people:title-before"
    score: float = 0.9  # how sure the recogniser is, 0–1; breaks ties between overlapping candidates
    data: Mapping[str, Any] = field(default_factory=dict)

    def scored(self, score: float) -> "Candidate":
        """The same with another score."""
        return Candidate(self.start, self.end, self.type, self.source, score, self.data)


def text_of(doc: Doc) -> str:
    """The text of the document, put together once: `doc.text` walks over every character each time."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        article = doc._.article if Doc.has_extension("article") else None
        text = article.text if article is not None and len(article.text) == len(doc) else doc.text
        doc.user_data[TEXT] = text
    return text


def propose(doc: Doc, candidates: Iterable[Candidate]) -> None:
    """Add candidates to the document. A span without a character is no mention, and those who walk from span to span would never arrive."""
    doc.user_data.setdefault(KEY, []).extend(c for c in candidates if c.start < c.end)


def replace_all(doc: Doc, candidates: Iterable[Candidate]) -> None:
    """Put these in the place of all candidates so far: for a component that weighs what others proposed."""
    doc.user_data[KEY] = list(candidates)


def proposed(doc: Doc, *types: str) -> list[Candidate]:
    """Candidates so far, of the types given (all when none is given), in text order, longer first."""
    found = [c for c in doc.user_data.get(KEY, ()) if not types or c.type in types]
    return sorted(found, key=lambda c: (c.start, -c.end))


def joined(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per span and type: independent finds strengthen each other; the surest gives source, the richest gives data."""
    groups: dict[tuple[int, int, str], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault((candidate.start, candidate.end, candidate.type), []).append(candidate)
    return [_strengthened(key, groups[key]) if len(groups[key]) > 1 else groups[key][0] for key in sorted(groups)]


def _strengthened(key: tuple[int, int, str], group: list[Candidate]) -> Candidate:
    """Finds of one span and type as one; what one family of rules finds twice counts once."""
    group = sorted(group, key=lambda c: (-c.score, c.source))
    doubt, seen = 1.0, set()
    data: dict[str, Any] = {}
    for candidate in group:
        family = candidate.source.split(":")[0]
        if family not in seen:
            doubt *= 1 - min(candidate.score, 0.99)
            seen.add(family)
    for candidate in reversed(group):
        data.update(candidate.data)
    return Candidate(*key, group[0].source, max(1 - doubt, group[0].score), data)
