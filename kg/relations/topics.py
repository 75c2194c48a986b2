"""Which firm or project a passage is about when a clause does not say."""

from collections.abc import Iterable, Iterator

from kg.relations.clauses import Clause
from kg.relations.items import starts
from kg.relations.protagonist import protagonist
from kg.relations.scene import Ref, Scene
from kg.relations.speech import speech_at
from kg.relations.sum_words import cues


def topics(scene: Scene, told: Iterable[Clause]) -> Iterator[tuple[Ref, ...]]:
    """What each clause's passage is about so far: the firm or project that last was a subject in the paragraph.

    Where a clause says 这家企业 or 公司 and no name, it is the firm of the whole article, or else the one named last before the sentence.
    """
    topic: tuple[Ref, ...] = ()
    last: tuple[Ref, ...] = ()
    paragraph = -1
    hero = protagonist(scene)
    pointed: tuple[int, tuple[Ref, ...]] = (-1, ())  # a sentence and the firm that it speaks of without a name
    whole: tuple[Ref, ...] | None = None  # what the paragraph was about before its list
    for clause in told:
        sentence = clause.sentence
        if sentence.paragraph != paragraph:
            topic, whole, paragraph = (), None, sentence.paragraph
        if pointed[0] != sentence.start:
            named_before, pointed = last, (sentence.start, ())
        if not any(r.type == "Company" for r in clause.refs) and cues()["nameless"].search(_unsaid(clause)):
            pointed = (sentence.start, (hero,) if hero is not None else topic or named_before)
        elif not topic and hero is not None and cues()["of_holders"].search(_unsaid(clause)):
            pointed = (sentence.start, (hero,))
        if starts(clause):
            whole = topic if whole is None else whole
            topic = whole
        yield pointed[1] or _spoken(scene, clause) or topic
        found = tuple(r for r in clause.subjects if r.type in ("Company", "Project"))
        if found:
            topic = found
        elif (firm := discloser(clause)) is not None or (clause.people and (firm := employer(clause)) is not None):
            topic = (firm,)
        last = tuple([r for r in clause.refs if r.type == "Company"][-1:]) or last


def accounts(told: Iterable[Clause]) -> Iterator[tuple[Ref, ...]]:
    """The firm whose accounts the article tells (甲公司公布一季度财报), in every clause until another firm is named."""
    firm: tuple[Ref, ...] = ()
    last: Ref | None = None
    for clause in told:
        yield firm if firm and (last is None or last.entity == firm[0].entity) else ()
        told_by = discloser(clause)
        if told_by is not None and cues()["accounts"].search(clause.text):
            firm = (told_by,)
        last = next((r for r in reversed(clause.refs) if r.type == "Company"), last)


def _spoken(scene: Scene, clause: Clause) -> tuple[Ref, ...]:
    """The firm of who speaks the words of a clause: “…，年产值3亿元。”甲公司总经理乙说."""
    speech = speech_at(scene, clause.start)
    return (speech.subject(clause.start),) if speech is not None else ()


def _unsaid(clause: Clause) -> str:
    """Where a firm may be meant without its name: the clause, or its whole sentence when that names none."""
    sentence = clause.sentence
    return clause.text if any(r.type == "Company" for r in sentence.refs) else sentence.text


def employer(clause: Clause) -> Ref | None:
    """The firm before the title of the person who speaks."""
    refs = clause.sentence.refs
    for person in clause.people:
        at = next((i for i, r in enumerate(refs) if r.start == person.start), None)
        if at is None or at < 2 or (refs[at - 2].type, refs[at - 1].type) != ("Company", "Title"):
            continue
        firm, title = refs[at - 2], refs[at - 1]
        between = clause.sentence.text[firm.end - clause.sentence.start : title.start - clause.sentence.start]
        if "，" not in between and not title.text.startswith(("原", "前")):  # 甲厂改制，原厂长乙出资3亿元: his own
            return firm
    return None


def discloser(clause: Clause) -> Ref | None:
    """The only firm of a clause that tells its own figures: 某网讯 甲公司今日披露年报称."""
    m = cues()["discloses"].search(clause.text)
    firms = [r for r in clause.refs if r.type == "Company"]
    return firms[0] if m is not None and len(firms) == 1 else None
