"""Encounters: who met whom, as host (会见甲), as guest (拜访甲), at a table (与甲座谈), received where a visit stops (甲接待了一行) or welcomed there (甲对乙一行的到来表示欢迎)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.relations.clauses import Clause
from kg.relations.frame_words import told_as
from kg.relations.frames import Step, steps
from kg.relations.officials import official
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.signs import SIGN, SIGNS, alternatives, pattern, words

_ALONE = re.compile("$|[、，和及与等就举进座会洽商面磋围开深共在]|以及|负责人|有关")  # behind a body that itself is met: not 财政部|长甲
_SOURCE = re.compile("消息|讯(?![息问])|报道")  # behind who tells the story: 会见甲总理乙网消息
_PEOPLE = ("Person", "Company", "Organization")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    met = words("met_with")
    talks = alternatives(met["talks"])
    body = "<Person PublicBody Company Organization>"
    return {
        "seat": pattern(r"<Title>[、兼]<PublicBody Company Organization><Title>"),  # 工商联|副主席、乙集团董事长丙: what else he is
        "verb": pattern(
            rf"(?<!参加)(?:{alternatives(met['verbs'])}(?![的时后前中])|{alternatives(met['calls_on'])}(?=(?:[^，、\ue000-\ue00a]{{2,8}}、)?<Company Organization>?<Title><Person>)"
            rf"|{alternatives(met['has_in'])}(?=<Title>?<Person><Title>?一行|[^，\ue000-\ue00a]{{0,10}}<Company Organization>[^，\ue000-\ue008]{{0,12}}(?:一行|[^，\ue000-\ue00a]{{0,4}}团|<Person>)))"
        ),
        "talk": pattern(
            rf"^(?:一行)?(?:[^，]{{0,10}}(?<!<PublicBody Company Organization>)(?:(?<!<Place>)|(?<=在<Place>)))?[与同和](?P<guests>[^；。]*{body})(?:[^，]{{0,12}}?|(?:就|围绕)[^，；。]{{2,40}}?){talks}(?!会|机制|平台)"
        ),
        "sees": re.compile(alternatives(met["sees"])),
        "gets": pattern(
            rf"^(?:一行)?[^，\ue000-\ue00a]{{0,4}}?{alternatives(met['gets'])}了?(?P<guests>(?:<PublicBody Company Organization Place Title Person>|[、和及兼]){{0,10}}<Person>)"
            rf"(?:等)?[^，\ue000-\ue00a]{{0,6}}?{alternatives(met['given'])}"
        ),
        "met_alone": re.compile(rf"^{alternatives(met['met_alone'])}(?:并[^，]{{0,8}})?$"),
        "firm_calls": pattern(rf"^<Company>[^，\ue000-\ue00a]{{0,4}}一行[^，\ue000-\ue00a]{{0,4}}{alternatives(met['calls_in'])}"),
        "side_by_side": pattern(
            rf"^[^，\ue000]*<Person>[和与](?:<PublicBody Company Organization Place Title>)*<Person>(?:一行)?(?![^，]{{0,8}}(?:{alternatives(words('attended')['attends'])}))(?:(?:就|围绕)[^，；。\ue000-\ue00a]{{2,30}})?"
            rf"(?:进行|举行|开展|作)?了?[^，\ue000-\ue00a]{{0,8}}?{talks}(?!会)"
        ),
        "with_them": pattern(
            rf"^[^，\ue000-\ue00a]{{0,6}}[与同和]{alternatives(met['them'])}(?!{alternatives(met['not_them'])})(?:一行)?[^，\ue000-\ue00a]{{0,14}}?{talks}(?!会)"
        ),
        "stands_for": pattern(r"代表[^，。；]*?<Person>[^，。；\ue000]{0,12}的(?=[^，。；]*<Person>)"),
        "home": pattern(
            rf"(?:(?<![谈提说听想看]){alternatives(met['comes_in'])}了?|^在)(?P<who>[^，；\ue000]{{0,24}}<Person>(?:[、和]<Person>)*){alternatives(met['folk'])}*[的两一]?{alternatives(met['homes'])}(?!{alternatives(met['no_home'])})"
        ),
        "receives": re.compile(
            rf"{alternatives(met['receives'])}了?{alternatives(words('narrative')['party'])}|{alternatives(met['warmly'])}接待(?:$|并)"
        ),
        "welcomes": pattern(
            rf"^<Title>?(?:首先|先|再次)?(?:(?:代表|<Title>)[^，]{{0,20}}?)?[对向](?P<guests>(?!{alternatives(met['not_come'])})[^，。；]{{1,40}}?)(?:{alternatives(met['arrives'])}[^，。；]{{0,12}}?)?表示(?:了)?[^，。；]{{0,8}}?欢迎"
        ),
        "welcome_to": pattern(
            rf"^<Title>?(?:首先|先|再次|热烈|代表[^，]{{0,12}})*欢迎(?P<guests>(?!{alternatives(met['not_come'])})(?:<Title>?<Person>(?:、|和)?)+<Title>?)(?:等)?(?:一行)?(?:的到来|再次)?(?:来|到|莅|回)"
        ),
        "came": pattern(rf"一行|{alternatives(words('narrative')['party'])}|{alternatives(met['arrives'])}"),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """met_with statements of an article."""
    told = steps(scene)
    for before, step, after in zip((None, *told), told, (*told[1:], None), strict=False):
        clause = step.clause
        yield from _at_home(step, after)
        yield from _sees_them(step, before)
        hosts = _hosts(step)
        if clause.content or not hosts:
            continue
        if _cues()["receives"].search(clause.words):
            yield from _received(step, hosts)
            continue
        if (welcome := _cues()["welcomes"].match(clause.words) or _cues()["welcome_to"].match(clause.words)) is not None:
            yield from _welcomed(step, hosts, welcome)
            continue
        gets = _cues()["gets"].match(clause.words)
        m = _cues()["verb"].search(clause.words) if gets is None else None
        verb = m.start() if m is not None else 0
        if m is not None:
            guests = _guests(clause, m.end(), len(clause.words), _PEOPLE)
            if not any(guest.type == "Person" for guest in guests) and _cues()["sees"].fullmatch(m[0]):
                continue  # 走访慰问甲养老院: who goes to a house meets nobody yet
        else:
            talk = gets or _cues()["talk"].match(clause.words)
            if talk is None:
                yield from _side_by_side(scene, step)
                continue
            guests = _guests(clause, talk.start("guests"), talk.end("guests"), (*_PEOPLE, "PublicBody"))
            verb = talk.start("guests") - 1
        apart = "分别" in clause.words and len(hosts) == len([g for g in guests if g.type == "Person"]) > 1
        for draft in _pairs(step, hosts, guests, apart):
            yield replace(draft, status=told_as(clause.words, verb))


def _hosts(step: Step) -> tuple[str, ...]:
    """Who meets somebody: people, or else a body, or a firm of which a party comes (甲公司一行拜访乙)."""
    clause = step.clause
    firms = clause.refs[:1] if clause.party and _cues()["firm_calls"].match(clause.text) else ()
    bodies = [r for r in clause.subjects if r.type == "PublicBody"]
    return step.actors or tuple(r.entity for r in (*bodies, *firms) if r.entity is not None)


def _sees_them(step: Step, before: Step | None) -> Iterator[Draft]:
    """乙一行来访，甲会见: those whom the clause before is about. 甲与客人一行会谈: those whom the story is about."""
    clause = step.clause
    guests: tuple[str, ...] = ()
    if clause.content or not clause.people or not clause.own:
        return
    if _cues()["with_them"].match(clause.words) is not None:
        known = step.meeting.guests if step.meeting is not None else ()
        guests = known or (step.visit.heads if step.visit is not None and not step.lead else ())
    elif before is not None and before.clause.sentence is clause.sentence and _cues()["met_alone"].match(clause.words) is not None:
        guests = before.actors
    for guest in guests:
        for host in step.actors:
            if guest not in step.actors:
                yield Draft(host, "met_with", guest, clause.sentence.start, clause.sentence.end, "met", 0.85, date=step.date)


def _side_by_side(scene: Scene, step: Step) -> Iterator[Draft]:
    """甲和乙就合作深入交流: with each other, where one is public and the other is not."""
    clause = step.clause
    if len(clause.people) != 2 or not clause.own or _cues()["side_by_side"].match(clause.text) is None:
        return
    one, other = (ref.entity for ref in clause.people)
    if one is not None and other is not None and official(scene, one) != official(scene, other):
        yield Draft(one, "met_with", other, clause.sentence.start, clause.sentence.end, "met", 0.85, date=step.date)


def _at_home(step: Step, after: Step | None) -> Iterator[Draft]:
    """走进村民甲、乙家, 在居民甲家，市长乙…: whoever comes in meets those who live there; a clause without a subject tells of who acts in the next."""
    clause = step.clause
    home = _cues()["home"].search(clause.text) if SIGNS["Person"] in clause.text and not clause.content else None
    if home is None:
        return
    hosts = step.actors
    if not hosts and after is not None and after.clause.sentence is clause.sentence and after.clause.own:
        hosts = after.actors
    sentence = clause.sentence
    for ref in clause.refs_in(*home.span("who")):
        for host in hosts:
            if ref.type == "Person" and ref.entity is not None and ref.entity not in hosts:
                yield Draft(host, "met_with", ref.entity, sentence.start, sentence.end, "met", 0.85, date=step.date)


def _received(step: Step, hosts: tuple[str, ...]) -> Iterator[Draft]:
    """甲接待了一行: the leads of the visit."""
    sentence = step.clause.sentence
    leads = step.visit.heads if step.visit is not None else ()
    for lead in leads:
        for host in hosts:
            if host not in leads:
                yield Draft(lead, "met_with", host, sentence.start, sentence.end, "met", 0.85, date=step.date)


def _welcomed(step: Step, hosts: tuple[str, ...], welcome: re.Match[str]) -> Iterator[Draft]:
    """甲对乙一行的到来表示欢迎: those named as having come, or else the leads of the visit; only a person speaks for the house."""
    clause = step.clause
    if not clause.people or (welcome.re is _cues()["welcomes"] and _cues()["came"].search(welcome[0]) is None):
        return
    named = [r.entity for r in _guests(clause, *welcome.span("guests"), ("Person",)) if r.entity is not None]
    for guest in named or (step.visit.heads if step.visit is not None else ()):
        for host in hosts[:1]:
            if guest not in hosts:
                yield Draft(host, "met_with", guest, clause.sentence.start, clause.sentence.end, "welcomed", 0.85, date=step.date)


def _guests(clause: Clause, start: int, end: int, types: tuple[str, ...]) -> list[Ref]:
    """The people of a stretch of words, each after the body or firm it comes from."""
    away = [m.span() for m in _cues()["stands_for"].finditer(clause.words, start, end)]
    found = [
        (m.end(), clause.ref(m.start()))
        for m in SIGN.finditer(clause.words, start, end)
        if not any(first <= m.start() < last for first, last in away)
    ]
    return [
        r
        for at, r in found
        if r.type in types
        and r.entity is not None
        and (r.type != "PublicBody" or _ALONE.match(clause.words[at:]))
        and not (r.type == "Organization" and (_SOURCE.match(clause.words[at:]) or _cues()["seat"].match(clause.words[at:])))
    ]


def _pairs(step: Step, hosts: tuple[str, ...], guests: list[Ref], apart: bool) -> Iterator[Draft]:
    sentence = step.clause.sentence
    person = -1
    held: list[Ref] = []
    for guest in guests:
        if guest.type != "Person":
            held.append(guest)
            continue
        person += 1
        chosen = hosts[person : person + 1] if apart else hosts
        for host in chosen:
            for other in (guest, *held):
                if other.entity is not None and other.entity != host:
                    yield Draft(host, "met_with", other.entity, sentence.start, sentence.end, "met", 0.9, date=step.date)
        held = []
    if person < 0 and held:
        for host in hosts:
            for other in held:
                if other.entity is not None:
                    yield Draft(host, "met_with", other.entity, sentence.start, sentence.end, "met-body", 0.7, date=step.date)
