"""Whose firm a speaker means by 公司: the one that the article gives as his (甲公司总经理乙, 乙是甲公司的创始人)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import alternatives, words

_BETWEEN = re.compile(r"[、，]|兼|和|[\s（）]")  # between two titles of one man
_IS_OF = re.compile(r"(?:，)?(?:是|系|现任|任)")
_OF = re.compile(r"的?")
_GAP = re.compile(r"[、兼和及\s]*")
_OWN = re.compile(r"的?[^，。；、\ue000-\uf8ff]{0,6}")  # 甲公司|技术部|经理乙
_POSTS = re.compile(f"{alternatives(words('narrative')['company_posts'])}$")
_PART = re.compile(r"[，。；：！？“”\n]")


@cache
def _speech() -> dict[str, re.Pattern[str]]:
    data = words("narrative")
    say = alternatives([*data["say"], *data["say_soft"]])
    return {
        "person": re.compile(f"[^，。；：、“”]{{0,10}}?{say}"),
        "pronoun": re.compile(f"[“”\\s]*[他她][^，。；：、“”]{{0,6}}?{say}"),
    }


def employ(scene: Scene, refs: Sequence[Ref], employers: dict[str, str | None]) -> None:
    """Note the firms of the people of a sentence; who has two has none that 公司 could mean."""
    for i, ref in enumerate(refs):
        if ref.type == "Person" and ref.entity is not None and (firm := _before(scene, refs, i) or _told(scene, refs, i)) is not None:
            employers[ref.entity] = firm if employers.get(ref.entity, firm) == firm else None


def employed(scene: Scene, sentence: Sentence, front: str | None) -> Iterator[tuple[str, str]]:
    """Who works where: 甲公司总经理乙; a bare 董事长乙 works for the firm at the front."""
    posts: list[Ref] = []
    firm: Ref | None = None
    for ref in sentence.refs:
        if posts and not _GAP.fullmatch(scene.text[posts[-1].end : ref.start]):
            posts = []
        if ref.type == "Title":
            posts.append(ref)
        elif ref.type == "Person" and posts and ref.entity is not None:
            heads = firm is not None and _OWN.fullmatch(scene.text[firm.end : posts[0].start]) is not None
            bare = _PART.split(scene.text[sentence.start : posts[0].start])[-1] in ("", "公司", "企业", "集团")
            where = firm.entity if heads and firm is not None else front if bare and _POSTS.search(posts[-1].text) else None
            if where is not None:
                yield ref.entity, where
            posts = []
        else:
            firm, posts = ref if ref.type == "Company" else None, []


def _before(scene: Scene, refs: Sequence[Ref], i: int) -> str | None:
    """甲公司董事长、总经理乙."""
    at = i - 1
    while at > 0 and refs[at].type == "Title" and _joined(scene, refs[at], refs[at + 1], last=at + 1 == i):
        at -= 1
    firm = refs[at] if 0 <= at < i - 1 else None
    if firm is None or firm.type != "Company" or firm.entity is None or not _OF.fullmatch(scene.text, firm.end, refs[at + 1].start):
        return None
    return firm.entity


def _joined(scene: Scene, left: Ref, right: Ref, *, last: bool) -> bool:
    return left.end == right.start or (not last and _BETWEEN.fullmatch(scene.text, left.end, right.start) is not None)


def _told(scene: Scene, refs: Sequence[Ref], i: int) -> str | None:
    """乙是甲公司的创始人."""
    if i + 2 >= len(refs) or refs[i + 1].type != "Company" or refs[i + 2].type != "Title":
        return None
    person, firm, title = refs[i : i + 3]
    told = _IS_OF.fullmatch(scene.text, person.end, firm.start) and _OF.fullmatch(scene.text, firm.end, title.start)
    return firm.entity if told else None


def speaker(scene: Scene, refs: Sequence[Ref], end: int) -> str | None:
    """Who speaks the words before `end` of a sentence (乙说，公司…); None where a firm is named in what is said before."""
    people = [r for r in refs if r.type == "Person" and r.end <= end]
    if not people or not _speech()["person"].match(scene.text, people[-1].end, end):
        return None
    return people[-1].entity if not any(r.type == "Company" and r.start > people[-1].end and r.end <= end for r in refs) else None


def resumes(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence goes on with who spoke: 他说，公司…."""
    return _speech()["pronoun"].match(scene.text, sentence.start, sentence.end) is not None


def firm_of(person: str | None, employers: Mapping[str, str | None]) -> str | None:
    """The firm of a speaker."""
    return employers.get(person) if person is not None else None
