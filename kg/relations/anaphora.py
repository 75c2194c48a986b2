"""Words that stand for a name told before (该公司, 其子公司, 该项目, 双方), as further mentions of a scene.

News keeps one firm at the front for some sentences: it opens the sentence, or the party comes to it (在甲公司展厅). A reference word stands for
that firm; where several compete, it stands for nothing. What is found is marked `anaphor`; 双方 stands for two and carries them in `data["entities"]`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.relations.beginnings import bought
from kg.relations.convened import convened
from kg.relations.employers import employ, employed, firm_of, resumes, speaker
from kg.relations.foreground import Foreground, introduced, leads, move, second
from kg.relations.guests import strangers
from kg.relations.lenders import is_fund, is_lender
from kg.relations.masthead import called_own
from kg.relations.only_named import fits, fund_begun, headed, on_sale, only_firm, only_project, only_zone
from kg.relations.openings import opening
from kg.relations.protagonist import OWN, called_here, called_so, issuer, protagonist
from kg.relations.reference_words import cues
from kg.relations.rivals import apart, aside, filled, just_named, lenders
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.sides import latter, of_two, pair_of
from kg.relations.signs import words
from kg.text import ITEM

_ASIDE = re.compile("[是为由从有叫自给对向被]原?$")  # who is named behind these opens no sentence that leaves its firm out
_HEADING = re.compile(r"[^，。；：！？\n]{0,12}(?<![称说道示讯电])：")
_PARTY = "当事人"
_TO = ("为", "给", "向", "对")
_BANK = "该行"
_NEAR_FUND = 80  # characters before 该基金 in which it is named
_WORKS = "该厂"
_TWO = 2
_NEAR = 40  # characters before a word for a project in which another one without a name is looked for
_ITEM = re.compile(rf"^\s*{ITEM}\s*")
_STARTS = re.compile(r"[。；：、！？\s]")
_KIN = re.compile("(?:及其|[与和及、的])(?:间接)?(?:控股股东|大股东|母公司|(?:全资|控股)?[子孙]公司|关联方|关联公司)")
_CLAUSE = re.compile(r"[，。；：！？“”\n]")
_AND = frozenset(("及", "和", "与", "以及", "或", "同", "跟", "、"))


def resolved(scene: Scene) -> Scene:
    """The scene with its reference words as mentions, where what they stand for is beyond doubt."""
    found = cues()["word"].finditer(scene.text)
    spans = [(m.start(), m.end()) for m in found]
    if not spans:
        return scene
    fronts = {kind: Foreground() for kind in ("Company", "Project", "Place")}
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


def _sentence(scene: Scene, sentence: Sentence, spans: list[tuple[int, int]], fronts: dict[str, Foreground], main: str | None) -> Sentence:
    refs = list(sentence.refs)
    employ(scene, refs, fronts["Company"].employers)
    if fronts["Company"].pair and _elsewhere(scene, sentence):
        fronts["Company"].pair = ()
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
            r for r in refs if r.type == kind and r.entity not in come and leads(scene, sentence, r) and not aside(scene, sentence, refs, r)
        ]
        move(scene, sentence, leading, front, main)
    if (person := speaker(scene, refs, sentence.end)) is not None:
        fronts["Company"].speaker = (sentence.paragraph, person)
    fronts["Company"].pair = pair_of(scene, refs) or ()
    return replace(sentence, refs=tuple(refs)) if len(refs) > len(sentence.refs) else sentence


def _elsewhere(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence begins to tell of a table (座谈会上，双方签约) at which the two of the one before do not sit, who were told of for something else."""
    if cues()["at_table"].match(sentence.text.lstrip()) is None:
        return False
    before = next((s for s in reversed(scene.sentences) if s.end <= sentence.start and s.text.strip()), None)
    return before is not None and before.paragraph != sentence.paragraph and cues()["table"].search(before.text) is None


def about(scene: Scene, start: int) -> tuple[str, ...]:
    """The firms that the sentence from `start` may be about where it names none, likeliest first: who opens it, or else who is at the front."""
    if "about" not in scene.read:
        hero = protagonist(scene)
        scene.read["about"] = dict(_about(scene, hero.entity if hero is not None else None))
    found: tuple[str, ...] = scene.read["about"].get(start, ())
    return found


def _about(scene: Scene, main: str | None) -> Iterator[tuple[int, tuple[str, ...]]]:
    front, works_at = Foreground(), dict[str, str]()
    for sentence in scene.sentences:
        firms = [
            r for r in sentence.refs if r.type == "Company" and leads(scene, sentence, r) and not aside(scene, sentence, sentence.refs, r)
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
        move(scene, sentence, firms, front, main)


def _stands(
    scene: Scene, sentence: Sentence, refs: list[Ref], start: int, end: int, fronts: dict[str, Foreground], main: str | None
) -> Ref | None:
    word = scene.text[start:end]
    if word.startswith("该") and word not in cues()["kind"] and word.endswith(("项目", "工程")):
        word = "该项目"  # 该文旅项目
    role = cues()["role"].get(word)
    if role is not None:
        told = [r for r in refs if r.end <= start]
        found = latter(scene, told) if role == "latter" and pair_of(scene, told) is None else None
        if role == "latter" and found is None and not told:
            found = second(sentence, fronts["Company"])
        if found is not None:
            return Ref(start, end, "Company", word, found, anaphor=True)
        return of_two(scene, pair_of(scene, told) or fronts["Company"].pair, role, start, end)
    if word in cues()["session"]:
        return convened(scene, sentence, word, start, end)
    kind = cues()["kind"].get(word, "Company")
    if word in ("企业", "公司") and (said := cues()["this_one"].search(scene.text[sentence.start : start])) is not None:
        told = [r for r in refs if r.type == kind and r.end <= sentence.start + said.start("head")]
        chosen = _nearest(scene, "这家企业", told, fronts[kind], sentence)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None else None
    before = [r for r in refs if r.type == kind and r.entity is not None and r.end <= start and not aside(scene, sentence, refs, r)]
    if not _counts(scene, sentence, refs, word, start, end):
        return None
    if kind == "Company" and word in words("anaphora")["funds"]:
        chosen = fund_begun(scene, start)
        if chosen is None:
            chosen = only_firm(scene, start, is_fund, start - _NEAR_FUND if word.startswith("该") else 0)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None and fits(scene.entities[chosen], word) else None
    if word in words("anaphora")["targets"]:
        chosen = on_sale(scene, sentence, start)
        return Ref(start, end, kind, word, chosen, anaphor=True) if chosen is not None else None
    if word == "项目" and _paid_to(scene, sentence, start, end):
        chosen = only_project(scene, start)
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
    if kind == "Company" and word not in cues()["demonstrative"] and word != "其":
        own = (called_so(scene) if word in OWN else None) or _spoken_of(scene, sentence, refs, start, front)
        if own is not None and own not in others:
            return Ref(start, end, kind, word, own, anaphor=True) if fits(scene.entities[own], word) else None
    if word in cues()["demonstrative"]:
        chosen = _nearest(scene, word, before, front, sentence) or (headed(scene, start) if kind == "Company" else None)
        if word == _BANK and (chosen is None or not fits(scene.entities[chosen], word)):
            chosen = only_firm(scene, start, is_lender)
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
    if kind == "Place" and (chosen is None or not fits(scene.entities[chosen], word)):
        chosen = only_zone(scene, word, start)
    if kind == "Project" and cues()["another_project"].search(scene.text, max(before[-1].end if before else 0, start - _NEAR), start):
        return None
    if word in words("anaphora")["groups"] and (chosen is None or not fits(scene.entities[chosen], word)):
        chosen = front.called  # 集团下设甲、乙。甲去年扩产。|集团今年签约
    if kind == "Project" and chosen is None:
        chosen = only_project(scene, start)
    if chosen is None or chosen in others or chosen == _kin_behind(scene, refs, end) or not fits(scene.entities[chosen], word):
        return None
    if word == "这家" and not just_named(scene, sentence, chosen, start):
        return None
    if word in words("anaphora")["groups"]:
        front.called = chosen
    return Ref(start, end, kind, scene.text[start:end], chosen, anaphor=True)


def _kin_behind(scene: Scene, refs: list[Ref], end: int) -> str | None:
    """The firm that is named right behind a word as kin of whom it means: 公司与控股股东|甲集团."""
    found = _KIN.match(scene.text, end)
    return next((r.entity for r in refs if found is not None and r.start == found.end()), None)


def _announced(scene: Scene, sentence: Sentence, word: str, before: list[Ref], front: Foreground, others: frozenset[str]) -> str | None:
    """公司, where no other firm is at the front, in what one firm announces."""
    told = issuer(scene) if word in OWN else None
    if told is None or told.entity in others or told.start > sentence.start or opening(scene, sentence, before):
        return None
    return told.entity if front.paragraph != sentence.paragraph or not front.firm or front.name == told.entity else None


def _spoken_of(scene: Scene, sentence: Sentence, refs: list[Ref], start: int, front: Foreground) -> str | None:
    """乙说，公司…: the firm of who speaks."""
    person = speaker(scene, refs, start)
    goes_on = person is None and front.speaker[0] == sentence.paragraph and resumes(scene, sentence)
    if goes_on and not any(r.type in ("Person", "Company") and r.end <= start for r in refs):
        person = front.speaker[1]
    return firm_of(person, front.employers)


def _counts(scene: Scene, sentence: Sentence, refs: list[Ref], word: str, start: int, end: int) -> bool:
    """Whether the characters are the word, and no part of another (子公司, 公司法)."""
    if word == _PARTY and not cues()["punished"].search(sentence.text):
        return False  # of a case before a court, it may be anybody
    if word in cues()["demonstrative"] or word == "其":
        return not cues()["other"].match(scene.text, max(start - 1, 0))
    after = scene.text[end : min(end + 8, sentence.end)]
    if cues()["never"].match(after) or cues()["other"].match(scene.text, max(start - 1, 0)):
        return False
    goes_on = cues()["goes_on"].get(word)
    clean = _ITEM.sub("", scene.text[sentence.start : start])
    if word == "项目" and _paid_to(scene, sentence, start, end):
        return True
    if goes_on is not None and not goes_on.match(after):
        return False
    left = bool(cues()["left"].search(clean)) or any(r.end == start and r.type in ("Date",) for r in refs)
    if goes_on is not None:
        left = not clean or bool(_CLAUSE.search(clean[-1])) or clean.endswith(("目前", "在", "了解", "得知", "获悉"))
    return left


def _nearest(scene: Scene, word: str, before: list[Ref], front: Foreground, sentence: Sentence) -> str | None:
    """该公司: the one firm named in this sentence before it, or else in the sentence before; a firm that the word cannot mean does not compete."""
    fitting = list(dict.fromkeys(r.entity for r in before if r.entity is not None and fits(scene.entities[r.entity], word)))
    if len(fitting) > 1 and word == _WORKS:
        fitting = [e for e in fitting if scene.entities[e].name.endswith(_WORKS[-1])] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return introduced(scene, before, opening(scene, sentence, before)) or _under(scene, before[-1])
    earlier = [e for e in front.before if fits(scene.entities[e], word)]
    if sentence.paragraph - front.paragraph > 1:
        return None
    if len(earlier) == 1:
        return earlier[0]
    if front.introduced in earlier:
        return front.introduced
    return front.name if not earlier and front.name is not None else None


def _paid_to(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether money is given to what stands here: 为项目一期提供贷款."""
    return scene.text.endswith(_TO, sentence.start, start) and cues()["funded"].match(scene.text, end, sentence.end) is not None


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


def _owner(scene: Scene, before: list[Ref], front: Foreground, sentence: Sentence, refs: list[Ref]) -> str | None:
    """其: who opens the sentence, or the only firm in it; without one, who is at the front."""
    names = list(dict.fromkeys(r.entity for r in before if r.entity is not None))
    first = opening(scene, sentence, before)
    if len(first) == 1:
        return first[0]
    if names:
        return names[0] if len(names) == 1 and not first else None
    return front.name if front.paragraph == sentence.paragraph and front.firm else None


def _goes_on(scene: Scene, sentence: Sentence, word: str, before: list[Ref], front: Foreground, main: str | None) -> str | None:
    """公司: goes on about the firm at the front; a firm that only comes up on the way does not take its place."""
    first = opening(scene, sentence, before)
    if first:
        return first[0] if len(first) == 1 else None
    names = list(dict.fromkeys(r.entity for r in before if r.entity is not None))
    near = sentence.paragraph == front.paragraph or (
        sentence.paragraph == front.paragraph + 1 and ((_starts(scene, sentence) and front.firm) or front.name == main)
    )
    if main is not None and not fits(scene.entities[main], word):
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


def _renamed(scene: Scene, sentence: Sentence, word: str, before: list[Ref], end: int) -> str | None:
    """甲收购乙80%股权，公司|更名为丙: it is 乙 that gets another name."""
    if word not in OWN or len(before) < _TWO or not cues()["renamed"].match(scene.text, end):
        return None
    one, other = before[-2:]
    clause = max((m.end() for m in _CLAUSE.finditer(scene.text, one.end, other.start)), default=one.end)
    met = bought(scene, sentence, other.start, clause)
    return other.entity if met and one.entity != other.entity else None
