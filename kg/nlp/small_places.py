"""Bodies of towns, villages and communities that no list has, by their own names in the article: 镇长 of 岚湖镇, 镇党委 where one town is named."""

import re
from collections.abc import Sequence
from typing import Any

from kg.types import Mention

Resolved = tuple[str, tuple[str, ...], dict[str, Any]]  # name, other names, data
# What names such a place, alone or with a body of it.
_NAMED = re.compile(r"(?P<base>[^、，]+?(?P<kind>[镇乡村]|街道|社区))(?:党(?:支部|总支|委|工委)|人大|政府)?$")
# A body that is called after the kind of its place alone.
_BODY = re.compile("(?P<kind>[镇乡村]|街道|社区)(?P<body>党(?:委|工委|支部|总支)|人民政府|政府|人大|委会|居委会|办事处)")
# How heads are called, of which kinds of places, and the body that they lead, in full and in short.
_HEADS = (
    (re.compile(r"(?:代理?|原|常务)*(?:（代）)?(?:常务)?副?(?:镇长|乡长)(?:候选人|提名人选)?"), ("镇", "乡"), "人民政府", "政府"),
    (re.compile(r"村委会副?主任"), ("村",), "村民委员会", "村委会"),
    (re.compile(r"居委会副?主任"), ("社区",), "居民委员会", "居委会"),
)
_REACH = 18  # characters from such a body to the next post of its row
_OFFICE, _STREET = "办事处", "街道"
_ENDS_PASSAGE = "。！？\n"


class SmallPlaces:
    """The places of one article that no list has. What they resolve to stays unresolved beyond it: there is a 城关镇 in many counties."""

    def __init__(self, text: str, mentions: Sequence[Mention], listed: Sequence[tuple[int, str]]) -> None:
        """`listed` are the divisions named that the table has, with where each mention ends."""
        self._text = text
        self._listed = listed
        self._mentions = [m for m in mentions if m.type in ("PublicBody", "Place")]
        self._written = {m.text for m in self._mentions if m.type == "PublicBody"}

    def led_by(self, title: Mention) -> Resolved | None:
        """The government of a town or the committee of a village whose head a title names: 镇长 behind 岚湖镇, or behind 岚湖镇党委书记."""
        for head, kinds, full, short in _HEADS:
            if head.fullmatch(title.text) is None:
                continue
            base = self._before(title, kinds) or next(
                (b for b in (self._only(title.start, kind) for kind in kinds if kind in title.text) if b), None
            )
            return self._named(base + full, base + short) if base is not None else None
        return None

    def body(self, mention: Mention) -> Resolved | None:
        """办事处 behind 岚湖街道党工委, and 镇党委 where one town has been named: of it."""
        if mention.text == _OFFICE:
            base = self._before(mention, (_STREET,))
            return self._named(base + _OFFICE, mention.text) if base is not None else None
        own = _BODY.fullmatch(mention.text)
        base = self._only(mention.start, own["kind"]) if own is not None else None
        return (base + own["body"], (mention.text,), {"resolved": False}) if own is not None and base is not None else None

    def _only(self, position: int, kind: str) -> str | None:
        """The only place of a kind that has been named up to there, if no list has it."""
        found = (_NAMED.fullmatch(m.text) for m in self._mentions if m.end <= position)
        named = {m["base"] for m in found if m is not None and m["kind"] == kind and len(m["base"]) > len(kind)}
        if len(named) != 1 or any(name.endswith(kind) for end, name in self._listed if end <= position):
            return None
        return named.pop()

    def _before(self, mention: Mention, kinds: Sequence[str]) -> str | None:
        """The place whose own name or body is the last one named before in the same row (岚湖镇党委书记甲、镇长乙)."""
        other = next((m for m in reversed(self._mentions) if m.end <= mention.start), None)
        between = self._text[other.end : mention.start] if other is not None else ""
        if other is None or len(between) > _REACH or any(mark in between for mark in _ENDS_PASSAGE):
            return None
        found = _NAMED.fullmatch(other.text)
        return found["base"] if found is not None and found["kind"] in kinds and len(found["base"]) > len(found["kind"]) else None

    def _named(self, full: str, short: str) -> Resolved:
        """A body by the name that the article writes, if it does."""
        name = short if short in self._written and full not in self._written and short != _OFFICE else full
        return name, tuple(form for form in (full, short) if form != name), {"resolved": False}
