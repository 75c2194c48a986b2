"""For whom officials and heads of firms sign: 副市长甲与乙公司签约 is signed by the government, and who is named without a post signs for his house.

Bodies that only a title names (副市长) have no mention of their own; in clauses that sign, and in these alone, the post stands for its body.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.relations.masthead import headed
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import SIGN, SIGNS, pattern, words

_POST = r"<Title>(?:[、兼和及]*<Title>)*"
_BODY = "<PublicBody Company Organization>"
_COMMITTEE = ("委", "委员会")
_NEXT = r"[、，和与同跟]|分别|各自|共同|代表|现场|当场|正式|在|就|又|还|也|则|签|已|一起|双方"
# Who speaks for a place (副市长甲代表高新区) does not sign for his own house.
_STANDS = pattern(
    rf"(?P<party><PublicBody>{_POST}[、兼])(?=<PublicBody>{_POST}<Person>)"  # 市委常委、甲区党工委书记乙
    rf"|(?P<named><PublicBody>{_POST}(?:<Person>(?:、{_POST}<Person>)*)?|{_BODY}{_POST}<Person>?)"
    rf"|(?P<post><Place>?{_POST}<Person>(?!(?:代表|<Title>)<Place>)|<Person><Title>(?!<Person Place>))"
    rf"|(?P<alone><Person>)(?!(?:代表|<Title>)<Place>)(?=(?:<Place Date>)*(?:$|{_NEXT}))"
)
_SIGNS = re.compile("签(?!名|到|发|收|证|章)")
_HIS_OWN = re.compile("股权|股份|股票|转让|受让|借款|担保|劳动|聘|师徒|离婚|房屋|购房|租赁")  # what a man signs for himself
_FOR_BOTH = re.compile("双方|各自|各方")
_PARTY = re.compile("(?:[省市县区州旗盟镇乡党工]|自治区)委$|^中共.*委员会$")
_GAP = re.compile(r"[、兼和及\s]*")


def signs(text: str) -> bool:
    """Whether a clause may tell that something is signed.

    >>> signs("与乙公司签约"), signs("嘉宾签到")
    (True, False)
    """
    return "签" in text and _SIGNS.search(text) is not None


def signed_for(scene: Scene, text: str, refs: tuple[Ref, ...]) -> tuple[str, tuple[Ref, ...]]:
    """A clause that signs, with bodies in place of the officials and people who sign for them."""
    own = _HIS_OWN.search(text) is not None
    at = [m.start() for m in SIGN.finditer(text)]
    pieces: list[str] = []
    found: list[Ref] = []
    done = 0
    for m in _STANDS.finditer(text):
        inside = refs[bisect_left(at, m.start()) : bisect_left(at, m.end())]
        house: Ref | None = None
        if m["party"] is not None and not inside[0].text.endswith(_COMMITTEE):
            continue
        if m["post"] is not None:
            house = next((body for ref in inside if (body := _of_title(scene, ref)) is not None), None)
            if house is None and not own and (who := next((ref for ref in inside if ref.type == "Person"), None)) is not None:
                house = signatory(scene, who)  # 校长甲代表学校与乙公司签约
        elif m["alone"] is not None and not own:
            house = signatory(scene, inside[0])
        elif m["named"] is not None and _of_committee(text, inside):
            house = inside[-1]
        if m["party"] is None and house is None:
            continue
        pieces += text[done : m.start()], SIGNS[house.type] if house is not None else ""
        found += [*refs[bisect_left(at, done) : bisect_left(at, m.start())], *([house] if house is not None else [])]
        done = m.end()
    return "".join([*pieces, text[done:]]), (*found, *refs[bisect_left(at, done) :])


def _of_committee(text: str, inside: tuple[Ref, ...]) -> bool:
    """Whether somebody is the secretary of a committee where each signs for his side: 区委书记甲、乙公司总裁丙代表双方签约. Which body is his side is not said."""
    posts_of_government = any(ref.type == "Title" and ref.entity is not None for ref in inside)
    return (
        _FOR_BOTH.search(text) is not None
        and _PARTY.search(inside[0].text) is not None
        and not posts_of_government
        and inside[-1].type == "Person"
    )


def signatory(scene: Scene, person: Ref) -> Ref | None:
    """The body of the one post that the article gives a person, standing where he is named."""
    houses: dict[str, Ref | None] = scene.read.setdefault("signatories", {})
    if not houses:
        for sentence in scene.sentences:
            for name, house in _posts(scene, sentence):
                known = houses.get(name, house)
                houses[name] = house if known is not None and house is not None and known.entity == house.entity else None
        houses.setdefault("", None)
    house = houses.get(person.entity or "")
    return Ref(person.start, person.end, house.type, house.text, house.entity) if house is not None else None


def _posts(scene: Scene, sentence: Sentence) -> Iterator[tuple[str, Ref | None]]:
    """The people of a sentence who have posts there, each with the body; None where it is not known or no longer his."""
    former = tuple(words("holds_position")["former_marks"])
    for i, person in enumerate(sentence.refs):
        at, k, house = person.start, i - 1, None
        while k >= 0 and sentence.refs[k].type == "Title" and _GAP.fullmatch(scene.text, sentence.refs[k].end, at):
            house = house or _of_title(scene, sentence.refs[k])
            at, k = sentence.refs[k].start, k - 1
        of_another = k >= 0 and sentence.refs[k].type == "Person" and sentence.refs[k].end == at  # 甲副校长、|乙董事长
        if person.type != "Person" or person.entity is None or k == i - 1 or of_another:
            continue
        body = sentence.refs[k] if k >= 0 and sentence.refs[k].end == at else None
        if house is None and body is not None and body.type in ("PublicBody", "Company", "Organization") and body.entity is not None:
            house = body if not body.text.endswith(_COMMITTEE) else None
        if body is None and house is None and (i == 0 or sentence.refs[max(k, 0)].end != at):
            house = _at_home(scene, person, [ref for ref in sentence.refs[max(k + 1, 0) : i] if ref.type == "Title"])
        if scene.text.endswith(former, sentence.start, body.start if body is not None else at) or scene.text.startswith(("原", "前"), at):
            house = None
        yield person.entity, house


def _at_home(scene: Scene, person: Ref, titles: list[Ref]) -> Ref | None:
    """The house that tells the story, where a post before which none is named is one of such a house: 校长甲 signs for 我校.

    Where the story names another house of the kind, either may be his.
    """
    heads = words("holds_position")["only_of_houses"]
    kinds = [tuple(ends) for title in titles for post, ends in heads.items() if title.text.endswith(post)]
    found = {own.entity: own for ends in kinds if (own := headed(scene, ("Organization", "Company"), ends)) is not None}
    if not found:
        return next((house for ends in kinds if (house := _only_house(scene, ends, person.start)) is not None), None)
    own = next(iter(found.values())) if len(found) == 1 else None
    others = [e for e in scene.entities.values() if own is not None and e.id != own.entity and e.type == own.type and e.mentions]
    return (
        own
        if not any(e.name.endswith(tuple(ends)) for ends in heads.values() for e in others if own and own.text.endswith(tuple(ends)))
        else None
    )


def _only_house(scene: Scene, ends: tuple[str, ...], before: int) -> Ref | None:
    """The only house of a kind that the article has named up to there: 昀山学院召开座谈会。校长甲代表学校与乙公司签约."""
    houses = (e for e in scene.entities.values() if e.type == "Organization" and e.name.endswith(ends))
    named = [e for e in houses if e.mentions and e.mentions[0].start < before]
    return Ref(before, before, "Organization", named[0].name, named[0].id) if len(named) == 1 else None


def _of_title(scene: Scene, title: Ref) -> Ref | None:
    """The public body that a post points to by itself, in the place of the post."""
    if title.type != "Title" or title.entity is None or scene.entities[title.entity].type != "PublicBody":
        return None
    return Ref(title.start, title.end, "PublicBody", scene.entities[title.entity].name, title.entity)
