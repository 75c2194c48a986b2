"""Whether a day is that of a lasting tie: 2019年，甲收购乙 tells since when 甲 owns 乙; 甲成立于2003年，旗下有乙 does not.

The ontology gives such ties (owns, partner_of, located_in …) no day of their own, so one is told only where its clause is the one that has the day.
"""

import re

from kg.relations.scene import Draft, Ref, Scene

_BEGAN = re.compile("(?:成立|始建|创立|创建|建|诞生|创办|起步|组建|注册|投产|上市)于$")
_STOPS = re.compile("[，,；;。：:！？!?]")


def is_its_day(scene: Scene, draft: Draft) -> bool:
    """Whether the day of a draft stands in the clause of its ends, or alone before it, and is not the one on which something began."""
    ends = {draft.subject, draft.object}
    for sentence in scene.between(draft.start, draft.end):
        named = [ref for ref in sentence.refs if not ends.isdisjoint(ref.names)]
        if any(_told(scene.text, day, named) for day in sentence.refs if day.type == "Date" and str(day.data.get("value")) == draft.date):
            return True
    return False


def _told(text: str, day: Ref, named: list[Ref]) -> bool:
    if _BEGAN.search(text[max(0, day.start - 4) : day.start]):
        return False
    behind = next((ref for ref in named if ref.start >= day.end), None)
    if behind is not None:
        return _STOPS.search(text[day.end : behind.start].lstrip("，, ")) is None
    before = next((ref for ref in reversed(named) if ref.end <= day.start), None)
    return before is not None and _STOPS.search(text[before.end : day.start]) is None
