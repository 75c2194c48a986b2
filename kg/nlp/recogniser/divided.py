"""Bodies of a division that the network half takes for organizations: 县果业中心 is one or the other to it, each with less than it needs to be told.

Together they may be enough to tell the likelier, where the name begins with the division whose body it is.
"""

from collections.abc import Iterable, Iterator

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.names import is_country
from kg.nlp.recogniser.kinds import kind_of
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.worded import word_list
from kg.nlp.words import cuts_word

LEAST = 0.62  # how sure the network has to be that it is a body or an organization
_OTHER = 0.15
_LEVELS = tuple("省市县区州旗镇乡")
_SHORTEST = 4


def divided(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """A candidate for each such body.

    >>> text = "据县果业中心统计"
    >>> [text[c.start:c.end] for c in divided(text, [Found(1, 6, "PublicBody", 0.4), Found(1, 6, "Organization", 0.3)])]
    ['县果业中心']
    """
    for (start, end), chances in sorted(by_span(found).items()):
        body, house = chances.pop("PublicBody", 0.0), chances.pop("Organization", 0.0)
        if body < house or body + house < LEAST or max(chances.values(), default=0.0) > _OTHER or end - start < _SHORTEST:
            continue
        name = text[start:end]
        if (
            name.endswith(word_list("stated_words", "no_body"))
            or (kind_of(name) == "Organization" and body < LEAST)
            or cuts_word(text, start, end)
        ):
            continue
        if of_division(name):
            yield Candidate(start, end, "PublicBody", "recogniser:divided", round(body + house, 3))


def of_division(name: str) -> bool:
    """Whether a name begins with a division or a word for one: 县果业中心."""
    return name.startswith(_LEVELS) or (any(lookup(name[:n]) or is_country(name[:n]) for n in range(2, 6)) and not name.startswith("中国"))
