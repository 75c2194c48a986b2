"""Which span wins when two overlap: the only place that decides.

Candidates of all recognisers are weighed by `score × length^LENGTH_POWER` and the set of non-overlapping spans of the largest sum is kept: a
longer name swallows the shorter one inside it, unless the longer one is doubtful and well-known names fill it. Then what was
found once marks the article's other occurrences, which also mends a name that was cut in half elsewhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import Candidate, joined, proposed, text_of
from kg.nlp.glued import unglued
from kg.nlp.sifted import sifted
from kg.nlp.titles import SHARED, shared
from kg.nlp.words import cuts_word, is_loose
from kg.nlp.zones import leading, tails
from kg.records import record
from kg.types import Mention

LENGTH_POWER = 1.25  # above 1: one long span beats two short ones of the same score
FLOOR = 0.5  # candidates below are evidence for others only
LEARNED = "recogniser"
NOT_ENTITIES = ("Title", "Date")
# How sure a name must be before its other occurrences count too; two-character names need more.
SPREAD_SCORE = {"Person": 0.7, "Company": 0.7, "Project": 0.8, "Organization": 0.8, "Place": 0.9, "Event": 0.85, "PublicBody": 0.9}
SPREAD_SHORT = 0.8
SPREAD_LONG = {"Project": (6, 0.7)}  # and how sure one of so many characters
SPREAD_LEAST = {"Person": 2, "Company": 2, "Place": 3, "Project": 5, "Organization": 4, "Event": 6, "PublicBody": 4}
# Finders by lists, which have weighed every occurrence: what they left out (上海市|民) is no name there.
LISTED = tuple(
    f"{finder}:{rule}"
    for finder, rules in {"places": "name short chain world", "bodies": "central word division foreign"}.items()
    for rule in rules.split()
)
ZONE_SCORE = 0.8
_STREET = re.compile("[\u4e00-\u9fff]{2,8}?街道(?!办)")
_COMMITTEE = ("委会", "民委员会", "委员会")  # 昀滩村|委会
_EDGE = frozenset("，。、；：:,;.！？!?… \t\n\u3000“‘”’\"'（(·—-《》〈〉【】[]")
_CLOSERS = {"）": "（", ")": "(", "”": "“", "’": "‘", "》": "《"}
_LOOSE_HEADS = ("的", "和", "与", "及", "以及", "将")  # what a learned span wrongly begins with


@record
class _Found:
    """A name that was accepted somewhere, with how sure we are of it."""

    text: str
    type: str
    score: float
    data: Mapping[str, Any]


def choose(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The non-overlapping candidates of the greatest weight, after trimming, joining equals and propagating names.

    >>> choose("无锡夏普", [Candidate(0, 2, "Place", "a", 0.95), Candidate(0, 4, "Company", "b", 0.8)])[0].type
    'Company'
    """
    trimmed = [mended for c in sifted(text, candidates) for mended in _mended(text, c)]
    pool = joined(trimmed)
    first = _best(pool)
    listed = {(c.start, c.end, c.type) for c in trimmed if c.source.startswith(LISTED)}
    spread = _spread(text, [c for c in first if (c.start, c.end, c.type) not in listed], pool)
    return _best(joined([*pool, *spread])) if spread else first


def _mended(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """Without marks at its ends and words that only stand beside it."""
    if (trimmed := _trimmed(text, candidate)) is None:
        return
    begin = trimmed.start
    if trimmed.type in ("Company", "Organization") and (zone := leading(text, begin, trimmed.end)):  # 昀泽科技城|河南省岚城科学院
        if text[begin:zone] not in tails():
            yield Candidate(begin, zone, "Place", "spans:zone", ZONE_SCORE)
        begin = zone
    street = _STREET.match(text, begin, trimmed.end) if trimmed.type == "Company" else None
    if street and trimmed.end - street.end() > 3 and not is_loose(text[street.end() : trimmed.end]):  # 岚城街道|昀泽公司
        yield Candidate(begin, street.end(), "Place", "spans:zone", ZONE_SCORE)
        begin = street.end()
    for start, end in unglued(text, trimmed.type, begin, trimmed.end):
        yield trimmed if (start, end) == (trimmed.start, trimmed.end) else replace(trimmed, start=start, end=end)


def _trimmed(text: str, candidate: Candidate) -> Candidate | None:
    start, end = candidate.start, min(candidate.end, len(text))
    if candidate.type in NOT_ENTITIES or candidate.type in ("Policy", "Amount"):
        return candidate if start < end else None
    learned = candidate.source.startswith(LEARNED)
    while start < end:
        if (text[start] in _EDGE and not _opens_pair(text, start, end)) or (
            learned and candidate.type != "Person" and text.startswith(_LOOSE_HEADS[0], start)
        ):
            start += 1
        else:
            break
    while end > start and (text[end - 1] in _EDGE or text[end - 1] in _CLOSERS) and not _closes_pair(text, start, end):
        end -= 1
    if end <= start:
        return None
    return candidate if (start, end) == (candidate.start, candidate.end) else replace(candidate, start=start, end=end)


def _opens_pair(text: str, start: int, end: int) -> bool:
    """A quote or bracket that closes again before the end belongs to the name: “豹跑出行”汽车 keeps it, “豹跑出行” does not."""
    closer = {v: k for k, v in _CLOSERS.items()}.get(text[start])
    return closer is not None and 0 < text.find(closer, start, end) < end - 1


def _closes_pair(text: str, start: int, end: int) -> bool:
    opener = _CLOSERS.get(text[end - 1])
    return opener is not None and text.find(opener, start + 1, end) > start


def _weight(candidate: Candidate) -> float:
    return float(candidate.score * (candidate.end - candidate.start) ** LENGTH_POWER)


def _best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Weighted interval scheduling; ties go to the earlier, then to the order of type and source."""
    pool = sorted((c for c in candidates if c.score >= FLOOR), key=lambda c: (c.end, c.start, c.type, c.source))
    ends = [c.end for c in pool]
    total, take = [0.0], [False]
    for i, candidate in enumerate(pool):
        with_it = _weight(candidate) + total[bisect_right(ends, candidate.start, 0, i)]
        take.append(with_it > total[i] + 1e-9)
        total.append(max(with_it, total[i]))
    kept, i = [], len(pool)
    while i:
        if take[i]:
            kept.append(pool[i - 1])
            i = bisect_right(ends, pool[i - 1].start, 0, i - 1)
        else:
            i -= 1
    return kept[::-1]


def _spread(text: str, accepted: list[Candidate], pool: list[Candidate]) -> list[Candidate]:
    """Candidates for the other occurrences of names that were accepted with enough confidence."""
    sure: dict[tuple[str, str], _Found] = {}
    for c in accepted:
        name = text[c.start : c.end]
        if c.type not in SPREAD_SCORE or len(name) < SPREAD_LEAST[c.type] or "\n" in name:
            continue
        score = c.score if len(name) > 2 else c.score - (SPREAD_SHORT - SPREAD_SCORE[c.type])
        long, least = SPREAD_LONG.get(c.type, (len(name) + 1, 0.0))
        if score < (least if len(name) >= long else SPREAD_SCORE[c.type]):
            continue
        before = sure.get((name, c.type))
        doubt = (1 - before.score if before else 1.0) * (1 - min(c.score, 0.95))
        sure[name, c.type] = _Found(name, c.type, min(1 - doubt, 0.97), c.data)
    surest: dict[str, _Found] = {}
    for (name, _), found in sorted(sure.items()):
        if name not in surest or found.score > surest[name].score:
            surest[name] = found
    known = {(c.start, c.end, c.type) for c in pool if c.score >= FLOOR}
    spread = []
    for name, found in surest.items():
        at = text.find(name)
        while at >= 0:
            whole = len(name) > 3 or found.type != "Company" or not cuts_word(text, at, at + len(name))
            whole = whole and not (found.type == "Place" and text.startswith(_COMMITTEE, at + len(name)))
            if whole and (at, at + len(name), found.type) not in known:
                spread.append(Candidate(at, at + len(name), found.type, "spans:propagated", found.score * 0.97, found.data))
            at = text.find(name, at + len(name))
    return spread


def _mention(text: str, c: Candidate) -> Mention:
    """The mention of a candidate; a post that shares its first character with its body is told whole."""
    begins = c.start - 1 if c.source == SHARED else c.start
    return Mention(c.start, c.end, c.type, text[begins : c.end], c.source, round(c.score, 4), c.data)


@Language.component("kg_spans")
def kg_spans(doc: Doc) -> Doc:
    """Decide, and write `doc._.mentions`, `doc.ents` and `doc.spans["kg"]`."""
    if not Doc.has_extension("mentions"):
        Doc.set_extension("mentions", default=())
    text = text_of(doc)
    chosen = choose(text, proposed(doc))
    chosen = sorted([*chosen, *shared(text, proposed(doc, "Title"), chosen)], key=lambda c: (c.start, c.end))
    doc._.mentions = tuple(_mention(text, c) for c in chosen)
    if len(doc):  # extraction makes no tokens where nobody else reads them
        spans = [doc.char_span(c.start, c.end, label=c.type, alignment_mode="expand") for c in chosen]
        doc.spans["kg"] = [span for span in spans if span is not None]
        doc.set_ents([span for span in doc.spans["kg"] if span.label_ not in NOT_ENTITIES])
    return doc
