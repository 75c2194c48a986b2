"""Journeys of officials: 南平市委书记率团赴无锡市. The division they go to is not theirs, and 市委 in their story means the other."""

import re

from kg import jurisdiction
from kg.divisions import Division

# Who goes, by the word for the division that sends them, and the verb of going up to the place; a row of places may stand between.
_JOURNEY = re.compile(
    r"(?P<word>[省市县区州旗])(?:委|长(?!三角)|领导|政府|人大|政协|党政)[^。；！？\n]{0,80}?"
    r"(?:赴|前往|飞抵|出访|(?:率队|率团|带队|一行|率[^，。；]{1,12})[^，。；]{0,6}?到)(?:[^，。；\s]{2,12}?[、和及])*$"
)
_REACH = 110  # characters from those who go to the place


def journey_to(text: str, start: int, unit: Division) -> bool:
    """Whether the division named at `start` is one to which people of another of its kind go.

    >>> from kg import divisions
    >>> wuxi, binhu = divisions.lookup("无锡市")[0], divisions.lookup("滨湖区")[0]
    >>> journey_to("南平市委书记率团赴无锡市", 9, wuxi), journey_to("副省长赴无锡市", 4, wuxi), journey_to("市委书记赴滨湖区", 5, binhu)
    (True, False, False)
    """
    found = None
    sentence = max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1
    first = max(sentence, start - _REACH)
    while (later := _JOURNEY.search(text, first, start)) is not None:
        found, first = later, later.end("word")
    return found is not None and jurisdiction.is_kind(unit, found["word"])
