"""Where people worked, where no post is told: 甲曾在乙局工作, 甲进入丙公司从事研究; and the lines of a career that name but a house (1988—1990 丁厂职工)."""

import re
from collections.abc import Iterator
from functools import cache

from kg.relations.holders import last_people
from kg.relations.resumes import Entry, entries
from kg.relations.roles import Line
from kg.relations.scene import Ref
from kg.relations.signs import SIGNS, alternatives, pattern, words
from kg.types import Status

_STUDIES = ("专业", "班", "系")  # how the line of a career ends that tells of a student
_HOUSES = "".join(SIGNS[kind] for kind in ("PublicBody", "Company", "Organization"))


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    data = words("holds_position")
    part = rf"(?:[\u4e00-\u9fff]{{0,8}}{alternatives(data['parts'] + data['offices'])})?"
    houses = rf"(?P<where>[{_HOUSES}](?:(?:[、和与及]|以及)[{_HOUSES}])*)(?:等[^，；。{SIGNS['Person']}]{{0,8}})?{part}"
    return {
        "in": pattern(rf"在原?{houses}(?:{alternatives(data['labours'])})(?!{alternatives(data['no_labours'])})"),
        "into": pattern(
            rf"{alternatives(data['goes_to'])}了?{houses}{alternatives(data['labours'] + data['begins_as'])}(?!{alternatives(data['no_labours'])})"
        ),
        "line": pattern(rf"(?:在|到|任|调任|调|进入|赴)?(?P<where>[{_HOUSES}](?:[、和][{_HOUSES}])*)(?P<what>[^，；。、（(]*)"),
        "over": re.compile(alternatives([*data["worked"], "长期", "当时", "原来", "后来"])),
        "may_go": re.compile(alternatives(data["may_go"])),
        "wants": re.compile(alternatives(data["may_want"])),
        "title": re.compile(rf"[\u4e00-\u9fff]{{0,4}}{alternatives(data['career_titles'])}"),
        "learns": re.compile(alternatives(data["learns"])),
    }


def worked(own: Line, topic: tuple[Ref, ...]) -> Iterator[tuple[Ref, Ref, Status]]:
    """Who of a sentence works or worked in which house. A clause without a name goes on with the one that the paragraph told of."""
    for name in ("in", "into"):
        for m in _signs()[name].finditer(own.text):
            clause = re.split("[；。]", own.text[: m.start()])[-1]
            behind = own.text.startswith("的", m.end())
            people: tuple[Ref, ...] = () if behind else last_people(own, m.start()) or topic
            over = _signs()["over"].search(clause + m[0]) is not None or own.text[m.end() : m.end() + 1] in ("过", "了")
            if _signs()["wants"].search(clause) or (_signs()["may_go"].match(m[0]) and not over and "了" not in m[0]):
                continue  # 他想去甲公司工作
            for person in people:
                for at in range(m.start("where"), m.end("where")):
                    if at in own.refs:
                        yield person, own.refs[at], "former" if over or name == "into" else "asserted"


def in_career(own: Line) -> Iterator[tuple[Entry, Ref, str]]:
    """The houses that lines of a career begin with, but for those that somebody learned at, and what is left of the line if it can be a title (教员)."""
    for entry in entries(own):
        m = _signs()["line"].match(own.text, entry.start, entry.end)
        if m is not None and not _signs()["learns"].search(m["what"]) and not m["what"].endswith(_STUDIES):
            title = m["what"] if _signs()["title"].fullmatch(m["what"]) else ""
            yield from ((entry, own.refs[at], title) for at in range(m.start("where"), m.end("where")) if at in own.refs)
