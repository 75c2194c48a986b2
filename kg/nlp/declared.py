"""Short forms that a text declares: X（以下简称“Y”）, X，简称Y, X（“Y”）."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.types import Mention

_OPEN, _CLOSE = "[“‘\"'《〈]?", "[”’\"'》〉]?"
_IN_BRACKETS = re.compile(
    rf"[（(](?:以下|下文|下称|下|均|原)?(?:统称|简称|称|又称|又名|以下)?(?:为|作)?[:：]?(?P<short>{_OPEN}[^（）()“”，。；、]{{1,24}}?{_CLOSE})(?:[，,、；;][^（）()]*)?[)）]"
)
_CALLED = re.compile(rf"[，,]?(?:以下|下)?简称(?:为|“)?(?P<short>{_OPEN}[^（）()“”‘’，。；、\s]{{2,12}}?{_CLOSE})(?=[，。；、)）\s])")
_SAYS_SO = re.compile(r"简称|下称|统称|又称|又名|以下|“")
_STRIP = "“”‘’\"'"


@lru_cache(maxsize=32)
def declarations(text: str) -> tuple[tuple[int, int, int], ...]:
    """Where a short form is declared: the position that the full name ends at, and start and end of the short form.

    >>> text = "皖北精密机械有限公司（以下简称“皖北精机”）"
    >>> [text[s:e] for _, s, e in declarations(text)]
    ['皖北精机']
    """
    return tuple(_declarations(text))


def _declarations(text: str) -> Iterator[tuple[int, int, int]]:
    seen: set[tuple[int, int]] = set()
    for pattern in (_IN_BRACKETS, _CALLED) if "简称" in text else (_IN_BRACKETS,):
        for match in pattern.finditer(text):
            if pattern is _IN_BRACKETS and not _SAYS_SO.search(match.group()):
                continue
            start, end = match.span("short")
            while start < end and text[start] in _STRIP:
                start += 1
            while end > start and text[end - 1] in _STRIP:
                end -= 1
            if end - start >= 2 and (start, end) not in seen:
                seen.add((start, end))
                yield match.start(), start, end


def declared_forms(text: str, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Pairs (short form, full name) where a mention stands right before the declaration."""
    ending = {m.end: m for m in mentions}
    pairs = []
    for full_end, start, end in declarations(text):
        full = ending.get(full_end)
        if full is not None:
            pairs.append((text[start:end], full.text))
    return pairs
