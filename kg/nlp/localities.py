"""Which division a place name or a body's name points to in this article: 市委, 区委, 我市, 鼓楼区."""

from collections.abc import Sequence
from typing import Any

from kg.types import Article, Mention

try:
    from kg import divisions, jurisdiction
except ImportError:  # pragma: no cover
    divisions = jurisdiction = None  # type: ignore[assignment]

Resolved = tuple[str, tuple[str, ...], dict[str, Any]]  # name, other names, data
_LEVELS = {"省": "province", "市": "prefecture", "区": "county", "县": "county", "旗": "county", "镇": "town", "乡": "town", "街道": "town"}
_OWN = ("我", "全", "本", "该")


class Localities:
    """The divisions of one article: its own, and those named so far."""

    def __init__(self, text: str, mentions: Sequence[Mention], article: Article | None) -> None:
        self.text = text
        self.code = article.locality_code if article else None
        self.places = [(m, self._division(m)) for m in mentions if m.type == "Place"] if divisions else []

    def _named_before(self, position: int) -> list[Any]:
        return [d for m, d in self.places if m.end <= position and d is not None]

    def _division(self, mention: Mention) -> Any:
        """The division a place mention names: by its data, else the one of that name nearest to the article's locality."""
        if code := mention.data.get("code"):
            return divisions.by_code(code)
        if mention.text[:1] in _OWN and mention.text[1:] in _LEVELS:
            return self._own(mention.text[1:])
        found = divisions.lookup(mention.text)
        return found[0] if len(found) == 1 else self._nearest(found)

    def _own(self, word: str) -> Any:
        """我市, 全省: the article's own division of that level."""
        if self.code is None:
            return None
        line = [divisions.by_code(self.code), *divisions.ancestors(self.code)]
        line = [d if not isinstance(d, str) else divisions.by_code(d) for d in line]
        return next((d for d in line if d is not None and d.name.endswith(word)), None)

    def _nearest(self, found: Sequence[Any]) -> Any:
        """Of several divisions of one name, the one in or around the article's locality, if there is just one."""
        if self.code is None:
            return None
        for size in range(len(self.code), 1, -2):
            near = [d for d in found if d.code.startswith(self.code[:size])]
            if near:
                return near[0] if len(near) == 1 else None
        return None

    def place(self, mention: Mention) -> Resolved:
        """Canonical name of a place: the division's full name, else the text."""
        division = next((d for m, d in self.places if m is mention), None)
        if division is None:
            return mention.text, (), {}
        full = divisions.full_name(division.code)
        return full, tuple(n for n in (division.name, division.short) if n and n != full), {"code": division.code}

    def body(self, mention: Mention) -> Resolved:
        """Canonical name of a body; one whose jurisdiction is unknown keeps its text and says so."""
        if jurisdiction is not None:
            for code in self._codes(mention):
                found = jurisdiction.canonical_body(mention.text, code)
                if found is not None:
                    return found.name, tuple(found.forms), {"code": found.code, "resolved": True}
        return mention.text, (), {"resolved": False}

    def _codes(self, mention: Mention) -> list[str | None]:
        word = next((w for w in _LEVELS if mention.text.startswith(w)), None)
        if word is None:
            return [self.code]
        division = jurisdiction.nearest(word, self._named_before(mention.start), self.code)
        return [division.code] if division is not None else []

    def implied(self, title: Mention, before: Mention | None) -> Resolved | None:
        """The body that a title points to by itself: 副市长 → the city's government."""
        if jurisdiction is None:
            return None
        code = self.code
        if before is not None and before.type == "Place":
            division = next((d for m, d in self.places if m is before), None)
            if division is None:
                return None
            code = division.code
        else:
            word = next((w for w in ("省", "市", "区", "县", "旗", "镇", "乡") if w + "长" in title.text), None)
            if word is not None:
                division = jurisdiction.nearest(word, self._named_before(title.start), self.code)
                if division is not None:
                    code = division.code
        found = jurisdiction.implied_body(title.text, code)
        if found is None:
            return None
        return found.name, tuple(found.forms), {"code": found.code, "resolved": True}
