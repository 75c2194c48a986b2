"""Whether a fact is planned, denied, over or told by hearsay: the words between a subject and the verb, and behind it."""

import re
from functools import cache

from kg.relations.signs import ANY, alternatives, words
from kg.types import Status

_AFTER = 8  # characters behind the verb in which 的计划, 事宜 or 失败 still speak of it
_BEFORE = 14  # characters before the match


@cache
def _cues() -> tuple[tuple[Status, re.Pattern[str], re.Pattern[str] | None], ...]:
    data = words("modality")
    order: tuple[Status, ...] = ("denied", "planned", "former")
    return tuple(
        (
            status,
            re.compile("|".join([alternatives(data[status]), *data.get(f"{status}_patterns", ())])),
            re.compile(alternatives(data[f"{status}_after"])) if data.get(f"{status}_after") else None,
        )
        for status in order
    )


def status_of(text: str, start: int, verb_end: int) -> Status:
    """The status of what is said in `text[start:verb_end]`, its verb last; mentions are signs (see `kg.relations.signs`).

    >>> status_of("甲计划投资", 0, 5), status_of("甲投资", 0, 3)
    ('planned', 'asserted')
    """
    clause = max(text.rfind("，", 0, start), text.rfind("；", 0, start)) + 1
    told = without_rank(text[max(clause, start - _BEFORE) : verb_end])
    behind = re.split("[，；]", text[verb_end : verb_end + _AFTER])[0]
    for status, before, after in _cues():
        if before.search(told) or (after is not None and after.search(behind)):
            return status
    return "asserted"


def without_rank(text: str, *, leads: bool = False) -> str:
    """Masked words without the rank behind a name, whose 将 tells of nothing to come: 甲上将今天会见乙.

    Args:
        leads: the name is the subject of the words and stands before them; else it is one of their signs.

    >>> without_rank("上将今天会见", leads=True), without_rank("会上将会见", leads=True)
    ('今天会见', '会上将会见')
    """
    return _rank(leads).sub("", text)


@cache
def _rank(leads: bool) -> re.Pattern[str]:
    return re.compile(("^" if leads else f"(?<={ANY})") + alternatives(words("modality")["ranks"]))


def carries(before: str, told: str) -> bool:
    """Whether the clause before, with the same subject, speaks of plans, and nothing in `told` of what is done.

    >>> carries("甲拟投资3亿元，", "甲建设乙项目"), carries("甲拟投资3亿元，", "甲已建成乙项目")
    (True, False)
    """
    last = before.rstrip("，").rsplit("，", 1)[-1]
    plans, done = _carried()
    return bool(plans.search(last)) and not done.search(told)


@cache
def _carried() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words("modality")
    return re.compile("|".join(data["carried_patterns"])), re.compile(alternatives(data["done"]))
