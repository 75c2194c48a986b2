"""Posts: who is what where (市委副书记、市长甲), who becomes it (任命甲为…), who was it (曾任, 免去甲的…职务).

Rows of roles come from kg/relations/roles.py, their people from kg/relations/holders.py, their bodies from kg/relations/post_bodies.py. Here they are joined.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.relations.affiliated import affiliated
from kg.relations.envoys import title_at
from kg.relations.holders import Held, cues, holders, last_people
from kg.relations.parties import led, sent_by
from kg.relations.post_bodies import PostBodies, appointing
from kg.relations.resumes import entries, is_career
from kg.relations.roles import Line, Role, Row, heads, line, rows, without_candidacy
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import SIGNS, pattern, words
from kg.relations.workplaces import in_career, worked
from kg.types import Status

_LEAVES = ("posts:left", "posts:bare-left", "posts:dismissed", "posts:bare-dismissed")
_NAMED = ("posts:title-name", "posts:bare-title-name")
_DIED = pattern(r"<Person>(?=(?:同志|先生|女士|教授|院士|老人)?(?:（[^（）]*）)?[^。；\ue000]{0,40}享年)")
_TAKEN = ("posts:takes", "posts:bare-takes", "posts:is", "posts:bare-is")
_TAKES = ("takes", "is", "appointed", "proposed", "will", "mark")  # rules by which somebody comes to a post


def propose(scene: Scene) -> Iterator[Draft]:
    """holds_position statements of an article."""
    if not any(entity.type == "Person" for entity in scene.entities.values()):
        return
    reader = _Reader(scene)
    read = [list(reader.read(sentence)) for sentence in scene.sentences]
    later = {(d.subject, d.object, d.qualifiers.get("title")) for told in read for d in told if d.rule in _LEAVES}
    dead = _dead(scene)
    held: dict[tuple[str, str], str] = {}  # where somebody was first said to hold a post
    for sentence, told in zip(scene.sentences, read, strict=True):
        told = [d for d in told if not _elsewhere(scene, d, held.get((d.subject, _plain(d)), d.object))]
        for draft in told:
            held.setdefault((draft.subject, _plain(draft)), draft.object)
        told = [_over(d) if d.subject in dead and d.relation == "holds_position" else d for d in told]
        left = {(draft.subject, draft.object): draft.rule for draft in told if draft.status == "former"}
        given_up = {(d.subject, d.object, d.qualifiers.get("title")) for d in told if d.rule in _LEAVES}
        for draft in told:
            if draft.status == "asserted" and (draft.subject, draft.object, draft.qualifiers.get("title")) in given_up:
                continue  # 行长甲因工作调整，辞去行长职务
            if draft.rule in _NAMED and (draft.subject, draft.object, draft.qualifiers.get("title")) in later:
                continue  # 收到行长甲的辞职报告。甲申请辞去行长职务
            if (
                draft.rule not in ("posts:takes", "posts:bare-takes", "posts:bare-is")
                or draft.status != "asserted"
                or (draft.subject, draft.object) not in left
                or (draft.rule == "posts:takes" and left[draft.subject, draft.object] == "posts:left")
                or left[draft.subject, draft.object] == "posts:bare-title-name"  # 原财务总监甲改任公司副总经理
                or cues()["stays"].search(sentence.text)
            ):
                yield draft  # 原甲公司副总裁乙出任总经理: of another firm, which the sentence need not name


class _Reader:
    """Reads sentences in order and remembers who was named last, and when."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.bodies = PostBodies(scene)
        self.firms = {name for e in scene.entities.values() if e.type == "Company" for name in (e.name, *e.aliases)}
        self.paragraph = -1
        self.topic: tuple[Ref, ...] = ()  # whom the last sentence of the paragraph spoke of
        self.alone = False  # and of nobody else
        self.newest: tuple[Ref, ...] = ()  # who was last said to take a post, if one man was
        self.last: Ref | None = None  # the body that a sentence goes on with behind a semicolon
        self.day: str | None = None
        self.career = is_career(scene)
        self.deciding = False  # the paragraph tells what was decided

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """What one sentence tells."""
        own = line(sentence, opens=sentence.paragraph != self.paragraph)
        if sentence.paragraph != self.paragraph:
            goes_on = self.topic if self.alone and cues()["pronoun"].match(own.text) else ()
            if self.newest and cues()["told_of_him"].match(own.text):
                goes_on, self.alone = self.newest, True  # 男，汉族，1966年生: who has just come to a post
            self.paragraph, self.topic, self.deciding = sentence.paragraph, goes_on, False
        self.bodies.opens(own)
        last = stays = self.last  # the body of the row before, also across a semicolon
        drafts: list[Draft] = []
        for row in (self.bodies.filled(own, found) for found in rows(own)):
            body = self.bodies.of(own, row, last)[-1]
            for held in self._career(own, row) or holders(own, row, self.topic, deciding=self.deciding):
                by = appointing(own, held)
                body = self.bodies.of(own, row, by)[-1] if by is not None else body
                if held.moves:  # 2016年任A局局长，三年后转任B公司副总经理
                    drafts = [_over(d) if d.rule in _TAKEN and d.subject in {p.entity for p in held.people} else d for d in drafts]
                drafts += self._drafts(own, held, by or last)
                if held.rule in _TAKES and held.status != "former":
                    self.newest = held.people if len(held.people) == 1 else ()
                self.bodies.former((role.holder for role in held.row.roles), over=held.status == "former")
                stays = body if held.status == "asserted" and body is not None else stays
            last = body or last
            self.bodies.told(own, row)
        self.last = stays if sentence.text.endswith("；") else None
        yield from drafts
        yield from self._other(own)
        yield from self._lines(own)
        self.deciding = self.deciding or bool(cues()["appointed"].search(own.text))
        people = own.people(0, len(own.text))
        self.topic = (people[0],) if people else self.topic
        self.alone = len({p.entity for p in people}) == 1 if people else self.alone
        self.bodies.closes(own)
        self.day = next(
            (str(r.data["value"]) for r in sentence.refs if r.type == "Date" and len(str(r.data.get("value", ""))) == 10), self.day
        )

    def _career(self, own: Line, row: Row) -> tuple[Held, ...]:
        """A row in a line of the career of whom the text speaks: 2006.03—2011.05 甲县副县长."""
        if not self.career or not self.topic or row.roles[0].holder is None:
            return ()
        entry = next((e for e in entries(own) if e.start <= row.start < e.end), None)
        if entry is None or own.people(entry.start, entry.end) or cues()["gives_up"].search(own.text, entry.start, row.start):
            return ()
        status: Status = "former" if entry.until else "asserted"
        return (Held(row, self.topic, status, "career", 0.85, period=(entry.since, entry.until)),)

    def _lines(self, own: Line) -> Iterator[Draft]:
        """Houses that a career names without a post: 1988.07—1990.08 甲厂职工."""
        if not self.career or not self.topic or own.people(0, len(own.text)):
            return
        for entry, where, title in in_career(own):
            for draft in _told(own, self.topic[0], where, "", "former" if entry.until else "asserted"):
                post = {"title": title} | dict(zip(("start", "end"), (entry.since, entry.until), strict=True))
                yield replace(draft, rule="posts:career-house", confidence=0.85, qualifiers=post)

    def _drafts(self, own: Line, held: Held, last: Ref | None) -> Iterator[Draft]:
        bodies = self.bodies.of(own, held.row, last)
        former = False
        for role, body in zip(held.row.roles, bodies, strict=True):
            status = _status(role, held.status)
            ended = role.mark in words("holds_position")["former_marks"] or role.title.text.startswith(("原", "前")) or _once(role)
            former = ended or (former and role.holder is None and not own.text.endswith("现任", 0, role.start))
            status = "former" if former and status == "asserted" else status
            bare = role.holder is None and not role.title.entity  # which body is meant the words around do not say
            party = led(own, role) if bare else None
            if party is not None:
                bare, body = False, sent_by(own, role, party)
            if body is None or body.entity is None or (bare and not self.bodies.meant(own, role, body)) or _of_many(own, held, role):
                continue
            controls = heads(role.title.text, "control")  # no post: who is the 实际控制人 of a firm owns it
            if _loosely(own, held, role, bare=bare) or (controls and bare):
                continue
            rule, sure = (f"posts:bare-{held.rule}", held.confidence - 0.1) if bare else (f"posts:{held.rule}", held.confidence)
            if bare and self.bodies.elects(own, role, body):
                rule, sure = "posts:chosen", 0.95
            for person in _each(held, role):
                if person.entity is None or (held.rule == "name-title" and person.text in self.firms) or self._beside(held, person):
                    continue
                yield Draft(
                    person.entity,
                    "owns" if controls else "holds_position",
                    body.entity,
                    own.sentence.start,
                    own.sentence.end,
                    rule,
                    sure,
                    status,
                    self._date(own, held.row.start, told=held.rule != "takes") if held.dated and status == "asserted" else None,
                    {} if controls else _post(own, held, role, body),
                )

    def _beside(self, held: Held, person: Ref) -> bool:
        """Whether somebody told of before only stands beside who holds a post, or behind such a one: 学校校长甲到会。区委书记乙与甲、丙共同见证."""
        if held.rule != "title-name":
            return False
        for before, one in pairwise(p for p in sorted(held.people, key=lambda p: p.start) if p.start <= person.start):
            joined = self.scene.text[before.end : one.start].strip() in ("与", "同") and one.entity is not None
            if joined and any(m.start < before.start for m in self.scene.entities[one.entity or ""].mentions):
                return True
        return False

    def _other(self, own: Line) -> Iterator[Draft]:
        """Posts that a verb tells: 甲创办的A公司, A公司由甲创办, 早年任教于B大学, 曾就职于C公司."""
        for name in ("founds", "later_founds", "sets_up", "founded_by"):
            for m in cues()[name].finditer(own.text):
                for person in own.people(m.start("people"), m.end("people")):
                    for where in (own.refs[i] for i in range(m.start("where"), m.end("where")) if i in own.refs):
                        yield from _told(own, person, where, "创办人", "asserted")
        for m in cues()["he_founds"].finditer(own.text):
            for person in (last_people(own, m.start()) or self.topic)[:1]:
                for where in (own.refs[i] for i in range(m.start("where"), m.end("where")) if i in own.refs):
                    yield from _told(own, person, where, "创办人", "asserted")
        for one in affiliated(own):
            for draft in _told(own, one.person, one.where, one.title, one.status):
                yield replace(draft, rule=f"posts:{one.sign}")
        for m in cues()["leaders_of"].finditer(own.text):
            where = own.refs[m.start("where")]
            if where.type != "Place" or where.text.endswith(tuple("省市县区州旗镇乡")):
                for person in own.people(m.start("people"), m.end("people")):
                    yield from _told(own, person, where, "领导", "asserted")
        for m in cues()["among_leaders"].finditer(own.text):
            where = own.refs[m.start("where")]
            if where.text.endswith("领导") and where.entity is not None:  # 甲、乙等市领导; not of 副市长甲等市领导, whose post is told
                for person in () if own.text.endswith(SIGNS["Title"], 0, m.start()) else own.people(m.start("people"), m.end("people")):
                    yield from _told(own, person, where, where.text, "asserted")
        for person, where, status in worked(own, self.topic):
            if status == "former" or where.type != "PublicBody":
                yield from _told(own, person, where, "", status)
        for m in cues()["works_at"].finditer(own.text):
            told = re.split("[；。]", own.text[: m.start()])[-1] + m[0] + own.text[m.end() : m.end() + 2]
            over = cues()["worked"].search(told) is not None
            for person in (last_people(own, m.start()) or self.topic)[:1]:
                for where in (own.refs[i] for i in range(m.start("where"), m.end("where")) if i in own.refs):
                    if over or where.type != "PublicBody":
                        yield from _told(own, person, where, "", "former" if over else "asserted")
        for m in cues()["was_at"].finditer(own.text):  # 历任A厂技术员、质检科科长
            for at in cues()["at_house"].finditer(own.text, m.start("posts"), m.end("posts")):
                for person in (last_people(own, m.start()) or self.topic)[:1]:
                    if not own.people(m.start("posts"), at.start()):
                        yield from _told(own, person, own.refs[at.start("where")], at["title"], "former")
        for m in cues()["teaches"].finditer(own.text):
            for person in (last_people(own, m.start()) or self.topic)[:1]:
                yield from _told(
                    own, person, own.refs[m.start("where")], "教师", "former" if "早年" in own.text[: m.start()] else "asserted"
                )

    def _date(self, own: Line, end: int, *, told: bool) -> str | None:
        """The day before a position in the sentence; what was decided has else the day that the story told last."""
        dates = [str(r.data["value"]) for i, r in own.refs.items() if i < end and r.type == "Date" and r.data.get("value")]
        return dates[-1] if dates else self.day if told else None


def _dead(scene: Scene) -> set[str | None]:
    """Of whom an article tells the death: 甲同志因病医治无效，于…逝世，享年87岁."""
    lines = (line(sentence) for sentence in scene.sentences if "享年" in sentence.text) if "享年" in scene.text else ()
    return {own.refs[m.start()].entity for own in lines for m in _DIED.finditer(own.text)}


def _plain(draft: Draft) -> str:
    return draft.qualifiers.get("title", "").lstrip("原前")


def _elsewhere(scene: Scene, draft: Draft, first: str) -> bool:
    """Whether a post that somebody was told of at one body is taken for one of another that the sentence does not name: 甲镇原镇长乙…乙任镇长期间."""
    text = scene.text[draft.start : draft.end]
    return (
        draft.object != first
        and draft.rule == "posts:takes"
        and f"{_plain(draft)}期间" in text
        and scene.entities[draft.object].name not in text
    )


def _over(draft: Draft) -> Draft:
    return replace(draft, status="former") if draft.status == "asserted" else draft


def _post(own: Line, held: Held, role: Role, body: Ref) -> dict[str, str]:
    """A post as it is told, and from when until when, where the text says so."""
    return {"title": title_at(own, role, body)} | (dict(zip(("start", "end"), held.period, strict=True)) if held.period else {})


def _each(held: Held, role: Role) -> tuple[Ref, ...]:
    """Who of a row of people has a post: all of them, or of as many posts (甲、乙分别任A局局长、B局局长) one; of more or fewer, which of them nobody says."""
    people, roles = held.people, held.row.roles
    if not held.each or len(people) < 2 or len(roles) < 2:
        return people
    return (people[roles.index(role)],) if len(people) == len(roles) else ()


def _of_many(own: Line, held: Held, role: Role) -> bool:
    """甲委、乙局负责人丙、丁: who is whose, nobody says."""
    charge = tuple(words("holds_position")["in_charge"])
    return len(held.people) > 1 and role.title.text.endswith(charge) and own.text[max(held.row.start - 1, 0)] in "、和及"


def _loosely(own: Line, held: Held, role: Role, *, bare: bool) -> bool:
    """Whether a post is told too loosely: a field of a table (平台名 甲 法人 乙), 担任法人的企业, and 会员 behind a verb, which a firm may become."""
    title = role.title.text
    field = own.text[role.start - 1 : role.start].isspace() and own.text[role.end : role.end + 1].isspace()
    told = held.rule in ("title-name", "filled-by")
    return (bare and (field or (title == "法人" and not told))) or (title.endswith("会员") and held.rule != "title-name")


def _told(own: Line, person: Ref, where: Ref, title: str, status: Status) -> Iterator[Draft]:
    if person.entity and where.entity:
        start, end = own.sentence.start, own.sentence.end
        yield Draft(person.entity, "holds_position", where.entity, start, end, "posts:verb", 0.8, status, None, {"title": title})


def _once(role: Role) -> bool:
    """Whether a body is named as what it was: 于都县原政协|副主席."""
    body = role.holder.text if role.holder is not None and role.holder.type == "PublicBody" else ""
    return "原" in body and re.search("[省市县区州旗镇乡]原(?![州平阳])", body) is not None


def _status(role: Role, status: Status) -> Status:
    data = words("holds_position")
    if _once(role) or role.mark in data["former_marks"] or role.title.text.startswith(("原", "前")):
        return "former"
    if role.mark in data["planned_marks"] or without_candidacy(role.title.text) != role.title.text:
        return "planned"
    return status
