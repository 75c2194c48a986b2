"""The words by which a clause of a visit, a meeting or an event is known, and what may be asked of one clause alone: who comes along, who welcomes, which event it names."""

import re
from collections.abc import Iterator
from functools import cache

from kg.relations.clauses import Clause
from kg.relations.modality import without_rank
from kg.relations.scene import Ref, Scene
from kg.relations.signs import SIGN, SIGNS, alternatives, pattern, words
from kg.types import Status

_BULLET = re.compile(r"\s*[●▲]")  # ■ and ◆ mark parts of one story
_ALONG = ("陪同", "随同")


def looks_back(clause: Clause) -> bool:
    """Whether a clause tells of what was before: 此前曾…."""
    return cues()["background"].search(clause.text) is not None


@cache
def cues() -> dict[str, re.Pattern[str]]:
    """Patterns over the words of a clause, by what they tell."""
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
    found = cues()["escorts"].match(clause.words) if clause.people else None
    if found is None:
        return ()
    return tuple(
        ref.entity
        for m in SIGN.finditer(clause.words, found.start("who"), found.end("who"))
        if (ref := clause.ref(m.start())).type == "Person" and ref.entity
    )


def only_joins(clause: Clause) -> bool:
    """Whether its people come along with others: 甲、乙陪同调研; not 甲在乙陪同下调研."""
    return cues()["along"].match(clause.words) is not None


def joins_at(clause: Clause) -> int:
    """Where it says in the text of the article that its people come along; what stands behind is where they all go: 甲陪同乙|参观丙."""
    text = clause.sentence.text[clause.start - clause.sentence.start : clause.end - clause.sentence.start]
    return clause.start + min((at for word in _ALONG if (at := text.find(word)) >= 0), default=len(text))


def welcomes(clause: Clause) -> bool:
    """Whether it is others who have come: 甲对乙一行表示欢迎."""
    return cues()["welcomes"].search(clause.words) is not None


def told_as(text: str, verb: int) -> Status:
    """How the verb at `verb` of masked words is told: as done, to come, or not come about.

    >>> told_as("将于下月赴外地考察", 5), told_as("赴外地考察", 0), told_as("上将今天会见", 4)
    ('planned', 'asserted', 'asserted')
    """
    if cues()["denied"].search(text, 0, verb):
        return "denied"
    return "planned" if cues()["planned"].search(without_rank(text[:verb], leads=True)) else "asserted"


def reported(clause: Clause) -> bool:
    """Whether a clause is what the reporter has learnt (记者从组委会获悉，…): the story itself, though it is told as speech."""
    return clause.content and cues()["reported"].match(clause.sentence.text.lstrip()) is not None


def named_events(clause: Clause) -> list[tuple[int, Ref]]:
    """The events of a clause with their place in its masked text, without those that only boilerplate names (学习贯彻…会议精神)."""
    out: list[tuple[int, Ref]] = []
    if SIGNS["Event"] not in clause.text:
        return out
    for i, ref in _placed(clause):
        if (
            ref.type == "Event"
            and not cues()["before"].search(clause.text[:i][-14:])
            and not cues()["after"].search(clause.text[i + 1 :])
            and not cues()["body_of"].match(clause.text, i + 1)  # 某县第十六届人民代表大会|常务委员会 is a body
        ):
            out.append((i, ref))
    return out


def _placed(clause: Clause) -> Iterator[tuple[int, Ref]]:
    yield from zip((m.start() for m in SIGN.finditer(clause.text)), clause.refs, strict=True)


def is_generic(scene: Scene, event: str) -> bool:
    """Whether an event is only a part or kind (签约仪式, 开幕式) and may stand beside a named one."""
    entity = scene.entities[event]
    return bool(cues()["generic"].fullmatch(entity.name)) or len(entity.name) <= 4


def begins_item(clause: Clause) -> bool:
    """Whether a clause begins an item of a digest (●6月3日，甲到乙公司调研。), which tells a story of its own."""
    return clause.first and clause.start == clause.sentence.start and _BULLET.match(clause.sentence.text) is not None
