"""Who leads of a long row: 会长甲，副会长乙、丙，秘书长丁一行 met 会长戊，副会长己、庚.

Of three or more whom commas part, those before the first comma lead. Two stay two leads (县委书记甲，县长乙一行).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.relations.scene import Draft, Scene

_ROW = 3  # people from which on not all of them lead


def between_leads(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """All but encounters of two of whom neither leads his side."""
    told = list(drafts)
    hosts: dict[int, list[str]] = {}
    guests: dict[int, list[str]] = {}
    for draft in told:
        if draft.relation == "met_with":
            hosts.setdefault(draft.start, []).append(draft.subject)
            guests.setdefault(draft.start, []).append(draft.object)
    for draft in told:
        at = draft.start
        if draft.relation != "met_with" or draft.object in _leads(scene, guests[at]) or draft.subject in _leads(scene, hosts[at]):
            yield draft


def _leads(scene: Scene, some: Sequence[str]) -> set[str]:
    """Those of a row who lead it."""
    people = {one for one in some if scene.entities[one].type == "Person"}
    places = sorted((m.start, m.end, one) for one in people for m in scene.entities[one].mentions[:1])
    row = [one for _, _, one in places]
    if len(row) < _ROW:
        return set(some)
    for at, ((_, end, _), (start, _, _)) in enumerate(pairwise(places), 1):
        between = scene.text[end:start]
        if "，" in between and "。" not in between:
            return set(row[:at])
    return set(some)
