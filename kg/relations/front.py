"""The firm that a story is at, which a post without a firm is one of: what a sentence opens with or comes to stays at the front until another does."""

import re

from kg.relations.beginnings import begun
from kg.relations.guests import strangers
from kg.relations.holders import cues
from kg.relations.protagonist import SOURCE, foremost, protagonist
from kg.relations.roles import Line, Role
from kg.relations.scene import Ref, Scene
from kg.relations.signs import SIGNS

_LEAD = 4  # characters of a word such as 同样 before the comma
_BEGINS = re.compile(r"(?:^[^，\ue000-\ue00a]{0,8}，|^|[”；：、])[ \u3000]*$")
_OPENING = 14  # characters before the firm that opens a sentence


class Front:
    """Follows an article sentence by sentence; each is asked about before it is `passed`."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._main = protagonist(scene)
        self._foremost = foremost(scene)
        self._sentences = scene.sentences
        self._firm: Ref | None = None
        self._begun: str | None = None  # the firm that came about last, if the article is about no other
        self._seen = 0  # the paragraph in which the story came to it
        self._stop: tuple[str | None, int] = (None, -1)  # the firm that the party of a visit has come to, and where

    def passed(self, own: Line) -> None:
        """A sentence is over, and the next one begins where it left the story."""
        come = strangers(self._scene, "", own.sentence.end)
        firm = _comes_to(own, own.sentence.end, self._firm, come)
        self._seen = own.sentence.paragraph if firm is not self._firm else self._seen
        came = next((i for i, ref in own.refs.items() if ref is firm), None)
        if firm is not None and came is not None and cues()["comes"].search(own.text[:came]):
            self._stop = (firm.entity, own.sentence.paragraph)
        self._firm = firm
        name = begun(self._scene, own.sentence, [r for r in own.sentence.refs if r.type == "Company"]) if self._main is None else None
        new = next((ref for ref in own.refs.values() if ref.entity == name), None) if name is not None else None
        if new is not None:
            self._firm, self._begun, self._seen = new, name, own.sentence.paragraph

    def firm(self, own: Line, role: Role) -> Ref | None:
        """The firm that the story is at where a post stands."""
        if m := cues()["new_firm"].search(own.text[: role.start]):
            return own.refs[m.start("firm")]  # 两家共同成立甲公司，乙任总经理
        begins = max(own.text.rfind(mark, 0, role.start) for mark in "，；：") + 1
        come = strangers(self._scene, role.word, role.title.start)
        if come:
            return self._host(own, role, come)
        firms = [(i, r) for i, r in own.refs.items() if _is_firm(own, i, r) and i < role.start and not _quoted(own, i, role.start)]
        for said in ([r for i, r in firms if i >= begins], [r for _, r in firms]):
            if len({r.entity for r in said}) == 1:  # 甲基金聘任乙为公司副总经理
                return said[0]
        near = self._firm if self._main is None or own.sentence.paragraph - self._seen <= 1 else None
        return _comes_to(own, role.title.start, near) or self._main or self._firm

    def _host(self, own: Line, role: Role, come: frozenset[str]) -> Ref | None:
        """The firm that others come to, behind their names: 甲公司董事长乙到公司考察，|董事长丙陪同."""
        told = [r for r in own.sentence.refs if r.type == "Company" and r.entity is not None and r.end <= role.title.start]
        for ref in (*reversed(told), self._main, self._firm):
            if ref is not None and ref.entity not in come:
                return ref
        return None

    def foremost(self, own: Line, role: Role) -> Ref | None:
        """The firm that is named first and oftenest, for a post that begins what is said and whose paragraph has named no other firm alone."""
        first = self._foremost
        if first is None or first.end > own.sentence.start or not _BEGINS.search(own.text[: role.start]):
            return None
        told = [s for s in self._sentences if s.paragraph == own.sentence.paragraph and s.start <= own.sentence.start]
        here = {r.entity for s in told for r in s.refs if r.type == "Company" and r.entity and r.end <= role.title.start}
        named = any(_is_firm(own, i, r) and i < role.start for i, r in own.refs.items())
        return first if not named and (not here or first.entity in here) else None

    def told_of(self, own: Line, body: Ref) -> bool:
        """Whether the article is about a body, or goes on about one that came about in it, or the party of a visit has come to it in this paragraph."""
        if body.entity == self._begun and self._firm is not None and self._firm.entity == self._begun:
            return True
        return (self._main is not None and body.entity == self._main.entity) or self._stop == (body.entity, own.sentence.paragraph)


def _comes_to(own: Line, end: int, front: Ref | None, come: frozenset[str] = frozenset()) -> Ref | None:
    """The firm that a sentence opens with or comes to before a position; else its first one, when none was at the front."""
    firms = [
        (i, r) for i, r in own.refs.items() if _is_firm(own, i, r) and r.entity not in come and r.end <= end and not _spoken(own.text, i)
    ]
    for i, ref in reversed(firms):
        led = own.text.find("，", 0, i) <= _LEAD  # 同样，甲公司…
        opens = ref is firms[0][1] and (i <= _OPENING if led else own.opens and i <= 2 * _OPENING)
        if opens or cues()["comes"].search(own.text[:i]):
            return ref
    return front or (firms[0][1] if firms else None)


def _is_firm(own: Line, at: int, ref: Ref) -> bool:
    """Whether a mention is a firm that a story may be at, not the paper that tells it, nor where somebody comes from (来自甲公司的乙出任董事长)."""
    if ref.type != "Company" or ref.entity is None or own.text.startswith(SOURCE, at + 1):
        return False
    return not (own.text.endswith("来自", 0, at) and own.text.startswith(f"的{SIGNS['Person']}", at + 1))


def _spoken(text: str, at: int) -> bool:
    """Whether a position lies in what somebody says, not in the quotes of a name."""
    opened = text.rfind("“", 0, at)
    quote = text[opened : closed if (closed := text.find("”", at)) >= 0 else len(text)]
    return opened > text.rfind("”", 0, at) and re.search("[，。？！：]", quote) is not None


def _quoted(own: Line, at: int, role: int) -> bool:
    """Whether a mention stands in a quotation that ends before the role."""
    between = own.text[at:role]
    return between.count("”") > between.count("“")
