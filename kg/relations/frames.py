"""What each clause of a story is part of: a visit and its leads, a meeting and its sides, a named event.

A visit is told over many paragraphs and an event over many sentences; later clauses (市领导一行…, …主持, …参加活动) say only half. A `Frame` is what they lean on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from kg.records import record
from kg.relations.clauses import SIGN, SIGNS, Clause, alternatives, clauses, pattern, words
from kg.relations.modality import without_rank
from kg.relations.officials import official
from kg.relations.scene import Ref, Scene
from kg.types import Status

_BULLET = re.compile(r"\s*[●▲]")  # ■ and ◆ mark parts of one story
_BARE_DAY = re.compile(r"^---\d\d(?:/---\d\d)?$")
_ALONG = ("陪同", "随同")
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


def looks_back(clause: Clause) -> bool:
    """Whether a clause tells of what was before: 此前曾…."""
    return _cues()["background"].search(clause.text) is not None


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("narrative")
    gathering = alternatives(data["gathering"])
    looks = alternatives(data["looks_at_house"])
    return {
        "visit": re.compile(alternatives(data["visit_words"]) + f"(?![的团组]|{alternatives(data['not_visit'])})"),
        "go": pattern(
            r"在<Company Project>[^，\ue000-\ue00a]{0,8}(?:主持|组织)?召开|(?:赴|前往|抵达|奔赴|到访|深入|率.*在|(?:率|带队|带领).*到)<Place Company Organization Project>|(?<![看得谈提听收受])到<Company Organization Project>"
            r"|(?<![看得谈提听收受])到<Place>{1,2}(?:开展|现场|实地|专题|检查|督导|指导|宣讲|接访|下访|调度|办公)"
        ),
        "comes_along": re.compile(r"^[^，]{0,24}?(?:(?P<only>陪同|随同)|参加|参与)"),
        "along": re.compile(rf"^[^，]{{0,24}}?(?:{'|'.join(_ALONG)})(?!下)"),
        "joins": re.compile(rf"(?:参加|陪同(?!下)|参与|随同|一同|一起|一道)了?(?:$|[^，]{{0,4}}{alternatives(data['visit_words'])})"),
        "escorts": pattern(
            r"^(?:等)?(?:[^，\ue000-\ue00a]{0,6})(?:陪同|随同|跟随|随)(?P<who>(?:<PublicBody Company Organization Place Title>|[、和及兼\s]|等|以及)*<Person>[^，]*?)(?:一行|等|先后|实地|$|(?=[到赴在来走考调视察参检]))"
        ),
        "apart": re.compile("分组|分头|分路|分批|(?<!区)分别(?:带队|率队|率|走访|到|赴|前往|深入|来到|调研|慰问|看望)"),
        "sets_off": pattern(
            rf"^(?:<Title>)?(?:一行)?(?:{alternatives(data['goes_how'])}|首先|则)*{alternatives(data['goes_to_look'])}了?(?:<Date>|[^，\ue000-\ue00a]){{0,10}}?<Company Organization Project Place>"
        ),
        "travels": pattern(rf"^{alternatives(data['courtesies'])}?(?:<Title Organization>*一行|[率携偕])|带队|带领"),
        "team": re.compile(rf"^[^，\ue000]{{0,8}}?{alternatives(data['teams'])}"),
        "stands": re.compile(rf"^[^，\ue000]{{0,8}}?{alternatives([*data['party'], *data['teams'], *data['pronouns']])}"),
        "leads_team": pattern(
            rf"(?<!<Person>)(?:率领?|带领|组织)(?:[^，\ue000]{{0,16}})?{alternatives(data['teams'])}|^(?:任|担任)?{alternatives(data['teams'])}(?:的)?团长|为团长的?"
        ),
        "led_team": pattern(r"由(?P<who>[^，]*?<Person>)(?:率领|带领|带队|率队|担任团长|任团长)"),
        "its_team": re.compile(rf"[^，\ue000]{{0,16}}?{alternatives(data['teams'])}"),
        "receives": re.compile(rf"{alternatives(words('met_with')['warmly'])}接待"),
        "sees_team": re.compile(rf"{alternatives(data['meet_words'])}了?[^，\ue000]{{0,10}}?{alternatives(data['teams'])}"),
        "guests": re.compile(r"[^，\ue000]{0,12}?(?:考察|代表|参访|访问|参观)团"),
        "welcomes": re.compile("[对向][^，。]*表示[^，。]{0,8}欢迎"),
        "visit_boilerplate": re.compile(alternatives(data["visit_boilerplate"])),
        "errand": pattern(rf"(?:赴|到|前往|抵达)<Place>[^，]{{0,4}}，?(?:{alternatives(data['errand'])}|任<PublicBody Title Place>)"),
        "body_goes": pattern(
            rf"{alternatives(data['body_goes'])}(?:了)?<Company Organization Project>"
            rf"|^(?:{alternatives(data['staff'])})?{alternatives(data['goes_how'])}*到<Company Organization Project>"
            rf"|^{alternatives(data['sent'])}?(?:<Title>|{alternatives(data['in_charge'])})(?:同志)?{alternatives(data['sets_out'])}"
            rf"|^对<Company Organization Project>[^，]{{0,8}}?(?:进行|开展)了?[^，\ue000-\ue00a]{{0,6}}?(?:走访|调研|考察|慰问)"
            rf"|^组织[^，]{{0,12}}?(?:{alternatives(data['lawmakers'])}|<Title>)[^，]{{0,30}}?{alternatives(data['visit_words'])}"
        ),
        "has_post": pattern("<Title>(?:<Person>[、和]?)+$"),
        "heads_go": pattern(
            rf"(?:{alternatives(data['goes_as'])}|<Date>|，)*(?:{alternatives(data['goes_to_look'])}了?[^，。]{{0,24}}?<Company Organization>[^，]*?{looks}(?!团)"
            rf"|{looks}了?(?:位于<Place>的)?<Company Organization>)"
        ),
        "meet": re.compile(f"(?<!参加){alternatives(data['meet_words'])}(?!会)"),
        "receives_some": re.compile(
            rf"^[^，]{{0,24}}?(?<!参加)(?<!陪同)(?<!出席){alternatives(data['receive_words'])}了?[^，\ue000的时后前中]{{4,}}"
        ),
        "meets_some": pattern(
            rf"{alternatives(data['receive_words'])}了?(?:与会|{alternatives(data['come_to'])}了?<Event>的)[^，\ue000]{{0,10}}?(?:{alternatives(data['met_groups'])}|<Title>)(?!们?的)"
            rf"|[同与和](?:{alternatives(data['come_to'])}了?)?<Event>的?[^，\ue000]{{0,12}}?(?:{alternatives(data['met_groups'])}|<Title>)们?(?:进行|举行)?了?{alternatives(data['sits_with'])}(?![会时])"
        ),
        "sits_with_some": re.compile(
            rf"^[^，\ue000]{{0,24}}?[同与和][^，\ue000]{{0,40}}?{alternatives(data['met_groups'])}[^，\ue000]{{0,4}}?座谈"
        ),
        "hold": re.compile(alternatives(data["hold_words"])),
        "unnamed": pattern(rf"(?:召开|举行|举办)(?:了)?(?!{alternatives(words('attended')['pointers'])})[^，\ue007]{{0,12}}{gathering}$"),
        "body_of": re.compile(alternatives(data["bodies_of_meetings"])),
        "before": re.compile(alternatives(data["boilerplate_before"])),
        "after": re.compile(rf"^[^，]{{0,2}}{alternatives(data['boilerplate_after'])}|^”?前(?![往来去期夕])"),
        "planned": re.compile(rf"{alternatives(data['planned'])}[^，、的]{{0,10}}$"),
        "denied": re.compile(rf"{alternatives(data['denied'])}[^，、的]{{0,6}}$"),
        "background": re.compile(alternatives(data["background"])),
        "come_for": pattern(rf"{alternatives(data['comes_for'])}了?(?:<Place>)?<Event>\w{{0,4}}的"),
        "brings_event": pattern(rf"<Event>(?:上|中|现场|期间|的)|{alternatives(data['brings_event'])}"),
        "session": pattern(rf"(?P<whole><Event>)[^，\ue007]{{0,24}}?{alternatives(data['holds_session'])}(?P<part><Event>)"),
        "held_behind": re.compile("，[^，]{0,30}(?:召开|举行|举办|开幕|进行(?=[，。；]))"),
        "as_party": pattern(rf"(?:会见|接见|会晤)[^，]*(?:<Person>(?:等)?一行|{alternatives(data['teams'])})"),
        "petitions": re.compile("接待(?:了)?(?:来访|信访)|(?<!一同)(?<!一起)(?<!参加)接访"),
        "reported": re.compile("^[^，。]{0,12}记者[^，。]{0,44}(?:获悉|了解到)"),
        "told_on": pattern(r"^据[^，]*<Date>(?:披露|报道|消息|透露|公布|发布)"),
        "post": re.compile(f"^(?:[出担就]任|任|{alternatives(data['errand'])})"),
        "generic": re.compile(alternatives(data["generic_events"]) + "$"),
    }


def escorted_by(clause: Clause) -> tuple[str, ...]:
    """Whom the subjects of a clause accompany: 乙陪同甲一行考察."""
    found = _cues()["escorts"].match(clause.words) if clause.people else None
    if found is None:
        return ()
    return tuple(
        ref.entity
        for m in SIGN.finditer(clause.words, found.start("who"), found.end("who"))
        if (ref := clause.ref(m.start())).type == "Person" and ref.entity
    )


def only_joins(clause: Clause) -> bool:
    """Whether its people come along with others: 甲、乙陪同调研; not 甲在乙陪同下调研."""
    return _cues()["along"].match(clause.words) is not None


def joins_at(clause: Clause) -> int:
    """Where it says in the text of the article that its people come along; what stands behind is where they all go: 甲陪同乙|参观丙."""
    text = clause.sentence.text[clause.start - clause.sentence.start : clause.end - clause.sentence.start]
    return clause.start + min((at for word in _ALONG if (at := text.find(word)) >= 0), default=len(text))


def welcomes(clause: Clause) -> bool:
    """Whether it is others who have come: 甲对乙一行表示欢迎."""
    return _cues()["welcomes"].search(clause.words) is not None


def told_as(text: str, verb: int) -> Status:
    """How the verb at `verb` of masked words is told: as done, to come, or not come about.

    >>> told_as("将于下月赴外地考察", 5), told_as("赴外地考察", 0), told_as("上将今天会见", 4)
    ('planned', 'asserted', 'asserted')
    """
    if _cues()["denied"].search(text, 0, verb):
        return "denied"
    return "planned" if _cues()["planned"].search(without_rank(text[:verb], leads=True)) else "asserted"


def reported(clause: Clause) -> bool:
    """Whether a clause is what the reporter has learnt (记者从组委会获悉，…): the story itself, though it is told as speech."""
    return clause.content and _cues()["reported"].match(clause.sentence.text.lstrip()) is not None


def named_events(clause: Clause) -> list[tuple[int, Ref]]:
    """The events of a clause with their place in its masked text, without those that only boilerplate names (学习贯彻…会议精神)."""
    out: list[tuple[int, Ref]] = []
    if SIGNS["Event"] not in clause.text:
        return out
    for i, ref in _placed(clause):
        if (
            ref.type == "Event"
            and not _cues()["before"].search(clause.text[:i][-14:])
            and not _cues()["after"].search(clause.text[i + 1 :])
            and not _cues()["body_of"].match(clause.text, i + 1)  # 某县第十六届人民代表大会|常务委员会 is a body
        ):
            out.append((i, ref))
    return out


def _placed(clause: Clause) -> Iterator[tuple[int, Ref]]:
    yield from zip((m.start() for m in SIGN.finditer(clause.text)), clause.refs, strict=True)


def is_generic(scene: Scene, event: str) -> bool:
    """Whether an event is only a part or kind (签约仪式, 开幕式) and may stand beside a named one."""
    entity = scene.entities[event]
    return bool(_cues()["generic"].fullmatch(entity.name)) or len(entity.name) <= 4


def begins_item(clause: Clause) -> bool:
    """Whether a clause begins an item of a digest (●6月3日，甲到乙公司调研。), which tells a story of its own."""
    return clause.first and clause.start == clause.sentence.start and _BULLET.match(clause.sentence.text) is not None


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
        dated = SIGNS["Date"] in clause.text and not _cues()["told_on"].match(clause.text)  # not the day of the report
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
            and (clause.party or _cues()["body_goes"].search(clause.words))
        ):
            actors = tuple(r.entity for r in clause.subjects if r.type == "PublicBody" and r.entity)
            travellers.update(actors)
        elif not actors and clause.party:
            before = out[-1] if out and out[-1].clause.sentence is clause.sentence and out[-1].clause.party else None
            of_team = before is not None and _cues()["team"].match(before.clause.text) is not None
            if before is not None and (before.actors or of_team) and not clause.own and not _cues()["stands"].match(clause.text):
                actors = before.actors or team
            else:
                actors = _who(clause, visit, meeting, speaker, team, received)
            if actors in (team, received) and _cues()["team"].match(clause.text):
                travellers.update(actors)
        escorted = escorted_by(clause)
        if escorted:
            actors = escorted  # 乙陪同甲考察: 甲 leads
            travellers.update(actors)
        elif named:
            along = _cues()["comes_along"].match(clause.words)
            speaker = speaker if along is not None and (speaker or along["only"]) else actors
            if _cues()["travels"].search(clause.words):
                travellers.update(actors)
            if _cues()["leads_team"].search(clause.words) and not clause.content and not led:
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
                    apart = len(actors) > 1 and (_cues()["apart"].search(so_far) is not None or _each_goes(told[at:], actors))
                    opened = visit = here = Frame("visit", clause.sentence.paragraph, actors, None, day, apart=apart)
                else:
                    actors, opened = visit.heads, visit
            elif actors and (
                (_cues()["meet"].search(clause.words) and _guests(clause) and not only_joins(clause))
                or _cues()["receives_some"].match(clause.words)
                or _cues()["meets_some"].search(clause.words)
                or (visit is None and event is None and _cues()["sits_with_some"].match(clause.words))
                or (_cues()["sees_team"].search(clause.words) and (team or visit is not None))
            ):
                seen = len(clause.refs) - len(SIGN.findall(clause.words))
                guests = tuple(r.entity for r in clause.refs[seen:] if r.type == "Person" and r.entity)
                if not guests and _cues()["sees_team"].search(clause.words):
                    guests = tuple(g for g in team or (visit.heads if visit is not None else ()) if g not in actors)
                if _cues()["as_party"].search(clause.words):
                    received = guests[:2]
                aside, when = _aside(clause, said[1], day)
                if aside:
                    met, date = Frame("meeting", clause.sentence.paragraph, actors, None, when, guests), when
                else:
                    opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day, guests)
            elif visit is not None and actors and not set(actors) & set(visit.heads) and _cues()["receives"].search(clause.words):
                opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day, visit.heads)
            elif actors and _cues()["petitions"].search(clause.words) and not _cues()["comes_along"].match(clause.words):
                opened = meeting = met = Frame("meeting", clause.sentence.paragraph, actors, None, day)
            if met is sat or not _cues()["come_for"].search(clause.text):  # 会见来参加某论坛的甲: they sit together, not at the forum
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
        if one and _cues()["sets_off"].match(clause.words):
            alone.add(clause.people[0].entity)
    return len(alone) > 1


def _of_headline(scene: Scene) -> Frame | None:
    """The event that only the headline names: 某县召开工业大会, over 县长甲主持会议."""
    over = next((e for e in scene.entities.values() if e.type == "Event" and not e.mentions and e.data.get("masthead")), None)
    return Frame("event", 0, (), over.id) if over is not None else None


def _led_team(clause: Clause) -> tuple[str, ...]:
    """Who leads the party that a clause names: 由甲率领的代表团, 代表团由甲率领."""
    led = _cues()["led_team"].search(clause.text)
    if led is None or not (_cues()["team"].match(clause.text[: led.start()]) or _cues()["its_team"].match(clause.text[led.end() :])):
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
    verb = _cues()["visit"].search(clause.words) or _cues()["go"].search(clause.words) or _cues()["meet"].search(clause.words)
    if verb is None:
        return False, None
    before = clause.text[: len(clause.text) - len(clause.words) + verb.start()]
    if any(ref.type == "Date" for ref in clause.refs) and SIGNS["Date"] not in before:
        said = None  # 会见2022年度奖获得者: no day of the meeting
    if _cues()["background"].search(before.rsplit("，", 1)[-1]) or told_as(clause.words, verb.start()) != "asserted":
        return True, said
    return (said is not None and day is not None and not _DAY.match(said) and not _BARE_DAY.match(said)), said


def _who(
    clause: Clause, visit: Frame | None, meeting: Frame | None, speaker: tuple[str, ...], team: tuple[str, ...], received: tuple[str, ...]
) -> tuple[str, ...]:
    """Whom 一行, 代表团 or a pronoun stands for; a 代表团 that somebody received is that of the guests, whoever else goes about."""
    if _cues()["team"].match(clause.text):
        if team:
            return team
        if visit is None and (received or clause.text.startswith(SIGNS["Place"])):
            return received if len(received) == 1 or not clause.text.startswith(SIGNS["Place"]) else ()
        if visit is None and _cues()["guests"].match(clause.text):
            return ()  # 甲参加了活动, 甲会见考察团。考察团一行参观: not he
    if visit is not None:
        return speaker if visit.apart and speaker and set(speaker) <= set(visit.heads) else visit.heads
    return meeting.heads if meeting is not None else speaker


def _opens_visit(
    scene: Scene, clause: Clause, following: str | None, actors: tuple[str, ...], visit: Frame | None, travellers: set[str]
) -> bool:
    if not actors or not (_cues()["visit"].search(clause.words) or _cues()["go"].search(clause.words)):
        return False
    if (_cues()["joins"].search(clause.words) and not escorted_by(clause)) or _cues()["visit_boilerplate"].search(clause.words):
        return False
    if _cues()["sees_team"].search(clause.words) or welcomes(clause):  # 看望了调研组一行: who receives a party goes nowhere
        return False
    if _cues()["errand"].search(clause.words) or (
        clause.words[-1:] == SIGNS["Place"] and following is not None and _cues()["post"].match(following)
    ):
        return False
    if visit is not None and set(actors) & set(visit.heads):
        return True
    return set(actors) <= travellers or _heads_go(clause) or all(official(scene, a) for a in actors)


def _heads_go(clause: Clause) -> bool:
    """Whether somebody with a post goes to a house to look at it: 甲集团董事长乙赴丙公司检查."""
    return (
        clause.own
        and _cues()["has_post"].search(clause.text[: len(clause.text) - len(clause.words)]) is not None
        and _cues()["heads_go"].match(clause.words) is not None
    )


def _guests(clause: Clause) -> bool:
    return any(c in clause.words for c in (SIGNS["Person"], SIGNS["Company"], SIGNS["Organization"]))


def _event(scene: Scene, clause: Clause, event: Frame | None, day: str | None) -> tuple[Frame | None, Frame | None]:
    """The event that holds after this clause, and the frame if the clause opens one. A part (开幕式) does not push out the named event it is part of.

    甲届会议举行第二次全体会议 is about the second, unless the headline only names the first.
    """
    named = [ref for _, ref in named_events(clause)]
    if len(named) > 1 and (session := _cues()["session"].search(clause.text)) is not None:
        whole, part = (clause.ref_at(session.start(name)) for name in ("whole", "part"))
        title = scene.article.title
        named = [whole if whole.text in title and part.text not in title else part]
    for ref in named:
        if ref.entity is None:
            continue
        if event is not None and event.event == ref.entity:
            if _cues()["hold"].search(clause.text) and day is not None:
                event = replace(event, date=day)
            return event, event
        brings = _cues()["brings_event"].search(clause.text) or (
            clause.text == SIGNS["Event"] and _cues()["held_behind"].match(clause.sentence.text, clause.end - clause.sentence.start)
        )
        if (event is not None and is_generic(scene, ref.entity)) or not brings:
            return event, None
        frame = Frame("event", clause.sentence.paragraph, (), ref.entity, day)
        return frame, frame
    if event is not None and event.paragraph != clause.sentence.paragraph and _cues()["unnamed"].search(clause.words):
        return None, None
    return event, None
