"""Words that stand for a name told before (该公司, 其子公司, 该项目, 双方), as further mentions of a scene.

News keeps one firm at the front for some sentences: it opens the sentence, or the party comes to it (在甲公司展厅). A reference word stands for
that firm; where several compete, it stands for nothing. What is found is marked `anaphor`; 双方 stands for two and carries them in `data["entities"]`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from kg.relations.beginnings import begun, bought
from kg.relations.clauses import alternatives, words
from kg.relations.convened import convened
from kg.relations.employers import employ, employed, firm_of, resumes, speaker
from kg.relations.guests import strangers
from kg.relations.lenders import is_fund, is_lender
from kg.relations.masthead import called_own, house
from kg.relations.openings import opening
from kg.relations.protagonist import OWN, called_here, called_so, issuer, protagonist
from kg.relations.rivals import apart, aside, filled, just_named, lenders
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.sides import latter, of_two, pair_of
from kg.text import ITEM
from kg.types import Entity

_ASIDE = re.compile("[是为由从有叫自给对向被]原?$")  # who is named behind these opens no sentence that leaves its firm out
_NEVER = re.compile(
    "(?:[我他她]们?(?:就|都|也)?是|自|前身(?:是|为)|(?:[方商人]|单位|机构|客户|股东)(?:是|为|有))(?:原|[^，。；]{1,10}的)?$"
)  # and behind these, none at all
_HEADING = re.compile(r"[^，。；：！？\n]{0,12}(?<![称说道示讯电])：")
_PARTY = "当事人"
_TO = ("为", "给", "向", "对")
_BANK = "该行"
_NEAR_FUND = 80  # characters before 该基金 in which it is named
_FUNDS = frozenset(("基金", "该基金"))
_WORKS = "该厂"
_TWO = 2
_NEAR = 40  # characters before a word for a project in which another one without a name is looked for
_OFTEN = 2  # mentions from which on a project is what a story is about
_ITEM = re.compile(rf"^\s*{ITEM}\s*")
_STARTS = re.compile(r"[。；：、！？\s]")
_LATELY = 2  # paragraphs over which 项目 still means the only project named
_KIN = re.compile("(?:及其|[与和及、的])(?:间接)?(?:控股股东|大股东|母公司|(?:全资|控股)?[子孙]公司|关联方|关联公司)")
_CLAUSE = re.compile(r"[，。；：！？“”\n]")
_AND = frozenset(("及", "和", "与", "以及", "或", "同", "跟", "、"))


@dataclass(slots=True)
class _Front:
    """What stands at the front of one type: `name` or, where several do, nothing; `paragraph` is where it came up."""

    name: str | None = None
    paragraph: int = -2
    begun: bool = False  # has come about in the sentence that brought it up
    firm: bool = False  # opened a sentence, rather than only being the one name around
    before: tuple[str, ...] = ()  # distinct names of the sentence before
    introduced: str | None = None  # whom of them that sentence introduced: 甲出资成立乙, 甲是由乙投资的企业
    pair: tuple[str, ...] = field(default=())
    employers: dict[str, str | None] = field(default_factory=dict)  # firms of the people named so far
    speaker: tuple[int, str | None] = (-1, None)  # the paragraph where somebody spoke last, and who


@cache
def _cues() -> dict[str, Any]:
    data = words("anaphora")
    every = [w for key in ("company", "project", "place", "session", "pairs", "former", "latter") for w in data[key]]
    kinds = {w: kind for kind, key in (("Company", "company"), ("Project", "project"), ("Place", "place")) for w in data[key]}
    return {
        "another_project": re.compile(f"{alternatives(data['another_project'])}[^，。；]{{0,10}}(?:项目|工程)"),
        "back": re.compile(f"该[^，。；]{{0,14}}(?:公司|企业|工厂|厂)|这家(?:公司|企业|{data['described']})"),
        "this_one": re.compile("(?:^|[，；：”。\\s])(?P<head>这个)[^，。；：“”]{2,26}的$"),  # before 企业; 这家 stands for it by itself
        "word": re.compile(
            f"{alternatives(every)}|该(?!{alternatives(data['havers'])})[\u4e00-\u9fff]{{1,8}}?(?:项目|工程)(?={alternatives(data['项目'])})|这家(?={data['described']})|其(?={alternatives(data['own'])})"
        ),
        "kind": kinds,
        "left": re.compile(f"(?:^|[，。；：、！？“”（）()\\s]|{alternatives(data['left'])})$"),
        "other": re.compile(alternatives(data["other"])),
        "never": re.compile(alternatives(data["right_never"])),
        "punished": re.compile(alternatives(data["punished"])),
        "funded": re.compile(alternatives(data["funded"])),
        "goes_on": {w: re.compile(alternatives(data[w])) for w in ("企业", "项目", "园区", "基金")},
        "is": re.compile(f"(?:（[^（）]*）)?{alternatives(data['is'])}"),
        "founds": re.compile(f"{alternatives(data['founds'])}(?:了|起|一家|全资|子公司|项目公司|新公司|[“”—])*$"),
        "renamed": re.compile("(?:随后|随之|随即|也|正式|后|则|遂|由此)*(?:更名|改名|易名|改称)"),
        "demonstrative": frozenset(data["demonstrative"]),
        "ends": {w: tuple(ends) for w, ends in data["ends"].items()},
        "never_ends": {w: tuple(ends) for w, ends in data["never_ends"].items()},
        "aside": tuple(data["aside"]),
        "session": frozenset(data["session"]),
        "role": {w: role for role in ("pairs", "former", "latter") for w in data[role]},
    }


def resolved(scene: Scene) -> Scene:
    """The scene with its reference words as mentions, where what they stand for is beyond doubt."""
    found = _cues()["word"].finditer(scene.text)
    spans = [(m.start(), m.end()) for m in found]
    if not spans:
        return scene
    fronts = {kind: _Front() for kind in ("Company", "Project", "Place")}
    hero = protagonist(scene)
    main = called_so(scene) or (hero.entity if hero is not None else None)
    sentences, at = [], 0
    for sentence in scene.sentences:
        here = []
        while at < len(spans) and spans[at][0] < sentence.end:
            if spans[at][0] >= sentence.start:
                here.append(spans[at])
            at += 1
        sentences.append(_sentence(scene, sentence, here, fronts, main))
    return replace(scene, sentences=tuple(sentences))


def _sentence(scene: Scene, sentence: Sentence, spans: list[tuple[int, int]], fronts: dict[str, _Front], main: str | None) -> Sentence:
    refs = list(sentence.refs)
    employ(scene, refs, fronts["Company"].employers)
    taken = [(r.start, r.end) for r in refs]
    for start, end in spans:
        if any(start < e and s < end for s, e in taken):
            continue
        ref = _stands(scene, sentence, refs, start, end, fronts, main)
        if ref is not None:
            refs.append(ref)
            refs.sort(key=lambda r: r.start)
    if len(refs) > len(sentence.refs):
        employ(scene, refs, fronts["Company"].employers)
    come = strangers(scene, "", sentence.end)
    for kind, front in fronts.items():
        leading = [
            r
            for r in refs
            if r.type == kind and r.entity not in come and _leads(scene, sentence, r) and not aside(scene, sentence, refs, r)
        ]
        _move(scene, sentence, _kept(leading, front), front, main)
    if (person := speaker(scene, refs, sentence.end)) is not None:
        fronts["Company"].speaker = (sentence.paragraph, person)
    fronts["Company"].pair = pair_of(scene, refs) or ()
    return replace(sentence, refs=tuple(refs)) if len(refs) > len(sentence.refs) else sentence


def about(scene: Scene, start: int) -> tuple[str, ...]:
    """The firms that the sentence from `start` may be about where it names none, likeliest first: who opens it, or else who is at the front."""
    if "about" not in scene.read:
        hero = protagonist(scene)
        scene.read["about"] = dict(_about(scene, hero.entity if hero is not None else None))
    found: tuple[str, ...] = scene.read["about"].get(start, ())
    return found


def _about(scene: Scene, main: str | None) -> Iterator[tuple[int, tuple[str, ...]]]:
    front, works_at = _Front(), dict[str, str]()
    for sentence in scene.sentences:
        firms = [
            r for r in sentence.refs if r.type == "Company" and _leads(scene, sentence, r) and not aside(scene, sentence, sentence.refs, r)
        ]
        first = [] if firms and _ASIDE.search(scene.text[sentence.start : firms[0].start]) else opening(scene, sentence, firms)
        near = sentence.paragraph == front.paragraph or (
            sentence.paragraph == front.paragraph + 1 and (_starts(scene, sentence) or front.name == main)
        )
        told = front.name if near and (front.firm or front.name == main) else main if front.name in (None, main) else None
        works_at |= employed(scene, sentence, first[0] if len(first) == 1 else told)
        speak = {works_at[r.entity] for r in sentence.refs if r.type == "Person" and r.entity in works_at}
        firm = next(iter(speak)) if len(speak) == 1 else None
        yield sentence.start, tuple(dict.fromkeys(x for x in ((*first, firm, told) if len(first) < 2 else ()) if x is not None))
        _move(scene, sentence, _kept(firms, front), front, main)


def _stands(
    scene: Scene, sentence: Sentence, refs: list[Ref], start: int, end: int, fronts: dict[str, _Front], main: str | None
) -> Ref | None:
    word = scene.text[start:end]
    if word.startswith("该") and word not in _cues()["kind"] and word.endswith(("项目", "工程")):
        word = "该项目"  # 该文旅项目
    role = _cues()["role"].get(word)
    if role is not None:
        told = [r for r in refs if r.end <= start]
        found = latter(scene, told) if role == "latter" and pair_of(scene, told) is None else None
        if role == "latter" and found is None and not told:
            found = _second(sentence, fronts["Company"])
        if found is not None:
            return Ref(start, end, "Company", word, found, anaphor=True)
        return of_two(scene, pair_of(scene, told) or fronts["Company"].pair, role, start, end)
    if word in _cues()["session"]:
        return convened(scene, sentence, word, start, end)
    kind = _cues()["kind"].get(word, "Company")
    if word in ("企业", "公司") and (said := _cues()["this_one"].search(scene.text[sentence.start : start])) is not None:
        told = [r for r in refs if r.type == kind and r.end <= sentence.start + said.start("head")]
        chosen = _nearest(scene, "这家企业", told, fronts[kind], sentence)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None else None
    before = [r for r in refs if r.type == kind and r.entity is not None and r.end <= start and not aside(scene, sentence, refs, r)]
    if not _counts(scene, sentence, refs, word, start, end):
        return None
    if kind == "Company" and word in _FUNDS:
        chosen = _only_one(scene, start, is_fund, start - _NEAR_FUND if word.startswith("该") else 0)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None else None
    if word == "项目" and _paid_to(scene, sentence, start, end):
        chosen = _only_project(scene, start)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None else None
    front = fronts[kind]
    others = frozenset[str]()
    if kind == "Company":
        others = (
            apart(scene, refs, before, start, word) | lenders(scene, word, main) | strangers(scene, word, start) | filled(scene, refs, end)
        )
        if (writer := called_own(scene, word, start)) is not None:
            return replace(writer, start=start, end=end, text=word, anaphor=True)
    before = [r for r in before if r.entity not in others]
    if kind == "Company" and word not in _cues()["demonstrative"] and word != "其":
        own = (called_so(scene) if word in OWN else None) or _spoken_of(scene, sentence, refs, start, front)
        if own is not None and own not in others:
            return Ref(start, end, kind, word, own, anaphor=True) if _fits(scene.entities[own], word) else None
    if word in _cues()["demonstrative"]:
        chosen = _nearest(scene, word, before, front, sentence) or (_headed(scene, start) if kind == "Company" else None)
        if word == _BANK and (chosen is None or not _fits(scene.entities[chosen], word)):
            chosen = _only_one(scene, start, is_lender)
    elif word == "其":
        chosen = _joined_to(scene, refs, start) or _owner(scene, before, front, sentence, refs)
    else:
        joined = scene.text[start - 1 : start] == "、"  # 甲集团总裁乙、集团副总裁丙
        chosen = (
            _nearest(scene, word, before, front, sentence)
            if joined and before
            else _renamed(scene, sentence, word, before, end)
            or called_here(refs, word, start, others)
            or _announced(scene, sentence, word, before, front, others)
            or _goes_on(scene, sentence, word, before, front, main if kind == "Company" else None)
        )
    if kind == "Place" and (chosen is None or not _fits(scene.entities[chosen], word)):
        chosen = _only(scene, word, start)
    if kind == "Project" and _cues()["another_project"].search(scene.text, max(before[-1].end if before else 0, start - _NEAR), start):
        return None
    if kind == "Project" and chosen is None:
        chosen = _only_project(scene, start)
    if chosen is None or chosen in others or chosen == _kin_behind(scene, refs, end) or not _fits(scene.entities[chosen], word):
        return None
    if word == "这家" and not just_named(scene, sentence, chosen, start):
        return None
    return Ref(start, end, kind, scene.text[start:end], chosen, anaphor=True)


def _kin_behind(scene: Scene, refs: list[Ref], end: int) -> str | None:
    """The firm that is named right behind a word as kin of whom it means: 公司与控股股东|甲集团."""
    found = _KIN.match(scene.text, end)
    return next((r.entity for r in refs if found is not None and r.start == found.end()), None)


def _announced(scene: Scene, sentence: Sentence, word: str, before: list[Ref], front: _Front, others: frozenset[str]) -> str | None:
    """公司, where no other firm is at the front, in what one firm announces."""
    told = issuer(scene) if word in OWN else None
    if told is None or told.entity in others or told.start > sentence.start or opening(scene, sentence, before):
        return None
    return told.entity if front.paragraph != sentence.paragraph or not front.firm or front.name == told.entity else None


def _spoken_of(scene: Scene, sentence: Sentence, refs: list[Ref], start: int, front: _Front) -> str | None:
    """乙说，公司…: the firm of who speaks."""
    person = speaker(scene, refs, start)
    goes_on = person is None and front.speaker[0] == sentence.paragraph and resumes(scene, sentence)
    if goes_on and not any(r.type in ("Person", "Company") and r.end <= start for r in refs):
        person = front.speaker[1]
    return firm_of(person, front.employers)


def _only(scene: Scene, word: str, start: int) -> str | None:
    """园区: the one zone that the article has named up to there."""
    if word not in _cues()["goes_on"]:
        return None
    named = [e.id for e in scene.entities.values() if e.type == "Place" and _fits(e, word) and any(m.start < start for m in e.mentions)]
    return named[0] if len(named) == 1 else None


def _only_project(scene: Scene, start: int) -> str | None:
    """项目 and 该工程: the one project that the article has named up to there, if that was not long ago; or was told of more than once."""
    told: dict[str, list[int]] = {}
    projects = [entity for entity in scene.entities.values() if entity.type == "Project"]
    for entity in projects:
        ends = [*(m.end for m in entity.mentions), *(end for _, end in entity.data.get("implied_by", ()))]
        if before := [end for end in ends if end <= start]:
            told[entity.id] = before
    if not told and (heading := house(scene, "Project")) is not None:
        return heading.entity
    if len(told) != 1:
        return None
    name, ends = told.popitem()
    often = len(projects) == 1 and len(ends) >= _OFTEN
    return name if often or scene.text.count("\n", max(ends), start) <= _LATELY else None


def _counts(scene: Scene, sentence: Sentence, refs: list[Ref], word: str, start: int, end: int) -> bool:
    """Whether the characters are the word, and no part of another (子公司, 公司法)."""
    if word == _PARTY and not _cues()["punished"].search(sentence.text):
        return False  # of a case before a court, it may be anybody
    if word in _cues()["demonstrative"] or word == "其":
        return not _cues()["other"].match(scene.text, max(start - 1, 0))
    after = scene.text[end : min(end + 8, sentence.end)]
    if _cues()["never"].match(after) or _cues()["other"].match(scene.text, max(start - 1, 0)):
        return False
    goes_on = _cues()["goes_on"].get(word)
    clean = _ITEM.sub("", scene.text[sentence.start : start])
    if word == "项目" and _paid_to(scene, sentence, start, end):
        return True
    if goes_on is not None and not goes_on.match(after):
        return False
    left = bool(_cues()["left"].search(clean)) or any(r.end == start and r.type in ("Date",) for r in refs)
    if goes_on is not None:
        left = not clean or bool(_CLAUSE.search(clean[-1])) or clean.endswith(("目前", "在", "了解", "得知", "获悉"))
    return left


def _nearest(scene: Scene, word: str, before: list[Ref], front: _Front, sentence: Sentence) -> str | None:
    """该公司: the one firm named in this sentence before it, or else in the sentence before; a firm that the word cannot mean does not compete."""
    fitting = list(dict.fromkeys(r.entity for r in before if r.entity is not None and _fits(scene.entities[r.entity], word)))
    if len(fitting) > 1 and word == _WORKS:
        fitting = [e for e in fitting if scene.entities[e].name.endswith(_WORKS[-1])] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return _introduced(scene, before, opening(scene, sentence, before)) or _under(scene, before[-1])
    earlier = [e for e in front.before if _fits(scene.entities[e], word)]
    if sentence.paragraph - front.paragraph > 1:
        return None
    if len(earlier) == 1:
        return earlier[0]
    if front.introduced in earlier:
        return front.introduced
    return front.name if not earlier and front.name is not None else None


def _headed(scene: Scene, start: int) -> str | None:
    """该公司 before any firm is named: the one that the headline names."""
    heading = house(scene, "Company")
    firms = (e for e in scene.entities.values() if e.type == "Company")
    return heading.entity if heading is not None and not any(m.start < start for e in firms for m in e.mentions) else None


def _only_one(scene: Scene, start: int, is_such: Callable[[str], bool], since: int = 0) -> str | None:
    """该行, 基金: the one bank or fund that the article has named up to there, if it has done so from `since` on."""
    firms = (e for e in scene.entities.values() if e.type == "Company" and any(m.start < start for m in e.mentions))
    named = [e for e in firms if any(is_such(name) for name in (e.name, *e.aliases))]
    return named[0].id if len(named) == 1 and any(since <= m.start < start for m in named[0].mentions) else None


def _paid_to(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether money is given to what stands here: 为项目一期提供贷款."""
    return scene.text.endswith(_TO, sentence.start, start) and _cues()["funded"].match(scene.text, end, sentence.end) is not None


def _introduced(scene: Scene, refs: list[Ref], first: list[str]) -> str | None:
    """Which of some firms a sentence introduces: the one that somebody brings about (甲出资成立乙), or that it says what it is (甲是由乙投资的企业).

    `first` are those that it puts at the front.
    """
    if not refs:
        return None
    if _cues()["founds"].search(scene.text, max(refs[-1].start - 16, 0), refs[-1].start):
        return refs[-1].entity
    return first[0] if len(first) == 1 and _cues()["is"].match(scene.text, refs[0].end) else None


def _under(scene: Scene, ref: Ref) -> str | None:
    """1、甲公司最新进展：…该公司: the firm whose heading it stands under, if no other was named since."""
    return ref.entity if _HEADING.match(scene.text, ref.end) and _STARTS.match(scene.text, max(ref.start - 1, 0)) else None


def _joined_to(scene: Scene, refs: list[Ref], start: int) -> str | None:
    """甲与乙及|其控股股东: the firm that 其… is joined to, whoever opens the sentence; of a row it is all of them, and none is told."""
    named = [r for r in refs if r.type == "Company" and r.entity is not None and r.end <= start]
    if not named or scene.text[named[-1].end : start] not in _AND:
        return None
    row = len(named) > 1 and scene.text[named[-2].end : named[-1].start] == "、"
    return None if row else named[-1].entity


def _owner(scene: Scene, before: list[Ref], front: _Front, sentence: Sentence, refs: list[Ref]) -> str | None:
    """其: who opens the sentence, or the only firm in it; without one, who is at the front."""
    names = list(dict.fromkeys(r.entity for r in before if r.entity is not None))
    first = opening(scene, sentence, before)
    if len(first) == 1:
        return first[0]
    if names:
        return names[0] if len(names) == 1 and not first else None
    return front.name if front.paragraph == sentence.paragraph and front.firm else None


def _goes_on(scene: Scene, sentence: Sentence, word: str, before: list[Ref], front: _Front, main: str | None) -> str | None:
    """公司: goes on about the firm at the front; a firm that only comes up on the way does not take its place."""
    first = opening(scene, sentence, before)
    if first:
        return first[0] if len(first) == 1 else None
    names = list(dict.fromkeys(r.entity for r in before if r.entity is not None))
    near = sentence.paragraph == front.paragraph or (
        sentence.paragraph == front.paragraph + 1 and ((_starts(scene, sentence) and front.firm) or front.name == main)
    )
    if main is not None and not _fits(scene.entities[main], word):
        main = None
    if front.name is not None and main not in (None, front.name) and sentence.paragraph != front.paragraph and not (front.begun and near):
        return None if front.firm or names else main
    if front.name is not None and near and (front.firm or front.name in names or not names):
        return front.name
    if len(names) == 1 and (main is None or main == names[0]):
        return names[0]
    return main if not names and word in ("公司", "本公司", "我公司", "我司", "集团", "集团公司") and front.name in (None, main) else None


def _starts(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence starts its paragraph."""
    return not scene.text[scene.text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip()


def _leads(scene: Scene, sentence: Sentence, ref: Ref) -> bool:
    """Whether a sentence may be about a name: no auditor, and nobody that it is only told of (前身是甲, 膜材来自乙)."""
    aside = ref.text.endswith(_cues()["aside"]) or _NEVER.search(scene.text[sentence.start : ref.start])
    return ref.entity is not None and not aside


def _kept(leading: list[Ref], front: _Front) -> list[Ref]:
    """Those that may come to the front: a sentence that calls the firm there 公司 leaves it there, whoever else opens it."""
    own = {r.entity for r in leading if r.anaphor and r.text in OWN}
    return [r for r in leading if r.entity in own] if front.name in own else leading


def _move(scene: Scene, sentence: Sentence, refs: list[Ref], front: _Front, main: str | None) -> None:
    """Bring to the front what the sentence is about."""
    new = begun(scene, sentence, refs)
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
    front.introduced = _introduced(scene, refs, first)


def _bought_aside(scene: Scene, sentence: Sentence, refs: list[Ref], front: _Front) -> bool:
    """Whether a sentence only names a firm that somebody unnamed buys, while another one is at the front: 2014年，收购了乙厂."""
    if not front.firm or len({r.entity for r in refs}) != 1:
        return False
    first = refs[0].start
    named = any(r.type in ("Person", "PublicBody", "Organization", "Company") and r.end <= first for r in sentence.refs)
    return not named and bought(scene, sentence, first)


def _renamed(scene: Scene, sentence: Sentence, word: str, before: list[Ref], end: int) -> str | None:
    """甲收购乙80%股权，公司|更名为丙: it is 乙 that gets another name."""
    if word not in OWN or len(before) < _TWO or not _cues()["renamed"].match(scene.text, end):
        return None
    one, other = before[-2:]
    clause = max((m.end() for m in _CLAUSE.finditer(scene.text, one.end, other.start)), default=one.end)
    met = bought(scene, sentence, other.start, clause)
    return other.entity if met and one.entity != other.entity else None


def _goes_back(sentence: Sentence, front: _Front) -> bool:
    """Whether a sentence of the next paragraph speaks of the firm at the front: 这家民营企业由…创办."""
    return sentence.paragraph == front.paragraph + 1 and _cues()["back"].match(sentence.text) is not None


def _fits(entity: Entity, word: str) -> bool:
    """Whether a name may be called so: 该行 is a bank, 园区 a zone, 该企业 no bank."""
    if entity.name.endswith(_cues()["never_ends"].get(word, ())):
        return False
    ends = _cues()["ends"].get(word)
    return ends is None or any(name.endswith(ends) for name in (entity.name, *entity.aliases))


def _second(sentence: Sentence, front: _Front) -> str | None:
    """甲收购乙。后者…: the second of the two firms that the sentence before in its paragraph has named."""
    named = front.before if sentence.paragraph == front.paragraph and not front.pair else ()
    return named[1] if len(named) == _TWO else None
