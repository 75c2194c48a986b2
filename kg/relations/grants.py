"""Money that a body or a bank gives where payer, receiver and sum stand apart: 县财政兑现补贴80万元; 由市财政局拨付; 其中甲80万元、乙50万元.

Where a clause tells who gives and not to whom, it is the one firm of the sentence, or the one that the paragraph or the article is about.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg.records import record
from kg.relations.clauses import Clause
from kg.relations.lenders import lends
from kg.relations.modality import status_of
from kg.relations.protagonist import protagonist
from kg.relations.scene import Draft, Ref, Scene
from kg.relations.signs import ANY, SIGN, SIGNS, alternatives, among, words
from kg.types import Status

_AMOUNT = SIGNS["Amount"]
_GIVERS = SIGNS["PublicBody"] + SIGNS["Company"] + SIGNS["Organization"]
_GETTERS = SIGNS["Company"] + SIGNS["Project"]
_TYPES = ("Company", "Project")
_PARTS = (*_TYPES, "Organization")  # who may get a part of a programme
_CLEARLY = 1.5  # how many times as often as the next firm
_ROW = "(?:[、和与及]|以及)"
_UNNAMED = re.compile(r"(?:由|扣除|除了?|与|和|向|从|被|及|在|跟|同)$")  # a firm that a sentence only speaks of on the way


def row_of(signs: str, group: str) -> str:
    """The pattern of one or more mentions of some types in a row, as a group."""
    return rf"(?P<{group}>[{signs}](?:{_ROW}[{signs}])*)"


@record
class _Programme:
    """A fund told of in a sentence, from which some get their parts."""

    sentence: int
    paragraph: int
    payer: Ref | None
    metric: str


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("grants")
    plain = f"[^，；：{_GIVERS}{_GETTERS}{_AMOUNT}]"
    gives, hands, funds, gets = (alternatives(data[key]) for key in ("gives", "hands", "funds", "gets"))
    what = rf"(?P<what>{plain}{{0,14}}?)(?P<sum>{_AMOUNT}(?:{_ROW}{_AMOUNT})*)(?P<after>的?[^，；{ANY[1:-1]}]{{0,12}})"
    by = rf"(?P<by>[{_GIVERS}](?:{_ROW}[{_GIVERS}])*)"
    parts = _GETTERS + SIGNS["Organization"]
    early = f"{SIGNS['Date']}|已|又|还|先后|刚|陆续|曾|也|再"
    row = rf"[{parts}](?:{_ROW}[{parts}])*"
    pair = (
        rf"(?:[^，；：{ANY[1:-1]}]{{0,8}}的|{SIGNS['Place']}的?|{SIGNS['Company']}旗下的?)?{row}(?:等[^，；：{ANY[1:-1]}]{{0,8}}|[两三四五]家[^，；：{ANY[1:-1]}]{{0,6}})?"
        rf"(?:分别|各|则|也|因此|单笔|最高|{SIGNS['Date']})*(?:{gets}|{alternatives(data['gets_part'])}|为)?了?(?:其中)?的?{_AMOUNT}(?:{_ROW}{_AMOUNT})*"
    )
    return {
        "gives": re.compile(rf"{by}(?P<mid>{plain}{{0,24}}?)(?P<verb>{gives})了?{what}"),
        "hands": re.compile(rf"{by}(?P<mid>{plain}{{0,24}}?)(?P<verb>{hands})了?{what}"),
        "into_account": re.compile(
            rf"{by}(?P<mid>{plain}{{0,24}}?)(?:将|把)(?P<sum>{_AMOUNT})(?P<what>的?[^，；：{ANY[1:-1]}]{{0,14}}?)(?P<verb>{alternatives(data['pays'])}|划拨|打|汇|下达)"
            rf"(?:到|至|进|入|给)了?(?P<after>{alternatives(data['pointed'])}|企业|公司)"
        ),
        # 甲银行的300万元贷款就发放到位
        "arrived": re.compile(
            rf"{by}的(?P<mid>)(?P<sum>{_AMOUNT})(?P<verb>)(?P<what>[^，；：{ANY[1:-1]}]{{0,12}}?{funds})(?:就|已|便|也|很快|及时|顺利|全部|成功|迅速)*"
            rf"(?P<after>{alternatives(data['arrived'])})"
        ),
        # 甲银行投放2亿元贷款，|支持乙项目建设
        "supports": re.compile(
            rf"^(?:全力|专项|共同|重点|有力|主要|定向|全部|专门)*(?:用于|支持|助力|保障|投向)了?(?:{SIGNS['Place']}的?)?(?P<to>[{_GETTERS}])(?![、和与及等]|的?[^，；]{{0,6}}(?:企业|农户|职工|员工))"
        ),
        "invests": re.compile(
            rf"{by}(?P<mid>{plain}{{0,16}}?)(?P<verb>{alternatives(data['invests'])})了?(?P<sum>{_AMOUNT})(?:现金)?(?:入股)?$"
        ),
        "spread": re.compile("(?:惠及|涉及|覆盖|支持|用于|共|分)"),
        "elsewhere": re.compile(f"(?:向|给(?!予|了)|对|为)(?!{alternatives(data['meant'])}|此)"),
        "front": re.compile(rf"(?:加上|连同|再加上|还有)?|(?:.*(?:[^从向获到得]|[来]自))?|(?:{early})*(?:从|向|获得?|收到|拿到|得到|领到)"),
        "act": re.compile(f"授予|(?:将|把|对|向)(?!{alternatives(data['meant'])}|{ANY})"),
        "holds": re.compile(rf"^{alternatives(data['holds'])}"),
        "eases": re.compile(
            rf"(?P<by>[{_GIVERS}]){plain}{{0,10}}(?:贴息|贴费|补贴)(?:[^，；{ANY[1:-1]}]{{0,4}}(?:一半|[一二三四五六七八九]成|[\d.]+%|百分之[^，；]{{1,4}}|[三两]年))?$"
        ),
        "got": re.compile(rf"(?P<to>[{_GETTERS}])[^，；{ANY[1:-1]}]{{0,6}}?{gets}了?(?P<sum>{_AMOUNT})$"),
        "funds": re.compile(rf"[^，；的了{ANY[1:-1]}“”]{{0,6}}{funds}+"),
        "leads_fund": re.compile(rf"^.*{alternatives(data['leads_fund'])}(?=.)"),
        "behind": re.compile(
            rf"(?:由(?P<by>[{_GIVERS}]){plain}{{0,8}}?{alternatives(data['pays'])}|{alternatives(data['source'])}(?P<from>[{_GIVERS}]))"
        ),
        "told": re.compile(
            rf"(?:{funds}[^，；{ANY[1:-1]}]{{0,4}}(?P<sum>{_AMOUNT})|(?P<sum2>{_AMOUNT})的?[^，；{ANY[1:-1]}]{{0,12}}{funds})(?:已|均|全部)?$"
        ),
        "out_of": re.compile(
            rf"(?P<sum>{_AMOUNT})来自(?P<by>[{_GIVERS}])的?(?P<what>[^，；{ANY[1:-1]}]{{0,8}}{funds})"
            rf"|来自(?P<by2>[{_GIVERS}])的?(?P<sum2>{_AMOUNT})的?(?P<what2>[^，；{ANY[1:-1]}]{{0,8}}{funds})"
        ),
        "opens": re.compile(rf"(?:(?P<by>[{_GIVERS}])[^，；{_GIVERS}]{{0,30}})?{alternatives(data['programme'])}[^，；]{{0,24}}"),
        "pairs": re.compile(rf"^(?P<of>其中)?(?:{SIGNS['Date']})?(?P<pairs>{pair}(?:(?:[、和]|以及){pair})*)$"),
        "signs_else": re.compile(
            rf"[与和同](?:[^，；：{ANY[1:-1]}]|[{SIGNS['Place'] + SIGNS['Organization'] + SIGNS['PublicBody']}]){{1,16}}签"
        ),
        "got_it": re.compile(rf"[{parts}]?[^，；{ANY[1:-1]}]{{0,4}}{gets}"),
        "alone": re.compile(rf"(?:{SIGNS['Date']}|因此|也|共|已|就|先后|分别|各自?|均|都|每家)*{gets}了?{_AMOUNT}"),
        "each": re.compile("分别|[各均都]|每家"),
        "from": re.compile(rf"^(?:{early})*(?:获得|获|收到|拿到|得到|争取到|申请到)了?(?:来自)?{by}的?(?P<mid>)(?P<verb>){what}"),
        "borrows": re.compile(
            rf"^(?:{early})*(?:向|从|借了){by}(?P<mid>{plain}{{0,6}}?)"
            rf"(?P<verb>信用借款|借款|贷款|续贷|贷到|贷了|借了|借到|贷出|借|贷|申请到|拿到|获得)(?:了|的)?{what}"
        ),
        "pair": re.compile(pair),
        "gets": re.compile(gets),
        "borne": re.compile(alternatives(data["borne"])),
        "another": re.compile(alternatives(data["another"])),
        "vouches": re.compile(alternatives(data["vouches"])),
        "helps": re.compile(alternatives(data["helps"])),
        "plainly": re.compile(
            rf"的?(?:{alternatives(data['meant'])})?(?:“[^“”]{{1,12}}”|{alternatives(data['counted'])}|{SIGNS['Date']})*(?:[^，；{ANY[1:-1]}]{{0,12}}{funds}[”’]?{alternatives(data['counted'])}?)?了?"
        ),
        "many": re.compile(data["many"]),
        "pointed": re.compile(f"[向给为对]{alternatives(data['pointed'])}"),
        "meant": re.compile(rf"(?:[向给为对]|拨给|贷给|批给|补了){alternatives(data['meant'])}"),
    }


def granted(scene: Scene, told: Sequence[Clause], raised: Sequence[Draft]) -> Iterator[Draft]:
    """Who gives what to whom, over the clauses of an article; `raised` are the sums that were told with whoever got them."""
    programme: _Programme | None = None
    got = list(raised)
    for number, clause in enumerate(told):
        if programme is not None and (not _goes_on(programme, clause) or _cues()["borne"].search(clause.text)):
            programme = None
        if _AMOUNT in clause.text:
            found = (
                (parts := list(_parts(scene, clause, programme)))
                or list(_given(scene, told, number, raised))
                or list(_paid(scene, told, number, got))
                or list(_backed(scene, told, number))
                or list(_out_of(clause, programme, raised))
            )
        else:
            parts = []
            found = list(_paid(scene, told, number, got))  # of a sum that the clauses before have told
        got += [draft for draft in found if draft.relation == "raises_amount"]
        yield from found
        opened = None if parts else _programme(scene, clause)
        if opened is not None and not (opened.payer is None and programme is not None and _cues()["got_it"].match(clause.text)):
            programme = opened


def _goes_on(programme: _Programme, clause: Clause) -> bool:
    """Whether a passage still tells of a programme; of prizes the next paragraph does, of other money none."""
    behind = clause.sentence.paragraph - programme.paragraph
    return behind == 0 or (behind == 1 and "奖" in programme.metric)


def _given(scene: Scene, told: Sequence[Clause], number: int, raised: Sequence[Draft]) -> Iterator[Draft]:
    """县财政兑现补贴80万元; 甲银行给它批了300万元贷款, 为其提供授信，用于扩产: one firm, whatever the money is for."""
    clause = told[number]
    text, refs = _whole(clause)
    found = [
        m
        for m in (_cues()[name].search(text) for name in ("into_account", "arrived", "borrows", "from", "gives", "hands"))
        if m is not None
    ]
    m = next((m for m in found if _cues()["plainly"].fullmatch(m["what"]) is not None), None)
    pointed = m is not None and _cues()["pointed"].search(m["mid"]) is not None
    supported = _supported(told, number) if m is not None else None
    if m is None or _many(told, number, text[: m.end()], pointed or supported is not None):
        return
    if (
        _cues()["helps"].search(m["mid"])
        or _cues()["elsewhere"].search(m["mid"] + m["what"])
        or not (m.start() == 0 or _cues()["front"].fullmatch(text[: m.start("by")]))
    ):
        return
    if not pointed and _cues()["signs_else"].search(_beside(told, number, -1)):
        return  # 甲银行与青石村签约，授信2000万元: of the other side, whoever the story is about
    if not clause.own and _cues()["act"].search(_beside(told, number, -1)):
        return  # 省厅授予乙称号，奖补80万元
    if m["what"].startswith("的") and not text[: m.start("by")].endswith(("加上", "连同", "还有")):
        return  # 民政局通报，去年下拨的3亿元救灾款已到位: whoever got it
    payers = [by for by in _among(text, refs, m, "by") if gives(scene, by)]
    fund = next((f for f in map(_cues()["funds"].search, (m["what"], m["after"], m["verb"])) if f is not None), None)
    if not payers or (fund is None and any(by.type == "PublicBody" for by in payers)):
        return
    sums = _among(text, refs, m, "sum")
    to = supported if supported is not None and not pointed else meant(scene, told, number, payers[0].start)
    to = to or (_gets(scene, clause, sums, raised) if pointed else None)
    if to is None:
        return
    metric = fund[0].strip("的了") if fund is not None else "贷款"
    told_as = status_of(text, m.start("by"), m.end("verb"))
    for order, at in enumerate(sums):
        of = [payers[order]] if len(payers) == len(sums) else payers
        yield from drafts(clause, of, to, at, metric, told_as, "silent")


def _supported(told: Sequence[Clause], number: int) -> Ref | None:
    """The firm or project that the clause behind says the money is for: 甲银行投放2亿元贷款，|支持乙项目建设."""
    m = _cues()["supports"].match(_beside(told, number, 1))
    return told[number + 1].ref_at(m.start("to")) if m is not None else None


def _whole(clause: Clause) -> tuple[str, tuple[Ref, ...]]:
    """The clause, with the one subject that it goes on with in front."""
    if clause.own or len(clause.subjects) != 1 or clause.subjects[0] in clause.refs:
        return clause.text, clause.refs
    return SIGNS[clause.subjects[0].type] + clause.text, (clause.subjects[0], *clause.refs)


def _gets(scene: Scene, clause: Clause, sums: Sequence[Ref], raised: Sequence[Draft]) -> Ref | None:
    """The one firm of the sentence, or of those before it, of which the sums are told: 甲银行与乙公司签约，甲银行将为其提供2亿元授信."""
    told = {draft.subject for draft in raised if draft.start == clause.sentence.start and draft.object in {at.entity for at in sums}}
    named = [r for sentence in scene.sentences if sentence.start <= clause.start for r in _firms(scene, sentence.refs) if r.entity in told]
    return named[-1] if len(told) == 1 and named else None


def _many(told: Sequence[Clause], number: int, text: str, pointed: bool = False) -> bool:
    """Whether a sum is for many, or for people; where it is for one (为其), what it is used for tells of no others."""
    before, behind = _beside(told, number, -1), _beside(told, number, 1)
    return _cues()["many"].search(before + "，" + text) is not None or (not pointed and _cues()["spread"].match(behind) is not None)


def _beside(told: Sequence[Clause], number: int, step: int) -> str:
    """The text of the clause before or behind in the sentence."""
    other = number + step
    return told[other].text if 0 <= other < len(told) and told[other].sentence is told[number].sentence else ""


def gives(scene: Scene, ref: Ref) -> bool:
    """Whether what stands here gives money by its trade: a body or a bank."""
    return ref.entity is not None and (ref.type == "PublicBody" or lends(scene, ref))


def _paid(scene: Scene, told: Sequence[Clause], number: int, got: Sequence[Draft]) -> Iterator[Draft]:
    """补贴80万元由县财政拨付; 获补贴80万元，资金来自县财政; 市财政贴息一半."""
    clause = told[number]
    text, sentence = clause.text, clause.sentence
    m = _cues()["out_of"].search(text)
    if m is not None:
        by, at = _among(text, clause.refs, m, "by" if m["by"] else "by2")[0], _among(text, clause.refs, m, "sum" if m["sum"] else "sum2")[0]
        to = meant(scene, told, number, by.start) if gives(scene, by) else None
        if to is not None:
            yield from drafts(clause, [by], to, at, m["what"] or m["what2"], status_of(text, m.start(), m.end()), "source")
        return
    m = _cues()["behind"].search(text) or _cues()["eases"].search(text)
    payer = _among(text, clause.refs, m, next(name for name, caught in m.groupdict().items() if caught))[0] if m is not None else None
    if m is None or payer is None or not gives(scene, payer):
        return
    by = payer
    before, same = text[: m.start()], number > 0 and told[number - 1].sentence is sentence
    here = [draft for draft in got if draft.start == sentence.start]
    direct = _cues()["told"].search(before)
    gets = _cues()["got"].search(told[number - 1].text) if same else None
    if direct is not None and not _many(told, number, before):
        at = _among(text, clause.refs, direct, "sum" if direct["sum"] else "sum2")[0]
        here = [draft for draft in here if draft.object == at.entity]
        to = meant(scene, told, number, by.start)
        if not here and to is not None:
            fund = _cues()["funds"].search(SIGN.sub("", before))
            yield from drafts(clause, [by], to, at, fund[0] if fund else "", status_of(text, 0, m.end()), "paid-by")
            return
    elif not here and gets is not None:
        last = told[number - 1]
        to, at = _among(last.text, last.refs, gets, "to")[-1], _among(last.text, last.refs, gets, "sum")[0]
        if not lends(scene, to):
            yield from drafts(
                clause, [by], to, at, "贷款" if by.type == "Company" else "补助", status_of(last.text, 0, gets.end()), "paid-by"
            )
        return
    sums = {draft.object for draft in here[-1:]}
    for draft in here:
        amount = next((r for r in sentence.refs if r.entity == draft.object and r.start < by.start), None)
        if amount is not None and draft.object in sums and by.entity is not None:
            start, end, told_as = sentence.start, sentence.end, draft.status
            yield Draft(by.entity, "funded", draft.subject, start, end, "funded:paid-by", 0.85, told_as, None, {"amount": amount.text})


def _backed(scene: Scene, told: Sequence[Clause], number: int) -> Iterator[Draft]:
    """甲资本投了500万元，占股8%: whom the paragraph is about gets it."""
    clause = told[number]
    text, refs = _whole(clause)
    m = _cues()["invests"].search(text)
    led = m is not None and text[: m.start("by")].endswith(("向", "对", "给", "为", "与", "和"))  # 向乙投资: it gets
    if m is None or led or not _cues()["holds"].match(_beside(told, number, 1)):
        return
    by, at = _among(text, refs, m, "by")[-1], _among(text, refs, m, "sum")[0]
    to = meant(scene, told, number, by.start)
    if to is not None and to.type == "Company" and to.entity != by.entity and to.entity and by.entity:
        told_as = status_of(text, m.start("by"), m.end("verb"))
        yield from drafts(clause, [], to, at, m["verb"], told_as, "backed")
        start, end = clause.sentence.start, clause.sentence.end
        yield Draft(by.entity, "invested_in", to.entity, start, end, "invested_in:backed", 0.75, told_as, None, {"amount": at.text})


def _programme(scene: Scene, clause: Clause) -> _Programme | None:
    m = _cues()["opens"].search(clause.text)
    fund = _cues()["funds"].search(clause.text) if m is not None else None
    if m is None or fund is None:
        return None
    payer = clause.ref_at(m.start("by")) if m["by"] else None
    if payer is None and not clause.own and len(clause.subjects) == 1:
        payer = clause.subjects[0]
    if payer is not None and not (payer.type == "PublicBody" or lends(scene, payer)):
        payer = None
    return _Programme(clause.sentence.start, clause.sentence.paragraph, payer, _cues()["leads_fund"].sub("", fund[0]))


def _parts(scene: Scene, clause: Clause, programme: _Programme | None) -> Iterator[Draft]:
    """其中甲80万元、乙50万元."""
    if programme is None:
        return
    m = _cues()["pairs"].match(clause.text)
    if m is None:
        yield from _part(scene, clause, programme)
        return
    gets = _cues()["gets"].search(clause.text) is not None
    before = clause.sentence.text[: clause.start - clause.sentence.start]
    if not (gets or m["of"] or "其中" in before):
        return
    if clause.sentence.start != programme.sentence and not gets:
        return
    for pair in _cues()["pair"].finditer(m["pairs"]):
        refs = clause.refs_in(m.start("pairs") + pair.start(), m.start("pairs") + pair.end())
        to, sums = [r for r in refs if r.type in _PARTS and not lends(scene, r)], [r for r in refs if r.type == "Amount"]
        if "旗下" in pair[0]:
            to = to[-1:]
        if len(sums) > 1 and len(sums) != len(to):
            continue
        for order, ref in enumerate(to):
            at = sums[order] if len(sums) > 1 else sums[0]
            if ref.entity is not None and at.entity is not None:
                yield from drafts(
                    clause,
                    [programme.payer] if programme.payer is not None else [],
                    ref,
                    at,
                    programme.metric,
                    status_of(clause.text, 0, m.end()),
                    "part",
                )


def _part(scene: Scene, clause: Clause, programme: _Programme) -> Iterator[Draft]:
    """甲是第一家申领的企业，拿到80万元; 甲、乙因获批实验室，各得100万元."""
    if _cues()["alone"].fullmatch(clause.text) is None or clause.own:
        return
    if len(clause.subjects) != 1 and not _cues()["each"].search(clause.text):
        return
    at, payers = clause.refs[-1], [programme.payer] if programme.payer is not None else []
    for to in clause.subjects:
        if to.type in _PARTS and not lends(scene, to):
            yield from drafts(clause, payers, to, at, programme.metric, status_of(clause.text, 0, len(clause.text)), "part")


def _out_of(clause: Clause, programme: _Programme | None, got: Sequence[Draft]) -> Iterator[Draft]:
    """市科技局公布奖补结果，…。甲获奖补80万元: what is got while the passage tells of one programme."""
    payer = programme.payer if programme is not None else None
    if programme is None or payer is None or payer.entity is None or any(r.type == "PublicBody" for r in clause.refs):
        return
    here = {r.entity: r.text for r in clause.refs if r.type == "Amount"}
    for draft in got:
        told = (
            draft.rule == "raises_amount:got"
            and (clause.sentence.paragraph == programme.paragraph or "奖" in draft.qualifiers.get("metric", ""))
            and draft.start == clause.sentence.start
            and draft.object in here
        )
        if told and _loan(draft.qualifiers.get("metric", "")) == _loan(programme.metric):
            rest = (draft.start, draft.end, "funded:part", 0.8, draft.status, None, {"amount": here[draft.object]})
            yield Draft(payer.entity, "funded", draft.subject, *rest)


def _loan(metric: str) -> bool:
    return any(word in metric for word in ("贷", "授信", "融资", "借"))


def drafts(clause: Clause, payers: Sequence[Ref], to: Ref, at: Ref, metric: str, status: Status, rule: str) -> Iterator[Draft]:
    """That the money is got and, where it is known who paid, that it is given."""
    if to.entity is None or at.entity is None:
        return
    start, end = clause.sentence.start, clause.sentence.end
    told: Status = "asserted" if status == "former" else status
    if to.type in _TYPES:
        yield Draft(to.entity, "raises_amount", at.entity, start, end, f"raises_amount:{rule}", 0.8, told, None, {"metric": metric})
    for by in payers:
        if by.entity is not None:
            yield Draft(by.entity, "funded", to.entity, start, end, f"funded:{rule}", 0.8, told, None, {"amount": at.text})


def meant(scene: Scene, told: Sequence[Clause], number: int, at: int) -> Ref | None:
    """The firm or project that a clause speaks of at `at` without a name: the one of the sentence, or the one that the paragraph or the article is about."""
    clause = told[number]
    sentence = clause.sentence
    if _cues()["another"].search(sentence.text[: at - sentence.start]):
        return None
    before = _firms(scene, [r for r in sentence.refs if r.end <= at])
    here = [r for r in before if not _on_the_way(sentence.text[: r.start - sentence.start])]
    if len({r.entity for r in here}) == 1:
        return here[-1]
    if here:
        heads = _firms(scene, next((c.subjects for c in told if c.sentence is sentence and c.own and _firms(scene, c.subjects)), ()))
        return heads[0] if len({r.entity for r in heads}) == 1 and heads[0].start < at else None
    passage = [c for c in told[:number] if c.sentence.paragraph == sentence.paragraph and c.sentence is not sentence]
    named = {r.entity for c in passage for r in _firms(scene, c.refs)}
    topic = next((firms for c in reversed(passage) if (firms := _firms(scene, c.subjects))), [])
    main = _main(scene)
    if len({r.entity for r in topic}) == 1:
        return topic[0] if named <= {topic[0].entity} or (main is not None and main.entity == topic[0].entity) else None
    told_of = main is not None and main.start < at and named <= {main.entity} and main.entity not in {r.entity for r in before}
    return main if told_of else None


def _main(scene: Scene) -> Ref | None:
    """The firm that the article is about, or else names first and clearly more often than any other; banks do not count."""
    hero = protagonist(scene)
    if hero is not None and not lends(scene, hero):
        return hero
    found = [r for sentence in scene.sentences for r in _firms(scene, sentence.refs) if r.type == "Company"]
    count = Counter(r.entity for r in found)
    first = {r.entity: r for r in reversed(found)}
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < max(2, _CLEARLY * ranked[1][1])):
        return None
    return first[ranked[0][0]] if ranked[0][0] == found[0].entity else None


def _on_the_way(before: str) -> bool:
    return _UNNAMED.search(before) is not None


def _firms(scene: Scene, refs: Sequence[Ref]) -> list[Ref]:
    return [r for r in refs if r.type in _TYPES and r.entity is not None and not lends(scene, r) and not _cues()["vouches"].search(r.text)]


def _among(text: str, refs: Sequence[Ref], m: re.Match[str], group: str) -> list[Ref]:
    """The mentions that a group of a match caught."""
    return list(among(text, refs, *m.span(group)))
