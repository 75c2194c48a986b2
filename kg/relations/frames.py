"""What each clause of a story is part of: a visit and its leads, a meeting and its sides, a named event.

A visit is told over many paragraphs and an event over many sentences; later clauses (市领导一行…, …主持, …参加活动) say only half. A `Frame` is what they lean on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.records import record
from kg.relations.clauses import Clause, clauses
from kg.relations.frame_words import begins_item, cues, escorted_by, is_generic, named_events, only_joins, reported, told_as, welcomes
from kg.relations.officials import official
from kg.relations.scene import Scene
from kg.relations.signs import SIGN, SIGNS

_BARE_DAY = re.compile(r"^---\d\d(?:/---\d\d)?$")
_YEAR = re.compile(r"\d{4}$")
_FIRST = 6  # characters of a clause in which a year is that of what it tells
_DAY = re.compile(r"^(?:\d{4}|-)-\d\d-\d\d")


@record
class Frame:
    """A visit (`heads` are its leads), a meeting (`heads` are the local side) or an event (`event` is the entity)."""

    kind: str  # visit, meeting, event
    paragraph: int
    heads: tuple[str, ...] = ()
    event: str | None = None
    date: str | None = None
    guests: tuple[str, ...] = ()  # the other side of a meeting, as far as it is named
    apart: bool = False  # its leads go each their own way (分组走访): who is named again goes alone


@record
class Step:
    """A clause with the frames it stands in. `actors` are its subjects with 一行 and pronouns resolved.

    What the story only looks back or forward to (此前曾考察…, 将赴…) has frames and a date of its own and leaves those of the story alone.
    """

    clause: Clause
    actors: tuple[str, ...]
    opened: Frame | None  # a frame that this clause itself opens
    visit: Frame | None
    meeting: Frame | None
    event: Frame | None
    date: str | None  # of the day it tells of

    @property
    def lead(self) -> bool:
        """Whether the party of the visit acts here."""
        return self.visit is not None and bool(set(self.actors) & set(self.visit.heads))


def steps(scene: Scene) -> list[Step]:
    """The clauses of an article with their frames, read once and shared.

    A clause that opens a visit makes its subjects the leads, unless they are (some of) the leads already.
    """
    if "steps" not in scene.read:
        scene.read["steps"] = _steps(scene)
    found: list[Step] = scene.read["steps"]
    return found


def _steps(scene: Scene) -> list[Step]:
    visit: Frame | None = None
    meeting: Frame | None = None
    event = _of_headline(scene)
    day: str | None = None
    out: list[Step] = []
    speaker: tuple[str, ...] = ()
    travellers: set[str] = set()
    team: tuple[str, ...] = ()  # who leads the 代表团 of the story
    received: tuple[str, ...] = ()  # those whom somebody met as a party (会见甲、乙一行)
    said: tuple[int, str | None] = (-1, None)  # a sentence, and the last date it says
    told = clauses(scene)
    for at, (clause, after) in enumerate(zip_longest(told, told[1:]), 1):
        if begins_item(clause):
            visit = meeting = event = None
            speaker = team = received = ()
        following = after.words if after is not None and after.sentence is clause.sentence else None
        if said[0] != clause.sentence.start:
            said = (clause.sentence.start, None)
        dated = SIGNS["Date"] in clause.text and not cues()["told_on"].match(clause.text)  # not the day of the report
        for ref in clause.refs if dated else ():
            value = ref.data.get("value") if ref.type == "Date" else None
            of_thing = isinstance(value, str) and _YEAR.match(value) and SIGNS["Date"] not in clause.text[:_FIRST]  # 来到2023年重点企业甲
            if isinstance(value, str) and "Q" not in value and not of_thing and not clause.content:  # 三季度开工项目 is no day
                value = _of_month(value, day)
                said = (said[0], value)
                bare = _BARE_DAY.match(value) and (day is None or _BARE_DAY.match(day))
                day = value if _DAY.match(value) or bare else day
        named = tuple(r.entity for r in clause.people if r.entity)
        actors = tuple(dict.fromkeys(named))
        if led := () if clause.content else _led_team(clause):
            team = led
            travellers.update(team)
        if led and not actors:
            actors = team  # 由甲率领的考察团来我区考察
        elif (
            not actors
            and clause.subjects
            and clause.subjects[0].type == "PublicBody"
            and (clause.party or cues()["body_goes"].search(clause.words))
        ):
            actors = tuple(r.entity for r in clause.subjects if r.type == "PublicBody" and r.entity)
            travellers.update(actors)
        elif not actors and clause.party:
            before = out[-1] if out and out[-1].clause.sentence is clause.sentence and out[-1].clause.party else None
            of_team = before is not None and cues()["team"].match(before.clause.text) is not None
            if before is not None and (before.actors or of_team) and not clause.own and not cues()["stands"].match(clause.text):
                actors = before.actors or team
            else:
                actors = _who(clause, visit, meeting, speaker, team, received)
            if actors in (team, received) and cues()["team"].match(clause.text):
                travellers.update(actors)
        escorted = escorted_by(clause)
        if escorted:
            actors = escorted  # 乙陪同甲考察: 甲 leads
            travellers.update(actors)
        elif named:
            along = cues()["comes_along"].match(clause.words)
            speaker = speaker if along is not None and (speaker or along["only"]) else actors
            if cues()["travels"].search(clause.words):
                travellers.update(actors)
            if cues()["leads_team"].search(clause.words) and not clause.content and not led:
                team = actors
        opened: Frame | None = None
        # of this clause alone; 2021年9月 before it is its date, whatever the day of the story
        sat = meeting
        here, met, date = visit, meeting, day if said[1] is None or _DAY.match(said[1]) else said[1]
        if not clause.content:
            if _opens_visit(scene, clause, following, actors, visit, travellers):
                aside, when = _aside(clause, said[1], day)
                if aside:
                    here, date = Frame("visit", clause.sentence.paragraph, actors, None, when), when
                elif visit is None or not set(actors) <= set(visit.heads) or (visit.apart and len(actors) < len(visit.heads)):
                    so_far = clause.sentence.text[: clause.end - clause.sentence.start]  # 甲、乙分别带队，检查安全生产
                    apart = len(actors) > 1 and (cues()["apart"].search(so_far) is not None or _each_goes(told[at:], actors))
                    opened = visit = here = Frame("visit", clause.sentence.paragraph, actors, None, day, apart=apart)
                else:
                    actors, opened = visit.heads, visit
            elif actors and (
                (cues()["meet"].search(clause.words) and _guests(clause) and not only_joins(clause))
                or cues()["receives_some"].match(clause.words)
                or cues()["meets_some"].search(clause.words)
                or (visit is None and event is None and cues()["sits_with_some"].match(clause.words))
                or (cues()["sees_team"].search(clause.words) and (team or visit is not None))
            ):
                seen = len(clause.refs) - len(SIGN.findall(clause.words))
                guests = tuple(r.entity for r in clause.refs[seen:] if r.type == "Person" and r.entity)
                if not guests and cues()["sees_team"].search(clause.words):
                    guests = tuple(g for g in team or (visit.heads if visit is not None else ()) if g not in actors)
                if cues()["as_party"].search(clause.words):
                    received = guests[:2]
                aside, when = _aside(clause, said[1], day)
                if aside:
                    met, date = Frame("meeting", clause.sentence.paragraph, actors, None, when, guests), when
                else:
                    opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day, guests)
            elif visit is not None and actors and not set(actors) & set(visit.heads) and cues()["receives"].search(clause.words):
                opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day, visit.heads)
            elif actors and cues()["petitions"].search(clause.words) and not cues()["comes_along"].match(clause.words):
                opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day)
            if met is sat or not cues()["come_for"].search(clause.text):  # 会见来参加某论坛的甲: they sit together, not at the forum
                event, opened_event = _event(scene, clause, event, day)
                opened = opened or opened_event
        elif reported(clause):
            event, _ = _event(scene, clause, event, day)
        out.append(Step(clause, actors, opened, here, met, event, date))
    return out


def _each_goes(later: Sequence[Clause], heads: tuple[str, ...]) -> bool:
    """Whether two of those who lead come to some stop alone: 甲来到A公司。…乙走访了B学校。"""
    alone: set[str | None] = set()
    for clause in later:
        if begins_item(clause):
            break
        one = clause.own and not clause.content and len(clause.people) == 1 and clause.people[0].entity in heads
        if one and cues()["sets_off"].match(clause.words):
            alone.add(clause.people[0].entity)
    return len(alone) > 1


def _of_headline(scene: Scene) -> Frame | None:
    """The event that only the headline names: 某县召开工业大会, over 县长甲主持会议."""
    over = next((e for e in scene.entities.values() if e.type == "Event" and not e.mentions and e.data.get("masthead")), None)
    return Frame("event", 0, (), over.id) if over is not None else None


def _led_team(clause: Clause) -> tuple[str, ...]:
    """Who leads the party that a clause names: 由甲率领的代表团, 代表团由甲率领."""
    led = cues()["led_team"].search(clause.text)
    if led is None or not (cues()["team"].match(clause.text[: led.start()]) or cues()["its_team"].match(clause.text[led.end() :])):
        return ()
    return tuple(r.entity for r in clause.refs_in(*led.span("who")) if r.type == "Person" and r.entity)


def _of_month(value: str, day: str | None) -> str:
    """15日 of a story that has named its month.

    >>> _of_month("---28/---29", "--11-27")
    '--11-28/--11-29'
    >>> _of_month("---28", "--11-28/--12-02"), _of_month("---01", "--11-28/--12-02"), _of_month("---16", None)
    ('--11-28', '--12-01', '---16')
    """
    if day is None or not _BARE_DAY.match(value):
        return value
    first, last = day.split("/", 1)[0], day.rsplit("/", 1)[-1]
    return "/".join((first if bare[-2:] >= first[-2:] else last)[:-2] + bare[-2:] for bare in value.split("/"))


def _aside(clause: Clause, said: str | None, day: str | None) -> tuple[bool, str | None]:
    """Whether a clause looks back or forward from the story, and its own date: 此前曾…, 去年…, 将于…."""
    verb = cues()["visit"].search(clause.words) or cues()["go"].search(clause.words) or cues()["meet"].search(clause.words)
    if verb is None:
        return False, None
    before = clause.text[: len(clause.text) - len(clause.words) + verb.start()]
    if any(ref.type == "Date" for ref in clause.refs) and SIGNS["Date"] not in before:
        said = None  # 会见2022年度奖获得者: no day of the meeting
    if cues()["background"].search(before.rsplit("，", 1)[-1]) or told_as(clause.words, verb.start()) != "asserted":
        return True, said
    return (said is not None and day is not None and not _DAY.match(said) and not _BARE_DAY.match(said)), said


def _who(
    clause: Clause, visit: Frame | None, meeting: Frame | None, speaker: tuple[str, ...], team: tuple[str, ...], received: tuple[str, ...]
) -> tuple[str, ...]:
    """Whom 一行, 代表团 or a pronoun stands for; a 代表团 that somebody received is that of the guests, whoever else goes about."""
    if cues()["team"].match(clause.text):
        if team:
            return team
        if visit is None and (received or clause.text.startswith(SIGNS["Place"])):
            return received if len(received) == 1 or not clause.text.startswith(SIGNS["Place"]) else ()
        if visit is None and cues()["guests"].match(clause.text):
            return ()  # 甲参加了活动, 甲会见考察团。考察团一行参观: not he
    if visit is not None:
        return speaker if visit.apart and speaker and set(speaker) <= set(visit.heads) else visit.heads
    return meeting.heads if meeting is not None else speaker


def _opens_visit(
    scene: Scene, clause: Clause, following: str | None, actors: tuple[str, ...], visit: Frame | None, travellers: set[str]
) -> bool:
    if not actors or not (cues()["visit"].search(clause.words) or cues()["go"].search(clause.words)):
        return False
    if (cues()["joins"].search(clause.words) and not escorted_by(clause)) or cues()["visit_boilerplate"].search(clause.words):
        return False
    if cues()["sees_team"].search(clause.words) or welcomes(clause):  # 看望了调研组一行: who receives a party goes nowhere
        return False
    if cues()["errand"].search(clause.words) or (
        clause.words[-1:] == SIGNS["Place"] and following is not None and cues()["post"].match(following)
    ):
        return False
    if visit is not None and set(actors) & set(visit.heads):
        return True
    return set(actors) <= travellers or _heads_go(clause) or all(official(scene, a) for a in actors)


def _heads_go(clause: Clause) -> bool:
    """Whether somebody with a post goes to a house to look at it: 甲集团董事长乙赴丙公司检查."""
    return (
        clause.own
        and cues()["has_post"].search(clause.text[: len(clause.text) - len(clause.words)]) is not None
        and cues()["heads_go"].match(clause.words) is not None
    )


def _guests(clause: Clause) -> bool:
    return any(c in clause.words for c in (SIGNS["Person"], SIGNS["Company"], SIGNS["Organization"]))


def _event(scene: Scene, clause: Clause, event: Frame | None, day: str | None) -> tuple[Frame | None, Frame | None]:
    """The event that holds after this clause, and the frame if the clause opens one. A part (开幕式) does not push out the named event it is part of.

    甲届会议举行第二次全体会议 is about the second, unless the headline only names the first.
    """
    named = [ref for _, ref in named_events(clause)]
    if len(named) > 1 and (session := cues()["session"].search(clause.text)) is not None:
        whole, part = (clause.ref_at(session.start(name)) for name in ("whole", "part"))
        title = scene.article.title
        named = [whole if whole.text in title and part.text not in title else part]
    for ref in named:
        if ref.entity is None:
            continue
        if event is not None and event.event == ref.entity:
            if cues()["hold"].search(clause.text) and day is not None:
                event = replace(event, date=day)
            return event, event
        brings = cues()["brings_event"].search(clause.text) or (
            clause.text == SIGNS["Event"] and cues()["held_behind"].match(clause.sentence.text, clause.end - clause.sentence.start)
        )
        if (event is not None and is_generic(scene, ref.entity)) or not brings:
            return event, None
        frame = Frame("event", clause.sentence.paragraph, (), ref.entity, day)
        return frame, frame
    if event is not None and event.paragraph != clause.sentence.paragraph and cues()["unnamed"].search(clause.words):
        return None, None
    return event, None
