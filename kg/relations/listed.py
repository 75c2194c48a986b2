"""Lists of firms or projects with a sum each, where what is told before says what the sums are: 获奖励的企业有甲（120万元）、乙（100万元）; 产值第一名甲，6亿元；第二名乙，5亿元."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.records import record
from kg.relations.grants import gives
from kg.relations.lenders import finances
from kg.relations.modality import status_of
from kg.relations.papers import grants, is_planned
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import alternatives, words
from kg.relations.sum_words import RELATIONS, cues
from kg.text import ITEM
from kg.types import Status

_TYPES = {
    "earns_amount": ("Company", "Place"),
    "invests_amount": ("Company", "Project"),
    "raises_amount": ("Company", "Project"),
}
_ORDER = r"(?:(?:排名|位居|位列|排在|排|名列)?第?[一二三四五六七八九十\d]{1,3}(?:名|位|、|[.．])?的?(?:是|为|：|:)?\s*)"
_NEXT = re.compile(
    r"(?:(?:[，,][^（）()\n]{0,12})?[）)])?(?:的?[^，；。\n]{0,4}(?:居|列|排名|排在)[^，；。\n]{0,6})?[、，；;。和与及\s]*"
    rf"(?:以及|而|其次(?:是|为)?|紧随其后的是|{_ORDER})*"
)  # between a sum and the next name
_LEAST = 2  # members of a list
_EACH = ("每家", "每户", "每个", "各", "均", "每家企业", "每家奖励", "每家补助")
_GIVEN = re.compile(r"(?:一次性|各|分别|给予|拟|再|予以)*(?:奖励|补助|补贴|资助|奖补|扶持)(?:资金)?")
_TO = re.compile(r"(?:对|给予|奖励)[^，。；\n]{0,30}$")
_AND = re.compile(r"[、，和与及\s]*(?:\d{1,3}[.、．]\s*)?")
_MARK = 6  # characters of an item's number
_ITEM = re.compile(rf"{ITEM}\s*$")


@cache
def _holds() -> re.Pattern[str]:
    """What stands between a name and its sum: 甲公司，支持资金|120万元."""
    return re.compile(
        rf"\s*(?:[（(]|，|：|:|——|以)?(?:拟|给予|获得?)?{alternatives(words('amounts')['listed']['given'])}?(?:约|近|超|为|达|：|:)?\s*"
    )


@record
class _Head:
    """What is said before a list: the words, whether another sentence holds them, and who is named there."""

    sentence: Sentence
    text: str
    refs: tuple[Ref, ...]


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("amounts")["listed"]
    return {
        "opens": re.compile(rf"(?:{alternatives(data['opens'])}|[：:，,])(?:{_ORDER}|“)*$"),
        "ranks": re.compile(alternatives(data["ranks"])),
        "other": re.compile(alternatives(data["other"])),
        "bare": re.compile(rf"(?:{alternatives(data['opens'])}|{_ORDER}|[：:，,\s])*"),
    }


def listed(scene: Scene) -> Iterator[Draft]:
    """Whose each sum of such a list is and, of money that is given, who gives it."""
    refs = [ref for sentence in scene.sentences for ref in sentence.refs]
    notice = grants(scene)
    yield from _cells(scene, notice.by if notice is not None else ())
    if notice is not None:
        yield from _each(scene, notice.by)
        yield from _given_to(scene, notice.by)
    for row in _rows(scene, refs, least=1 if notice is not None else _LEAST):
        head = _head(scene, row[0][0])
        if notice is not None and head is None and (len(row) >= _LEAST or _numbered(scene, row[0][0])):
            yield from _granted(scene, notice.by, row)
        elif head is not None and len(row) >= _LEAST:
            yield from _told(scene, head, row)


def _cells(scene: Scene, payers: Sequence[Ref]) -> Iterator[Draft]:
    """What the figures of a table are by the head of their column: 企业名称 技改投资（万元） 补助金额（万元）."""
    for sentence in scene.sentences:
        cells = [r for r in sentence.refs if r.type == "Amount" and r.data.get("head")]
        firms = [r for r in sentence.refs if r.type in _TYPES["raises_amount"] and not r.anaphor] if cells else []
        if len({r.entity for r in firms}) != 1 or firms[0].entity is None:
            continue
        for cell in cells:
            found = list(cues()["any"].finditer(cell.data["head"]))
            relation = next((r for r in RELATIONS if found[-1][r]), None) if found else None
            if relation == "raises_amount":
                yield from _granted(scene, payers, [(firms[0], cell)])
            elif relation is not None and cell.entity is not None and firms[0].type in _TYPES[relation]:
                rule, said = f"{relation}:cell", {"metric": found[-1]["metric"]}
                yield Draft(firms[0].entity, relation, cell.entity, sentence.start, sentence.end, rule, 0.8, "asserted", None, said)


def _each(scene: Scene, payers: Sequence[Ref]) -> Iterator[Draft]:
    """What each of those gets whom the next line of a notice lists: 一、新升规企业奖励（每家10万元）."""
    for head, row in pairwise(scene.sentences):
        sums = [r for r in head.refs if r.type == "Amount" and head.text[: r.start - head.start].endswith(_EACH)]
        if len(sums) != 1 or any(r.type in _TYPES["raises_amount"] for r in head.refs):
            continue
        at = row.start
        for name in row.refs:
            if name.type != "Company" or _AND.fullmatch(scene.text, at, name.start) is None:
                break
            yield from _granted(scene, payers, [(name, sums[0])])
            at = name.end


def _given_to(scene: Scene, payers: Sequence[Ref]) -> Iterator[Draft]:
    """对新认定的甲公司一次性奖励50万元, in a notice: by whoever signs it."""
    for sentence in scene.sentences:
        sums = [r for r in sentence.refs if r.type == "Amount"]
        if not sums or any(r.type == "PublicBody" for r in sentence.refs):
            continue
        for at in sums:
            names = [r for r in sentence.refs if r.type in _TYPES["raises_amount"] and r.end <= at.start]
            if names and _GIVEN.fullmatch(scene.text, names[-1].end, at.start) and _TO.search(scene.text, sentence.start, names[-1].start):
                yield from _granted(scene, payers, [(names[-1], at)])


def _numbered(scene: Scene, name: Ref) -> bool:
    """Whether a name stands behind the number of an item."""
    return _ITEM.search(scene.text, max(name.start - _MARK, 0), name.start) is not None


def _granted(scene: Scene, payers: Sequence[Ref], row: Sequence[tuple[Ref, Ref]]) -> Iterator[Draft]:
    """The firms of a notice that gives money to those whom it lists (关于拟补助企业的公示), under whatever headings they stand."""
    told: Status = "planned" if is_planned(scene) else "asserted"
    for name, at in row:
        if name.entity is None or at.entity is None or name.type not in _TYPES["raises_amount"] or finances(name):
            continue
        sentences = scene.between(min(name.start, at.start), max(name.end, at.end))
        start, end, said = sentences[0].start, sentences[-1].end, {"amount": str(at.data.get("text") or at.text)}
        yield Draft(name.entity, "raises_amount", at.entity, start, end, "raises_amount:listed", 0.85, told)
        for by in payers:
            yield Draft(by.entity or "", "funded", name.entity, start, end, "funded:listed", 0.8, told, None, said)


def _rows(scene: Scene, refs: Sequence[Ref], *, least: int) -> Iterator[list[tuple[Ref, Ref]]]:
    """Names of one type with a sum behind each, one after the other; so many at least."""
    row: list[tuple[Ref, Ref]] = []
    for name, at in pairwise(refs):
        if at.type != "Amount" or name.entity is None or _holds().fullmatch(scene.text, name.end, at.start) is None:
            continue
        if row and (row[-1][0].type != name.type or _NEXT.fullmatch(scene.text, row[-1][1].end, name.start) is None):
            yield from [row] if len(row) >= least else []
            row = []
        row.append((name, at))
    yield from [row] if len(row) >= least else []


def _head(scene: Scene, first: Ref) -> _Head | None:
    """What stands before a list in its sentence or, where that is only 其中 or 第一名, the sentence before."""
    number = next(i for i, s in enumerate(scene.sentences) if s.start <= first.start < s.end)
    sentence = scene.sentences[number]
    text = sentence.text[: first.start - sentence.start]
    if _cues()["bare"].fullmatch(text) is None:
        inside = tuple(r for r in sentence.refs if r.end <= first.start)
        return _Head(sentence, text, inside) if _cues()["opens"].search(text) else None
    before = scene.sentences[number - 1] if number else None
    if before is None or not (before.text.rstrip().endswith(("：", ":")) or _cues()["ranks"].search(before.text)):
        return None
    return _Head(before, before.text, before.refs)


def _told(scene: Scene, head: _Head, row: Sequence[tuple[Ref, Ref]]) -> Iterator[Draft]:
    found = list(cues()["any"].finditer(head.text))
    if not found or _cues()["other"].search(head.text) or cues()["skip"].search(head.text.replace("奖金", "")):
        return
    relation = next(r for r in RELATIONS if found[-1][r])
    payers = [r for r in head.refs if gives(scene, r)] if relation == "raises_amount" else []
    acts = [r for r in head.refs if r.type in ("Company", "Project") and r not in payers]
    if row[0][0].type not in _TYPES[relation] or acts:
        return  # the customers of a firm, what it has bought
    planned = cues()["later"].search(head.text) is not None
    told = "planned" if planned else status_of(head.text, found[-1].start(), found[-1].end())
    dates = [str(r.data["value"]) for r in head.refs if r.type == "Date" and r.data.get("value")]
    said = {"metric": found[-1]["metric"], "period": dates[-1] if dates and relation != "raises_amount" else ""}
    for name, at in row:
        if name.entity is None or at.entity is None or (relation == "raises_amount" and finances(name)):
            continue
        end = max(s.end for s in scene.between(at.start, at.end))
        yield Draft(name.entity, relation, at.entity, head.sentence.start, end, f"{relation}:listed", 0.85, told, None, said)
        for by in payers if len(payers) == 1 else ():
            amount = {"amount": at.text}
            yield Draft(by.entity or "", "funded", name.entity, head.sentence.start, end, "funded:listed", 0.8, told, None, amount)
