"""Meetings: who was at a named event and as what; who held it is read by kg/relations/hosts.py.

Where a clause does not name the event (市长甲主持), it is the one that the story is about at that point.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from kg.relations.clauses import Clause
from kg.relations.entrants import entered
from kg.relations.frame_words import is_generic, named_events
from kg.relations.frames import Step, steps
from kg.relations.hosts import hosted
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.sessions import Held, all_held
from kg.relations.signs import SIGN, SIGNS, alternatives, pattern, words

_BODIES = ("PublicBody", "Company", "Organization")
_HEARD_FOR = 2  # paragraphs behind the one that names a 座谈会 in which people are still heard there


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    there, narrative = words("attended"), words("narrative")

    def any_of(*keys: str) -> str:
        return alternatives(word for key in keys for word in there[key])

    roles = {role: alternatives(said) for role, said in there["roles"].items()}
    attends, chairs = f"(?:{any_of('attends')}|{roles['列席']})", roles["主持"]
    itself, called, roll = any_of("itself"), alternatives(set(there["itself"]) - set(there["any"])), any_of("roll")
    free = r"[^，\ue000-\ue00a]"
    return {
        "role": re.compile("|".join(f"(?P<r{i}>{said})" for i, said in enumerate(roles.values()))),
        "itself": re.compile(
            rf"{attends}了?(?!{any_of('is_other')})(?:$|{free}{{0,8}}?{itself}|{any_of('is_it')})|{any_of('at_it')}$|{any_of('comes_to_it')}"
        ),
        "called": re.compile(rf"(?:{attends}|{chairs})了?{any_of('pointers', 'kind_before')}?({called})"),
        "own_ceremony": re.compile(rf"({any_of('own_ceremonies')})(?:{any_of('ceremonies')}|{any_of('speeches')})"),
        "other": re.compile(
            rf"{any_of('attends', 'escorts', 'takes_part')}[^，]{{0,6}}?{any_of('other')}(?!(?<=谈){any_of('talk_events')})"
        ),
        "roll": pattern(rf"{attends}了?(?:<Event>|[^，]{{0,6}}{itself})的[^，\ue000-\ue008]{{0,16}}?{roll}"),
        "inside": re.compile(rf"^{free}{{0,6}}{any_of('inside')}"),
        "in_it": re.compile(rf"在{any_of('then', 'pointers')}?(?:{any_of('inside')}|{any_of('kind_before')}?{called}{any_of('within')})"),
        "noun": re.compile(rf"({called}){any_of('within')}"),
        "speaks": re.compile(alternatives([*there["voices_inside"], *narrative["say"], *narrative["say_soft"]])),
        "heard_at": re.compile(any_of("heard_at") + "[”」]?$"),
        "told_at": re.compile(any_of("heard_at", "told_at") + "[”」]?$"),
        "puts_forward": re.compile(alternatives([*narrative["say"], *there["puts_forward"]])),
        "to_others": re.compile(any_of("elsewhere")),
        "on_the_spot": re.compile(any_of("on_the_spot")),
        "spoke_at": pattern(
            rf"^(?:<Date>|[^，\ue000-\ue00a]{{0,4}})在<Place>?(?:[^，\ue000-\ue00a]{{0,8}}的)?(?P<event><Event>)[^，\ue000-\ue00a]{{0,6}}?(?:上|现场|期间)"
            rf"{free}{{0,12}}?{alternatives([*narrative['say'], *narrative['say_soft']])}"
        ),
        "drawn": pattern(
            rf"^(?:{any_of('pointers')}|本届)?{free}{{0,4}}(?:还|共)?{any_of('draws')}了?(?P<who>(?:<Company Organization Place>|[、和与及的]|以及|来自|包括){{1,20}})等"
            rf"{free}{{0,16}}?{any_of('drawn')}"
        ),
        "speaks_as": re.compile(rf"^{any_of('gives')}{free}{{0,4}}?{any_of('speaks_as')}"),
        "in_turn": re.compile(rf"{any_of('in_turn')}{any_of('gives')}?{any_of('voices')}"),
        "hears": re.compile(rf"{any_of('hears')}(?:[和并、]?{any_of('deliberates')})?了?"),
        "reports": pattern(rf"(?P<who><Person>)[^，\ue000]{{0,24}}?所?作的[^，\ue000]*?(?P<what>{any_of('reports')})(?=[、和]|以及|$)"),
        "meanwhile": pattern(
            rf"(?:^|[\ue000-\ue00a，在赴到])(?:[^，]{{0,16}}?)(?:{any_of('attends')}|{roles['主持']})[^，]{{0,24}}?<Event>[^，]{{0,40}}?{any_of('meanwhile')}$"
        ),
        "heard_bodies": pattern(
            rf"{any_of('hears')}了?(?P<who>(?:<PublicBody Company Organization Place>|[、和与及]|以及|[^，\ue000-\ue00a]{{1,10}}(?=[、和与及])){{1,20}})"
            rf"[^，\ue000-\ue00a]{{0,6}}?(?:{any_of('heads')}|<Title>(?!<Person>))[^，]{{0,24}}?{any_of('heard_words')}"
        ),
        "of_group": re.compile(f"等?{any_of('group')}"),
        "sits": re.compile(f"{any_of('pointers')}?{any_of('sits')}|{any_of('hears')}"),
        "chaired": pattern(rf"由(?P<who>[^。；]{{0,60}}?<Person>)等?{any_of('together')}?{chairs}"),
        "chaired_one": re.compile(f"({any_of('chaired')})由"),
        "inside_voice": re.compile(any_of("voices_inside")),
        "of_others": pattern(  # 主持|编辑: what looks like a post behind it is what somebody sees to
            rf"{attends}了?<Event>的(?!{roll})|{any_of('hears')}[^，]*"
            rf"|(?:(?<=.)的{any_of('speech_kinds')}?|的{any_of('speech_pointers')}){any_of('speeches')}"
            rf"|{any_of('speech_kinds')}?{any_of('speeches')}[^，\ue000-\ue00a]{{0,12}}?{any_of('speech_spirit')}"
            rf"|{any_of('may')}{any_of('attends')}|{chairs}(?:{any_of('chairs_other')}|<Title>)|{any_of('exhibitors')}"
        ),
        "agenda": pattern(rf"<Event>(?:的)?{any_of('agenda')}"),
        "group": re.compile(any_of("group")),
        "heads": pattern(rf"(?:[两三四五六七八九十]<PublicBody>)?{any_of('whose_heads')}?(?:{any_of('heads')}|<Title>(?!<Person>))"),
        "lists": pattern(rf"(?:[^，\ue000-\ue00a]|<PublicBody Company Organization Place Title>){{0,40}}(?:{any_of('unnamed')}|<Title>)"),
        "aside": re.compile(f"^{any_of('aside')}"),
        "sat_in": re.compile(rf"{any_of('attends', 'escorts')}了?{any_of('sits_in')}$"),
        "joint": pattern(rf"[与和同](?P<who>[^，与]{{0,20}}?<Person>)等?{any_of('jointly', 'together')}"),
        "come_for": pattern(
            rf"{any_of('comes_for')}(?:了|{free}{{0,6}}(?={any_of('attends')}))?{any_of('attends')}了?(?P<event><Event>){free}{{0,8}}的"
        ),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """attended and hosted statements of an article: who holds an event is not told as one of those who came to it."""
    if not any(entity.type == "Event" for entity in scene.entities.values()):
        return
    told = steps(scene)
    held = all_held(scene, told)
    hosts = list(hosted(scene, told, held))
    own = {(draft.subject, draft.object) for draft in hosts}
    there = [draft for draft in (*_attended(scene, told, held), *entered(scene, told, held)) if (draft.subject, draft.object) not in own]
    yield from _most_telling(there)
    yield from hosts


def _most_telling(there: Sequence[Draft]) -> Iterator[Draft]:
    """Without those that only say that somebody was there who did more: 甲、乙出席会议。会议由乙主持。"""
    only = words("attended")["only_there"]
    did = {(draft.subject, draft.object, draft.status) for draft in there if draft.qualifiers.get("role") not in only}
    yield from (d for d in there if d.qualifiers.get("role") not in only or (d.subject, d.object, d.status) not in did)


def _attended(scene: Scene, told: Sequence[Step], held: dict[str, Held]) -> Iterator[Draft]:
    inside = about = chaired_in = -1  # paragraphs that tell from inside an event, name one, or say who holds the chair
    rolled: tuple[Sentence, list[str]] | None = None
    waiting: tuple[Sentence, tuple[Ref, ...]] | None = None  # 县领导甲、乙，县直有关单位负责人，|丙集团参加仪式
    seen: list[str] = []  # the events of the story so far
    for step, after in zip_longest(told, told[1:]):
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
        yield from _heard_bodies(step, held)
        yield from _drawn(step, held)
        yield from _meanwhile(step, after, held)
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
            listed = clause.people if roll is None else clause.refs_in(roll.end())
            for event in rolled[1]:
                for ref in listed:
                    if ref.type == "Person" and ref.entity is not None:
                        yield _at(ref.entity, event, step, "出席", held)
            continue
        if there is not None and step.event is not None and step.event.event is not None:
            for ref in clause.people or clause.subjects:
                if ref.entity is not None and ref.type in ("Person", *_BODIES):
                    yield _at(ref.entity, step.event.event, step, there, held)
        yield from _spoke_at(step, held) if role is None else ()
        if role is None:
            waiting = (clause.sentence, tuple(clause.people)) if clause.people and _cues()["lists"].fullmatch(clause.words) else waiting
            continue
        events = [step.event.event] if sat_in and step.event and step.event.event else _events(scene, step, role, seen)
        chaired_in = paragraph if role == "主持" and events else chaired_in
        who = [r for r in clause.people if r.entity]
        if (
            not who
            and (
                here
                or about == paragraph
                or role in ("参加", "列席")
                or _cues()["in_turn"].search(clause.words)
                or _cues()["speaks_as"].match(clause.words)
                or _cues()["heads"].match(clause.words)
            )
            and role in words("attended")["voices"]
            and not clause.party
        ):
            told_of = not _cues()["group"].match(clause.words) and not _members(clause)
            who = [r for r in clause.subjects if r.type in _BODIES and r.entity and told_of]
        joint = _cues()["joint"].search(clause.words)
        if joint is not None and clause.people:
            who += [r for r in _between(clause, joint.start("who"), joint.end("who")) if r.type == "Person"]
        listed = waiting[1] if waiting is not None and waiting[0] is clause.sentence and who and not clause.people else ()
        ids = tuple(dict.fromkeys(r.entity for r in (*listed, *who) if r.entity)) or step.actors
        for event in events:
            for one in ids:
                yield _at(one, event, step, role, held)


def _members(clause: Clause) -> bool:
    """Whether its subject is told of for some who hold a post in it: 市委|常委及有关部门负责同志参加会议."""
    return clause.words.startswith(SIGNS["Title"]) and clause.ref(0).text.endswith(tuple(words("attended")["members"]))


def _spoke_at(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """甲在某论坛上指出: whoever speaks there is there."""
    clause = step.clause
    found = _cues()["spoke_at"].match(clause.words) if clause.people else None
    if found is None:
        return
    event = clause.ref(found.start("event"))
    for ref in clause.people if any(event is named for _, named in named_events(clause)) else ():
        if ref.entity is not None and event.entity is not None:
            yield _at(ref.entity, event.entity, step, "发言", held)


def _come_for(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """会见来华出席某论坛的甲、乙: those who are met attend it."""
    text, refs = step.clause.text, step.clause.refs
    found = _cues()["come_for"].search(text)
    if found is None or (event := refs[len(SIGN.findall(text, 0, found.start("event")))].entity) is None:
        return
    for ref in refs[len(SIGN.findall(text, 0, found.end())) :]:
        if ref.type == "Person" and ref.entity is not None:
            yield _at(ref.entity, event, step, "出席", held)


def _meanwhile(step: Step, after: Step | None, held: dict[str, Held]) -> Iterator[Draft]:
    """在出席甲论坛和主持乙会议期间，丙考察…: who acts in the next clause is there."""
    clause = step.clause
    if after is None or after.clause.sentence is not clause.sentence or clause.subjects or not after.clause.own:
        return
    found = _cues()["meanwhile"].search(clause.text)
    if found is None:
        return
    for _, event in named_events(clause):
        for ref in after.clause.people if event.entity is not None else ():
            if ref.entity is not None:
                yield _at(ref.entity, str(event.entity), step, "出席", held)


def _heard_bodies(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """召开座谈会，听取甲局、乙公司负责人发言: the bodies whose people are heard at the event of the story."""
    clause = step.clause
    if step.event is None or step.event.event is None or not _near(step):
        return
    found = _cues()["heard_bodies"].search(clause.text)
    for ref in clause.refs_in(*found.span("who")) if found is not None else ():
        if (
            ref.type in _BODIES
            and ref.entity is not None
            and not _cues()["of_group"].match(clause.sentence.text, ref.end - clause.sentence.start)
        ):
            yield _at(ref.entity, step.event.event, step, "发言", held)


def _drawn(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """本届展会吸引了甲公司、乙公司等企业参展: at the event of the story, where the clause names none."""
    clause, event = step.clause, step.event.event if step.event is not None else None
    found = _cues()["drawn"].match(clause.text) if event is not None and _near(step) else None
    for ref in clause.refs_in(*found.span("who")) if found is not None else ():
        if ref.type in _BODIES and ref.entity is not None and event is not None:
            yield _at(ref.entity, event, step, "参展" if "参展" in clause.words else "参加", held)


def _reporters(step: Step, held: dict[str, Held]) -> Iterator[Draft]:
    """会议听取了局长甲作的关于…的报告: whoever reports is there."""
    clause = step.clause
    if step.event is None or step.event.event is None:
        return
    heard = _cues()["hears"].search(clause.text)
    if heard is None or not _near(step):
        return
    event = any(r.type == "Event" and r.start == clause.sentence.start for r in clause.sentence.refs)
    if event or _cues()["sits"].match(clause.sentence.text.strip()):
        for found in _cues()["reports"].finditer(clause.text, heard.end()):
            if (who := clause.ref_at(found.start("who")).entity) is not None:
                yield _at(who, step.event.event, step, words("attended")["reports"][found["what"]], held)


def _at(who: str, event: str, step: Step, role: str, held: dict[str, Held]) -> Draft:
    known, sentence = held.get(event, Held()), step.clause.sentence
    date, qualifiers = known.date or step.date, {"role": role}
    return Draft(who, "attended", event, sentence.start, sentence.end, "role", 0.85, known.status, date, qualifiers)


def _told_inside(scene: Scene, step: Step, inside: bool) -> str | None:
    """What people do at the event of the story who only speak (会上，甲介绍…) or act (会上，甲颁发…) there."""
    clause, event = step.clause, step.event
    if event is None or event.event is None or not clause.own or clause.party or not _near(step):
        return None
    if not clause.people and not (_cues()["heads"].match(clause.words) and _cues()["speaks"].search(clause.words)):
        return None
    sentence = clause.sentence.text
    if _cues()["aside"].search(sentence):
        return None
    at = _cues()["inside"].search(sentence) or _cues()["in_it"].search(clause.words)
    if at is None and _cues()["to_others"].search(sentence):
        return None
    if at is None and _heard(scene, step):
        return "发言"
    if at is None and not (inside and _cues()["speaks"].search(clause.words)):
        return None
    noun = _cues()["noun"].search(at[0]) if at is not None else None
    if noun is not None and _kind(noun[1]) not in scene.entities[event.event].name:
        return None  # 座谈会上: not the forum told of before
    if _cues()["other"].search(clause.words):
        return None
    return "发言" if _cues()["speaks"].search(clause.words) else "参加"


def _heard(scene: Scene, step: Step) -> bool:
    """Whether somebody speaks in a story that has just told of a 座谈会 or 恳谈会, where people are called together to be heard.

    Of a 发布会 it is sure of bodies in the sentence that names it (发布会举行，商务部有关负责人表示); people are asked elsewhere too.
    """
    event = step.event.event if step.event is not None else None
    named = any(r.entity == event for r in step.clause.sentence.refs)
    if (
        event is None
        or step.event is None
        or step.clause.sentence.paragraph - step.event.paragraph > _HEARD_FOR
        or step.visit is not None
        or step.meeting is not None
        or not (step.clause.first or named)
    ):
        return False
    called = _cues()["told_at" if named and not step.clause.people else "heard_at"].search(scene.entities[event].name) is not None
    return called and bool(_cues()["puts_forward"].search(step.clause.words))


def _kind(noun: str) -> str:
    """开工仪式 may be what is called 奠基仪式 before; a 座谈会 is no other meeting."""
    return "仪式" if noun.endswith("仪式") else noun


def _between(clause: Clause, start: int, end: int) -> list[Ref]:
    return [clause.ref(m.start()) for m in SIGN.finditer(clause.words, start, end)]


def _sat_in(scene: Scene, step: Step) -> bool:
    """Whether 参加座谈 is said of a 座谈会: one that the paragraph has named, or the story, where it tells of no visit or meeting."""
    event = step.event
    if event is None or event.event is None:
        return False
    if event.paragraph != step.clause.sentence.paragraph and (step.visit is not None or step.meeting is not None):
        return False
    named = any(word in scene.entities[event.event].name for word in words("attended")["sits_in"])
    return named and bool(_cues()["sat_in"].search(step.clause.words))


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
    if not here and found <= set(words("attended")["heard"]) and not _cues()["on_the_spot"].search(acts):
        return None
    return next((str(r) for r in roles if r in found), None)


def _events(scene: Scene, step: Step, role: str, seen: list[str]) -> list[str]:
    """The events a role clause is about: those it names, and the story's where it names none or only a part (开幕式).

    None where it says what another is to deal with: 就下次会议议程草案作了汇报.
    """
    clause = step.clause
    if _cues()["agenda"].search(clause.text):
        return []
    named = [r.entity for i, r in named_events(clause) if r.entity]
    main = step.event.event if step.event is not None else None
    if named:
        if main is not None and main not in named and all(is_generic(scene, e) for e in named):
            return [*named, main]
        return named
    if main is not None and (ceremony := _cues()["own_ceremony"].search(clause.words)) is not None:
        main = _ceremony(scene, ceremony[1], seen)  # 出席开业仪式: not the fair at which the mall was signed
    called = _cues()["called"].search(clause.words)
    if main is None:
        return _only_one(scene, clause, called[1]) if called is not None else []
    if called is not None:  # 出席座谈会: of the events told of, the one that is called so
        main = next(
            (e for e in reversed(seen) if called[1] in scene.entities[e].name.replace("大会", "会")),
            None if called[1].endswith("会") else main,
        )
        return [main] if main is not None else []
    alone = role in words("attended")["alone"] or bool(_cues()["itself"].search(clause.words))
    return [main] if alone and (_near(step) or _said_inside(scene, step, main)) else []


def _ceremony(scene: Scene, begins: str, seen: list[str]) -> str | None:
    """The last event of the story that may be the ceremony at which something begins or is done: one that is called so, or a ceremony of another name."""
    kinds = tuple(words("attended")["ceremonies"])
    return next((e for e in reversed(seen) if begins in scene.entities[e].name or scene.entities[e].name.endswith(kinds)), None)


def _said_inside(scene: Scene, step: Step, event: str) -> bool:
    """Whether a sentence goes back to the event by its kind: 座谈会上，甲发言."""
    at = _cues()["inside"].search(step.clause.sentence.text)
    noun = _cues()["noun"].search(at[0]) if at is not None else None
    return noun is not None and _kind(noun[1]) in scene.entities[event].name


def _only_one(scene: Scene, clause: Clause, noun: str) -> list[str]:
    """The event that 出席座谈会 means where the story is at none: the only one of its kind that has been named."""
    of_kind = {
        entity.id
        for entity in scene.entities.values()
        if entity.type == "Event" and entity.name.endswith(noun) and any(m.start < clause.start for m in entity.mentions)
    }
    return list(of_kind) if len(of_kind) == 1 else []


def _near(step: Step) -> bool:
    """Whether the story still is at its event: no visit or meeting has come up since in this paragraph."""
    event, paragraph = step.event, step.clause.sentence.paragraph
    if event is None:
        return False
    if event.paragraph == paragraph:
        return True
    return not any(f is not None and f.paragraph == paragraph for f in (step.visit, step.meeting))
