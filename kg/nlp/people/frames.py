"""Words around names as patterns: bylines, 据…介绍, 任命…为."""

import re
from functools import cache

from kg.nlp.people.characters import words
from kg.text import HAN

_SHORT_BYLINES = ("文", "图", "摄", "作者", "编辑")  # parts of other words within a sentence


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile("|".join(map(re.escape, words()[key])))


@cache
def bylines() -> re.Pattern[str]:
    """What stands before the names of who wrote the article."""
    names = "|".join(map(re.escape, [w for w in words()["byline"] if w not in _SHORT_BYLINES]))
    short = "|".join(_SHORT_BYLINES)
    return re.compile(rf"(?:(?<![{HAN}])(?:{short})[：:／/ \u3000]|{names})(?:[：:／/ \u3000]|\s)*")


@cache
def fields() -> re.Pattern[str]:
    """A name that is the value of a field: 法定代表人：甲."""
    labels = "|".join(map(re.escape, words()["fields"]))
    return re.compile(rf"(?:{labels})[：:]\s?([{HAN}]{{2,4}})(?=[，,；。\s]|$)")


@cache
def frames() -> re.Pattern[str]:
    """据…介绍 and the like; or a name alone before a colon at the head of a line."""
    pairs = [word.split("…") for word in words()["around"]]
    near = "|".join(f"(?<={re.escape(a)})(?:{{name}})(?={re.escape(b)})" for a, b in pairs).replace("{name}", f"[{HAN}]{{2,4}}?")
    before = "".join({re.escape(a[-1]) for a, _ in pairs})  # most characters are told by one look not to follow any
    return re.compile(rf"(?P<near>(?<=[{before}])(?:{near}))|(?:(?<=\n)|(?<=。)|^)(?P<said>[{HAN}]{{3}})(?=：)")


@cache
def appointments() -> re.Pattern[str]:
    """任命甲、乙为, 免去甲的, 由甲担任; in a list of such, a line 甲的乙院副院长职务, or 甲为乙院副院长."""
    data = words()
    verb, office = ("|".join(map(re.escape, data[key])) for key in ("appointing", "office"))
    name = f"[{HAN}]{{2,6}}?"
    return re.compile(
        rf"(?P<verb>{verb})(?P<names>{name}(?:、{name})*?)(?:同志)?(?=为|的|任|担任|辞去)|(?<=由)(?P<name>[{HAN}]{{2,4}}?)(?={office})"
        rf"|(?<=\n)(?P<item>[{HAN}]{{2,4}}?)(?=的[^，。；\n]{{4,40}}职务(?:[；。\n]|$))"
        rf"|(?<=\n)(?P<made>[{HAN}]{{2,4}}?)(?=(?:同志)?(?:为|任)[^，。；\n]{{2,40}}(?:长|主任|书记|员|主席|经理)(?:（[^（）\n]*）)?[；。\n])"
    )
