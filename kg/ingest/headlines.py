"""Which headline heads which story: on a scanned page headlines stand before, after or between the bodies."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.ingest.lines import any_of
from kg.ingest.pieces import Piece
from kg.ingest.segment import Page, Story
from kg.text import HAN

_RUN = re.compile(f"[{HAN}A-Za-z0-9]+")
_SWITCH, _SWITCH_INSIDE, _BACK, _FAR, _BESIDE = 0.15, 0.2, 0.3, 0.08, 0.12
# The name of the firm whose site it is, over a headline that names it again: 青禾机电有限公司 / 青禾机电与云杼大学签约.
_MASTHEAD = re.compile(f"[{HAN}]{{4,20}}(?:股份|集团)?有限(?:责任)?公司")
_SHORT = 8  # characters: a headline with a line as short as that is one sentence set large


def assign(page: Page) -> None:
    """Give the headlines between the stories of a page to the stories whose words they share; those beside win when in doubt."""
    grams = [_grams(story.text) for story in page.stories]
    spread = Counter(gram for story in grams for gram in story)
    after = bool(page.stories) and not page.slots[0]  # the page begins with a body: its headlines come after
    for slot, heads in enumerate(page.slots):
        best = _walk(heads, slot, grams, spread, after=after)
        for head, number in zip(heads, best, strict=True):
            page.stories[number].heads.append(head)


def _walk(heads: Sequence[Piece], slot: int, grams: Sequence[frozenset[str]], spread: Counter[str], *, after: bool) -> list[int]:
    """The cheapest way through the headlines of one place: consecutive ones tend to belong together and to stand in order."""
    stories = range(len(grams))
    if not heads or len(grams) < 2:
        return [0] * len(heads)
    beside = slot - 1 if (after and slot) or slot == len(grams) else slot
    cost: list[float] = []
    paths: list[list[int]] = []
    for at, head in enumerate(heads):
        own = [
            -_affinity(head.text, grams[k], spread, len(grams)) + _FAR * max(slot - 1 - k, k - slot, 0) - _BESIDE * (k == beside)
            for k in stories
        ]
        if at == 0:
            cost, paths = own, [[k] for k in stories]
            continue
        switch = _SWITCH if head.gap else _SWITCH_INSIDE
        moved = [[cost[j] + (switch if j < k else 0 if j == k else switch + _BACK) for j in stories] for k in stories]
        sources = [min(stories, key=lambda j, row=row: (row[j], j)) for row in moved]  # type: ignore[misc]
        cost, paths = [moved[k][sources[k]] + own[k] for k in stories], [[*paths[sources[k]], k] for k in stories]
    return paths[min(stories, key=lambda k: (cost[k], k))]


def _grams(text: str) -> frozenset[str]:
    return frozenset(run[i : i + 2] for run in _RUN.findall(text) for i in range(len(run) - 1))


def _affinity(head: str, story: frozenset[str], spread: Counter[str], stories: int) -> float:
    """Share of a headline's character pairs that a story has, those that few stories have counting more."""
    pairs = _grams(head)
    weight = {pair: math.log(1 + stories / (spread[pair] or stories)) for pair in pairs}
    total = sum(weight.values())
    return sum(weight[pair] for pair in pairs if pair in story) / total if total else 0.0


def titles(story: Story) -> tuple[str, str]:
    """The headline of a story and what stands under or over it.

    A headline set in several short lines is one; of several full lines the one that names most of what the story is about leads. An item of
    a digest has its own, or the name of the column (县区快讯); what stands over all items heads none of them.
    """
    if story.item is not None:
        heads = [head.text for head in story.heads]
        main = story.item.head or (heads.pop(0) if heads else story.item.over)
        return main, " ".join([*heads, *(head.text for head in story.over)])
    groups: list[list[Piece]] = []
    for head in story.heads:
        if head.gap or not groups:
            groups.append([])
        groups[-1].append(head)
    parts = [_lines(group) for group in groups]
    if not parts:
        return "", ""
    first, rest = parts[0], [line for part in parts[1:] for line in part]
    if len(first) == 1:
        return first[0], " ".join(rest)
    grams = _grams(story.text)
    known = [line for line in first if not line.startswith(("—", "─", "-"))] or first
    main = max(known, key=lambda line: (len(_grams(line) & grams) / (len(_grams(line)) or 1), -first.index(line)))
    return main, " ".join([line for line in first if line is not main] + rest)


def _lines(group: Sequence[Piece]) -> list[str]:
    """The lines of one headline block, joined where they are halves."""
    found: list[str] = []
    for head in group:
        text = head.text
        if found and _leads().search(found[-1]):
            found[-1] += " " + text
        elif (
            found
            and min(len(head.text) for head in group) <= _SHORT
            and not re.search("[ \u3000]", found[-1] + text)
            and text[0] not in "—─-"
            and not (len(found) == 1 and _MASTHEAD.fullmatch(found[0]) and found[0][:2] in text)
        ):
            found[-1] += text
        else:
            found.append(text)
    return found


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(any_of("headline_leads") + "$")
