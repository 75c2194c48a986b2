"""Mentions of one article that name one thing, while they are being gathered: the same text, and what is merged into what."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from kg.nlp.glued import market_tags
from kg.nlp.names import is_full
from kg.types import Mention

_QUOTES = re.compile(r"[“”‘’\"']|(?<![A-Za-z])\s+(?![A-Za-z])|\s+(?![A-Za-z0-9])|(?<![A-Za-z0-9])\s+")


@dataclass(slots=True)
class Cluster:
    """Mentions that name one thing, while they are being gathered."""

    type: str
    mentions: list[Mention]
    name: str = ""
    aliases: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    implied: bool = False

    @property
    def start(self) -> int:
        """Where it is first named."""
        return self.mentions[0].start if self.mentions else int(self.data["implied_by"][0][0])

    @property
    def names(self) -> list[str]:
        """The distinct forms in the text, longest first."""
        return sorted({m.text for m in self.mentions}, key=lambda n: (-len(n), n))


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name without quotes, what the market writes into it and blanks but those between words in letters.

    >>> plain("“昀泽 科技”"), plain("Lumo Air")
    ('昀泽科技', 'Lumo Air')
    """
    name = " ".join(_QUOTES.sub("", name).split())
    return market_tags().sub("", name) if "）" in name or ")" in name else name


def by_text(type_: str, mentions: Iterable[Mention], key: Callable[[str], str] = plain) -> list[Cluster]:
    """One cluster for each text, by `key`: without quotes and blanks unless told otherwise; its name is its longest form."""
    groups: dict[str, Cluster] = {}
    for mention in mentions:
        name = mention.data.get("host", "") + mention.text  # of a meeting that is called by its kind alone
        cluster = groups.setdefault(key(name).replace(" ", "") or name, Cluster(type_, []))
        cluster.mentions.append(mention)
    for cluster in groups.values():
        longest = cluster.names[0]
        cluster.name = plain(longest) or longest
    return list(groups.values())


def join(clusters: list[Cluster], owner: dict[int, int]) -> list[Cluster]:
    """Merge cluster i into owner[i] (chains followed); the longest name stays."""

    def root(i: int) -> int:
        seen = set()
        while i in owner and i not in seen:
            seen.add(i)
            i = owner[i]
        return i

    groups: dict[int, list[int]] = {}
    for i in range(len(clusters)):
        groups.setdefault(root(i), []).append(i)
    merged = []
    for _, members in sorted(groups.items()):
        if len(members) == 1:  # most stand alone
            clusters[members[0]].mentions.sort(key=lambda m: m.start)
            merged.append(clusters[members[0]])
            continue
        mentions = sorted((m for i in members for m in clusters[i].mentions), key=lambda m: m.start)
        name = max((clusters[i].name for i in members), key=lambda n: (is_full(n), len(n), n))
        merged.append(replace(clusters[members[0]], mentions=mentions, name=name))
    return merged
