"""Posts: heads of the lexicon with the words that may stand before them (常务副|市长, 原|副局长), and posts that are held as one (董事长兼总经理).

A title covers neither the body (市委|书记) nor the name. Everyday words (代表, 负责人) are proposed with a score below the rest.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import Candidate, propose, text_of
from kg.nlp.long_places import long_place
from kg.nlp.people.characters import likeness, surnames, words
from kg.nlp.people.foreign import by_sound
from kg.nlp.title_words import title_words
from kg.nlp.words import is_word
from kg.records import record
from kg.text import HAN

SURE, WEAK = 0.9, 0.7
SHARED = "titles:shared"
_LIKENESS = {"江": 0.85, "远": 0.6}  # how much what begins with it behind 长 must be like a name
_FOREIGN = "达"  # what begins with it behind 长 may be a name written by its sounds
_ABROAD = ("总理兼", "首相兼", "总统兼")  # 甲国副总理兼财政部长: of a country that does not stand before the body
_ENDS = re.compile(rf"(?:一职|职务|的|等)|[^{HAN}”]|$")  # what a post stands before, other than a name


@record
class TitleSpan:
    """A post in a text. `weak` ones are everyday words that need a body or a name beside them."""

    start: int
    end: int
    weak: bool


@cache
def _modifiers() -> list[tuple[int, frozenset[str]]]:
    """What may stand before a head, by length, longest first."""
    before = sorted(title_words()["before"], key=len, reverse=True)
    return [(size, frozenset(words)) for size, words in groupby(before, key=len)]


@cache
def _heads() -> tuple[AhoCorasick, list[tuple[str, str]]]:
    kinds = [(word, kind) for kind in ("guards", "heads", "weak", "leaders") for word in title_words()[kind]]
    seen: dict[str, str] = {}
    for word, kind in kinds:
        seen.setdefault(word, kind)
    words = sorted(seen.items())
    return AhoCorasick([w for w, _ in words], matchkind=MatchKind.LeftmostLongest), words


def titles(text: str) -> list[TitleSpan]:
    """All posts of a text, from the left, without overlaps.

    >>> [("市委常委、常务副市长甲，某厂董事长兼总经理乙"[t.start:t.end]) for t in titles("市委常委、常务副市长甲，某厂董事长兼总经理乙")]
    ['常委', '常务副市长', '董事长兼总经理']
    """
    found: list[TitleSpan] = []
    for span in _single(text):
        last = found[-1] if found else None
        if last is not None and (span.start < last.end or (span.start == last.end and text[span.start] in surnames())):
            continue  # 副秘书长关长吉: a surname, not the head of a customs house
        if last is not None and text[last.end : span.start].strip() in title_words()["joins"]:
            found[-1] = TitleSpan(last.start, span.end, last.weak and span.weak)
        else:
            found.append(span)
    return found


def _single(text: str) -> Iterator[TitleSpan]:
    matcher, words = _heads()
    done = 0
    for i, start, end in matcher.find_matches_as_indexes(text):
        word, kind = words[i]
        if kind == "guards" or (word.endswith("长") and _takes_long(text, end)):
            done = end
            continue
        if word.endswith("长") and long_place(text, end - 1):  # 西安市|长安区
            done = end
            continue
        if word.isascii() and (
            (text[start - 1 : start].isascii() and text[start - 1 : start].isalpha())
            or (text[end : end + 1].isascii() and text[end : end + 1].isalpha())
        ):
            continue
        begin = start if kind == "leaders" else _extended(text, start, done)
        for tail in title_words()["after"]:
            if text.startswith(tail, end):
                end += len(tail)
                break
        yield TitleSpan(begin, end, kind == "weak")
        done = end


def _takes_long(text: str, end: int) -> bool:
    """Whether what stands behind a head in 长 takes the 长 away: 局|长期, not 任局长|期间, not a name."""
    return text.startswith(title_words()["long_next"], end) and not text.startswith("期间", end) and not _names_follow(text, end)


def _names_follow(text: str, end: int) -> bool:
    """Whether 江, 远 or 达 behind 局长 begins a name: what comes behind it is like one and a mark or a word that follows names comes then."""
    if text.startswith(_FOREIGN, end):
        sound = by_sound(text, end)
        return sound is not None and sound - end >= 3 and not is_word(text[end : end + 2])  # 部长达尔马宁, not 部长达成
    return text[end : end + 1] in tuple(_LIKENESS) and any(
        likeness(text[end : end + n]) >= _LIKENESS[text[end]]
        and (
            not "\u4e00" <= text[end + n : end + n + 1] <= "\u9fff" or any(text[end + n : end + n + k] in words().follow for k in (1, 2, 3))
        )
        for n in (2, 3)
    )


def _extended(text: str, start: int, floor: int) -> int:
    while True:
        size = next((n for n, words in _modifiers() if start - n >= floor and text[start - n : start] in words), 0)
        if not size or _cuts(text, start - size):
            return start
        start -= size


def _cuts(text: str, at: int) -> bool:
    return any(n <= at and text.startswith(words, at - n) for n, words in _cut_behind())


@cache
def _cut_behind() -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Words that no modifier may cut (前 of 以前), by how many of their characters stand before it."""
    words = title_words()["cut"]
    return tuple((n, tuple(word for word in words if len(word) > n)) for n in range(1, max(map(len, words))))


def _inner(text: str, span: TitleSpan) -> Iterator[int]:
    """Where the title begins without a word that may be a body of its own: 书记 of 镇党委书记."""
    bodies, left, seen = title_words()["bodies"], [span.start], {span.start}
    while left:
        at = left.pop()
        for end in (at + len(word) for word in bodies if text.startswith(word, at)):
            if end < span.end and end not in seen:
                seen.add(end)
                left.append(end)
                yield end


def shared(text: str, proposed: Iterable[Candidate], chosen: Iterable[Candidate]) -> Iterator[Candidate]:
    """What is left of a post whose first character ends the name of its body: 长 of 民政局长, where a name or the end of the words comes next.

    Args:
        text: the article.
        proposed: titles as they were found.
        chosen: the names and titles that stand.
    """
    kept = list(chosen)
    bodies = {c.end for c in kept if c.type in ("PublicBody", "Organization") and not text.endswith(_ABROAD, 0, c.start)}
    taken = {c.start for c in kept}
    names = {c.start for c in kept if c.type == "Person"}
    for c in proposed:
        at = c.start + 1
        if at in bodies and c.end > at and text[at] == "长" and at not in taken and (c.end in names or _ENDS.match(text, c.end)):
            taken.add(at)
            yield Candidate(at, c.end, "Title", SHARED, c.score)


@Language.component("kg_titles")
def kg_titles(doc: Doc) -> Doc:
    """Propose the titles of the text."""
    text = text_of(doc)
    for t in titles(text):
        score = WEAK if t.weak else SURE
        propose(doc, [Candidate(t.start, t.end, "Title", "titles:lexicon", score)])
        propose(doc, (Candidate(at, t.end, "Title", "titles:head", score) for at in _inner(text, t)))
    return doc
