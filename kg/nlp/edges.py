"""Where a name may begin: right behind punctuation, verbs, prepositions and role words, and where a place begins or ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.tokens import Doc

from kg.divisions import lookup
from kg.nlp.candidates import proposed, text_of
from kg.nlp.names import is_country
from kg.nlp.worded import word_list
from kg.nlp.words import cuts_word, is_lead, is_loose, is_word, lead_length
from kg.records import record
from kg.resources import lines

_PUNCTUATION = re.compile(
    r"(?=[^\w（）()·])(?:"  # one look tells most characters to be none
    r"(?:(?<![A-Za-z]) +|[^\w（）()·&\-—.+ ]| +(?![A-Za-z]))+|(?<![A-Za-z0-9])[.+&—](?![A-Za-z0-9])|(?<![A-Za-z0-9\u4e00-\u9fff])-|-(?![A-Za-z0-9\u4e00-\u9fff])|——+)"
)
_BRACKETS = re.compile(r"[（(]([^（）()\n]{0,30})[)）]|[（()）]")
_COUNTED = re.compile(
    r"(?:[0-9一二三四五六七八九十两几多数百千这那某首每各另]|(?<=[0-9〇])余)(?:(?:余|多)?(?:家|名|位|个|条|座|项|大|届|期|批)|(?<=[0-9百])强(?!度))"
)
_DATE_END = re.compile(
    r"[0-9一二三四五六七八九十](?:年度?|月份?|日|号|时|点)|(?:去|今|明|前|当|同)年|日前|[上下]午|[0-9一二三四五六七八九十百千万亿余多][美欧港日]?元|[0-9万亿]股|[%％]|昨日|今日|当日|近日"
)
# 公和酱园, 李同丰酱园: what 和 and 同 join to a name has more than one character, but for pronouns and the like.
_JOINED = re.compile("[和同](?=[\u4e00-\u9fff]{0,5}?(?:厂|公司|酱园|[酒糟烧油糖染]坊|药铺|糕点铺|茶庄|钱庄|布庄))")
_ALONE = frozenset("他她我你它您咱谁俩者们省市县区州盟旗镇乡村国军党团局院厂店校社水电煤气油粮茶酒药人车船房地钱铁钢铜铝木")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,4}·[\u4e00-\u9fff]{1,3}")
_NUMBERED = re.compile(r"[0-9]{2,}(?:-[0-9]+)+(?=[\u4e00-\u9fff])")
_NOUN_ENDS = frozenset("据经系所用说见看比同等正称令任")  # 票据 体系 小说: the stop is no word of its own there
# Brackets that stand inside names of firms: a division, the form, where it is at home.
_INSIDE = re.compile(
    r"中国|集团|筹|香港|亚洲|[\u4e00-\u9fff]{2,5}(?:开发区|高新区|经开区|新区|园区|自贸区|保税区)|有限合伙|普通合伙|控股|深圳|北京|上海|国际|华[东南北中]|大中华|[\u4e00-\u9fff]{2,3}[省市区县州]?"
)


@cache
def _stops() -> tuple[AhoCorasick, int]:
    """Stop words, then the words in which they are protected."""
    stops = [*lines("lexicons", "company_stops.txt"), *word_list("stated_words", "parties")]
    keeps = [*lines("lexicons", "company_keeps.txt"), *lines("lexicons", "company_brands.txt")]
    return AhoCorasick([*stops, *keeps], matchkind=MatchKind.LeftmostLongest), len(stops)


@record
class Edges:
    """Positions at which a name may begin. `hard` ones no name reaches across; `soft` ones are places, across which a name may reach."""

    hard: list[int]
    soft: list[int]

    def before(self, position: int) -> int:
        """The last hard edge at or before a position."""
        i = bisect_right(self.hard, position) - 1
        return self.hard[i] if i >= 0 else 0

    def soft_between(self, start: int, end: int) -> list[int]:
        """Soft edges after `start` and before `end`."""
        return self.soft[bisect_right(self.soft, start) : bisect_left(self.soft, end)]

    def is_edge(self, position: int) -> bool:
        """Whether a name may begin here."""
        for edges in (self.hard, self.soft):
            i = bisect_left(edges, position)
            if i < len(edges) and edges[i] == position:
                return True
        return position == 0


def find_edges(text: str, soft: Iterable[int] = ()) -> Edges:
    """All edges of a text.

    >>> find_edges("走进岚驰汽车，与和平机械座谈").hard
    [2, 7, 8]
    """
    matcher, count = _stops()
    found = [(start, end) for word, start, end in matcher.find_matches_as_indexes(text) if word < count]
    hard = {_behind_word(text, start, end) for start, end in found if not _inside_word(text, start, end)}
    hard.update(m.end() for m in _PUNCTUATION.finditer(text))
    for m in _JOINED.finditer(text):
        if m.end() in hard and _stands_in_name(text, m.start(), hard):
            hard.discard(m.end())
    for m in _FOREIGN.finditer(text):  # 海因里希·罗特: no stop word inside
        hard.difference_update(range(m.start() + 1, m.end()))
    hard.update(m.end() for m in _NUMBERED.finditer(text))
    hard.update(m.end() for m in _COUNTED.finditer(text))
    hard.update(m.end() for m in _DATE_END.finditer(text))
    for m in _BRACKETS.finditer(text):
        if m[1] is None or not (_INSIDE.fullmatch(m[1]) or lookup(m[1]) or is_country(m[1])) or not _joins(text, m.start(), m.end()):
            hard.update((m.start() + 1, m.end()))
    return Edges(sorted(hard), sorted(set(soft)))


def _stands_in_name(text: str, at: int, hard: set[int]) -> bool:
    """Whether 和 or 同 at `at` is the second character of a name: one character stands before it, behind an edge or a verb (开设公和酱园), and joins nothing."""
    before = at - 1
    if before < 0 or not "\u4e00" <= text[before] <= "\u9fff" or text[before] in _ALONE:
        return False
    return before == 0 or before in hard or is_lead(text[max(before - 2, 0) : before])


@cache
def _trade_words() -> frozenset[str]:
    """Trade words of two characters that begin with a stop: 系统, 实业."""
    return frozenset(w for name in ("company_tails.txt", "company_weak_tails.txt") for w in lines("lexicons", name) if len(w) == 2)


@cache
def _loose() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, lines("lexicons", "company_loose.txt")), key=lambda w: (-len(w), w))))


def without_lead(text: str, start: int, end: int) -> int:
    """Behind the words that may stand right before a name, as long as a head that is no phrase remains before `end`.

    >>> without_lead("负责昀泽公司", 0, 4)
    2
    """
    while True:
        word = _loose().match(text, start, max(end - 2, start))
        size = word.end() - start if word is not None else lead_length(text, start, end)
        rest = text[start + size : end]
        if not size or len(rest) < 2 or (word is None and (is_loose(rest) or _is_place(text[start : start + 4]))):
            return start
        start += size


@lru_cache(maxsize=16384)
def _is_place(text: str) -> bool:
    """Whether a division begins the text that is more than the word it is spelt like: 大同市, not 和平."""
    return any(lookup(text[:n]) for n in (4, 3))


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether the stop is a piece of a longer word: 当然, 被告, 票据, 金融资产."""
    if (cuts_word(text, end, end) and not is_word(text[start : end + 1])) or text[start : end + 1] in _trade_words():
        return True
    return text[start:end] in _NOUN_ENDS and (is_word(text[start - 1 : end]) or is_word(text[start - 2 : end]))


def _behind_word(text: str, start: int, end: int) -> int:
    """因 of 因此 leads on to the end of the word, unless what follows is the beginning of another (向 of 向上海)."""
    following = text[end : end + 2]
    if end - start == 1 and is_word(text[start : end + 1]) and not is_word(following) and not lookup(following):
        return end + 1
    return end


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands between two Chinese or Latin letters."""
    return start > 0 and text[start - 1].isalnum() and end < len(text) and text[end].isalnum()


def named_places(doc: Doc) -> dict[int, int]:
    """Where each place that was proposed with some certainty begins, and the furthest that it ends."""
    places: dict[int, int] = {}
    for c in proposed(doc, "Place"):
        if c.score >= 0.7:
            places[c.start] = max(places.get(c.start, 0), c.end)
    return places


def edges_of(doc: Doc) -> Edges:
    """The edges of a document, found once."""
    edges: Edges | None = doc.user_data.get("kg.edges")
    if edges is None:
        places = named_places(doc)
        edges = doc.user_data["kg.edges"] = find_edges(text_of(doc), {*places, *places.values()})
    return edges
