"""How far left the name of an organisation, meeting or project reaches from its last word."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.nlp.words import is_word
from kg.records import record
from kg.resources import lines

_PUNCTUATION = re.compile(
    r"[^\w（）()·&\-—－–.+~“”]+|(?<![A-Za-z0-9])[.&](?![A-Za-z0-9])|——+|－－+|(?<=[0-9一二三四五六七八九十])[日号](?=[\u4e00-\u9fff])(?!井|楼|线|地块|矿|机组|厂房|桥|泵|馆|煤)"
)

_QUOTED = re.compile(r"“[^“”\n。、]{2,24}”")


@cache
def _matcher(lexicon: str) -> AhoCorasick:
    return AhoCorasick(lines("lexicons", lexicon), matchkind=MatchKind.LeftmostLongest)


@cache
def tail_matcher(lexicon: str) -> tuple[AhoCorasick, list[str]]:
    """The last words of names, and what finds them."""
    words = lines("lexicons", lexicon)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@cache
def generic(lexicon: str) -> frozenset[str]:
    """What is no name as a whole."""
    return frozenset(lines("lexicons", lexicon))


@record
class Reach:
    """Positions right behind words and marks that no name of the kind reaches across."""

    edges: list[int]
    text: str

    def start(self, position: int, longest: int) -> int:
        """The first position of a name that goes on to `position`; quotes that do not close before it cut as well."""
        i = bisect_right(self.edges, position) - 1
        start = max(self.edges[i] if i >= 0 else 0, position - longest)
        segment = self.text[start:position]
        opened, closed = segment.rfind("“"), segment.rfind("”")
        if closed >= 0 and segment.rfind("“", 0, closed) < 0:
            start, segment = start + closed + 1, segment[closed + 1 :]
        elif opened > closed:
            start += opened + 1
        return start


@cache
def _brands() -> AhoCorasick:
    """Well-known firms of three and more characters: no word inside them is an edge (中 of 中联重科)."""
    return AhoCorasick([w for w in lines("lexicons", "company_brands.txt") if len(w) > 2], matchkind=MatchKind.LeftmostLongest)


@lru_cache(maxsize=32)
def _brand_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for _, start, end in _brands().find_matches_as_indexes(text))


def starts_brand(text: str, at: int) -> bool:
    """Whether a well-known firm begins here."""
    return any(start == at for start, _ in _brand_spans(text))


@lru_cache(maxsize=32)
def _marks(text: str) -> tuple[int, ...]:
    """Where marks end; asked for once for each kind of name."""
    return tuple(m.end() for m in _PUNCTUATION.finditer(text))


def reach(text: str, lexicon: str, wholes: Iterable[tuple[int, int]] = ()) -> Reach:
    """The edges of a text for one kind of name; none inside the spans `wholes` (启动仪式 is one word, though 启动 begins it)."""
    found = _matcher(lexicon).find_matches_as_indexes(text)
    edges = {end for _, start, end in found if end - start > 1 or not is_word(text[start : end + 1])}  # 上 of 上市公司
    edges.update(_marks(text))
    for quoted in _QUOTED.finditer(text):
        edges.difference_update(range(quoted.start() + 2, quoted.end()))
    for start, end in (*wholes, *_brand_spans(text)):
        edges.difference_update(range(start + 1, end))
    return Reach(sorted(edges), text)
