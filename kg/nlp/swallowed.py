"""Names that swallowed what stands before or behind them: 方致远先后深入|青禾产业园, 云岭大厦|组织召开, 在沪|商会; and persons read out of a place: 秦安|县领导."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.people.characters import words

_THINGS = ("Place", "Project", "Company", "Organization")
_SURE = 0.85  # how sure a person must be elsewhere in the text
_FULL = 0.92  # what is surer is a name, whatever it begins with
_LEAST = 5  # characters of a name that is left: 产业园, 集团公司 are none
_LEADERS = re.compile("[省市县区州旗](?=领导)")
_CONVENES = re.compile("召开|举行|举办|开展|实施")
_AWAY = re.compile("(?<=[在驻来旅])[京沪津渝粤浙苏闽鲁豫鄂湘川黔滇陕晋冀辽吉黑皖赣桂琼甘青宁新蒙藏港澳台深](?:各地)?商会")


def unswallowed(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without those that are no names, and with those cut that are more than one."""
    every = list(candidates)
    people = {text[c.start : c.end] for c in every if c.type == "Person" and c.score >= _SURE and c.end - c.start > 1}
    heads = frozenset(name[:2] for name in people)
    return [cut for c in every for cut in _cut(text, c, people if text[c.start : c.start + 2] in heads else ())]


def _cut(text: str, c: Candidate, people: Iterable[str]) -> Iterator[Candidate]:
    if c.type == "Person" and (level := _LEADERS.match(text, c.end)) and lookup(text[c.start : level.end()]):
        return
    if c.type == "Organization" and (
        (text.endswith("组织", c.start, c.end) and _CONVENES.match(text, c.end)) or _AWAY.fullmatch(text, c.start, c.end)
    ):
        return
    if c.type not in _THINGS or c.score > _FULL:
        yield c
        return
    begins = next((at for name in people if (at := _behind_actor(text, c, name)) is not None), None)
    if begins is None:
        yield c
    elif c.end - begins >= _LEAST:
        yield replace(c, start=begins)


def _behind_actor(text: str, c: Candidate, name: str) -> int | None:
    """Where the name begins behind a person of the article and what he does, if it begins with one."""
    if not text.startswith(name, c.start):
        return None
    at = c.start + len(name)
    while (size := _follows(text, at)) and at + size < c.end:
        at += size
    return at if at > c.start + len(name) else None


def _follows(text: str, at: int) -> int:
    return next((n for n in (4, 3, 2) if text[at : at + n] in words().follow), 0)
