"""Hosts: who called or held a named event (甲召开…, 由甲主办, 主办方甲, 甲作为主办方).

Where a clause does not name the event (大会由甲主办), it is the one that the story is about at that point.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from kg.relations.clauses import Clause
from kg.relations.frame_words import named_events, reported
from kg.relations.frames import Step
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.sessions import HELD, Held
from kg.relations.signs import SIGN, alternatives, pattern, words

_BODIES = ("PublicBody", "Company", "Organization")
_HOSTS = (*_BODIES, "Place")
_KIND = 2  # last characters of what an event is called: 本届采摘节


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    held = words("hosted")
    thing = "<PublicBody Company Organization Place>"
    this = rf"(?:本届|本次|此次|这次|该)(?P<other>[\u4e00-\u9fff]{{1,6}}{alternatives(held['kinds'])})"  # 本届采摘节由…
    return {
        "it": re.compile(f"(?:本届|本次|此次|这次|该)?(?P<noun>{alternatives([*words('attended')['itself'], *held['it']])})?|{this}"),
        "said_of": re.compile(f"(?P<it>(?:本届|本次|此次|这次|该)?{alternatives([*words('attended')['itself'], *held['it']])}|{this})由"),
        "session": re.compile(r"(\D*?)第?[一二三四五六七八九十百\d]+届(\D+?)第?[一二三四五六七八九十百\d]+次(?:全体)?会议"),
        "own_meeting": re.compile(
            rf"(?:第|20\d\d|\d|年度|党组|党委|(?!成员国|领导人|首脑|[^会]{{0,6}}部长)[^杯的与和]{{0,14}}?{alternatives(held['own'])})"
        ),
        "of_part": re.compile(rf"[^第\d]{{1,16}}{alternatives(held['of_part'])}{alternatives(held['of_part_begins'])}"),
        "board": re.compile(alternatives(held["boards"])),
        "about_firm": re.compile(alternatives(held["about_firm"])),
        "more_by": pattern(rf"^、(?P<who>(?:{thing}[^，]{{0,4}}?(?:[、和及与]|以及)?)+)(?:共同|联合)?{alternatives(held['passive'])}"),
        "elsewhere": re.compile("参加|出席|参展|亮相|参与|前往|见证"),
        "hold": pattern(
            rf"{alternatives(held['verbs'])}(?:了)?(?:以?[^，<]{{0,24}}?)<Event>(?!{alternatives(held['not_held'])})".replace(
                "<]", "\\ue007]"
            )
        ),
        "hold_alone": pattern(rf"^(?:共同|联合|全程)?{alternatives(held['passive'])}$"),
        "by": pattern(rf"由(?P<who>(?:{thing}[^，]{{0,4}}?(?:[、和及与]|以及)?)+)(?:共同|联合)?{alternatives(held['passive'])}"),
        "hold_it": re.compile(
            rf"(?:共同|联合)?{alternatives(held['verbs'])}(?:了)?(?P<it>(?:本届|本次|此次|这次|该|这场)[^，\ue000-\ue00a]{{0,8}}?{alternatives([*words('attended')['itself'], *held['it'], *held['kinds']])})$"
        ),
        "supports": re.compile(f".*{alternatives(held['supports'])}"),
        "office": re.compile(alternatives(held["offices"])),
        "holds": re.compile("主办|举办|承办"),
        "organiser": pattern(
            r"(?:主办|承办|协办)(?:方|单位)(?:为|是|之一)?(?P<who>(?:<PublicBody Company Organization>(?:共同|联合|[、和及与]|以及)*)+)"
        ),
        "label": re.compile("(?:本届|本次|此次)?(?:活动|大会|会议|论坛)?(?:联合|共同)?(?:主办|承办|协办)(?:单位|方)"),
        "together": pattern(
            rf"^[与和同](?P<who>(?:<PublicBody Company Organization>(?:[、和及与]|以及)?)+)[^，；]{{0,14}}?(?:联合|共同)?{alternatives(held['verbs'])}(?:了)?[^，\ue007]{{0,24}}<Event>"
        ),
        "as_host": pattern(
            rf"(?:均|都|也|则|正)?(?:作为|是|系|身为)(?:本届|本次|此次|这次|该)?(?P<it><Event>|{alternatives([*words('attended')['itself'], *held['it']])})?"
            r"(?:的|[两三四五六几]?大|联合|共同|总|独家)*(?:主办|承办|协办)(?:单位|方|者|机构)(?:之一)?(?![的代])"
        ),
        "of": pattern(
            r"(?P<who>(?<!在)<PublicBody Company Organization>|(?<![在于])<Place>"
            r"|<PublicBody Company Organization>(?:(?:[、和与及]|以及)<PublicBody Company Organization>)+(?=[^，\ue000-\ue00a]{0,8}(?:联合|共同)))(?:在<Place>)?[^，\ue000-\ue00a]{0,8}?(?:召开|举办|举行|主办|承办)的[^，\ue000-\ue00a]{0,12}<Event>"
        ),
    }


def hosted(scene: Scene, told: Sequence[Step], held: dict[str, Held]) -> Iterator[Draft]:
    """hosted statements of an article."""
    yield from _labelled(scene, told, held)
    seen: list[str] = []  # the events of the story so far
    told_of: str | None = None  # the one that 由…主办 was last said of
    for step, after in zip_longest(told, told[1:]):
        clause = step.clause
        if step.event is not None and step.event.event is not None and step.event.event not in seen[-1:]:
            seen.append(step.event.event)
        told_of = None if clause.first else told_of
        events = {i: r.entity for i, r in named_events(clause) if r.entity}
        if clause.content and not reported(clause):  # 公告称，公司第四届董事会第七次会议…: whoever says it, it is that firm's
            for body, session in _beside(scene, clause, events):
                if _cues()["board"].search(scene.entities[session].name):
                    yield from _hosts(step, (body,), session, held)
            continue
        yield from _in_role(scene, step, after, events, seen, held)
        for body, session in _beside(scene, clause, events):
            yield from _hosts(step, (body,), session, held)
        if not events and step.event is None:
            continue
        shift = len(clause.text) - len(clause.words)
        hold = _cues()["hold"].search(clause.words)
        if hold is not None and not clause.people and not clause.party and not _cues()["elsewhere"].search(clause.words, 0, hold.start()):
            together = _cues()["together"].match(clause.words)
            others = (
                tuple(clause.ref(m.start()) for m in SIGN.finditer(clause.words, *together.span("who"))) if together is not None else ()
            )
            yield from _hosts(step, (*clause.subjects, *others), events.get(hold.end() - 1 + shift), held)
        elif HELD.search(clause.text) and not clause.people:  # 县长甲主持召开县政府常务会议: told of him, not of the government
            for session in events.values():
                yield from _hosts(step, tuple(_named_in(scene, session)), session, held)
        hold_it = _cues()["hold_it"].search(clause.words) if not events and not clause.people and not clause.party else None
        if hold_it is not None and step.event is not None:  # 县政府与科技局共同举办了这次比赛
            yield from _hosts(step, tuple(r for r in clause.refs if r.type in _BODIES), step.event.event, held)
        by = _cues()["by"].search(clause.text)
        if by is not None:
            event = next(iter(events.values()), None)
            if event is None and not clause.text.startswith("的", by.end()):
                event = told_of = _meant(scene, step, clause.text[: by.start()], seen)
            aides = _cues()["supports"].search(by["who"])  # 由甲支持、乙主办
            who = clause.refs_in(by.start("who") + (aides.end() if aides else 0), by.end("who"))
            yield from _hosts(step, who, event, held)
            at = by.end()
            while more := _cues()["more_by"].match(clause.text[at:]):  # 由甲主办、乙承办的
                refs = clause.refs_in(at, at + more.end("who"))
                yield from _hosts(step, () if _cues()["supports"].search(more["who"]) else refs, event, held)
                at += more.end()
        elif (guided := _cues()["said_of"].match(clause.text)) is not None:  # 活动由甲指导，|乙主办
            told_of = _meant(scene, step, guided["it"], seen)
        elif _cues()["hold_alone"].match(clause.words.strip()) and not clause.people and step.event is not None and not _starts_it(clause):
            yield from _hosts(step, clause.subjects, told_of or step.event.event, held)
        organiser = _cues()["organiser"].search(clause.text)
        if organiser is not None and (event := next(iter(events.values()), step.event.event if step.event is not None else None)):
            yield from _hosts(step, clause.refs_in(*organiser.span("who")), event, held)
        of = _cues()["of"].search(clause.text)
        if of is not None:
            yield from _hosts(step, clause.refs_in(*of.span("who")), events.get(of.end() - 1), held)


def _labelled(scene: Scene, told: Sequence[Step], held: dict[str, Held]) -> Iterator[Draft]:
    """主办单位：甲、乙 in a story of an event."""
    for n, step in enumerate(told):
        label = step.clause
        if _cues()["label"].fullmatch(label.text) is None or scene.text[label.end : label.end + 1] != "：":
            continue
        listed = next((s for s in told[n + 1 : n + 3] if s.clause.sentence is label.sentence and s.clause.own), None)
        if listed is not None and listed.event is not None:
            hosts = tuple(ref for ref in listed.clause.subjects if ref.type in _BODIES)
            yield from _hosts(listed, hosts, listed.event.event, held)


def _in_role(
    scene: Scene, step: Step, after: Step | None, events: dict[int, str], seen: Sequence[str], held: dict[str, Held]
) -> Iterator[Draft]:
    """A role instead of a verb: 甲作为大会主办方. Behind a clause of nobody's (作为主办方，甲…) it is of who acts there, but not of who speaks for it."""
    clause = step.clause
    role = _cues()["as_host"].match(clause.words)
    if role is None or clause.people or clause.party:
        return
    event = events.get(role.start("it") + len(clause.text) - len(clause.words))
    event = event or _meant(scene, step, role["it"] or "", seen) or _called(scene, clause, role["it"])
    behind = after.clause if after is not None and after.clause.sentence is clause.sentence else None
    hosts = (
        behind.subjects
        if not clause.own and behind is not None and behind.own
        else clause.subjects
        if clause.own or not clause.first
        else ()
    )
    yield from _hosts(step, tuple(ref for ref in hosts if ref.type in _BODIES), event, held)


def _beside(scene: Scene, clause: Clause, events: Mapping[int, str]) -> Iterator[tuple[Ref, str]]:
    """青禾集团|第四届董事会第七次会议, 云岭市文化局|“读书月”启动大会: a body right before the name of a meeting such as bodies hold."""
    for before, ref in pairwise(clause.refs):
        if ref.type != "Event" or ref.entity is None or ref.entity not in events.values() or before.type not in _BODIES:
            continue
        between = scene.text[before.end : ref.start]
        if between.strip('“「《" \u3000') == "" and _own(before.type, scene.entities[ref.entity].name):
            yield before, ref.entity


def _starts_it(clause: Clause) -> bool:
    """Whether 甲发起 stands beside 乙主办, who hold it."""
    return clause.words.strip() == "发起" and _cues()["holds"].search(clause.sentence.text) is not None


def _named_in(scene: Scene, event: str) -> Iterator[Ref]:
    """The body in the name of its own meeting: 市十七届人大常委会第二十一次会议 is held by 市人大常委会, 县政府第67次常务会议 by 县政府."""
    name = scene.entities[event].name
    inside = [
        Ref(m.start, m.end, e.type, m.text, e.id)
        for whole in scene.entities[event].mentions
        for e in scene.entities.values()
        if e.type in _BODIES
        for m in e.mentions
        if m.start == whole.start and m.end < whole.end and _own(e.type, scene.text[m.end : whole.end])
    ]
    if inside:
        yield max(inside, key=lambda r: r.end)
        return
    session = _cues()["session"].fullmatch(name)
    if session is not None:
        names = {session[1] + session[2], session[1][-1:] + session[2]}  # also 市人大常委会, of 甲市第…届人大常委会
        refs = [r for s in scene.sentences for r in s.refs if r.type == "PublicBody" and r.text in names]
        full = (session[1] + session[2]).replace("政协", "中国人民政治协商会议")  # the body whom 县委书记 or 县政协主席 point to
        known = [Ref(0, 0, e.type, e.name, e.id) for e in scene.entities.values() if e.type == "PublicBody" and e.name == full]
        yield from (refs or known)[:1]
        return
    found = [
        r
        for s in scene.sentences
        for r in s.refs
        if r.type in _BODIES and not r.anaphor and len(r.text) > 1 and name.startswith(r.text) and _own(r.type, name[len(r.text) :])
    ]
    yield from sorted(found, key=lambda r: -len(r.text))[:1]


def _own(kind: str, rest: str) -> bool:
    """Whether what follows a name in that of an event makes it the meeting of that body, not one about it: 青禾公司项目签约仪式."""
    if _cues()["of_part"].match(rest):
        return False
    return bool(_cues()["own_meeting"].match(rest)) and not (kind == "Company" and _cues()["about_firm"].search(rest))


def _meant(scene: Scene, step: Step, before: str, seen: Sequence[str]) -> str | None:
    """The event that 由甲主办 is said of: 大会由… the last that is called so, else the story's; without a noun the one that the sentence has named."""
    clause, event = step.clause, step.event
    if event is None or event.event is None:
        return None
    if not before:
        return event.event if any(r.entity == event.event and r.end <= clause.start for r in clause.sentence.refs) else None
    it = _cues()["it"].fullmatch(before)
    if it is None:
        return None
    noun, name = it["noun"], scene.entities[event.event].name
    if it["other"] is not None:
        kind = it["other"][-_KIND:]  # not a 大会 of its 新闻发布会
        return event.event if re.search(rf"{re.escape(kind)}(?:$|[”（(]|暨|开幕|闭幕|启动|系列)", name) else None
    if noun is None or noun in name:
        return event.event
    called = next((one for one in reversed(seen) if scene.entities[one].name.endswith(noun)), None)
    return called or _last_called(scene, clause, noun) or event.event


def _last_called(scene: Scene, clause: Clause, noun: str) -> str | None:
    """The event named last in the paragraph up to there that is called so, though the story was at another: 某征集活动…启动。活动由甲主办."""
    begins = scene.text.rfind("\n", 0, clause.start) + 1
    named = [
        (m.start, entity.id)
        for entity in scene.entities.values()
        if entity.type == "Event" and entity.name.endswith(noun)
        for m in entity.mentions
        if begins <= m.start < clause.start
    ]
    return max(named)[1] if named else None


def _called(scene: Scene, clause: Clause, noun: str | None) -> str | None:
    """The one event named before that is called so (展览会), or the only one where any may be (活动)."""
    loose = noun in words("attended")["any"] or noun in words("hosted")["it"]
    named = {
        entity.id
        for entity in scene.entities.values()
        if noun
        and entity.type == "Event"
        and (loose or entity.name.endswith(noun))
        and any(m.start < clause.start for m in entity.mentions)
    }
    return named.pop() if len(named) == 1 else None


def _hosts(step: Step, hosts: tuple[Ref, ...], event: str | None, held: dict[str, Held]) -> Iterator[Draft]:
    if event is None:
        return
    known, sentence = held.get(event, Held()), step.clause.sentence
    for host in hosts:
        if host.entity is not None and host.type in _HOSTS and not _cues()["office"].match(sentence.text, host.end - sentence.start):
            date = known.date or step.date
            yield Draft(host.entity, "hosted", event, sentence.start, sentence.end, "host-verb", 0.9, known.status, date)
