"""Named meetings, forums, fairs and ceremonies."""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word
from kg.nlp.works.reach import Reach, generic, reach, tail_matcher

LONGEST = 42
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百零〇0-9]+[届次期回轮]|首届|[0-9]{4}年?|[一二三四五六七八九十]+届)")
_ORDINAL_BEFORE = re.compile(r"(?:第[一二三四五六七八九十百0-9]+届|首届|[0-9]{4}年?)$")
_SCOPE = re.compile(r"^(?:全[国省市区县州]|中央|国务院|[省市区县州](?!民|场|内)|党的)")
_ACTS = ("集中签约", "集中开工", "路演", "展")  # acts as well as names
_GOES_ON = re.compile(r"[\u4e00-\u9fff]|[，,]总投资")
_BODY_MEETING = re.compile(
    r"(?:[一-龥]{0,14}?(?:人大|人大常委会|政协|政协常委会|政府|常委会|党组|深改委|人民代表大会)[一-龥]{0,6}第[一二三四五六七八九十百0-9]+次(?:[一-龥]{0,4})会议)"
)
_PLENUM = re.compile(r"(?:党的|中共)?(?:十[一-龥]|二十)届[一二三四五六七]中全会")
_TRIM = re.compile(
    r"^(?:年|月|日|以来|[0-9]+日|上|中|下|也|又|还|再|要|会|能|可|已|都|并|共|同|本次|一年一度|每|各类|各种|一系列|系列|多场|数场|[一二三两四五0-9]+场|场)+"
)


def _named(head: str, name: str, places: bool) -> float:
    """How much of a name the words before the kind of meeting are."""
    if name in generic("event_generic.txt") or len(head) < 2:
        return 0.0
    score = 0.4 + 0.02 * min(len(head), 12)
    if _ORDINAL.search(head):
        score += 0.3
    if _SCOPE.match(name) or places:
        score += 0.2
    if "“" in name or "·" in name:
        score += 0.2
    return min(score, 0.92)


def find_events(text: str, places: dict[int, int]) -> Iterator[Candidate]:
    """All proposals for meetings with a name."""
    bounds: Reach = reach(text, "event_starts.txt")
    matcher, words = tail_matcher("event_tails.txt")
    for word, tail, end in matcher.find_matches_as_indexes(text):
        start = bounds.start(tail, LONGEST)
        trimmed = _TRIM.match(text, start, tail)
        start = trimmed.end() if trimmed else start
        start = _balanced(text, start, end)
        if text[start : start + 1] == "“" and (ordinal := _ORDINAL_BEFORE.search(text, max(start - 8, 0), start)):
            start = ordinal.start()
        if start >= tail or (words[word] in _ACTS and _GOES_ON.match(text, end)):
            continue
        head = text[start:tail]
        at_place = any(start <= p < tail for p in range(start, tail) if p in places)
        score = _named(head, text[start:end], at_place)
        if score:
            yield Candidate(start, end, "Event", "works:event", round(score, 3))
    for match in _PLENUM.finditer(text):
        yield Candidate(match.start(), match.end(), "Event", "works:plenum", 0.95)
    known, _ = tail_matcher("event_known.txt")
    for _, start, end in known.find_matches_as_indexes(text):
        if not cuts_word(text, start, end):
            yield Candidate(start, end, "Event", "works:event-known", 0.75)
    for match in _BODY_MEETING.finditer(text):
        start = bounds.start(match.end() - 6, LONGEST)
        if start <= match.start() + 14 and start < match.end() - 6:
            yield Candidate(start, match.end(), "Event", "works:session", 0.9)


def _balanced(text: str, start: int, end: int) -> int:
    """Behind a bracket that closes inside the span without having been opened in it."""
    for opener, closer in (("（", "）"), ("“", "”")):
        close = text.find(closer, start, end)
        if close >= 0 and text.find(opener, start, close) < 0:
            start = close + 1
    return start
