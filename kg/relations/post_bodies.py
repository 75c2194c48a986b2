"""Bodies of posts: whose 书记 or 董事长 somebody is, where a body stands before the post and where only the story so far tells.

What a sentence says of a row of posts kg/relations/roles.py reads; here each of them gets the body that has it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg import jurisdiction
from kg.relations.elections import chooses, chosen, elected_to, electing
from kg.relations.envoys import sender
from kg.relations.front import Front
from kg.relations.guests import housed, is_stranger, strangers
from kg.relations.holders import Held, cues
from kg.relations.masthead import HOUSES, headed, house
from kg.relations.rivals import filled
from kg.relations.roles import Line, Role, Row, heads, of_village, without_candidacy
from kg.relations.scene import Ref, Scene
from kg.relations.signs import SIGNS, words

_VILLAGE = re.compile("(?:.*[县区镇乡道旗市])?([^县区镇乡道旗市]+(?:村|社区|嘎查))(?:党支部|党总支|党委|支部|[村居]委会|[村居]民委员会)?$")
_NEAR = 200  # characters back to a firm that 集团 stands for
_NEXT_OF_LIST = re.compile(rf"(?:{SIGNS['Person']}[、和与及 ]*)+等?[、，和与及 ]*")
_OF_GROUP = re.compile(f"集团(?:公司)?(?:{SIGNS['Title']}[、兼和]?)*$")


class PostBodies:
    """Goes through an article sentence by sentence and remembers what was named, to say which body a post belongs to.

    A sentence `opens`; its rows of posts are asked for with `of` and then `told`; it `closes`.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._before: list[Ref] = []  # mentions so far
        self._front = Front(scene)
        self._own_house = any(word in scene.text for word in words("holds_position")["houses"])
        self._home = False  # the sentence has come to the house that tells the story
        self._our_group = (
            cues()["our_group"].search(scene.text) is not None and self._grouped() is None and house(scene, "Company") is None
        )  # which tells the story and has no name in it
        self._at_group = False  # the sentence has come to its posts
        self._now: set[str] = set()  # bodies of which somebody holds a post
        self._over: set[str] = set()  # bodies of which only a former post has been told
        self._electing: Ref | None = None  # the association that chooses its heads
        self._party: tuple[str, Ref, int] | None = None  # the committee that the sentence named last: as what, which, and where
        self._lost: int | None = None  # where a row of posts ends whose body was not recognised
        self._nobodys: set[int] = set()  # where posts of the sentence stand whose house has no name in the story
        self._filled: dict[str | None, list[tuple[str, str | None]]] = {}  # by firm, its posts and who holds them

    def opens(self, own: Line) -> None:
        """A sentence begins."""
        self._home = self._at_group = False
        self._party = self._lost = None
        self._nobodys = set()
        self._electing = electing(own, self._scene) or self._electing

    def filled(self, own: Line, row: Row) -> Row:
        """A row with the committee of its first post, where the sentence has named it before: 镇党委书记甲，党委委员、副镇长乙."""
        self._party = next((named for role in reversed(row.roles) if (named := _party_of(role)) is not None), self._party)
        first, party = row.roles[0], self._party
        if first.holder is not None or first.word or first.unknown or party is None or not first.title.text.startswith(party[0]):
            return row
        others = any(party[2] < i < first.start and ref.type in ("PublicBody", "Company", "Organization") for i, ref in own.refs.items())
        goes_on = any(role.holder is not None or heads(role.title.text, "government") for role in row.roles[1:])
        if others and not goes_on:
            return row  # 镇党委书记甲，水务局局长乙，党委委员、副局长丙
        return Row(row.start, row.end, (replace(first, holder=party[1]), *row.roles[1:]))

    def told(self, own: Line, row: Row) -> None:
        """All that a row tells has been read: what follows it knows of its association, and of a body that was not recognised."""
        lost = self._goes_on(own, row)
        for role in row.roles:
            house = bool(role.word) or own.text.endswith(tuple(words("holds_position")["holders"]), 0, role.start)
            lost = (lost or (role.unknown and house) or role.start in self._nobodys) and role.holder is None
        self._lost = row.end if lost else None
        self._electing = next((ref for role in row.roles if (ref := elected_to(own, role)) is not None), self._electing)
        for role in row.roles:
            if role.holder is not None and role.end in own.refs:
                self._filled.setdefault(role.holder.entity, []).append((role.title.text, own.refs[role.end].entity))

    def former(self, bodies: Iterable[Ref | None], *, over: bool) -> None:
        """Posts of these bodies have been told: `over` those that somebody held once, whose bodies are not what the story is about."""
        names = {body.entity for body in bodies if body is not None and body.entity is not None}
        self._over = self._over | (names - self._now) if over else self._over - names
        self._now |= set() if over else names

    def closes(self, own: Line) -> None:
        """A sentence ends: the next ones know what it named."""
        self._front.passed(own)
        self._before += [r for r in own.sentence.refs if r.entity or r.type == "Date"]

    def of(self, own: Line, row: Row, last: Ref | None) -> list[Ref | None]:
        """The body of each role: named before it, pointed to by the title, or that of the role before (`last`, for the first)."""
        found: list[Ref | None] = []
        lost = self._goes_on(own, row)  # a body that was not recognised stands before
        for role in row.roles:
            lost = (lost or role.unknown) and role.holder is None
            body = self._body(own, role, last) if not lost or role.title.entity else None
            if body is not None and role.holder is None and not role.title.entity:
                body = housed(self._scene, own, role, body, last)
            if body is None and role.word:
                lost = True  # 甲大学校长乙，公司党委书记、董事长丙
                self._nobodys.add(role.start)
            found.append(body)
            last = body or last
        return found

    def _goes_on(self, own: Line, row: Row) -> bool:
        """Whether a row is the next of a list whose body was not recognised: 建筑公司总经理甲、|副总经理乙."""
        first = row.roles[0]
        bare = first.holder is None and not first.word
        return bare and self._lost is not None and _NEXT_OF_LIST.fullmatch(own.text, self._lost, row.start) is not None

    def elects(self, own: Line, role: Role, body: Ref) -> bool:
        """Whether a body is the association that chooses its heads, and the post one that it fills."""
        return self._electing is not None and body.entity == self._electing.entity and chosen(own, role)

    def meant(self, own: Line, role: Role, body: Ref) -> bool:
        """Whether a post without a body can be one of a body that its sentence does not name before it.

        It is one of the firm that the article is about or the party of a visit has come to, or of the only one that the paragraph (or the one before, where it has just begun) names;
        该公司 has been weighed already.
        """
        if (
            body.start >= own.sentence.start
            or body.end == 0
            or role.word.startswith("该")
            or of_village(role.title.text)
            or self._front.told_of(own, body)
        ):
            return True
        if heads(role.title.text, "firm_posts") and self._mean(own, role, body):
            return True
        if _OF_GROUP.search(own.text[: role.end - 1]) and (group := self._grouped()) is not None and group.entity == body.entity:
            return True
        if self._electing is not None and body.entity == self._electing.entity and heads(role.title.text, "elected"):
            return True
        text = self._scene.text
        begins = text.rfind("\n", 0, own.sentence.start) + 1
        if role.word == "校":
            begins = 0  # a story of a house that calls itself so
        elif own.opens:
            begins = text.rfind("\n", 0, max(begins - 1, 0)) + 1
        kinds = _kinds(role, body) or _houses(role, body)
        come = strangers(self._scene, role.word, role.title.start)
        near = {
            r.entity
            for r in (*self._before, *own.refs.values())
            if r.type == body.type
            and r.entity
            and r.entity not in come
            and begins <= r.start < role.title.start
            and (r.entity not in self._over or r.entity == body.entity)
            and (r.type == "Company" or r.text[-2:] == body.text[-2:])  # of two kinds of houses only one has a 校长
            and (not kinds or r.text.endswith(kinds))  # 集团副总经理: of the one that is called so
            and text.rfind("“", begins, r.start) <= text.rfind("”", begins, r.start)  # nor whom somebody only speaks of
        }
        return near == {body.entity}

    def _mean(self, own: Line, role: Role, body: Ref) -> bool:
        """Whether a firm is the one that a short story tells of, or its only house with such a post."""
        first = self._foremost(own, role)
        tails = _houses(role, body)
        only = self._only(own, tails) if tails else None
        return body.entity in {ref.entity for ref in (first, only) if ref is not None}

    # --- one post

    def _body(self, own: Line, role: Role, last: Ref | None) -> Ref | None:
        title = role.title
        if role.title.text.endswith("领导"):
            return _leaders(self._scene, role)
        if title.entity is not None and (role.holder is None or role.holder.type == "Place"):
            return title
        if (land := sender(own, role)) is not None:
            return land
        if own.text.endswith("驻", 0, role.start) and not of_village(title.text):
            return None  # 常驻甲组织代表: who sends him is not told here
        if role.holder is None and of_village(role.title.text):
            return self._village(own, role)
        if role.holder is not None:
            self._at_group = False
            return role.holder if role.holder.type != "Place" or _of_place(own, role) else None
        if role.unknown or heads(title.text, "government"):
            return None if role.unknown else _government(self._scene, role)
        if self._own_house and self._at_home(own, role, last):
            return house(self._scene, "Organization")
        if chosen(own, role):
            if self._electing is not None:
                return self._electing
            if last is not None and not role.word and not chooses(last.text) and not heads(title.text, "firm_posts"):
                last = None  # 甲学院院长乙当选会长: of the association, not of his own house
        return self._unnamed(own, role, last)

    def _unnamed(self, own: Line, role: Role, last: Ref | None) -> Ref | None:
        """The body of a post before which none is named (董事长乙, 公司董事长乙): that of the role before, or what the story has named."""
        title = role.title
        if last is not None and is_stranger(self._scene, last, role.word, title.start):
            last = None  # 甲大学校长乙到公司考察，董事长丙陪同
        if last is not None and (m := cues()["among_others"].search(own.text[: role.start])):
            before = [r for i, r in own.refs.items() if i < m.start() and r.type in ("PublicBody", "Company", "Organization")]
            if not before:
                return None  # 治丧委员会由甲厂厂长乙任主任
            last = before[-1]  # 甲公司由乙集团总经理丙任董事长
        if cues()["nominated"].search(own.text[: role.start]):
            return None  # 控股股东甲集团提名乙为董事候选人
        if not role.word and (m := cues()["side"].search(own.text[: role.start])):
            return own.refs[m.start("firm")]  # 甲公司由董事长丙签字，乙公司由总裁丁签字
        if heads(title.text, "of_waters"):
            return None  # 县委书记、县总河长甲
        ends = words("holds_position")["ends"]
        tails = ends.get(role.word) or next((ends[head] for head in ends if title.text.endswith(head)), None)
        self._at_group = self._at_group or (self._our_group and role.word == "集团")
        if self._at_group and role.word in ("集团", ""):
            return None
        if role.word and role.word in words("holds_position")["firm_holders"]:
            come = strangers(self._scene, role.word, title.start) | filled(self._scene, own.sentence.refs, title.start)
            called = (self._alike(own, role), self._grouped() if "集团" in role.word else None)
            found = next((r for r in called if r is not None and r.entity not in come), None)
            return found or self._of_firm(own, role, ())
        loose = heads(title.text, "loose") and not heads(title.text, "not_loose")
        firm = heads(title.text, "firm_posts") and not loose
        if heads(title.text, "state"):
            return _of_state(self._scene, role)
        if tails is not None and last is not None and last.type == "Company" and heads(title.text, "of_associations") and not role.word:
            return self._called(own, role, tuple(tails)) or self._electing  # 甲公司董事长乙当选会长: of the association, not of his firm
        public = last is not None and last.entity is not None and self._scene.entities[last.entity].type == "PublicBody"  # also 市长's
        if last is not None and title.text.startswith("党工委") and not last.text.endswith("党工委"):  # only zones and streets have one
            return self._committee(own, role, last)
        if last is not None and not role.word and not (public and (firm or heads(title.text, "never_public"))):
            return self._committee(own, role, last) or _without_party(self._scene, last, role)
        if firm:
            return self._of_firm(own, role, tuple(tails or ())) if not cues()["beside_owner"].search(own.text[: role.start]) else None
        if self._electing is not None and role.word and self._electing.text.endswith(role.word) and heads(title.text, "elected"):
            return self._electing  # 商会秘书长乙, at the meeting of one
        if tails is not None and (role.word or not loose):
            found = self._called(own, role, tuple(tails)) or (self._electing if heads(title.text, "of_associations") else None)
            return found or headed(self._scene, HOUSES, tuple(tails))
        return self._front.firm(own, role) if not loose and heads(title.text, "of_firm") else None

    def _village(self, own: Line, role: Role) -> Ref | None:
        """The one village that the story, or else its paragraph, has named so far: 村支书甲, 驻村第一书记乙."""
        said = [
            (r, m[1])
            for r in (*self._before, *own.refs.values())
            if r.start < role.title.start and r.entity and (m := _VILLAGE.match(r.text))
        ]
        begins = self._scene.text.rfind("\n", 0, own.sentence.start) + 1
        if len({name for _, name in said}) > 1:
            said = [(r, name) for r, name in said if r.start >= begins]
        if len({name for _, name in said}) != 1:
            return None
        return next((r for r, _ in reversed(said) if r.type == "Place"), said[-1][0])

    def _of_firm(self, own: Line, role: Role, tails: tuple[str, ...]) -> Ref | None:
        """The firm of a post that only firms have: the one house called after it (厂长 of a 厂), the firm at the front, or that of which a short story tells."""
        if m := cues()["new_firm"].search(own.text[: role.start]):
            return own.refs[m.start("firm")]  # 甲厂更名为乙公司，丙任厂长
        if (works := _runs_it(own, role) or (self._only(own, tails) if tails else None)) is not None:
            return works
        front = self._front.firm(own, role)
        if front is not None and front.entity in (rivals := filled(self._scene, own.sentence.refs, role.title.start)):
            front = house(self._scene, "Company")  # 甲集团董事长乙，公司董事长丙
            return front if front is not None and front.entity not in rivals else None
        if front is not None and self.meant(own, role, front):
            return front
        return self._foremost(own, role) or front

    def _foremost(self, own: Line, role: Role) -> Ref | None:
        """The firm that a short story tells of, unless somebody else has this post there."""
        first = self._front.foremost(own, role)
        who = own.refs[role.end].entity if role.end in own.refs else None
        filled = self._filled.get(first.entity, []) if first is not None else []
        return first if not any(title.startswith(role.title.text) and person != who for title, person in filled) else None

    def _only(self, own: Line, tails: tuple[str, ...]) -> Ref | None:
        """The only firm so far that is called so, if this paragraph or the one before names it."""
        said = [r for r in (*self._before, *own.refs.values()) if r.type == "Company" and r.entity and r.text.endswith(tails)]
        begins = self._scene.text.rfind("\n", 0, own.sentence.start) + 1
        earlier = self._scene.text.rfind("\n", 0, max(begins - 1, 0)) + 1
        return said[-1] if said and len({r.entity for r in said}) == 1 and said[-1].start >= earlier else None

    def _committee(self, own: Line, role: Role, last: Ref) -> Ref | None:
        """市委副书记、市政协党组书记、政法委书记: the last is one of 市委, whatever stands between; 党工委委员 is one of the committee that is called so."""
        if role.title.text.startswith(("书记", "副书记")) and last.text.endswith(("村委会", "居委会", "村民委员会", "居民委员会")):
            branches = ("党委", "党支部", "党总支")
            named = [r for i, r in own.refs.items() if i < role.start and r.type == "PublicBody" and r.text.endswith(branches)]
            return named[-1] if named else None  # 社区党委书记、居委会主任甲，副书记乙
        party = next((word for word in words("holds_position")["party_committees"] if role.title.text.startswith(word)), None)
        if party is not None and not last.text.endswith(party):
            named = [r for i, r in own.refs.items() if i < role.start and r.type == "PublicBody" and r.text.endswith(party)]
            return named[-1] if named else None
        if not role.title.text.startswith(tuple(words("holds_position")["of_committee"])) or last.text.endswith("委"):
            return None
        said = [r for i, r in own.refs.items() if i < role.start and r.type == "PublicBody" and r.text.endswith("委")]
        return said[-1] if said else None

    def _at_home(self, own: Line, role: Role, last: Ref | None) -> bool:
        """Whether a post is one of the house that tells the story (来我校访问，学校党委书记甲): no body of others has it."""
        if heads(role.title.text, "firm_posts") or role.word.startswith("该"):
            return False
        self._home = self._home or bool(role.word) or any(word in own.text[: role.start] for word in words("holds_position")["houses"])
        return self._home or (last is None and not any(r.type == "Organization" for i, r in own.refs.items() if i < role.start))

    # --- what the story has named

    def _called(self, own: Line, role: Role, tails: tuple[str, ...]) -> Ref | None:
        """The last body so far whose name ends so."""
        # nor one that acts on whoever the sentence is about: 甲银行被乙银行处罚，行长丙…
        said = [
            r
            for i, r in own.refs.items()
            if r.start < role.title.start and not own.text.endswith(tuple(words("holds_position")["acted_on"]), 0, i)
        ]
        if not role.word and len({r.entity for r in said if r.text.endswith(tails) and r.type != "Place"} - {None}) > 1:
            return None  # of two houses, which one nobody says
        before = [r for r in (*self._near(own), *said) if r.entity and r.type != "Place" and r.text.endswith(tails)]
        return next((r for r in reversed(before) if r.entity not in self._over), before[-1] if before else None)

    def _alike(self, own: Line, role: Role) -> Ref | None:
        """集团: the firm named last so far that is called so."""
        kinds = _kinds(role)
        firms = [r for r in [*self._near(own), *own.refs.values()] if r.type == "Company" and r.entity and r.end <= role.title.start]
        return next((r for r in reversed(firms) if kinds and r.text.endswith(kinds)), None)

    def _grouped(self) -> Ref | None:
        """集团公司: the one firm of the article that is called so, wherever it was named; the firm that the story is at may be its daughter."""
        kinds = tuple(words("anaphora")["ends"]["集团"])
        named = {r.entity: r for s in self._scene.sentences for r in s.refs if r.type == "Company" and r.text.endswith(kinds)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _near(self, own: Line) -> list[Ref]:
        return [r for r in self._before if r.start >= own.sentence.start - _NEAR]


def _party_of(role: Role) -> tuple[str, Ref, int] | None:
    """The committee of the party that a post names: by its body (镇党委|书记), or of the firm or house before it (甲集团|党委书记)."""
    if role.holder is None:
        return None
    named = (
        word for word in words("holds_position")["party_committees"] if role.holder.text.endswith(word) or role.title.text.startswith(word)
    )
    word = next(named, None)
    return (word, role.holder, role.start) if word is not None else None


def _runs_it(own: Line, role: Role) -> Ref | None:
    """The firm that runs what a sentence is about: a 法定代表人 is one of the firm, not of its site (甲网由乙公司运营，法定代表人丙)."""
    if not heads(role.title.text, "legal"):
        return None
    m = cues()["run_by"].search(own.text[: role.start])
    return own.refs[m.start("firm")] if m is not None and m[0].count(SIGNS["Company"]) == 1 else None


def appointing(own: Line, held: Held) -> Ref | None:
    """The body that appoints, where one of its own posts is filled: 甲银行聘任乙银行行长丙为行长."""
    if held.of is None or held.row.roles[0].holder is not None:
        return None
    found = [r for i, r in own.refs.items() if i < held.of and r.type in ("PublicBody", "Company", "Organization") and r.entity]
    return found[0] if len({r.entity for r in found}) == 1 else None


def _of_place(own: Line, role: Role) -> bool:
    """Whether a place itself can have the post: 美国总统, 某镇镇长; not 驻法国大使, not 俄罗斯石油公司总裁; 某科技园总经理."""
    if heads(role.title.text, "government") and role.holder is not None and not role.part:
        return role.holder.text.endswith(without_candidacy(role.title.text)[-2])  # a town whose government has no name of its own here
    if role.holder is not None and not role.part and heads(role.title.text, "of_parks"):
        return role.holder.text.strip("“”").endswith(tuple(words("holds_position")["parks"]))
    if role.holder is not None and not role.part and of_village(role.title.text):
        return _VILLAGE.match(role.holder.text) is not None
    never = (
        role.part
        or role.title.text.startswith(tuple(words("holds_position")["of_bodies"]))
        or any(heads(role.title.text, kind) for kind in ("government", "firm_posts", "loose"))
    )
    return not never and not own.text.endswith("驻", 0, role.start)


def _government(scene: Scene, role: Role) -> Ref | None:
    """市长 where the city is not known: the 市政府 that the article names."""
    word = "自治区" if role.title.text.startswith("自治区") else without_candidacy(role.title.text)[-2]
    for entity in scene.entities.values():
        if entity.type == "PublicBody" and entity.name in (f"{word}政府", f"{word}人民政府"):
            return Ref(role.title.start, role.title.end, "PublicBody", entity.name, entity.id)
    return None


def _of_state(scene: Scene, role: Role) -> Ref | None:
    """委员长 alone: of the one body that has such, if the article names it."""
    bodies = next((names for head, names in words("holds_position")["state_bodies"].items() if role.title.text.endswith(head)), ())
    for entity in scene.entities.values():
        if entity.type == "PublicBody" and not {entity.name, *entity.aliases}.isdisjoint(bodies):
            return Ref(role.title.start, role.title.end, "PublicBody", entity.name, entity.id)
    return None


def _without_party(scene: Scene, last: Ref, role: Role) -> Ref | None:
    """市政府党组成员、秘书长: the second post is one of the body itself, if the article names it; a 党组 or branch has none but party posts."""
    for tail in ("党组", "党支部", "党总支", "党委", "机关党委"):
        if last.text.endswith(tail) and last.type == "PublicBody" and not role.title.text.startswith(("书记", "副书记", "成员", "委员")):
            base = last.text.removesuffix(tail)
            for entity in scene.entities.values():
                if entity.type == "PublicBody" and base in (entity.name, *entity.aliases):
                    return Ref(last.start, last.end, "PublicBody", base, entity.id)
            return None if tail in ("党组", "党支部", "党总支") or role.title.text.startswith("居委会") else last
    return last


def _leaders(scene: Scene, role: Role) -> Ref | None:
    """市领导: a post at the place, and at nothing else that stands before it."""
    if role.title.entity is not None:
        return role.title
    if role.holder is not None and role.holder.type == "Place":
        return role.holder
    unit = jurisdiction.own(role.title.text[:1], scene.article.locality_code)
    for entity in scene.entities.values():
        if unit is not None and entity.type == "Place" and entity.data.get("code") == unit.code:
            return Ref(role.title.start, role.title.end, "Place", entity.name, entity.id)
    return None


def _kinds(role: Role, body: Ref | None = None) -> tuple[str, ...]:
    """How the name ends that the word before a post stands for (集团, 支行), where it says so and the body, if given, is called so."""
    ends = words("anaphora")["ends"]["集团"] if "集团" in role.word else words("holds_position")["ends"].get(role.word, ())
    return tuple(ends) if body is None or body.text.endswith(tuple(ends)) else ()


def _houses(role: Role, body: Ref) -> tuple[str, ...]:
    """How the names of the houses end that have such a post (a 局长 is one of a 局), where the body is called so."""
    ends = words("holds_position")["ends"]
    tails = tuple(next((ends[head] for head in ends if head.endswith("长") and role.title.text.endswith(head)), ()))
    return tails if body.text.endswith(tails) else ()
