"""Posts: who is what where (市委副书记、市长甲), who becomes it (任命甲为…), who was it (曾任, 免去甲的…职务).

Rows of roles come from kg/relations/roles.py, their people from kg/relations/holders.py. Here each role gets its body.
"""

import re
from collections.abc import Iterator

from kg import jurisdiction
from kg.relations.clauses import words
from kg.relations.elections import chooses, chosen, elected_to, electing
from kg.relations.envoys import sender, title_at
from kg.relations.holders import Held, cues, holders, last_people
from kg.relations.parties import led, sent_by
from kg.relations.protagonist import SOURCE, protagonist
from kg.relations.roles import Line, Role, Row, heads, line, rows
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.types import Status

_LEAD = 4  # characters of a word such as 同样 before the comma
_OPENING = 14  # characters before the firm that opens a sentence
_NEAR = 200  # characters back to a firm that 集团 stands for


def propose(scene: Scene) -> Iterator[Draft]:
    """holds_position statements of an article."""
    if not any(entity.type == "Person" for entity in scene.entities.values()):
        return
    reader = _Reader(scene)
    for sentence in scene.sentences:
        told = list(reader.read(sentence))
        left = {(draft.subject, draft.object) for draft in told if draft.status == "former"}
        for draft in told:
            if (
                draft.rule not in ("posts:takes", "posts:bare-takes")
                or draft.status != "asserted"
                or (draft.subject, draft.object) not in left
            ):
                yield draft  # 原甲公司副总裁乙出任总经理: of another firm, which the sentence need not name


class _Reader:
    """Reads sentences in order and remembers who and what was named last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.before: list[Ref] = []  # mentions so far
        self.front: Ref | None = None  # the firm that the story is at
        self.seen = 0  # the paragraph in which it came to it
        self.stop: tuple[str | None, int] = (None, -1)  # the firm that the party of a visit has come to, and where
        self.main = protagonist(scene)
        self.firms = {name for e in scene.entities.values() if e.type == "Company" for name in (e.name, *e.aliases)}
        self.own_house = any(word in scene.text for word in words("holds_position")["houses"])
        self.home = False  # the sentence has come to the house that tells the story
        self.paragraph = -1
        self.topic: tuple[Ref, ...] = ()  # whom the last sentence of the paragraph spoke of
        self.alone = False  # and of nobody else
        self.last: Ref | None = None
        self.day: str | None = None
        self.deciding = False  # the paragraph tells what was decided
        self.electing: Ref | None = None  # the association that chooses its heads

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """What one sentence tells."""
        own = line(sentence, opens=sentence.paragraph != self.paragraph)
        if sentence.paragraph != self.paragraph:
            goes_on = self.topic if self.alone and cues()["pronoun"].match(own.text) else ()
            self.paragraph, self.topic, self.deciding = sentence.paragraph, goes_on, False
        told = rows(own)
        self.electing = electing(own, self.scene) or self.electing
        last = stays = self.last  # the body of the row before, also across a semicolon
        for row in told:
            body = self._bodies(own, row, last)[-1]
            for held in holders(own, row, self.topic, deciding=self.deciding):
                if (told_before := _own_body(own, held)) is not None:
                    body = self._bodies(own, row, told_before)[-1]
                yield from self._drafts(own, held, last)
                stays = body if held.status == "asserted" and body is not None else stays
            last = body or last
            self.electing = next((ref for role in row.roles if (ref := elected_to(own, role)) is not None), self.electing)
        self.last = stays if sentence.text.endswith("；") else None
        yield from self._other(own)
        self.deciding = self.deciding or bool(cues()["appointed"].search(own.text))
        people = own.people(0, len(own.text))
        self.topic = (people[0],) if people else self.topic
        self.alone = len({p.entity for p in people}) == 1 if people else self.alone
        self.home = False
        front = self._comes_to(own, sentence.end, self.front)
        self.seen = sentence.paragraph if front is not self.front else self.seen
        came = next((i for i, ref in own.refs.items() if ref is front), None)
        if front is not None and came is not None and cues()["comes"].search(own.text[:came]):
            self.stop = (front.entity, sentence.paragraph)
        self.front = front
        self.before += [r for r in sentence.refs if r.entity or r.type == "Date"]
        self.day = next(
            (str(r.data["value"]) for r in sentence.refs if r.type == "Date" and len(str(r.data.get("value", ""))) == 10), self.day
        )

    def _drafts(self, own: Line, held: Held, last: Ref | None) -> Iterator[Draft]:
        bodies = self._bodies(own, held.row, _own_body(own, held) or last)
        former = False
        for role, body in zip(held.row.roles, bodies, strict=True):
            status = _status(role, held.status)
            ended = role.mark in words("holds_position")["former_marks"] or role.title.text.startswith(("原", "前"))
            former = ended or (former and role.holder is None)
            status = "former" if former and status == "asserted" else status
            where = body.entity if body is not None else None
            bare = role.holder is None and not role.title.entity  # which body is meant the words around do not say
            party = led(own, role) if bare else None
            if party is not None:
                body = sent_by(own, role, party)
                bare, where = False, body.entity if body is not None else None
            if where is None:
                continue
            if bare and body is not None and not self._meant(own, role, body):
                continue
            if _of_many(own, held, role):
                continue
            rule, sure = (f"posts:bare-{held.rule}", held.confidence - 0.1) if bare else (f"posts:{held.rule}", held.confidence)
            if bare and self.electing is not None and where == self.electing.entity and chosen(own, role):
                rule, sure = "posts:chosen", 0.95
            for person in held.people:
                if person.entity is None or (held.rule == "name-title" and person.text in self.firms):
                    continue
                yield Draft(
                    person.entity,
                    "holds_position",
                    where,
                    own.sentence.start,
                    own.sentence.end,
                    rule,
                    sure,
                    status,
                    self._date(own, held.row.start, told=held.rule != "takes") if held.dated and status == "asserted" else None,
                    {"title": title_at(own, role, body)} | (dict(zip(("start", "end"), held.period, strict=True)) if held.period else {}),
                )

    def _other(self, own: Line) -> Iterator[Draft]:
        """Posts that a verb tells: 甲创办的A公司, A公司由甲创办, 早年任教于B大学, 曾就职于C公司."""
        for name in ("founds", "founded_by"):
            for m in cues()[name].finditer(own.text):
                for person in own.people(m.start("people"), m.end("people")):
                    for where in (own.refs[i] for i in range(m.start("where"), m.end("where")) if i in own.refs):
                        yield from _told(own, person, where, "创办人", "asserted")
        for m in cues()["leaders_of"].finditer(own.text):
            if own.refs[m.start("where")].text.endswith(tuple("省市县区州旗镇乡")):
                for person in own.people(m.start("people"), m.end("people")):
                    yield from _told(own, person, own.refs[m.start("where")], "领导", "asserted")
        for name in ("works_at", "worked_in"):
            for m in cues()[name].finditer(own.text):
                told = re.split("[；。]", own.text[: m.start()])[-1] + m[0]
                for person in (last_people(own, m.start()) or self.topic)[:1]:
                    for where in (own.refs[i] for i in range(m.start("where"), m.end("where")) if i in own.refs):
                        yield from _told(own, person, where, "", "former" if cues()["worked"].search(told) else "asserted")
        for m in cues()["teaches"].finditer(own.text):
            for person in (last_people(own, m.start()) or self.topic)[:1]:
                yield from _told(
                    own, person, own.refs[m.start("where")], "教师", "former" if "早年" in own.text[: m.start()] else "asserted"
                )

    def _date(self, own: Line, end: int, *, told: bool) -> str | None:
        """The day before a position in the sentence; what was decided has else the day that the story told last."""
        dates = [str(r.data["value"]) for i, r in own.refs.items() if i < end and r.type == "Date" and r.data.get("value")]
        return dates[-1] if dates else self.day if told else None

    # --- bodies of roles

    def _bodies(self, own: Line, row: Row, last: Ref | None) -> list[Ref | None]:
        """The body of each role: named before it, pointed to by the title, or that of the role before."""
        found: list[Ref | None] = []
        lost = False  # a body that was not recognised stands before
        for role in row.roles:
            lost = (lost or role.unknown) and role.holder is None
            body = self._body(own, role, last) if not lost or role.title.entity else None
            found.append(body)
            last = body or last
        return found

    def _body(self, own: Line, role: Role, last: Ref | None) -> Ref | None:
        title = role.title
        if (leaders := self._leaders(role)) is not None:
            return leaders
        if title.entity is not None and (role.holder is None or role.holder.type == "Place"):
            return title
        if (land := sender(own, role)) is not None:
            return land
        if own.text.endswith("驻", 0, role.start):
            return None  # 常驻甲组织代表: who sends him is not told here
        if role.holder is not None:
            return role.holder if role.holder.type != "Place" or self._of_place(own, role) else None
        if role.unknown or heads(title.text, "government"):
            return None if role.unknown else self._government(role)
        if self.own_house and self._at_home(own, role, last):
            return None
        if chosen(own, role):
            if self.electing is not None:
                return self.electing
            if last is not None and not role.word and not chooses(last.text) and not heads(title.text, "firm_posts"):
                last = None  # 甲学院院长乙当选会长: of the association, not of his own house
        ends = words("holds_position")["ends"]
        tails = ends.get(role.word) or next((ends[head] for head in ends if title.text.endswith(head)), None)
        if role.word and role.word in words("holds_position")["firm_holders"]:
            return self._alike(own, role) or self._front(own, role)
        loose = heads(title.text, "loose") and not heads(title.text, "not_loose")
        firm = heads(title.text, "firm_posts") and not loose
        if heads(title.text, "state"):
            return None
        if tails is not None and last is not None and last.type == "Company" and heads(title.text, "of_associations") and not role.word:
            return self._called(own, role, tuple(tails)) or self.electing  # 甲公司董事长乙当选会长: of the association, not of his firm
        if last is not None and not role.word and (last.type != "PublicBody" or not firm):
            return self._without_party(last, role)
        if firm:
            return self._front(own, role) if not cues()["beside_owner"].search(own.text[: role.start]) else None
        if tails is not None and (role.word or not loose):
            return self._called(own, role, tuple(tails)) or (self.electing if heads(title.text, "of_associations") else None)
        return self._front(own, role) if not loose and heads(title.text, "of_firm") else None

    def _at_home(self, own: Line, role: Role, last: Ref | None) -> bool:
        """Whether a post is one of the house that tells the story (来我校访问，学校党委书记甲): no body of others has it."""
        if heads(role.title.text, "firm_posts") or role.word.startswith("该"):
            return False
        self.home = self.home or bool(role.word) or any(word in own.text[: role.start] for word in words("holds_position")["houses"])
        return self.home or (last is None and not any(r.type == "Organization" for i, r in own.refs.items() if i < role.start))

    def _of_place(self, own: Line, role: Role) -> bool:
        """Whether a place itself can have the post: 美国总统, 某镇镇长; not 驻法国大使, not 俄罗斯石油公司总裁."""
        if heads(role.title.text, "government") and role.holder is not None and not role.part:
            return role.holder.text.endswith(role.title.text[-2])  # a town whose government has no name of its own here
        never = (
            role.part
            or role.title.text.startswith(tuple(words("holds_position")["of_bodies"]))
            or any(heads(role.title.text, kind) for kind in ("government", "firm_posts", "loose"))
        )
        return not never and not own.text.endswith("驻", 0, role.start)

    def _government(self, role: Role) -> Ref | None:
        """市长 where the city is not known: the 市政府 that the article names."""
        word = role.title.text[-2]
        for entity in self.scene.entities.values():
            if entity.type == "PublicBody" and entity.name in (f"{word}政府", f"{word}人民政府"):
                return Ref(role.title.start, role.title.end, "PublicBody", entity.name, entity.id)
        return None

    def _called(self, own: Line, role: Role, tails: tuple[str, ...]) -> Ref | None:
        """The last body so far whose name ends so."""
        near = (r for r in self.before if r.start >= own.sentence.start - _NEAR)
        said = [r for r in own.refs.values() if r.start < role.title.start]
        if not role.word and len({r.entity for r in said if r.text.endswith(tails) and r.type != "Place"} - {None}) > 1:
            return None  # of two houses, which one nobody says
        before = [*near, *said]
        return next((r for r in reversed(before) if r.entity and r.type != "Place" and r.text.endswith(tails)), None)

    def _alike(self, own: Line, role: Role) -> Ref | None:
        """集团: the firm named last so far that is called so."""
        kinds = _kinds(role)
        near = [r for r in self.before if r.start >= own.sentence.start - _NEAR]
        firms = [r for r in [*near, *own.refs.values()] if r.type == "Company" and r.entity and r.end <= role.title.start]
        return next((r for r in reversed(firms) if kinds and r.text.endswith(kinds)), None)

    def _front(self, own: Line, role: Role) -> Ref | None:
        """The firm that the story is at."""
        if m := cues()["new_firm"].search(own.text[: role.start]):
            return own.refs[m.start("firm")]  # 两家共同成立甲公司，乙任总经理
        begins = max(own.text.rfind(mark, 0, role.start) for mark in "，；：") + 1
        firms = [(i, r) for i, r in own.refs.items() if _firm(own, i, r) and i < role.start and not _quoted(own, i, role.start)]
        for said in ([r for i, r in firms if i >= begins], [r for _, r in firms]):
            if len({r.entity for r in said}) == 1:  # 甲基金聘任乙为公司副总经理
                return said[0]
        near = self.front if self.main is None or self.paragraph - self.seen <= 1 else None
        return self._comes_to(own, role.title.start, near) or self.main or self.front

    def _meant(self, own: Line, role: Role, body: Ref) -> bool:
        """Whether a post without a body can be one of a body that its sentence does not name before it.

        It is one of the firm that the article is about or the party of a visit has come to, or of the only one that the paragraph (or the one before, where it has just begun) names;
        该公司 has been weighed already.
        """
        if body.start >= own.sentence.start or role.word.startswith("该") or (self.main is not None and body.entity == self.main.entity):
            return True
        if self.electing is not None and body.entity == self.electing.entity and heads(role.title.text, "elected"):
            return True
        if self.stop == (body.entity, self.paragraph):
            return True
        begins = self.scene.text.rfind("\n", 0, own.sentence.start) + 1
        if own.opens:
            begins = self.scene.text.rfind("\n", 0, max(begins - 1, 0)) + 1
        kinds = _kinds(role, body) or _houses(role, body)
        near = {
            r.entity
            for r in (*self.before, *own.refs.values())
            if r.type == body.type
            and r.entity
            and begins <= r.start < role.title.start
            and (r.type == "Company" or r.text[-2:] == body.text[-2:])  # of two kinds of houses only one has a 校长
            and (not kinds or r.text.endswith(kinds))  # 集团副总经理: of the one that is called so
            and self.scene.text.rfind("“", begins, r.start)
            <= self.scene.text.rfind("”", begins, r.start)  # nor whom somebody only speaks of
        }
        return near == {body.entity}

    def _comes_to(self, own: Line, end: int, front: Ref | None) -> Ref | None:
        """The firm that a sentence opens with or comes to before a position; else its first one, when none was at the front."""
        firms = [(i, r) for i, r in own.refs.items() if _firm(own, i, r) and r.end <= end and not _spoken(own.text, i)]
        for i, ref in reversed(firms):
            led = own.text.find("，", 0, i) <= _LEAD  # 同样，甲公司…
            opens = ref is firms[0][1] and (i <= _OPENING if led else own.opens and i <= 2 * _OPENING)
            if opens or cues()["comes"].search(own.text[:i]):
                return ref
        return front or (firms[0][1] if firms else None)

    def _without_party(self, last: Ref, role: Role) -> Ref | None:
        """市政府党组成员、秘书长: the second post is one of the body itself, if the article names it; a 党组 has none but party posts."""
        for tail in ("党组", "党委", "机关党委"):
            if (
                last.text.endswith(tail)
                and last.type == "PublicBody"
                and not role.title.text.startswith(("书记", "副书记", "成员", "委员"))
            ):
                base = last.text.removesuffix(tail)
                for entity in self.scene.entities.values():
                    if entity.type == "PublicBody" and base in (entity.name, *entity.aliases):
                        return Ref(last.start, last.end, "PublicBody", base, entity.id)
                return None if tail == "党组" else last
        return last

    def _leaders(self, role: Role) -> Ref | None:
        """市领导: a post at the place."""
        if not role.title.text.endswith("领导"):
            return None
        if role.holder is not None and role.holder.type == "Place":
            return role.holder
        unit = jurisdiction.own(role.title.text[:1], self.scene.article.locality_code)
        for entity in self.scene.entities.values():
            if unit is not None and entity.type == "Place" and entity.data.get("code") == unit.code:
                return Ref(role.title.start, role.title.end, "Place", entity.name, entity.id)
        return None


def _kinds(role: Role, body: Ref | None = None) -> tuple[str, ...]:
    """How the name ends that the word before a post stands for (集团, 支行), where it says so and the body, if given, is called so."""
    ends = words("anaphora")["ends"]["集团"] if role.word.endswith("集团") else words("holds_position")["ends"].get(role.word, ())
    return tuple(ends) if body is None or body.text.endswith(tuple(ends)) else ()


def _houses(role: Role, body: Ref) -> tuple[str, ...]:
    """How the names of the houses end that have such a post (a 局长 is one of a 局), where the body is called so."""
    ends = words("holds_position")["ends"]
    tails = tuple(next((ends[head] for head in ends if head.endswith("长") and role.title.text.endswith(head)), ()))
    return tails if body.text.endswith(tails) else ()


def _firm(own: Line, at: int, ref: Ref) -> bool:
    """Whether a mention is a firm that a story may be at, not the paper that tells it."""
    return ref.type == "Company" and ref.entity is not None and not own.text.startswith(SOURCE, at + 1)


def _of_many(own: Line, held: Held, role: Role) -> bool:
    """甲委、乙局负责人丙、丁: who is whose, nobody says."""
    charge = tuple(words("holds_position")["in_charge"])
    return len(held.people) > 1 and role.title.text.endswith(charge) and own.text[max(held.row.start - 1, 0)] in "、和及"


def _own_body(own: Line, held: Held) -> Ref | None:
    """The body that appoints: 甲银行聘任乙银行行长丙为行长."""
    return _only(own, held.of) if held.of is not None and held.row.roles[0].holder is None else None


def _only(own: Line, end: int) -> Ref | None:
    """The one body that a sentence names before a position."""
    found = [r for i, r in own.refs.items() if i < end and r.type in ("PublicBody", "Company", "Organization") and r.entity]
    return found[0] if len({r.entity for r in found}) == 1 else None


def _told(own: Line, person: Ref, where: Ref, title: str, status: Status) -> Iterator[Draft]:
    if person.entity and where.entity:
        start, end = own.sentence.start, own.sentence.end
        yield Draft(person.entity, "holds_position", where.entity, start, end, "posts:verb", 0.8, status, None, {"title": title})


def _status(role: Role, status: Status) -> Status:
    data = words("holds_position")
    if role.mark in data["former_marks"] or role.title.text.startswith(("原", "前")):
        return "former"
    if role.mark in data["planned_marks"] or role.title.text.endswith(("人选", "候选人")):
        return "planned"
    return status


def _spoken(text: str, at: int) -> bool:
    """Whether a position lies in what somebody says, not in the quotes of a name."""
    opened = text.rfind("“", 0, at)
    quote = text[opened : closed if (closed := text.find("”", at)) >= 0 else len(text)]
    return opened > text.rfind("”", 0, at) and re.search("[，。？！：]", quote) is not None


def _quoted(own: Line, at: int, role: int) -> bool:
    """Whether a mention stands in a quotation that ends before the role."""
    between = own.text[at:role]
    return between.count("”") > between.count("“")
