"""Whose day a day is: 2019年，甲收购乙 tells since when 甲 owns 乙, 甲成立于2003年，旗下有乙 does not; and on what day a visit goes on that the story told of.

The ontology gives lasting ties (owns, partner_of, located_in …) no day of their own, so one is told only where its clause is the one that has the day.
"""

import re

from kg.relations.clauses import Clause
from kg.relations.doubts import evidence
from kg.relations.frame_words import looks_back
from kg.relations.frames import steps
from kg.relations.scene import Draft, Ref, Scene

_BEGAN = re.compile("(?:成立|始建|创立|创建|建|诞生|创办|起步|组建|注册|投产|上市)于$")
_FORERUNNER = re.compile(r"前身[^，；。]{0,14}?\ue00c")  # the mark of the object
_STOPS = re.compile("[，,；;。：:！？!?]")
_SPOKEN_OF = re.compile("[会上时坛]的(?:重要|主旨|系列)*(?:讲话|致辞|指示|演讲|精神|部署|发言)")  # 甲在某会上的讲话: a day before
_OPENING = 3  # sentences in which a story names the event that it is about


def is_its_day(scene: Scene, draft: Draft) -> bool:
    """Whether the day of a draft stands in the clause of its ends, or alone before it, and is not the one on which something began."""
    ends = {draft.subject, draft.object}
    for sentence in scene.between(draft.start, draft.end):
        named = [ref for ref in sentence.refs if not ends.isdisjoint(ref.names)]
        if any(_told(scene.text, day, named) for day in sentence.refs if day.type == "Date" and str(day.data.get("value")) == draft.date):
            return True
    return False


def is_of_forerunner(scene: Scene, draft: Draft) -> bool:
    """Whether a draft says whose 前身 a firm is, which no day does: 2003年，甲进入乙的前身丙工作."""
    return draft.relation == "succeeded" and _FORERUNNER.search(evidence(scene, draft)) is not None


def _told(text: str, day: Ref, named: list[Ref]) -> bool:
    if _BEGAN.search(text[max(0, day.start - 4) : day.start]):
        return False
    behind = next((ref for ref in named if ref.start >= day.end), None)
    if behind is not None:
        return _STOPS.search(text[day.end : behind.start].lstrip("，, ")) is None
    before = next((ref for ref in reversed(named) if ref.end <= day.start), None)
    return before is not None and _STOPS.search(text[before.end : day.start]) is None


def story_day(scene: Scene, clause: Clause, lead: str, event: str | None = None) -> str | None:
    """The day that the story has come to at a clause, of what belongs to the story.

    That is what its visit's lead or the sides of its meeting do, and the event that it opens with; not what is said there, nor what it looks back to.
    """
    step = next((step for step in steps(scene) if step.clause.start == clause.start), None)
    if step is None or clause.content or looks_back(clause) or _SPOKEN_OF.search(clause.text):
        return None
    if event is not None:
        own = any(event in ref.names for sentence in scene.sentences[:_OPENING] for ref in sentence.refs)
    else:
        own = any(frame is not None and lead in (*frame.heads, *frame.guests) for frame in (step.visit, step.meeting))
    return step.date if own else None
