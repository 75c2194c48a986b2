"""When each event of a story is held, and whether it is still to come."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.records import record
from kg.relations.frame_words import named_events, reported, told_as
from kg.relations.frames import Step
from kg.relations.scene import Scene
from kg.types import Status

HELD = re.compile("召开|举行|举办|开幕|启幕")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!度)")
_DAY = re.compile(r"--\d\d-\d\d")
_OF_HOST = re.compile("主办|承办|协办")
_NAMES_DAY = re.compile(r"(?:\d{4}|-)-(?:\d\d)?-\d\d")


@record
class Held:
    """The day of an event, and whether it is still to come; `sure` says that a clause told of it being held, `said` that its sentence named the day."""

    date: str | None = None
    status: Status = "asserted"
    sure: bool = False
    said: bool = False


def all_held(scene: Scene, told: Sequence[Step]) -> dict[str, Held]:
    """The day of each event: where it is said to be held, else where it is named first; its status is that of the clauses that hold it."""
    found: dict[str, Held] = {}
    for step in told:
        for i, ref in named_events(step.clause):
            if ref.entity is None or (step.clause.content and not reported(step.clause)):
                continue
            hold = HELD.search(step.clause.text)
            before = found.get(ref.entity)
            status = told_as(step.clause.text, hold.start() if hold is not None else i)
            said = _names_day(step)
            if before is None or (hold is not None and not before.sure):
                date = step.date if step.date is not None or before is None else before.date
                found[ref.entity] = Held(date, status, hold is not None, said)
            elif (
                said and not before.said and (hold is not None or _OF_HOST.search(step.clause.text))
            ):  # the line over it had the day of the story
                found[ref.entity] = replace(before, date=step.date, said=True)
            elif before.date is None or (status == "asserted" and hold is not None):
                found[ref.entity] = Held(before.date or step.date, status if hold is not None else before.status, before.sure, before.said)
    return {event: replace(known, date=_in_year(known.date, scene.entities[event].name)) for event, known in found.items()}


def _names_day(step: Step) -> bool:
    """Whether the sentence names the day that it tells of before its clause ends."""
    days = (ref for ref in step.clause.sentence.refs if ref.type == "Date" and ref.start < step.clause.end)
    return any(_NAMES_DAY.match(str(ref.data.get("value"))) for ref in days)


def _in_year(date: str | None, name: str) -> str | None:
    """2月18日 of an event whose name says 2025年. 2025年度 is the year that a meeting looks back on.

    >>> _in_year("--02-18", "云岭2025年第一次集中开工活动"), _in_year("--02-18", "2025年度表彰大会")
    ('2025-02-18', '--02-18')
    """
    year = _YEAR.search(name)
    if date is None or year is None or not _DAY.fullmatch(date):
        return date
    return f"{year[1]}{date[1:]}"
