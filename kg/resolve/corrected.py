"""Which article has become which when a page was corrected: the id of an article is a hash of its words, and judgements name articles by their ids."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.resolve.anchors import Anchor, parse
from kg.types import Article, Decision

_MANY = 2500  # pairs of one headline or day: beyond, nothing is compared
_WAYS: tuple[tuple[Callable[[Article], Hashable], float], ...] = (  # what must agree, and how like the words must be then
    (lambda article: (article.title, article.published) if article.title else None, 0.5),
    (lambda article: (article.published,) if not article.title else None, 0.8),
    (lambda article: article.title or None, 0.9),
    (lambda article: article.published, 0.9),
)


def corrected(before: Sequence[Article], now: Sequence[Article], *, elsewhere: bool = False) -> list[tuple[Article, Article]]:
    """The articles of a page as it was that are not there any more, each with the one that it has become. Where two fit, none is taken.

    Args:
        before, now: all articles of the page, with their texts.
        elsewhere: they come from different files, so that headline and day must agree.
    """
    was, is_ = {one.id for one in before}, {one.id for one in now}
    gone, new = [one for one in before if one.id not in is_], [one for one in now if one.id not in was]
    found: list[tuple[Article, Article]] = []
    for key, least in _WAYS[:1] if elsewhere else _WAYS:
        found += _pairs(gone, new, key, max(least, 0.8) if elsewhere else least)
        taken = {one.id for pair in found for one in pair}
        gone, new = [one for one in gone if one.id not in taken], [one for one in new if one.id not in taken]
    return found


def _pairs(
    gone: Iterable[Article], new: Iterable[Article], key: Callable[[Article], Hashable], least: float
) -> list[tuple[Article, Article]]:
    """The pairs that agree in `key` and are alike enough, but for those of which one is in two pairs."""
    groups: defaultdict[Hashable, tuple[list[Article], list[Article]]] = defaultdict(lambda: ([], []))
    for side, articles in enumerate((gone, new)):
        for article in articles:
            if (value := key(article)) is not None:
                groups[value][side].append(article)
    fit = []
    for olds, news in groups.values():
        if len(olds) * len(news) <= _MANY:
            shapes = {one.id: _shape(one.text) for one in (*olds, *news)} if olds and news else {}
            fit += [(old, one) for old in olds for one in news if _likeness(shapes[old.id], shapes[one.id]) >= least]
    often = Counter(id_ for old, one in fit for id_ in (old.id, one.id))
    return [(old, one) for old, one in fit if often[old.id] == often[one.id] == 1]


def _shape(text: str) -> Counter[str]:
    """How often each three characters stand together, whatever the white space."""
    text = f"  {''.join(text.split())}"
    return Counter(text[at : at + 3] for at in range(len(text) - 2))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of what both have, 0 to 1."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def corrections(decisions: Iterable[Decision]) -> Mapping[str, Sequence[str]]:
    """What articles have become, by the decisions that say so and were not taken back."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in decisions:
        if one.kind == "corrected":
            found[one.left].append(one.right)
    return found


def followed(anchor: Anchor, known: Mapping[str, Sequence[str]]) -> Anchor:
    """The anchor with all later states of its articles.

    >>> followed(Anchor("Person", ("岑国栋",), ("a1",)), {"a1": ["a2"], "a2": ["a3"]}).articles
    ('a1', 'a2', 'a3')
    """
    articles = dict.fromkeys(anchor.articles)
    todo = list(articles)
    while todo:
        more = [id_ for id_ in known.get(todo.pop(), ()) if id_ not in articles]
        articles |= dict.fromkeys(more)
        todo += more
    return replace(anchor, articles=tuple(articles)) if len(articles) > len(anchor.articles) else anchor


def spoken_of(decisions: Sequence[Decision]) -> set[str]:
    """The ids of the articles that decisions in force name, in all their states."""
    known = corrections(decisions)
    anchors = [parse(side) for one in decisions if one.kind != "corrected" for side in (one.left, one.right) if "@" in side]
    return {article for anchor in anchors for article in followed(anchor, known).articles}
