"""Posts: who is what where (市委副书记、市长甲), who becomes it (任命甲为…), who was it (曾任, 免去甲的…职务).

Rows of roles come from kg/relations/roles.py. Here each row gets its people, by what stands beside it, and each role its body.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import jurisdiction
from kg.relations.clauses import SIGNS, alternatives, pattern, words
from kg.relations.roles import Line, Role, Row, heads, line, rows, title_of
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.types import Status

_P = SIGNS["Person"]
_WITH_NAMES: tuple[tuple[str, Status, str], ...] = (
    ("dismisses", "former", "dismissed"),
    ("proposes", "planned", "proposed"),
    ("names", "asserted", "appointed"),
)
_WITHOUT_NAMES: tuple[tuple[str, Status], ...] = (("its", "asserted"), ("left", "former"), ("will", "planned"), ("takes", "asserted"))
_OPENING = 14  # characters before the firm that opens a sentence
_LIST_BEFORE = re.compile(rf"{_P}(?:[、和与及]|以及)[^一-鿿]*$")
_ADVERB = 3  # characters of an adverb before the person that a clause is about
_NEAR = 200  # characters back to a firm that 集团 stands for
_LIST = re.compile(rf"(?:[ \u3000]*(?:[、和与及]|以及)[ \u3000]*|[ \u3000]+)(?={_P})")


@dataclass(frozen=True, slots=True)
class _Held:
    """A row with who holds it, and how the text puts it."""

    row: Row
    people: tuple[Ref, ...]
    status: Status
    rule: str
    confidence: float
    dated: bool = False


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("holds_position")
    manner, filler = alternatives(data["manner"]), alternatives(data["filler"])
    free = r"[^，。；：、？！\ue000\ue009]{0,10}"
    people = r"<Person>(?:(?:[、和与及]|以及)<Person>)*"
    strong = {"takes": "takes", "left": "left", "will": "will"}
    cues = {name: rf"{alternatives(data[key])}(?:{filler})*(?P<free>{free})$" for name, key in strong.items()}
    cues["takes"] = rf"(?:<Date>起?任|{alternatives(data['takes'])})(?:{filler})*(?P<free>{free})$"
    cues |= {
        "weak": rf"(?P<people>{people})(?:{manner})*{alternatives(data['weak'])}(?P<free>{free})$",
        "names": rf"{alternatives(data['appoints'])}(?:<Title>)?(?P<people>{people})(?:同志)?(?:为|任|担任|出任|兼任)(?P<free>{free})$",
        "proposes": rf"{alternatives(data['proposes'])}(?P<people>{people})(?:同志)?(?:为|任|担任|出任)(?P<free>{free})$",
        "its": rf"{alternatives(data['appoints'])}其为(?P<free>{free})$",
        "dismisses": rf"{alternatives(data['dismisses'])}(?P<people>{people})(?:同志|先生|女士)?(?:的|辞去)?(?P<free>{free})$",
        "filled": rf"^(?:一职|职务|职位)?(?:仍|将|拟|继续|则|现|改)?由(?:<PublicBody Company Organization Place>*<Title>)?(?P<people>{people})(?:同志)?(?:接替)?{alternatives(data['filled_by'])}",
        "aside": r"(?P<people><Person>)(?:[，,][^，。；]{0,3})?[，,（(]$",
        "named": r"(?<![、和与及])(?P<people><Person>)$",
        "after_aside": r"^(?:[，。；）)：]|$)",
        "appointed": rf"{alternatives(data['appoints'])}",
        "oblique": r"(?:^|[，；：])(?:[^，；：]{0,8}[获经被应]|[^，；：\ue000]{0,6}[由据向对与同])[^，；：\ue000]{0,12}$",
        "whose": r"(?:职务|一职)?的(?P<people><Person>)",
        "open": r"会不会|是否|不得|不能|应当|要不要|能否|不会|如果|传言|有没有",
        "once": r"曾[在任担为]|历任|毕业后|早年",
        "now": r"现|<Date>起",
        "comes": rf"{alternatives(data['comes'])}$",
        "founds": rf"(?P<people>{people})(?:[一-鿿]{{0,4}}){alternatives(data['founds'])}(?:的|了)?(?P<free>[一-鿿]{{0,4}})(?P<where><Company Organization>)",
        "teaches": rf"{alternatives(data['teaches'])}(?P<where><Organization>)",
        "pronoun": r"^(?:他|她|其|此前|此后|历任|曾任|现任|<Date>|19|20)",
    }
    return {name: pattern(text) for name, text in cues.items()}


def propose(scene: Scene) -> Iterator[Draft]:
    """holds_position statements of an article."""
    reader = _Reader(scene)
    for sentence in scene.sentences:
        yield from reader.read(sentence)


def _main(scene: Scene) -> Ref | None:
    """The firm that most mentions of firms are of."""
    firms = [r for s in scene.sentences for r in s.refs if r.type == "Company" and r.entity]
    counts = Counter(r.entity for r in firms).most_common(2)
    return (
        next((r for r in firms if r.entity == counts[0][0]), None)
        if counts and counts[0][1] > 1.5 * (counts[1][1] if counts[1:] else 1)
        else None
    )


class _Reader:
    """Reads sentences in order and remembers who and what was named last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.before: list[Ref] = []  # mentions so far
        self.front: Ref | None = None  # the firm that the story is at
        self.seen = 0  # the paragraph in which it came to it
        self.main = _main(scene)
        self.firms = {name for e in scene.entities.values() if e.type == "Company" for name in (e.name, *e.aliases)}
        self.paragraph = -1
        self.topic: tuple[Ref, ...] = ()  # whom the last sentence of the paragraph spoke of
        self.last: Ref | None = None
        self.day: str | None = None
        self.deciding = False  # the paragraph tells what was decided

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """What one sentence tells."""
        own = line(sentence, opens=sentence.paragraph != self.paragraph)
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.topic, self.deciding = sentence.paragraph, (), False
        told = rows(own)
        last = stays = self.last  # the body of the row before, also across a semicolon
        for row in told:
            body = self._bodies(own, row, last)[-1]
            for held in _holders(own, row, self.topic, deciding=self.deciding):
                yield from self._drafts(own, held, last)
                stays = body if held.status == "asserted" and body is not None else stays
            last = body or last
        self.last = stays if sentence.text.endswith("；") else None
        yield from self._other(own)
        self.deciding = self.deciding or bool(_cues()["appointed"].search(own.text))
        people = own.people(0, len(own.text))
        self.topic = (people[0],) if people else self.topic
        front = self._comes_to(own, sentence.end, self.front)
        self.seen = sentence.paragraph if front is not self.front else self.seen
        self.front = front
        self.before += [r for r in sentence.refs if r.entity or r.type == "Date"]
        self.day = next(
            (str(r.data["value"]) for r in sentence.refs if r.type == "Date" and len(str(r.data.get("value", ""))) == 10), self.day
        )

    def _drafts(self, own: Line, held: _Held, last: Ref | None) -> Iterator[Draft]:
        bodies = self._bodies(own, held.row, last)
        former = False
        for role, body in zip(held.row.roles, bodies, strict=True):
            status = _status(role, held.status)
            ended = role.mark in words("holds_position")["former_marks"] or role.title.text.startswith(("原", "前"))
            former = ended or (former and role.holder is None)
            status = "former" if former and status == "asserted" else status
            where = body.entity if body is not None else None
            if where is None:
                continue
            for person in held.people:
                if person.entity is None or (held.rule == "name-title" and person.text in self.firms):
                    continue
                yield Draft(
                    person.entity,
                    "holds_position",
                    where,
                    own.sentence.start,
                    own.sentence.end,
                    f"posts:{held.rule}",
                    held.confidence if role.holder is not None or role.title.entity else held.confidence - 0.1,
                    status,
                    self._date(own, held.row.start, told=held.rule != "takes") if held.dated and status == "asserted" else None,
                    {"title": title_of(role, body)},
                )

    def _other(self, own: Line) -> Iterator[Draft]:
        """Posts that a verb tells: 甲创办的A公司, 早年任教于B大学."""
        for m in _cues()["founds"].finditer(own.text):
            for person in own.people(m.start("people"), m.end("people")):
                yield from _told(own, person, own.refs[m.start("where")], "创办人", "asserted")
        for m in _cues()["teaches"].finditer(own.text):
            for person in (_last_people(own, m.start()) or self.topic)[:1]:
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
        if role.holder is not None:
            return role.holder if role.holder.type != "Place" or self._of_place(own, role) else None
        if role.unknown or heads(title.text, "government"):
            return None if role.unknown else self._government(role)
        ends = words("holds_position")["ends"]
        tails = ends.get(role.word) or next((ends[head] for head in ends if title.text.endswith(head)), None)
        if role.word and role.word in words("holds_position")["firm_holders"]:
            return self._alike(own, role) or self._front(own, role)
        firm = heads(title.text, "firm_posts") and not heads(title.text, "loose")
        if heads(title.text, "state"):
            return None
        if last is not None and not role.word and (last.type != "PublicBody" or not firm):
            return self._without_party(last, role)
        if firm:
            return self._front(own, role)
        if tails is not None and (role.word or not heads(title.text, "loose")):
            return self._called(own, role, tuple(tails)) or (self._front(own, role) if role.word else None)
        return self._front(own, role) if not heads(title.text, "loose") and heads(title.text, "of_firm") else None

    def _of_place(self, own: Line, role: Role) -> bool:
        """Whether a place itself can have the post: 美国总统; not 驻法国大使, not 俄罗斯石油公司总裁."""
        never = role.part or any(heads(role.title.text, kind) for kind in ("government", "firm_posts"))
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
        before = [*near, *(r for r in own.refs.values() if r.start < role.title.start)]
        return next((r for r in reversed(before) if r.entity and r.type != "Place" and r.text.endswith(tails)), None)

    def _alike(self, own: Line, role: Role) -> Ref | None:
        """集团: the firm named last so far that is called so."""
        kind = role.word[-2:] if role.word.endswith("集团") else None
        near = [r for r in self.before if r.start >= own.sentence.start - _NEAR]
        firms = [r for r in [*near, *own.refs.values()] if r.type == "Company" and r.entity and r.end <= role.title.start]
        return next((r for r in reversed(firms) if kind and r.text.endswith(kind)), None)

    def _front(self, own: Line, role: Role) -> Ref | None:
        """The firm that the story is at."""
        begins = max(own.text.rfind(mark, 0, role.start) for mark in "，；：") + 1
        firms = [
            (i, r) for i, r in own.refs.items() if r.type == "Company" and r.entity and i < role.start and not _quoted(own, i, role.start)
        ]
        for said in ([r for i, r in firms if i >= begins], [r for _, r in firms]):
            if len({r.entity for r in said}) == 1:  # 甲基金聘任乙为公司副总经理
                return said[0]
        near = self.front if self.main is None or self.paragraph - self.seen <= 1 else None
        return self._comes_to(own, role.title.start, near) or self.main or self.front

    def _comes_to(self, own: Line, end: int, front: Ref | None) -> Ref | None:
        """The firm that a sentence opens with or comes to before a position; else its first one, when none was at the front."""
        firms = [(i, r) for i, r in own.refs.items() if r.type == "Company" and r.entity and r.end <= end and not _spoken(own.text, i)]
        for i, ref in reversed(firms):
            opens = ref is firms[0][1] and (i <= _OPENING if "，" not in own.text[:i] else own.opens and i <= 2 * _OPENING)
            if opens or _cues()["comes"].search(own.text[:i]):
                return ref
        return front or (firms[0][1] if firms else None)

    def _without_party(self, last: Ref, role: Role) -> Ref:
        """市政府党组成员、秘书长: the second post is one of the body itself, if the article names it."""
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


def _told(own: Line, person: Ref, where: Ref, title: str, status: Status) -> Iterator[Draft]:
    if person.entity and where.entity:
        start, end = own.sentence.start, own.sentence.end
        yield Draft(person.entity, "holds_position", where.entity, start, end, "posts:verb", 0.8, status, None, {"title": title})


def _status(role: Role, status: Status) -> Status:
    data = words("holds_position")
    if role.mark in data["former_marks"] or role.title.text.startswith(("原", "前")):
        return "former"
    if role.mark in data["planned_marks"] or role.title.text.endswith("人选"):
        return "planned"
    return status


def _holders(own: Line, row: Row, topic: tuple[Ref, ...], *, deciding: bool = False) -> Iterator[_Held]:
    """Who holds a row: the names right behind it; or by a verb before it; or the name it stands beside."""
    behind = _people_behind(own, row.end)
    before, after = own.text[: row.start], own.text[row.end :]
    cues = _cues()
    if behind:
        yield _Held(row, behind, "asserted", "title-name", 0.93)
        return
    if m := cues["filled"].match(after):
        yield _Held(
            row, tuple(own.people(row.end + m.start("people"), row.end + m.end("people"))), "asserted", "filled-by", 0.85, dated=True
        )
        return
    for name, status, rule in _WITH_NAMES:
        if m := cues[name].search(before):
            yield _Held(row, tuple(own.people(m.start("people"), m.end("people"))), status, rule, 0.9, dated=rule == "appointed")
            return
    for name, status in _WITHOUT_NAMES:
        if m := cues[name].search(before):
            whose = cues["whose"].match(after)  # 曾任局长的甲
            people = (own.refs[row.end + whose.start("people")],) if whose else _last_people(own, m.start()) or topic
            if cues["open"].search(re.split("[，；。]", before[: m.start()])[-1] + m[0]):
                return
            if name == "takes" and cues["once"].search(before[: m.start()]) and not cues["now"].match(m[0]):
                status = "former"
            yield _Held(row, people, status, name, 0.8 if people != topic else 0.7, dated=name in ("its", "takes") and "现任" not in m[0])
            return
    if m := cues["weak"].search(before):
        people = tuple(own.people(m.start("people"), m.end("people")))
        yield _Held(row, people, "asserted", "is", 0.85, dated=deciding or bool(cues["appointed"].search(before)))
        return
    first = row.roles[0]
    if (m := cues["named"].search(before)) and first.holder is None and (first.title.entity or heads(first.title.text, "firm_posts")):
        yield _Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "name-title", 0.85)
    elif (m := cues["aside"].search(before)) and row.roles[0].holder is not None and cues["after_aside"].match(after):
        yield _Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "aside", 0.85)


def _people_behind(own: Line, at: int) -> tuple[Ref, ...]:
    m = re.compile(rf"(?:（[^（）]*）)?(?:、?\d\d岁的|[一-鿿]{{1,3}}(?:国人|籍))?[ \u3000“]*(?={_P})").match(own.text, at)
    found: list[Ref] = []
    while m is not None:
        at = m.end()
        found.append(own.refs[at])
        m = _LIST.match(own.text, at + 1)
    return tuple(found)


def _spoken(text: str, at: int) -> bool:
    """Whether a position lies in what somebody says, not in the quotes of a name."""
    opened = text.rfind("“", 0, at)
    quote = text[opened : closed if (closed := text.find("”", at)) >= 0 else len(text)]
    return opened > text.rfind("”", 0, at) and re.search("[，。？！：]", quote) is not None


def _quoted(own: Line, at: int, role: int) -> bool:
    """Whether a mention stands in a quotation that ends before the role."""
    between = own.text[at:role]
    return between.count("”") > between.count("“")


def _leads(before: str) -> bool:
    """Whether a person behind this text may be who the clause is about: not 获行政长官甲提名, not 接替甲, not 早年认识甲."""
    clause = re.split("[，；：]", before)[-1]
    joined = re.search(rf"{_P}[^{_P}]*$", clause)
    if joined is not None:
        return _LIST_BEFORE.search(clause) is not None
    return not _cues()["oblique"].search(before) and len(re.findall("[\u4e00-\u9fff]", clause)) <= _ADVERB


def _last_people(own: Line, end: int) -> tuple[Ref, ...]:
    """The persons named last before a position: one, or a row of them (甲、乙任…)."""
    bracket = max(own.text.rfind(mark, 0, end) for mark in "（(")
    if bracket > max(own.text.rfind(mark, 0, end) for mark in "）)") and own.text[bracket - 1 : bracket] == _P:
        return (own.refs[bracket - 1],)  # 甲（此前任…）
    at = last = own.text.rfind(_P, 0, end)
    while at >= 0 and not _leads(own.text[:at]):
        at = own.text.rfind(_P, 0, at)
    at = at if at >= 0 else last
    if at < 0:
        return ()
    found = [own.refs[at]]
    gap = own.text[at + 1 : end]
    while re.fullmatch(r"[^，；]*", gap) and (m := re.search(rf"{_P}[、和与及]$", own.text[:at])):
        at = m.start()
        found.append(own.refs[at])
    return tuple(reversed(found))
