"""To which division 市委, 我市 and 全县 point: from the paper's name, the dateline, and the places and bodies that an article names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import divisions
from kg.divisions import Division
from kg.ingest.lines import any_of
from kg.ingest.segment import Story

_LEAST, _LEAD = 2.0, 1.5  # what a division must score, and by how much more than the next
_ORGANS = "委(?![员托派屈])|政府|人民政府|人大|政协|长(?![期远久效途])|监委|纪委|直(?:属|各|单位|机关)|属|级(?!别)|内(?!外)|里(?![程面])|领导|财政|国资|城投|发展?改革?|工信|工商|市场监|商务|公安|应急|生态|自然|住建|住房|交通运?输?局|教育局|科技局|农业农村|卫健|人社|文旅|税务局|统计局|金融办|能源局|大数据|中级|法院|检察|科协|总工会|行政审批|乡村振兴|规划|数字办|外事|粮食|水务|水利|城管|民政|司法局|审计局"
_DEICTIC = re.compile(rf"(?P<own>[我全本])(?P<own_level>[省市县区州旗])|(?P<level>[省市县区州旗])(?:{_ORGANS})")
_OWN_WEIGHT, _OPENING_WEIGHT = 4, 3
_TOWN = re.compile("[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道|苏木)")


@dataclass(frozen=True, slots=True)
class Found:
    """A division and from what it was inferred."""

    division: Division
    reason: str


@cache
def _names() -> tuple[AhoCorasick, list[str]]:
    every = sorted(name for name in divisions.names() if len(name) > 1)
    return AhoCorasick(every, matchkind=MatchKind.LeftmostLongest), every


def named(text: str) -> list[tuple[int, int, str]]:
    """Where the text names divisions, longest names first."""
    matcher, every = _names()
    return [(start, end, every[number]) for number, start, end in matcher.find_matches_as_indexes(text)]


def level_of(text: str, spots: Sequence[tuple[int, int, str]]) -> str | None:
    """Which of 省市县区州旗 the text says without a name before it, as the paper of that division does; None if none.

    >>> level_of("县委书记甲到厂里，市交通运输局参加。我县今年……", [])
    '县'
    """
    ends = {end for _, end, _ in spots} | {end - 1 for _, end, _ in spots}
    votes: Counter[str] = Counter()
    opening = text.find("\n") if "\n" in text[:400] else 400
    for found in _DEICTIC.finditer(text):
        if found["own"]:
            votes[found["own_level"]] += _OWN_WEIGHT if found["own"] != "全" else 2
        elif found.start() not in ends:
            votes[found["level"]] += _OPENING_WEIGHT if found.start() < opening else 1
    if set(votes) - {"省"}:
        del votes["省"]  # every paper speaks of its province
    return max(sorted(votes), key=lambda level: votes[level]) if votes else None


def fits(division: Division, level: str) -> bool:
    """Whether a division may be called 我市, 我县 …"""
    if level == "省":
        return division.level == "province" and division.code not in divisions.MUNICIPALITIES
    if level == "市":
        return division.name.endswith("市") or (division.level == "prefecture" and division.name.endswith(("州", "盟", "地区")))
    if level == "州":
        return division.level == "prefecture" and division.name.endswith("州")
    if level == "区":
        return division.name.endswith("区") and division.level in ("county", "zone", "province")
    return division.level in ("county", "zone") and division.name.endswith(("县", "旗"))


def from_name(text: str) -> Division | None:
    """The division that a newspaper or site is named after.

    >>> from_name("无锡日报").name, from_name("扬子晚报")
    ('无锡市', None)
    """
    for start, _, name in named(text):
        if start == 0 and len(found := divisions.lookup(name)) >= 1:
            return divisions.nearest(found, None)
    return None


def infer_locality(story: Story, others: Iterable[Story], title: str, hints: Sequence[Found]) -> Found | None:
    """The division that an article's 市委 and 我市 point to, with the reason; None where they are missing or the evidence is thin.

    Args:
        others: the other stories of the page, whose places count half.
        hints: what the paper's name or the head lines point to.
    """
    text = f"{title}\n{story.text}" if title else story.text
    spots = named(text)
    level = level_of(text, spots)
    hinted = [hint for hint in hints if level is None or fits(hint.division, level) or level == "省"]
    if level is None:
        return hints[0] if hints and hints[0].division.level != "province" else None
    if hinted:
        hint = hinted[0]
        if level != "省":
            return hint
    score: dict[str, float] = defaultdict(float)
    seen: dict[str, list[str]] = defaultdict(list)
    _weigh(text, spots, level, score, seen, 1.0)
    for other in others:
        _weigh(other.text, named(other.text), level, score, seen, 0.5)
    for hint in hints:
        for unit in divisions.line(hint.division.code):
            if fits(unit, level):
                score[unit.code] += 3
                seen[unit.code].append(hint.reason)
    if story.opening is not None and story.opening.place:
        for division in divisions.lookup(story.opening.place):
            for unit in divisions.line(division.code):
                if fits(unit, level):
                    score[unit.code] += 3
                    seen[unit.code].append(f"电头“{story.opening.place}”")
    return _best(score, seen)


def _best(score: dict[str, float], seen: dict[str, list[str]]) -> Found | None:
    ranked = sorted(score, key=lambda code: (-score[code], code))
    if not ranked or score[ranked[0]] < _LEAST:
        return None
    best = divisions.by_code(ranked[0])
    rivals = [code for code in ranked[1:] if not (code.startswith(ranked[0]) or ranked[0].startswith(code))]
    if best is None or (rivals and score[rivals[0]] * _LEAD > score[ranked[0]]):
        return None
    return Found(best, "从" + "、".join(dict.fromkeys(seen[best.code]))[:60] + "推断")


def _weigh(
    text: str,
    spots: Sequence[tuple[int, int, str]],
    level: str,
    score: dict[str, float],
    seen: dict[str, list[str]],
    factor: float,
) -> None:
    """Add to each division of the level what the text says for it: its own name, and what lies in it."""
    counts: dict[str, int] = Counter(name for _, _, name in spots)
    near: Counter[str] = Counter()
    for start, end, name in spots:
        if text[start - 1 : start] == "《" or re.match("(?:市|省|县|区)?(?:委(?!员|托)|人民政府|政府|人大|政协)", text[end:]):
            near[name] += 1
    for name, count in counts.items():
        units = divisions.lookup(name)
        full = any(unit.name == name for unit in units)
        strength = (1.0 if full else 0.6) * (2 - 0.5 ** (count - 1)) + min(near[name], 2)
        if not full and all(unit.level in ("county", "zone") for unit in units):
            strength *= 0.6
        for unit in units:
            for around in divisions.line(unit.code):
                if fits(around, level):
                    own = around is unit
                    score[around.code] += factor * strength / len(units) * (1.0 if own else 0.9)
                    seen[around.code].append(f"“{name}”")
    if level in "县区旗市":
        for town in sorted(set(_TOWN.findall(text))):
            for size in range(len(town), 2, -1):
                units = divisions.towns(town[-size:], "")
                if units:
                    for unit in units:
                        for around in divisions.line(unit.code)[1:]:
                            if fits(around, level) and len(units) <= 3:
                                score[around.code] += factor * 1.2 / len(units)
                                seen[around.code].append(f"“{town[-size:]}”")
                    break


@cache
def central() -> re.Pattern[str]:
    """Media whose 本报 says nothing of a place."""
    return re.compile(any_of("central_media"))
