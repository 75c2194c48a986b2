"""What stands at the front of a story: the firm, project or place that its sentences go on about, sentence by sentence."""

import re
from dataclasses import dataclass, field

from kg.relations.beginnings import begun, bought
from kg.relations.openings import opening
from kg.relations.protagonist import OWN
from kg.relations.reference_words import cues
from kg.relations.scene import Ref, Scene, Sentence

_NEVER = re.compile(
    "(?:[我他她]们?(?:就|都|也)?是|自|前身(?:是|为)|(?:[方商人]|单位|机构|客户|股东)(?:是|为|有))(?:原|[^，。；]{1,10}的)?$"
)  # who is named behind these comes to no front
_TWO = 2


@dataclass(slots=True)
class Foreground:
    """What stands at the front of one type: `name` or, where several do, nothing; `paragraph` is where it came up."""

    name: str | None = None
    paragraph: int = -2
    begun: bool = False  # has come about in the sentence that brought it up
    firm: bool = False  # opened a sentence, rather than only being the one name around
    before: tuple[str, ...] = ()  # distinct names of the sentence before
    introduced: str | None = None  # whom of them that sentence introduced: 甲出资成立乙, 甲是由乙投资的企业
    pair: tuple[str, ...] = field(default=())
    employers: dict[str, str | None] = field(default_factory=dict)  # firms of the people named so far
    called: str | None = None  # whom the article has called 集团
    speaker: tuple[int, str | None] = (-1, None)  # the paragraph where somebody spoke last, and who


def move(scene: Scene, sentence: Sentence, leading: list[Ref], front: Foreground, main: str | None) -> None:
    """Bring to the front what the sentence is about; `leading` are the names that it may be about."""
    new, refs = begun(scene, sentence, leading), _kept(leading, front)
    names = tuple(dict.fromkeys(r.entity for r in refs if r.entity is not None))
    if not names:
        if sentence.paragraph - front.paragraph > 1:
            front.name, front.firm = None, False
        return
    first = opening(scene, sentence, refs)
    if _bought_aside(scene, sentence, refs, front):
        front.paragraph = sentence.paragraph
    elif first:
        front.name, front.firm = (first[0], True) if len(first) == 1 else (None, False)
        front.paragraph = sentence.paragraph
    elif front.name is None or not front.firm or (sentence.paragraph != front.paragraph and not _goes_back(sentence, front)):
        front.name, front.firm = (names[0], False) if len(names) == 1 else (None, False)
        front.paragraph = sentence.paragraph
    else:
        front.paragraph = sentence.paragraph
    front.begun = new is not None and (main is None or front.name != main)
    if front.begun:
        front.name, front.firm = new, True
    front.before = names
    front.introduced = introduced(scene, refs, first)


def introduced(scene: Scene, refs: list[Ref], first: list[str]) -> str | None:
    """Which of some firms a sentence introduces: the one that somebody brings about (甲出资成立乙), or that it says what it is (甲是由乙投资的企业).

    `first` are those that it puts at the front.
    """
    if not refs:
        return None
    if cues()["founds"].search(scene.text, max(refs[-1].start - 16, 0), refs[-1].start):
        return refs[-1].entity
    return first[0] if len(first) == 1 and cues()["is"].match(scene.text, refs[0].end) else None


def leads(scene: Scene, sentence: Sentence, ref: Ref) -> bool:
    """Whether a sentence may be about a name: no auditor, and nobody that it is only told of (前身是甲, 膜材来自乙)."""
    aside = ref.text.endswith(cues()["aside"]) or _NEVER.search(scene.text[sentence.start : ref.start])
    return ref.entity is not None and not aside


def _kept(leading: list[Ref], front: Foreground) -> list[Ref]:
    """Those that may come to the front: a sentence that calls the firm there 公司 leaves it there, whoever else opens it."""
    own = {r.entity for r in leading if r.anaphor and r.text in OWN}
    return [r for r in leading if r.entity in own] if front.name in own else leading


def second(sentence: Sentence, front: Foreground) -> str | None:
    """甲收购乙。后者…: the second of the two firms that the sentence before in its paragraph has named."""
    named = front.before if sentence.paragraph == front.paragraph and not front.pair else ()
    return named[1] if len(named) == _TWO else None


def _bought_aside(scene: Scene, sentence: Sentence, refs: list[Ref], front: Foreground) -> bool:
    """Whether a sentence only names a firm that somebody unnamed buys, while another one is at the front: 2014年，收购了乙厂."""
    if not front.firm or len({r.entity for r in refs}) != 1:
        return False
    first = refs[0].start
    named = any(r.type in ("Person", "PublicBody", "Organization", "Company") and r.end <= first for r in sentence.refs)
    return not named and bought(scene, sentence, first)


def _goes_back(sentence: Sentence, front: Foreground) -> bool:
    """Whether a sentence of the next paragraph speaks of the firm at the front: 这家民营企业由…创办."""
    return sentence.paragraph == front.paragraph + 1 and cues()["back"].match(sentence.text) is not None
