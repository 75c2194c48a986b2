"""Companions: who came along on a visit or sat in at a meeting (甲、乙参加调研; 丙陪同; 在丁陪同下)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from kg.relations.clauses import Clause
from kg.relations.frame_words import begins_item, escorted_by, only_joins
from kg.relations.frames import Frame, Step, steps
from kg.relations.officials import official
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import SIGN, SIGNS, alternatives, pattern, words

_HOMES = ("Company", "Organization", "Project", "Place", "PublicBody")
_POST = 24  # characters before a name in which its post stands
_GAP = 2  # characters between the parts of a post
_NO_POST = re.compile("[见晤谈迎待访察到往赴来与和同跟]")  # what parts a post from the words before it
_OWN = re.compile("[，。；、：\n]|以及")  # what a post is parted from the words before by
_OF_US = re.compile("[我本]?[省市县区州旗](?!领导)|(?:常务)?副[省市县区州]长")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    along = words("accompanied")
    what = alternatives([*along["visit"], *along["meeting"]])
    manner = f"(?:(?!{what}){alternatives(along['manner'])})"
    return {
        "roll": pattern(
            rf"(?:参加|陪同|随同|参与|(?:一同|一起|一道|同行|随行|在座)(?=[^，\ue000-\ue00a]{{0,6}}的))(?P<what>{what})?的?(?:领导|人员|市领导)?{alternatives(along['roll'])}"
        ),
        "takes": pattern(
            r"^(?:一行)?(?:带着|带领|率领|率|携|偕)(?P<who>(?:<PublicBody Company Organization Place Title Person>|[、和及]|以及|[^，、\ue000-\ue00a]{0,8}(?=<Title>))*<Person>)"
            r"(?:等[^，]{0,10}|一行)?，?(?:先后|实地)?(?=[到赴来走深前飞在考调看])"
        ),
        "members": pattern(rf"^(?:{alternatives(words('narrative')['teams'])}的?)?(?:主要)?(?:<Title>|成员|随行人员)(?:还)?(?:有|包括|为)"),
        "convened": pattern(rf"(?:召开|举行|举办)(?:了)?[^，]{{0,16}}?(?:<Event>|{alternatives(words('narrative')['gathering'])})$"),
        "with": re.compile(
            rf"^(?:[^，]{{0,24}}?(?:负责同志|负责人|同志|人员|领导|代表|高管|成员|\ue009))?{manner}*{alternatives(along['with'])}了?(?:参加|参与)?{manner}*(?:(?P<what>{what})(?!会(?![见谈晤]|$)))?(?P<more>.*)$"
        ),
        "groups": re.compile(alternatives(along["groups"])),
        "only_groups": pattern(rf"(?:[^，。；\ue000]{{0,12}}?(?:{alternatives(along['groups'])}|部门<Title>))[、和及等 ]*"),
        "under": pattern(r"[在由](?P<who>[^。；在由]*<Person>[^。；在由]*?)(?:的|全程|一同)?陪同"),
        "meeting": re.compile(alternatives(along["meeting"])),
        "talks": re.compile(alternatives(along["talks"])),
        "ceremony": re.compile(alternatives(along["ceremony"])),
        "any": re.compile(alternatives(along["any"])),
        "escorts": re.compile(f"陪同{alternatives(along['visit'])}"),
        "leads": re.compile(alternatives(along["leads"])),
        "comes": re.compile(
            rf"(?:到访|来访|{alternatives(words('guests')['comes_in'])}[我本]?{alternatives(words('guests')['kinds'])})(?=$|{alternatives(words('guests')['errands'])})"
        ),
    }


def accompanied(scene: Scene, told: Sequence[Step]) -> Iterator[Draft]:
    """accompanied statements of an article."""
    first = _first(told)
    listed: tuple[Sentence, str] | None = None
    here: tuple[Sentence, Frame] | None = None  # a sentence, and what it has last told of
    came: tuple[Sentence, Frame] | None = None  # a sentence, and who comes there to a house without a name: 甲率团到访园区，乙随行
    row: tuple[Sentence, list[Ref]] | None = None  # people of a row that goes on over commas: 县领导甲，有关部门负责人，某镇负责同志陪同
    for at, (step, after) in enumerate(zip_longest(told, told[1:])):
        clause = step.clause
        if begins_item(clause):
            first = _first(told[at:])
        if clause.content:
            continue
        if clause.people and step.opened is None and _cues()["comes"].search(clause.words):
            came = (
                clause.sentence,
                Frame("visit", clause.sentence.paragraph, tuple(r.entity for r in clause.people if r.entity), None, step.date),
            )
        if step.opened is not None:
            here = (clause.sentence, step.opened)
        elif _cues()["convened"].search(clause.words) and (here is None or here[0] is not clause.sentence):
            here = (clause.sentence, Frame("event", clause.sentence.paragraph))
        if clause.party and step.actors and (members := _cues()["members"].match(clause.text)) is not None:
            for ref in clause.refs_in(members.end()):
                yield from _with(ref, step.actors, step, "roll")
        takes = _cues()["takes"].match(clause.words) if clause.people else None
        if takes is not None:
            for sign in SIGN.finditer(clause.words, *takes.span("who")):
                yield from _with(clause.ref(sign.start()), tuple(r.entity for r in clause.people if r.entity), step, "takes-along")
        roll = _cues()["roll"].search(clause.text)
        if roll is not None:
            listed = (clause.sentence, roll["what"] or "")
            frame = _frame(step, first, listed[1], "")
            for ref in clause.refs_in(roll.end()):
                yield from _sits_in(scene, ref, frame, step, listed[1], "roll")
        elif listed is not None and listed[0] is clause.sentence and not clause.words:
            frame = _frame(step, first, listed[1], "")
            for ref in clause.people:
                yield from _sits_in(scene, ref, frame, step, listed[1], "roll")
        under = _cues()["under"].search(clause.text) if SIGNS["Person"] in clause.text else None
        if under is not None:
            heads = step.actors or _behind(step, after) or (step.visit.heads if step.visit is not None else ())
            for ref in clause.refs_in(*under.span()):
                yield from _with(ref, heads, step, "under-company")
        led = escorted_by(clause)
        for ref in clause.people if led else ():
            yield from _with(ref, led, step, "escorts")
        m = None if led else _cues()["with"].match(clause.words.strip())
        waiting = row[1] if row is not None and row[0] is clause.sentence else []
        row = (clause.sentence, [*waiting, *clause.people]) if _only_names(clause) else None
        people = clause.people or (waiting if _cues()["groups"].search(clause.words) else [])
        if m is None or not people or len(SIGN.sub("", m["more"])) > (10 if m["more"][:1] in "和及并或、" else 4):
            continue
        frame = _frame(step, first, m["what"] or "", m["more"])
        if here is not None and here[0] is clause.sentence and not m["what"] and not m["more"]:
            frame = here[1]
        met = bool(m["what"]) and _cues()["meeting"].fullmatch(m["what"]) is not None
        if came is not None and came[0] is clause.sentence and not met and (here is None or here[0] is not clause.sentence):
            frame = came[1]
        if frame is None and _cues()["escorts"].search(clause.words) and (lead := _leader(told, step)) is not None:
            yield from (draft for ref in clause.people for draft in _with(ref, (lead,), step, "along-the-lead"))
        if frame is None or frame.kind == "event":
            continue
        heads = frame.heads
        for ref in people:
            heads = _side(scene, ref, frame) or heads
            yield from _sits_in(
                scene, ref, replace(frame, heads=heads), step, m["what"] if m["what"] and not m["more"] else "", "listed-under"
            )


def _only_names(clause: Clause) -> bool:
    """Whether a clause only names people and a group behind them, and says nothing of them yet."""
    return _cues()["only_groups"].fullmatch(clause.words.strip()) is not None


def only_along(scene: Scene) -> frozenset[str]:
    """Whom a story names as coming along and never as leading anything."""
    told = steps(scene)
    leads = {head for step in told if step.visit is not None for head in step.visit.heads}
    found = (ref.entity for step in told if only_joins(step.clause) for ref in step.clause.people)
    return frozenset(entity for entity in found if entity is not None) - leads


def _leader(told: Sequence[Step], here: Step) -> str | None:
    """Who speaks all through a story that never says where the visit went (甲强调… 甲指出… 乙陪同考察): nobody else may lead more than once."""
    spoke = Counter(
        ref.entity
        for step in told
        if step.clause.start < here.clause.start and _cues()["leads"].match(step.clause.words)
        for ref in step.clause.people[:1]
    )
    ranked = spoke.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] > 1):
        return None
    return ranked[0][0]


def _behind(step: Step, after: Step | None) -> tuple[str, ...]:
    """在乙陪同下，甲来到…: who goes about in the next clause, where a visit begins there."""
    if after is None or after.clause.sentence is not step.clause.sentence or not after.clause.own or after.opened is None:
        return ()
    return after.actors


def _first(told: Sequence[Step]) -> Frame | None:
    """The visit or meeting that an article, or an item of a digest, is about: the first it tells of, unless what comes before is a ceremony."""
    for at, step in enumerate(told):
        if at and begins_item(step.clause):
            return None
        if step.opened is not None:
            return step.opened
        if step.clause.people and _cues()["ceremony"].search(step.clause.words):
            return Frame("event", step.clause.sentence.paragraph)
    return None


def _frame(step: Step, first: Frame | None, what: str, more: str) -> Frame | None:
    """What 参加 means here: the meeting or visit it names, or for 参加活动 what this paragraph or else the article is about."""
    if what and not _cues()["any"].fullmatch(what):
        return step.meeting if _cues()["meeting"].fullmatch(what) and step.meeting is not None else step.visit
    if SIGNS["Event"] in more or (more and not what):
        return None
    here = [f for f in (step.visit, step.meeting, step.event) if f is not None and f.paragraph == step.clause.sentence.paragraph]
    return here[-1] if len(here) == 1 else (first or step.visit or step.meeting)


def _side(scene: Scene, ref: Ref, frame: Frame) -> tuple[str, ...]:
    """Whom somebody with a title comes along with at a meeting: the side that is public, or of a firm, as they are. Without a title: nobody says."""
    if not frame.guests or ref.entity is None:
        return frame.heads
    led = scene.text.endswith("领导", 0, ref.start)
    if not led and not _titled(scene, ref):
        return ()
    own = _OWN.split(scene.text[max(ref.start - _POST, 0) : ref.start])[-1]
    public = official(scene, ref.entity)
    ours, theirs = official(scene, frame.heads[0]), official(scene, frame.guests[0])
    if _OF_US.match(own):
        return frame.heads if ours or not theirs else frame.guests  # 集团董事长甲会见县委书记乙，副县长丙参加: with the county's own
    if _kin(own, _home(scene, frame.heads[0])):
        return frame.heads  # of a firm, but one of ours: 云岭城发集团董事长甲 with 云岭县委书记乙
    if _kin(own, _home(scene, frame.guests[0])):
        return frame.guests
    return frame.guests if public != ours and public == theirs else frame.heads


def _titled(scene: Scene, ref: Ref) -> bool:
    """Whether a post stands before a name."""
    return ref.type == "Person" and any(r.type == "Title" and 0 <= ref.start - r.end <= 1 for s in scene.sentences for r in s.refs)


def _home(scene: Scene, person: str) -> str:
    """The body or place that stands before the post of a person where the person is first named: 云岭县委|书记甲."""
    for sentence in scene.sentences:
        for i, ref in enumerate(sentence.refs):
            if ref.entity == person:
                at, home = ref.start, ""
                for before in reversed(sentence.refs[max(i - 4, 0) : i]):
                    if at - before.end > _GAP or _NO_POST.search(scene.text[before.end : at]):
                        break  # 在市政府|会见了由银川市市长甲, 在银川|会见青禾集团董事长甲
                    at, home = before.start, before.text if before.type in _HOMES else home
                return home
    return ""


def _kin(own: str, home: str) -> bool:
    """Whether a post is of the house or the place of another.

    >>> _kin("云岭城发集团董事长", "云岭县委"), _kin("河北省分行副行长", "青禾银行河北省分行"), _kin("青禾集团董事长", "云岭县委")
    (True, True, False)
    >>> _kin("东海白帆港务集团董事长", "白帆开发区管委会")
    True
    """
    there = home[:2] in own[:6] and home[:2] not in ("中国", "国家", "全国", "中共")
    return len(own) > 3 and len(home) > 1 and (there or own[:2] == home[:2] or own[:4] in home)


def _sits_in(scene: Scene, ref: Ref, frame: Frame | None, step: Step, what: str, rule: str) -> Iterator[Draft]:
    """Whoever takes part; in talks with those who came to visit (参加洽谈, 参加座谈的有), those of another house are the other side."""
    heads = frame.heads if frame is not None else ()
    talks = frame is not None and frame.kind == "visit" and _cues()["talks"].fullmatch(what) is not None
    if not talks or ref.entity is None or not _titled(scene, ref) or official(scene, ref.entity) == official(scene, heads[0]):
        yield from _with(ref, heads, step, rule)
        return
    for draft in _with(ref, heads[:1], step, "opposite"):
        yield replace(draft, relation="met_with")


def _with(ref: Ref, heads: tuple[str, ...], step: Step, rule: str) -> Iterator[Draft]:
    sentence = step.clause.sentence
    for head in heads:
        if ref.type == "Person" and ref.entity is not None and ref.entity not in heads:
            frame = step.visit if step.visit is not None and head in step.visit.heads else step.meeting
            date = frame.date if frame is not None else step.date
            yield Draft(ref.entity, "accompanied", head, sentence.start, sentence.end, rule, 0.9, date=date or step.date)
