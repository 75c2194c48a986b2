"""Visits: who led one and what were its stops; who came along is read by kg/relations/companions.py.

The first paragraph says who leads (市委书记甲到A区调研). After it a stop is what the leads come to (来到B, 走进C), what a paragraph opens with while they are
there (在D展厅，甲边看边问), or what the sentences are about before 一行 looks, asks or speaks. A customer or owner named on the way is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from kg.relations.abroad import abroad
from kg.relations.clauses import Clause
from kg.relations.companions import accompanied
from kg.relations.frame_words import told_as, welcomes
from kg.relations.frames import Frame, Step, steps
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import SIGN, SIGNS, alternatives, pattern, words

STOPS = ("Company", "Organization", "Project", "Place")
_THING = "<Company Organization Project>"


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    see = words("visited")
    between = alternatives(see["between"])
    anything = "<Company Organization Project Place>"
    no_place = alternatives(see["no_place"])
    called = rf"(?:[^，、的与和在同\ue000-\ue00a]{{0,8}}?{alternatives(see['labels'])}的?(?={_THING}))?"
    apposed = rf"(?![^，]{{0,4}}{alternatives(see['go'])})[^，\ue000-\ue00a在与同向为对由]"  # 乡村振兴示范点|甲村
    return {
        "go": pattern(rf"{alternatives(see['go'])}(?:{between}|<Date>)*(?:[^，、的和及与\ue000-\ue00a]{{2,12}}、)*{called}(?={anything})"),
        "made": pattern(rf"^[^，、\ue000-\ue00a]{{0,8}}?{alternatives(see['made'])}的(?:<Place>|[^，、\ue000-\ue00a]{{0,6}})*<Project>"),
        "owns": pattern(rf"^(?:集团)?(?:所属|旗下|下属|控股|所辖)的?[^，、\ue000-\ue00a]{{0,6}}{anything}"),
        "to": pattern(
            rf"(?:(?<![达直看见得遇谈提听收感想拿受做回找用])到|来|莅|深入|走进|前往)(?:位于)?(?:[^，、的和及与在\ue000-\ue00a]{{2,12}}(?:[、和]|以及))*(?:[^，、的\ue000-\ue00a]{{2,8}}的(?=<Company>))?{called}(?={anything})"
        ),
        "at": pattern(rf"在(?={anything}[^，]*?{alternatives(see['at'])}(?!的))(?!.*会见)"),
        "of": pattern(rf"对(?={anything}[^，]*?(?:进行|开展)了?[^，\ue000-\ue00a]{{0,8}}?{alternatives(see['inspects_it'])})"),
        "staff": pattern(
            rf"{alternatives(see['sees'])}了?(?:[^，、的\ue000-\ue00a]{{0,8}}[的在])?<Place>*(?=<Company Organization Project>的?[^，、的\ue000-\ue00a]{{0,8}}{alternatives(see['staff'])})"
        ),
        "field": pattern(
            rf"^(?:随后|接着|之后)?(?:走进|来到|在)?<Place>*(?P<where><Place>)的?[^，、的\ue000-\ue00a]{{0,6}}{alternatives(see['fields'])}[里内中上旁边]?$"
        ),
        "host": pattern(
            r"[在由](?:[^。；在由]*[、和])?(?P<who><Company>)[^，、的\ue000-\ue00a]{0,4}<Title>[^。；在由]*?<Person>[^。；在由]*?陪同"
        ),
        "host_unnamed": pattern(
            r"[在由](?P<who><Company Organization>)[^，、的\ue000-\ue00a]{0,4}(?:<Title>|讲解员|工作人员)(?!<Person>)的?陪同"
        ),
        "hailed": pattern(
            rf"(?P<stop>{anything})[^，\ue000-\ue00a]{{0,8}}?(?P<verb>{alternatives(see['hails'])})(?P<who>(?:<PublicBody Place Title Person>|[、和及兼]){{0,8}}"
            rf"<Person PublicBody>)(?:等)?(?:[^，\ue000-\ue00a]{{0,8}}?{alternatives(see['comings'])}|一行)"
        ),
        "ordered": re.compile(rf"^(?![^，]*{alternatives(see['by_order'])})[^，]*?{alternatives(see['orders'])}[^，]{{0,14}}$"),
        "works": re.compile(
            rf"(?:{alternatives(see['go'])}|(?:前往|赶赴|来|赴|^|，)到)了?{alternatives(see['works'])}(?=$|[，、内里上]|一线|{alternatives(see['look'])})"
        ),
        "shows": re.compile(rf"{alternatives(see['shows'])}[^，]*?{alternatives(see['shown'])}"),
        "next": pattern(
            rf"^(?:的?(?:[^，\ue000-\ue00a]{{0,24}})(?:[、和及]|以及)(?={anything}|{apposed}{{2,8}}{anything})|(?:的|位于|)(?={anything}|{apposed}{{2,6}}{anything}))"
        ),
        "sends": pattern(
            rf"{alternatives(see['sends'])}[^，]{{0,12}}?(?:<Person Company Organization>[^，]{{0,6}}|{alternatives(see['sent'])})$|{alternatives(see['invites'])}(?!后)[^，]{{2,14}}$"
        ),
        "look": re.compile(alternatives(see["look"])),
        "receive": re.compile(alternatives(see["receive"])),
        "not_topic": re.compile(alternatives(see["not_topic"]) + "$"),
        "over": re.compile(rf"^(?:[^，]{{0,6}}){alternatives(see['over'])}"),
        "at_stop": pattern(
            rf"^(?:随后|接着|之后)?(?:走进|来到|在)(?!{alternatives(see['not_in'])})[^\ue000]*{anything}(?![^，]{{0,8}}{no_place})[^\ue000，]{{0,12}}$"
        ),
        "inspect": re.compile(rf"{alternatives(see['inspect'])}了?$"),
        "name_goes_on": pattern(
            rf"^(?:(?:[^，、的和及与在\ue000-\ue00a]{{2,8}}?)?{alternatives(see['facilities'])}(?:[、和及与等，]|以及|$)|{alternatives(see['firm_of'])}<Company>)"
        ),
        "of_it": pattern(f"^的{anything}"),
        "seat_there": re.compile(alternatives(see["seats"])),
        "arrive": re.compile(alternatives(see["arrive"])),
        "lies": re.compile(rf"{alternatives(see['lies'])}$"),
        "whole_place": pattern(rf"^(?:$|的(?!{_THING})|[、和及与，等]|以及|{anything}|进行|{alternatives(see['at'])})"),
        "row": pattern(
            rf"^{anything}(?:[、和及][^，、和及的了在\ue000-\ue00a]{{2,10}}(?=[、和及]|$)|[、和及的]|以及|{anything})*(?:等[^，]{{0,12}})?$"
        ),
        "errand": re.compile(rf"^[^，]{{0,4}}{alternatives(words('narrative')['errand'])}"),
        "wire": pattern(rf"^{anything}(?:<Place Date>|[\s（(])*{alternatives(words('narrative')['datelines'])}"),
        "deictic": re.compile(r"^[我本全]"),
        "comes": re.compile(r"[来到在赴抵临]$"),
        "owner": pattern(rf"^(?:集团)?[^是有为由在，、\ue000-\ue00a]{{0,6}}的[^是有为由，]{{0,8}}?{_THING}"),
        "own_team": re.compile(alternatives(words("narrative")["teams"])),
        "also": pattern(rf"^[、和及与]{_THING}"),
        "partner": pattern(rf"^[和与](?:{_THING}|[、等]){{1,8}}[^，。；\ue000-\ue00a]{{0,12}}{alternatives(see['together'])}"),
        "here": re.compile(rf"{alternatives(see['arrive'])}{alternatives(see['here'])}"),
        "front": pattern(
            rf"^(?!{alternatives(see['lies'])})[^，\ue000-\ue00a]{{0,8}}{anything}(?![的与和同、]|[^，]{{0,8}}{alternatives(see['go'])}|[^，\ue000-\ue00a]{{2,8}}(?:是|为|位于|始建))"
        ),
        "led": re.compile(r"[由被向与同给对为把将从和据让]$"),
        "relative": pattern(
            r"^(?:(?:最后一站|首站|第[一二三四五六七八九]站)(?:是|来到)?|作为|[^，]*(?:的|下|里)|(?:[^，]{0,8}(?:企业|公司|基地))|[^，]{0,4}(?:目前|眼下|如今|现在|据了解|近年来|<Date>))?$"
        ),
        "person_of": pattern(r"^[^，、由与和是在于有的]{0,8}(?:<Title>[^，、]{0,4})?<Person>|^<Title>"),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """visited and accompanied statements of an article."""
    told = steps(scene)
    yield from _stops(told)
    yield from _topics(told)
    yield from _shown(told)
    yield from _here(told)
    yield from _at_works(told)
    yield from _hailed(told)
    yield from abroad(told)
    yield from accompanied(scene, told)


def _stops(told: Sequence[Step]) -> Iterator[Draft]:
    """What the leads come to, as an object of a verb of going or looking, or as 在/到… of a visit."""
    row: tuple[Sentence, Frame] | None = None  # a row of stops that a comma may carry on
    for step in told:
        clause = step.clause
        found: list[tuple[int, Ref]] = []  # where the verb stands, and a stop
        visit = step.visit if step.lead else None
        if row is not None and row[0] is clause.sentence and _cues()["row"].match(clause.text):
            found, visit = [(0, r) for r in clause.refs if r.type in STOPS], row[1]
        elif not clause.content and step.lead and not welcomes(clause):
            found = list(_objects(clause))
        row = (clause.sentence, visit) if found and visit is not None and SIGN.match(clause.text[-1:]) else None
        each = visit is not None and visit.apart and step.opened is visit and len(found) == len(visit.heads)  # 甲、乙分别到A、B
        for at, (verb, ref) in enumerate(found):
            if visit is not None:
                party = replace(visit, heads=visit.heads[at : at + 1]) if each else _going(visit, step)
                for draft in _visited(party, ref, clause.sentence.start, clause.sentence.end, "visit-verb", 0.9, step.date):
                    yield replace(draft, status=told_as(clause.words, verb))


def _going(visit: Frame, step: Step) -> Frame:
    """A visit whose leads go each their own way (甲、乙分别走访): only those who act here."""
    here = tuple(head for head in visit.heads if head in step.actors)
    return replace(visit, heads=here) if visit.apart and here else visit


def _objects(clause: Clause) -> Iterator[tuple[int, Ref]]:
    seen: set[int] = set()
    for name in ("go", "to", "at", "of", "staff"):
        for m in _cues()[name].finditer(clause.words):
            at = m.end()
            if _cues()["sends"].search(clause.words, 0, m.start()) or _cues()["ordered"].search(clause.words[: m.start()]):
                continue
            if _cues()["errand"].match(clause.words[at + 1 :]):
                continue
            while at < len(clause.words):
                ref = clause.ref(at)
                if ref.type not in STOPS:
                    break
                if _cues()["person_of"].search(clause.words[at + 1 :]):
                    break
                made = _cues()["made"].match(clause.words[at + 1 :])
                if made is not None and ref.type == "Company":
                    at += made.end()
                    continue
                owns = _cues()["owns"].match(clause.words[at + 1 :])
                if owns is not None and ref.type in ("Company", "Organization"):
                    at += owns.end()
                    continue
                if at not in seen and not _attribute(clause.words, m.start(), m.end(), at, ref):
                    seen.add(at)
                    yield m.start(), ref
                more = _cues()["next"].match(clause.words[at + 1 :])
                if more is None:
                    break
                following = SIGN.search(clause.words, at + 1 + more.end())
                if following is None:
                    break
                at = following.start()


def _attribute(text: str, start: int, end: int, at: int, ref: Ref) -> bool:
    """调研A市工业发展情况: the place only says whose; 视察我市…: we are where we are, unless somebody comes to us (来我市考察)."""
    if ref.type != "Place":
        return False
    if text[at - 1 : at] == SIGNS["Company"] and _cues()["seat_there"].match(text, at + 1):
        return True  # 到甲集团|北京|总部
    if _cues()["name_goes_on"].match(text[at + 1 :]) or _cues()["lies"].search(text[start:at]):
        return True
    if _cues()["of_it"].match(text[at + 1 :]) and not _cues()["arrive"].search(text[start:end]):
        return True
    inspect = bool(_cues()["inspect"].search(text[start:end]) or text[start:end] == "对") and not _cues()["whole_place"].match(
        text[at + 1 :]
    )
    return inspect or bool(_cues()["deictic"].match(ref.text) and not _cues()["comes"].search(text[start:end]))


def _visited(visit: Frame, ref: Ref, start: int, end: int, rule: str, confidence: float, date: str | None) -> Iterator[Draft]:
    for head in visit.heads:
        if ref.entity is not None and ref.entity != head:
            yield Draft(head, "visited", ref.entity, start, end, rule, confidence, date=visit.date or date)


def _topics(told: Sequence[Step]) -> Iterator[Draft]:
    """Stops that the sentences are about, once the party looks, asks or speaks in the same paragraph."""
    for _, group in groupby(told, key=lambda s: s.clause.sentence.paragraph):
        waiting: dict[str, tuple[Ref, int, bool]] = {}
        for step in group:
            clause = step.clause
            visit = step.visit
            if visit is None:
                continue
            if _cues()["over"].match(clause.text) and clause.first:
                break
            if not clause.content and not welcomes(clause):
                for ref, strong in _topic(clause):
                    if ref.entity is not None:
                        waiting.setdefault(ref.entity, (ref, clause.sentence.start, strong))
            if clause.content or not waiting:
                continue
            acts = step.lead and (bool(_cues()["look"].search(clause.words)) or any(strong for _, _, strong in waiting.values()))
            received = (
                not step.lead
                and bool(clause.people)
                and bool(_cues()["receive"].search(clause.words))
                and any(w[2] for w in waiting.values())
            )
            if acts or received:
                party = _going(visit, step) if acts else visit
                for ref, start, _ in waiting.values():
                    yield from _visited(party, ref, start, clause.sentence.end, "visit-topic" if acts else "visit-received", 0.8, step.date)
                waiting = {}


def _shown(told: Sequence[Step]) -> Iterator[Draft]:
    """在甲公司董事长乙陪同下，参观了车间: they are at 甲公司 where the sentence comes to no other stop."""
    host: tuple[Sentence, Ref] | None = None
    for step in told:
        clause = step.clause
        found = _cues()["host"].search(clause.text) or _cues()["host_unnamed"].search(clause.text)
        if found is not None and not clause.content:
            firms = {r.entity for r in clause.refs_in(*found.span()) if r.type in ("Company", "Organization")}
            others = [r for r in clause.sentence.refs if r.type in STOPS and r.start > clause.refs_in(0, found.end())[-1].end]
            stops = [r for s in told if s.clause.sentence is clause.sentence for _, r in _objects(s.clause) if r.type != "Place"]
            host = None if len(firms) > 1 or others or stops else (clause.sentence, clause.ref_at(found.start("who")))
        if host is None or host[0] is not clause.sentence or clause.content or not step.lead or step.visit is None:
            continue
        if (shows := _cues()["shows"].search(clause.words, clause.words.find("陪同") + 1)) is not None:
            for draft in _visited(step.visit, host[1], clause.sentence.start, clause.sentence.end, "visit-host", 0.8, step.date):
                yield replace(draft, status=told_as(clause.words, shows.start()))
            host = None


def _here(told: Sequence[Step]) -> Iterator[Draft]:
    """白帆古城有八百年历史。…甲来到这里: the place that the paragraph has put in front last."""
    for _, group in groupby(told, key=lambda s: s.clause.sentence.paragraph):
        front: tuple[int, Ref] | None = None
        for step in group:
            clause = step.clause
            if front is not None and not clause.content and step.lead and step.visit and _cues()["here"].search(clause.words):
                yield from _visited(step.visit, front[1], front[0], clause.sentence.end, "visit-here", 0.85, step.date)
                front = None
            if not clause.people and (found := _cues()["front"].match(clause.text)) is not None and clause.first:
                front = clause.sentence.start, clause.ref_at(found.end() - 1)


def _at_works(told: Sequence[Step]) -> Iterator[Draft]:
    """来到项目察看进展: the one project that the paragraph has named so far; at its very start, the one of the paragraph before."""
    named: dict[int, dict[str, Ref]] = {}  # the projects of each paragraph
    begins: dict[int, int] = {}  # where the first sentence of each paragraph starts
    for step in told:
        clause = step.clause
        at = clause.sentence.paragraph
        opens = begins.setdefault(at, clause.sentence.start) == clause.sentence.start
        near = named.get(at) or (named.get(at - 1, {}) if opens else {})
        acts = not clause.content and step.lead and len(near) == 1
        if acts and step.visit is not None and (found := _cues()["works"].search(clause.words)) is not None:
            ref = next(iter(near.values()))
            for draft in _visited(_going(step.visit, step), ref, ref.start, clause.sentence.end, "visit-works", 0.75, step.date):
                yield replace(draft, status=told_as(clause.words, found.start()))
        for ref in clause.refs:
            if ref.type == "Project" and ref.entity is not None:
                named.setdefault(at, {}).setdefault(ref.entity, ref)


def _hailed(told: Sequence[Step]) -> Iterator[Draft]:
    """甲公司迎来了乙的调研: a stop that tells of who has come."""
    for step in told:
        clause = step.clause
        found = _cues()["hailed"].search(clause.text) if not clause.content else None
        if found is None:
            continue
        stop, who = clause.ref_at(found.start("stop")), clause.refs_in(*found.span("who"))
        people = tuple(r.entity for r in who if r.type == "Person" and r.entity)
        heads = people or tuple(r.entity for r in who[-1:] if r.entity)
        visit = Frame("visit", clause.sentence.paragraph, heads, None, step.date)
        for draft in _visited(visit, stop, clause.sentence.start, clause.sentence.end, "visit-hailed", 0.85, step.date):
            yield replace(draft, status=told_as(clause.text, found.start("verb")))


def _topic(clause: Clause) -> Iterator[tuple[Ref, bool]]:
    """What a clause is about: the names it puts in front. True: it says 在…, so the party is there."""
    text = clause.text
    if clause.people or _cues()["wire"].match(text):
        return
    signs = [(m.start(), r) for m, r in zip(SIGN.finditer(text), clause.refs, strict=True)]
    if (field := _cues()["field"].match(text)) is not None:
        yield clause.ref_at(field.start("where")), True
        return
    if _cues()["at_stop"].search(text):
        for i, ref in signs:
            if ref.type in STOPS and (ref.type != "Place" or _cues()["whole_place"].match(text[i + 1 :])):
                yield ref, True
        return
    for k, (i, ref) in enumerate(signs):
        after, before = text[i + 1 :], SIGN.sub("", text[:i])
        if ref.type in ("Person", "Title", "PublicBody", "Event", "Policy", "Amount"):
            return
        if ref.type not in ("Company", "Organization", "Project") or ref.anaphor:
            continue
        if _cues()["owner"].match(after):
            continue
        if _cues()["own_team"].match(after):
            return  # 甲协会考察团: who came, not where to
        if (
            len(before) > 20
            or _cues()["led"].search(before)
            or _cues()["not_topic"].search(before)
            or not _cues()["relative"].match(text[:i])
        ):
            before_last = text[:i]
            if k == 0 or not before_last.endswith(("的", "下")):
                return
        if _cues()["person_of"].match(after):
            return
        yield ref, False
        if _cues()["partner"].match(after):
            return  # 甲公司与乙大学合作: they are at the first
        while _cues()["also"].match(after) and k + 1 < len(signs):
            k += 1
            i, ref = signs[k]
            after = text[i + 1 :]
            yield ref, False
        return
