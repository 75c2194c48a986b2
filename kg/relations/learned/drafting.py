"""From a pair of names and a relation to a draft: its evidence, status, date, post and metric."""

import re
from functools import cache

from kg.relations.bracketed import converted_from
from kg.relations.clauses import Clause, clauses
from kg.relations.days import story_day
from kg.relations.learned.reading import Pair
from kg.relations.learned.views import View
from kg.relations.lines import last_date
from kg.relations.modality import status_of
from kg.relations.roles import heads, of_village
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import SIGN, alternatives, words
from kg.relations.sum_times import period
from kg.relations.sum_words import RELATIONS
from kg.relations.sums import sums
from kg.types import Status

_PART = re.compile(
    "(?!.*(?:[和与及、的是任为由了前原称说过未]|担任|出任|发布|公告|宣布|介绍|聘|提名|包括|负责|股东|旗下|著名))[\u4e00-\u9fff]{1,6}"
)
_GONE = re.compile("[^，。；]{0,6}(?:不再担任|不再兼任|辞去|卸任|离任)")
_YEAR = 4  # characters of a date that is but a year
_SURE = 0.9  # of a view that needs no title
_LASTING = ("holds_position", "owns", "partner_of", "supplies", "located_in", "undertakes")  # what may be over
_IN_STORIES = ("visited", "accompanied", "met_with", "attended", "hosted", "signed_with")
_TIMELESS = ("owns", "located_in", "holds_position", *RELATIONS)  # what has no day of its own, or has it as its period


def draft_of(scene: Scene, view: View, confidence: float) -> Draft | None:
    """The statement that a view makes; None for a post without a title, unless a sure view reads a noun of work in its place (甲公司质检员乙) or none (甲公司的乙).

    The evidence are the sentences from the one name to the other.
    """
    relation, pair, (subject, obj) = view.relation, view.pair, view.ends
    sentence = scene.sentences[pair.sentence]
    if subject.entity is None or obj.entity is None:
        return None
    clause = next((c for c in clauses(scene, spoken=True) if c.start <= pair.second.start < c.end), None)
    qualifiers: dict[str, str] = {}
    where = obj.entity
    told = obj if relation in RELATIONS else pair.second if relation == "holds_position" and pair.second.type == "Person" else None
    status = _status(relation, clause, told)
    if relation == "holds_position":
        title = _title(sentence, pair) or (_worker(scene, sentence, pair) if view.chance >= _SURE else None)
        if title is None and not (view.chance >= _SURE and _of_house(scene, sentence, pair)):
            return None
        if title is not None and obj.type == "PublicBody" and heads(title.text, "never_public"):
            return None  # 监管局对公司、时任董事长甲: of the firm
        if title is not None and obj.type in ("Company", "Organization") and of_village(title.text):
            return None  # 甲公司落户，村党支部书记乙: of the village
        if title is not None and title.entity not in (None, obj.entity) and obj.type != "Place":
            return None  # 甲公司与副市长乙签约: of the government
        if title is not None:
            status = _over(scene, sentence, pair, title) or status
            if heads(title.text, "control"):  # learned as a post: who is the 实际控制人 of a firm owns it
                if obj.type != "Company":
                    return None
                relation = "owns"
            else:
                qualifiers = {"title": _whole(scene, sentence, pair, title)}
            if obj.type == "Place" and title.entity is not None:  # 肥东县|县长: of its government
                where = title.entity
    elif relation in RELATIONS:
        qualifiers = _metric(scene, relation, obj)
    return Draft(
        subject.entity,
        relation,
        where,
        scene.sentences[pair.sentence - pair.gap].start,
        sentence.end,
        f"{relation}:learned",
        confidence,
        status,
        None if relation in _TIMELESS else _day(scene, relation, sentence, clause, (subject.entity, obj.entity)),
        qualifiers,
    )


def controls(scene: Scene, draft: Draft) -> bool:
    """Whether a person is told to own a firm as who controls it, which the networks learned as a post: 甲公司实际控制人乙."""
    if draft.relation != "owns":
        return False
    names = tuple(words("holds_position")["control"])
    refs = (ref for sentence in scene.between(draft.start, draft.end) for ref in sentence.refs if draft.subject in ref.names)
    return any(ref.type == "Person" and scene.text.endswith(names, draft.start, ref.start) for ref in refs)


def _status(relation: str, clause: Clause | None, last: Ref | None = None) -> Status:
    """What is meant of an event is never over: 曾处罚 happened. What is said behind a sum or a holder (`last`) is of other things.

    年销售额达3亿元的药将停产; 甲公司总裁乙曾建议.
    """
    signs = zip(SIGN.finditer(clause.text), clause.refs, strict=True) if clause is not None else ()
    end = next((sign.end() for sign, ref in signs if last is not None and ref.start == last.start), None)
    status: Status = status_of(clause.text, 0, end or len(clause.text)) if clause is not None else "asserted"
    lasting = relation in _LASTING
    return "asserted" if status == "former" and not lasting else status


def _day(scene: Scene, relation: str, sentence: Sentence, clause: Clause | None, ends: tuple[str, str]) -> str | None:
    """The day that the sentence names up to there; of what happens in a story, else the day that the story tells of."""
    day = last_date(sentence, clause.end if clause is not None else sentence.end)
    if (day is None or len(day) == _YEAR) and clause is not None and relation in _IN_STORIES:  # 来到2023年重点项目企业: no day of the visit
        lead = ends[1] if relation == "accompanied" else ends[0]
        day = story_day(scene, clause, lead, ends[1] if relation in ("attended", "hosted") else None) or day
    return day


def _title(sentence: Sentence, pair: Pair) -> Ref | None:
    """The post between the two names, or else right behind the second (甲当选乙公司董事长)."""
    refs = [ref for ref in sentence.refs if ref.type == "Title"]
    between = [ref for ref in refs if pair.first.end <= ref.start < pair.second.start]
    behind = [ref for ref in refs if ref.start == pair.second.end]
    return behind[0] if pair.second.type != "Person" and behind else between[0] if between and pair.second.type == "Person" else None


def _worker(scene: Scene, sentence: Sentence, pair: Pair) -> Ref | None:
    """The noun that stands alone between a body and a name, as what somebody works as: 甲公司|质检员|乙."""
    start, end = pair.first.end, pair.second.start
    said = scene.text[start:end] if pair.second.type == "Person" and start < end and not pair.gap else ""
    m = _worker_noun().fullmatch(said)
    if (
        m is None
        or m["post"].endswith(tuple(words("holds_position")["no_workers"]))
        or any(start <= ref.start < end for ref in sentence.refs)
    ):
        return None
    return Ref(start + m.start("post"), end, "Title", m["post"], None)


def _of_house(scene: Scene, sentence: Sentence, pair: Pair) -> bool:
    """Whether a name stands right behind a house and 的, as one of its people: 甲公司的乙; not 离开甲公司的乙, not where a post follows that tells it better."""
    if pair.gap or pair.first.type == "Place" or pair.second.type != "Person" or pair.first.anaphor:
        return False
    if scene.text.endswith(tuple(words("holds_position")["leaves"]), sentence.start, pair.first.start):
        return False
    return scene.text[pair.first.end : pair.second.start] == "的" and not any(
        ref.type == "Title" and ref.start == pair.second.end for ref in sentence.refs
    )


@cache
def _worker_noun() -> re.Pattern[str]:
    data = words("holds_position")
    marks = alternatives(data["former_marks"])
    return re.compile(f"(?:{marks})?的?(?P<post>(?:(?![名位和与及、])[\u4e00-\u9fff]){{0,5}}{alternatives(data['workers'])})")


def _whole(scene: Scene, sentence: Sentence, pair: Pair, title: Ref) -> str:
    """The post with the words before it that belong to it: 研究|总监, 首席外汇|分析师; not the name of another who holds it (甲局|乙|局长、丙副局长)."""
    part = scene.text[pair.first.end : title.start].removeprefix("的") if pair.second.type == "Person" else ""
    named = any(pair.first.end <= ref.start < title.start for ref in sentence.refs if ref.type == "Person")
    return part + title.text if not named and _PART.fullmatch(part) else title.text


def _over(scene: Scene, sentence: Sentence, pair: Pair, title: Ref) -> Status | None:
    """Former, where a word before the body or the post says so (原甲公司董事长乙, 甲离开乙公司总裁的职位), or behind the name (甲公司总裁乙不再担任…)."""
    marks = tuple(words("holds_position")["former_marks"])
    before = scene.text[sentence.start : min(pair.first.start, title.start)]
    old = title.text.startswith(("原", "前")) or before.endswith(marks) or scene.text[pair.first.end : title.start].endswith(marks)
    leaves = pair.second.type != "Person" and scene.text[pair.first.end : pair.second.start].endswith(
        tuple(words("holds_position")["leaves"])
    )
    gone = pair.second.type == "Person" and _GONE.match(scene.text, pair.second.end) is not None
    return "former" if old or leaves or gone else None


def _metric(scene: Scene, relation: str, amount: Ref) -> dict[str, str]:
    told = clauses(scene, spoken=True)
    for number, clause in enumerate(told):
        if clause.start <= amount.start < clause.end:
            for one in sums(clause, told[number - 1] if number else None, None):
                if one.ref.start == amount.start and one.relation == relation:
                    return {"metric": one.metric, "period": period(one)}
    whole = converted_from(scene, amount)  # 净利850万港元（约110万美元）
    return _metric(scene, relation, whole) if whole is not None else {}
