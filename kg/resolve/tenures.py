"""Posts over time: who held what from when to when as far as reports tell, and where two held one post at once. Pure functions.

A tenure is what was observed: the first and the last day of its reports. A hard start or end comes only from texts that tell of one (任命, 免去).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.types import Fact

# Posts that one person holds at a time, beside deputies, acting and former holders.
_SINGLE = re.compile(
    r"^(?:党组|党委)?(?:[\u4e00-\u9fff]{0,4}委)?(?:书记|省长|市长|区长|县长|州长|镇长|乡长|自治区主席|局长|厅长|主任|主席|检察长|院长|董事长|总经理|行长|校长|会长)$"
)
_NOT_SINGLE = re.compile(r"[副原前代助]|第[二三]书记")
_DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One post of one person as reports tell it."""

    person: str  # node id
    body: str  # node id
    title: str
    first: str  # day of the first report, or empty
    last: str
    start: str = ""  # told by a text
    end: str = ""
    former: bool = False  # a report calls it ended
    planned: bool = False  # no report says that it was taken up
    facts: tuple[Fact, ...] = ()  # its evidence, in the order of time


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people in one post at one time: one of the reports, or the resolution, is wrong."""

    body: str
    title: str
    one: Tenure
    other: Tenure
    month: str


def tenures(facts: Iterable[Fact], published: Mapping[str, str]) -> list[Tenure]:
    """All posts of all people, in the order of time.

    Args:
        facts: all facts; those of other relations are left out.
        published: day of publication by article id.
    """
    found: defaultdict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.relation == "holds_position" and fact.status != "denied":
            found[fact.subject, fact.object, fact.qualifiers.get("title", "")].append(fact)

    def day(fact: Fact) -> str:
        return next((day for day in (fact.date or "", published.get(fact.article, "")) if _DATED.match(day)), "")

    result = []
    for (person, body, title), said in found.items():
        said.sort(key=lambda fact: (day(fact) or "9999", fact.article, fact.start))
        held = [day(fact) for fact in said if fact.status in ("asserted", "reported") and day(fact)]
        days = held or [day(fact) for fact in said if day(fact)]
        starts = sorted(fact.qualifiers["start"] for fact in said if fact.qualifiers.get("start"))
        ends = sorted(fact.qualifiers["end"] for fact in said if fact.qualifiers.get("end"))
        former, planned = any(fact.status == "former" for fact in said), all(fact.status == "planned" for fact in said)
        span = (min(days, default=""), max(days, default=""))
        result.append(
            Tenure(person, body, title, *span, "".join(starts[:1]), "".join(ends[-1:]), former and not held, planned, tuple(said))
        )
    return sorted(result, key=lambda one: (one.first or "9999", one.last, one.body, one.title, one.person))


def clashes(found: Iterable[Tenure]) -> list[Clash]:
    """Where two people held one single post in one month, as reports tell it. One who comes after the other's last report is no contradiction."""
    posts: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for one in found:
        if is_single(one.title) and len(one.first) >= 7 and not one.former and not one.planned:
            posts[one.body, one.title].append(one)
    result = []
    for (body, title), held in sorted(posts.items()):
        held.sort(key=lambda one: (one.first, one.last, one.person))
        for at, one in enumerate(held):
            for other in held[at + 1 :]:
                if other.first[:7] > one.last[:7]:
                    break  # sorted by the first day: no later one can overlap
                if other.person != one.person and _overlap(one, other):
                    result.append(Clash(body, title, one, other, max(one.first, other.first)[:7]))
    return result


def _overlap(one: Tenure, other: Tenure) -> bool:
    """More than a hand-over: the later one was there before the last report of the earlier one, or both are first told of in one month."""
    return other.first < one.last or one.first[:7] == other.first[:7]


def is_single(title: str) -> bool:
    """Whether one person holds such a post at a time.

    >>> is_single("市长"), is_single("副市长"), is_single("市委书记"), is_single("市委常委")
    (True, False, True, False)
    """
    return _SINGLE.search(title) is not None and _NOT_SINGLE.search(title) is None
