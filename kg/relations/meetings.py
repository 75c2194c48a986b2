"""Meetings: who was at a named event and as what, who held it.

Where a clause does not name the event (市长甲主持), it is the one that the story is about at that point.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.relations.clauses import SIGN, SIGNS, Clause, alternatives, pattern, words
from kg.relations.frames import Step, is_generic, named_events, steps
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.sessions import HELD, Held, all_held

_BODIES = ("PublicBody", "Company", "Organization")
_HOSTS = (*_BODIES, "Place")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    there, held = words("attended"), words("hosted")
    thing = "<PublicBody Company Organization Place>"
    itself = alternatives(there["itself"])
    return {
        "role": re.compile("|".join(f"(?P<r{i}>{alternatives(v)})" for i, v in enumerate(there["roles"].values()))),
        "itself": pattern(rf"(?:出席|参加|列席)(?:了)?(?!某|其他|另)(?:$|并|[^，\ue000-\ue00a]{{0,8}}?{itself}|本次|此次)"),
        "called": re.compile(
            rf"(?:出席|参加|列席|主持)(?:了)?(?:新闻|媒体|本次|此次|这次|该|集中)?({alternatives(set(there['itself']) - set(there['any']))})"
        ),
        "other": re.compile(rf"(?:参加|出席|陪同|参与)[^，]{{0,6}}?{alternatives(there['other'])}(?!(?<=谈)(?:会|活动))"),
        "roll": pattern(rf"(?:出席|参加|列席)(?:了)?(?:<Event>|[^，]{{0,6}}{itself})的[^，\ue000-\ue008]{{0,16}}?(?:还)?(?:有|包括)"),
        "inside": re.compile(rf"^[^，\ue000-\ue00a]{{0,6}}{alternatives(there['inside'])}"),
        "in_it": re.compile(rf"在(?:随后的|此次|本次|这次)?{alternatives(there['inside'])}"),
        "noun": re.compile(rf"({alternatives(set(there['itself']) - set(there['any']))})上"),
        "speaks": re.compile(alternatives([*there["voices_inside"], *words("narrative")["say"], *words("narrative")["say_soft"]])),
        "in_turn": re.compile(rf"(?:先后|分别|依次|相继|轮流|逐一)(?:作了?|进行了?)?{alternatives(there['voices'])}"),
        "reports": pattern(
            r"听取(?:[和并、]?审议)?了?[^，\ue000]*(?P<who><Person>)[^，\ue000]{0,24}?所?作的[^，]*?(?P<what>报告|说明|汇报|通报)$"
        ),
        "sits": re.compile(r"(?:本次|此次|这次)?(?:会议|大会)"),
        "chaired": pattern(r"由(?P<who>[^。；]{0,60}?<Person>)(?:等)?(?:共同)?主持"),
        "chaired_one": re.compile("(会晤|对话会?|仪式|论坛|座谈会|研讨会|发布会|推介会|峰会)由"),
        "inside_voice": re.compile(alternatives(there["voices_inside"])),
        "of_others": pattern(
            r"(?:出席|参加|列席)(?:了)?<Event>的(?!还?有|还?包括)|听取[^，]*|(?<=.)的(?:重要|一系列|主旨)?(?:讲话|发言|致辞|演讲)|的[这此该]番(?:讲话|发言|致辞|演讲)"
            r"|(?:不?能够?|可以?|不|欢迎|邀请)(?:出席|参加)|主持(?:编辑|编写|编纂|编撰|节目|工作|全面|日常|制定|起草|修建)|参展[商企单]"
        ),
        "group": re.compile(alternatives(there["group"])),
        "it": re.compile(f"(?:本届|本次|此次|这次|该)?(?:{itself})?"),
        "session": re.compile(r"(\D*?)第?[一二三四五六七八九十百\d]+届(\D+?)第?[一二三四五六七八九十百\d]+次(?:全体)?会议"),
        "own_meeting": re.compile(
            rf"(?:第|20\d\d|\d|年度|党组|党委|(?!成员国|领导人|首脑|[^会]{{0,6}}部长)[^杯的与和]{{0,14}}?{alternatives(held['own'])})"
        ),
        "about_firm": re.compile(alternatives(held["about_firm"])),
        "more_by": pattern(rf"^、(?P<who>(?:{thing}[^，]{{0,4}}?(?:[、和及与]|以及)?)+)(?:共同|联合)?{alternatives(held['passive'])}"),
        "aside": re.compile("^(?:会前|会后|会议[之]?[前后]|会议?结束后|活动[前后])"),
        "elsewhere": re.compile("参加|出席|参展|亮相|参与|前往|见证"),
        "sat_in": re.compile("(?:参加|出席|陪同)了?座谈$"),
        "joint": pattern(r"[与和同](?P<who>[^，与]{0,20}?<Person>)(?:等)?(?:一起|共同|一同)"),
        "said_by": pattern(r"^(?:<Person>)?的(?:发言|讲话|建议|演讲)"),
        "hold": pattern(rf"{alternatives(held['verbs'])}(?:了)?(?:以?[^，<]{{0,24}}?)<Event>".replace("<]", "\\ue007]")),
        "hold_alone": pattern(rf"^(?:共同|联合)?{alternatives(held['passive'])}$"),
        "by": pattern(rf"由(?P<who>(?:{thing}[^，]{{0,4}}?(?:[、和及与]|以及)?)+)(?:共同|联合)?{alternatives(held['passive'])}"),
        "come_for": pattern(
            r"(?:会见|会晤|接见|来华|来京|来访|前来)(?:了|[^，\ue000-\ue00a]{0,6}(?=出席|参加))?(?:出席|参加)(?:了)?(?P<event><Event>)[^，\ue000-\ue00a]{0,8}的"
        ),
        "supports": re.compile(f".*{alternatives(held['supports'])}"),
        "office": re.compile(alternatives(held["offices"])),
        "holds": re.compile("主办|举办|承办"),
        "of": pattern(
            r"(?P<who>(?<!在)<PublicBody Company Organization>|(?<![在于])<Place>)(?:在<Place>)?[^，\ue000-\ue00a]{0,8}?(?:召开|举办|举行|主办)的[^，\ue000-\ue00a]{0,12}<Event>"
        ),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """attended and hosted statements of an article."""
    if not any(entity.type == "Event" for entity in scene.entities.values()):
        return
    told = steps(scene)
    held = all_held(scene, told)
    yield from _attended(scene, told, held)
    yield from _hosted(scene, told, held)


# --- attended ---------------------------------------------------------------------------------------------------------------------------


def _attended(scene: Scene, told: Sequence[Step], held: dict[str, Held]) -> Iterator[Draft]:
    inside = about = chaired_in = -1  # paragraphs that tell from inside an event, name one, or say who holds the chair
    rolled: tuple[Sentence, list[str]] | None = None
    seen: list[str] = []  # the events of the story so far
    for step in told:
        clause = step.clause
        paragraph = clause.sentence.paragraph
        if step.event is not None and step.event.event is not None and step.event.event not in seen[-1:]:
            seen.append(step.event.event)
        if clause.first and _cues()["inside"].search(clause.text):
            inside = paragraph
        if clause.content:
            continue
        if named_events(clause):
            about = paragraph
        here = 0 <= paragraph - inside <= 1 if inside >= 0 else False
        yield from _reporters(step, held)
        if guests := list(_come_for(step, held)):
            yield from guests
            continue
        sat_in = _sat_in(scene, step)
        role = _role(clause, here, sat_in=sat_in)
        there = _told_inside(scene, step, paragraph in (inside, chaired_in)) if role is None else None
        chaired = _cues()["chaired"].search(clause.text)
        if chaired is not None:
            shift = len(clause.text) - len(clause.words)
            called = _cues()["chaired_one"].match(clause.text)
            for event in _events(scene, step, "主持", seen):
                if called is not None and _kind(called[1]) not in scene.entities[event].name:
                    continue  # 会晤由甲主持: not the talks told of before
                for ref in _between(clause, chaired.start("who") - shift, chaired.end("who") - shift):
                    if ref.type == "Person" and ref.entity is not None:
                        yield _at(ref.entity, event, step, "主持", held)
            continue
        roll = _cues()["roll"].search(clause.text)
        if roll is not None:
            rolled = (clause.sentence, _events(scene, step, "出席", seen))
        if rolled is not None and rolled[0] is clause.sentence and (roll is not None or not clause.words):
            listed = clause.people if roll is None else clause.refs[len(SIGN.findall(clause.text, 0, roll.end())) :]
            for event in rolled[1]:
                for ref in listed:
                    if ref.type == "Person" and ref.entity is not None:
                        yield _at(ref.entity, event, step, "出席", held)
            continue
        if there is not None and step.event is not None and step.event.event is not None:
            for ref in clause.people:
                if ref.entity is not None:
                    yield _at(ref.entity, step.event.event, step, there, held)
        if role is None:
            continue
        events = [step.event.event] if sat_in and step.event and step.event.event else _events(scene, step, role, seen)
        chaired_in = paragraph if role == "主持" and events else chaired_in
        who = [r for r in clause.people if r.entity]
        if (
            not who
            and (here or about == paragraph or role == "参加" or _cues()["in_turn"].search(clause.words))
            and role in words("attended")["voices"]
            and not clause.party
        ):
            who = [r for r in clause.subjects if r.type in _BODIES and r.entity and not _cues()["group"].match(clause.words)]
        joint = _cues()["joint"].search(clause.words)
        if joint is not None and clause.people:
            who += [r for r in _between(clause, joint.start("who"), joint.end("who")) if r.type == "Person"]
        ids = tuple(dict.fromkeys(r.entity for r in who if r.entity)) or step.actors
        for event in events:
            for one in ids:
                yield _at(one, event, step, role, held)


def _come_for(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """会见来华出席某论坛的甲、乙: those who are met attend it."""
    text, refs = step.clause.text, step.clause.refs
    found = _cues()["come_for"].search(text)
    if found is None or (event := refs[len(SIGN.findall(text, 0, found.start("event")))].entity) is None:
        return
    for ref in refs[len(SIGN.findall(text, 0, found.end())) :]:
        if ref.type == "Person" and ref.entity is not None:
            yield _at(ref.entity, event, step, "出席", held)


def _reporters(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """会议听取了局长甲作的关于…的报告: whoever reports is there."""
    clause = step.clause
    if step.event is None or step.event.event is None:
        return
    found = _cues()["reports"].search(clause.text)
    if found is None or not _near(step):
        return
    event = any(r.type == "Event" and r.start == clause.sentence.start for r in clause.sentence.refs)
    if event or _cues()["sits"].match(clause.sentence.text.strip()):
        who = clause.refs[len(SIGN.findall(clause.text, 0, found.start("who")))].entity
        if who is not None:
            yield _at(who, step.event.event, step, {"报告": "主旨演讲"}.get(found["what"], found["what"]), held)


def _at(who: str, event: str, step: Step, role: str, held: dict[str, Held]) -> Draft:
    known, sentence = held.get(event, Held()), step.clause.sentence
    date, qualifiers = known.date or step.date, {"role": role}
    return Draft(who, "attended", event, sentence.start, sentence.end, "role", 0.85, known.status, date, qualifiers)


def _told_inside(scene: Scene, step: Step, inside: bool) -> str | None:
    """What people do at the event of the story who only speak (会上，甲介绍…) or act (会上，甲颁发…) there."""
    clause, event = step.clause, step.event
    if event is None or event.event is None or not clause.own or not clause.people or clause.party or not _near(step):
        return None
    sentence = clause.sentence.text
    if _cues()["aside"].search(sentence):
        return None
    at = _cues()["inside"].search(sentence) or _cues()["in_it"].search(clause.words)
    if at is None and not (inside and _cues()["speaks"].search(clause.words)):
        return None
    noun = _cues()["noun"].search(at[0]) if at is not None else None
    if noun is not None and _kind(noun[1]) not in scene.entities[event.event].name:
        return None  # 座谈会上: not the forum told of before
    if _cues()["other"].search(clause.words):
        return None
    return "发言" if _cues()["speaks"].search(clause.words) else "参加"


def _kind(noun: str) -> str:
    """开工仪式 may be what is called 奠基仪式 before; a 座谈会 is no other meeting."""
    return "仪式" if noun.endswith("仪式") else noun


def _between(clause: Clause, start: int, end: int) -> list[Ref]:
    return [clause.ref(m.start()) for m in SIGN.finditer(clause.words, start, end)]


def _sat_in(scene: Scene, step: Step) -> bool:
    """Whether 参加座谈 is said of a 座谈会 that the paragraph has named."""
    event = step.event
    if event is None or event.event is None or event.paragraph != step.clause.sentence.paragraph:
        return False
    return "座谈" in scene.entities[event.event].name and bool(_cues()["sat_in"].search(step.clause.words))


def _role(clause: Clause, here: bool, *, sat_in: bool = False) -> str | None:
    """What the subjects of a clause do at an event, if anything."""
    if sat_in:
        return "参加"
    if _cues()["other"].search(clause.words) and "出席" not in clause.words:
        return None
    told = _cues()["of_others"].sub("", clause.words)  # 同参加…的客商座谈, 听取大家发言
    roles = list(words("attended")["roles"])
    joint = _cues()["joint"].search(told)
    others = told.find(SIGNS["Person"], joint.end() if joint is not None else 0)
    acts = told[:others] if others >= 0 else told  # 介绍乙主席出席…: not the subject
    found = {roles[int(x.lastgroup[1:])] for x in _cues()["role"].finditer(acts) if x.lastgroup}
    if not found:
        bodies = clause.own and not clause.people and any(r.type in _BODIES for r in clause.subjects)
        return "发言" if here and bodies and _cues()["inside_voice"].search(clause.words) else None
    if not here and found <= set(words("attended")["heard"]):
        return None
    return next((str(r) for r in roles if r in found), None)


def _events(scene: Scene, step: Step, role: str, seen: list[str]) -> list[str]:
    """The events a role clause is about: those it names, and the story's where it names none or only a part (开幕式)."""
    clause = step.clause
    named = [r.entity for i, r in named_events(clause) if r.entity]
    main = step.event.event if step.event is not None else None
    if named:
        if main is not None and main not in named and all(is_generic(scene, e) for e in named):
            return [*named, main]
        return named
    if main is None:
        return []
    called = _cues()["called"].search(clause.words)
    if called is not None:  # 出席座谈会: of the events told of, the one that is called so
        main = next(
            (e for e in reversed(seen) if called[1] in scene.entities[e].name.replace("大会", "会")),
            None if called[1].endswith("会") else main,
        )
        return [main] if main is not None else []
    alone = role in words("attended")["alone"] or bool(_cues()["itself"].search(clause.words))
    return [main] if alone and _near(step) else []


def _near(step: Step) -> bool:
    """Whether the story still is at its event: no visit or meeting has come up since in this paragraph."""
    event, paragraph = step.event, step.clause.sentence.paragraph
    if event is None:
        return False
    if event.paragraph == paragraph:
        return True
    return not any(f is not None and f.paragraph == paragraph for f in (step.visit, step.meeting))


# --- hosted -----------------------------------------------------------------------------------------------------------------------------


def _hosted(scene: Scene, told: Sequence[Step], held: dict[str, Held]) -> Iterator[Draft]:
    for step in told:
        clause = step.clause
        if clause.content:
            continue
        events = {i: r.entity for i, r in named_events(clause) if r.entity}
        if not events and step.event is None:
            continue
        shift = len(clause.text) - len(clause.words)
        hold = _cues()["hold"].search(clause.words)
        if hold is not None and not clause.people and not clause.party and not _cues()["elsewhere"].search(clause.words, 0, hold.start()):
            yield from _hosts(step, clause.subjects, events.get(hold.end() - 1 + shift), held)
        elif HELD.search(clause.text):
            for session in events.values():
                yield from _hosts(step, tuple(_named_in(scene, session)), session, held)
        by = _cues()["by"].search(clause.text)
        if by is not None:
            event = next(iter(events.values()), None)
            if (
                event is None
                and _is_it(step, clause.text[: by.start()])
                and not clause.text.startswith("的", by.end())
                and step.event is not None
            ):
                event = step.event.event
            others = _cues()["supports"].search(by["who"])  # 由甲支持、乙主办
            first = len(SIGN.findall(clause.text, 0, by.start("who") + (others.end() if others else 0)))
            yield from _hosts(step, clause.refs[first : len(SIGN.findall(clause.text, 0, by.end("who")))], event, held)
            at = by.end()
            while more := _cues()["more_by"].match(clause.text[at:]):  # 由甲主办、乙承办的
                refs = clause.refs[len(SIGN.findall(clause.text, 0, at)) : len(SIGN.findall(clause.text, 0, at + more.end("who")))]
                yield from _hosts(step, () if _cues()["supports"].search(more["who"]) else refs, event, held)
                at += more.end()
        elif _cues()["hold_alone"].match(clause.words.strip()) and not clause.people and step.event is not None and not _starts_it(clause):
            yield from _hosts(step, clause.subjects, step.event.event, held)
        of = _cues()["of"].search(clause.text)
        if of is not None:
            who = clause.ref_at(of.start("who"))
            yield from _hosts(step, (who,), events.get(of.end() - 1), held)


def _starts_it(clause: Clause) -> bool:
    """Whether 甲发起 stands beside 乙主办, who hold it."""
    return clause.words.strip() == "发起" and _cues()["holds"].search(clause.sentence.text) is not None


def _named_in(scene: Scene, event: str) -> Iterator[Ref]:
    """The body in the name of its own meeting: 市十七届人大常委会第二十一次会议 is held by 市人大常委会, 县政府第67次常务会议 by 县政府."""
    name = scene.entities[event].name
    session = _cues()["session"].fullmatch(name)
    if session is not None:
        names = {session[1] + session[2], session[1][-1:] + session[2]}  # also 市人大常委会, of 甲市第…届人大常委会
        refs = (r for s in scene.sentences for r in s.refs if r.type == "PublicBody" and r.text in names)
        yield from list(refs)[:1]
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
    return bool(_cues()["own_meeting"].match(rest)) and not (kind == "Company" and _cues()["about_firm"].search(rest))


def _is_it(step: Step, before: str) -> bool:
    """Whether 由甲主办 is said of the event of the story: 大会由…, or the sentence has named it."""
    if before:
        return bool(_cues()["it"].fullmatch(before))
    clause, event = step.clause, step.event
    return event is not None and any(r.entity == event.event and r.end <= clause.start for r in clause.sentence.refs)


def _hosts(step: Step, hosts: tuple[Ref, ...], event: str | None, held: dict[str, Held]) -> Iterator[Draft]:
    if event is None:
        return
    known, sentence = held.get(event, Held()), step.clause.sentence
    for host in hosts:
        if host.entity is not None and host.type in _HOSTS and not _cues()["office"].match(sentence.text, host.end - sentence.start):
            date = known.date or step.date
            yield Draft(host.entity, "hosted", event, sentence.start, sentence.end, "host-verb", 0.9, known.status, date)
