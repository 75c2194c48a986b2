"""How a decision says which thing it means, so that it survives every rebuild: by names and by articles that name it.

Ids of nodes depend on what else is in the graph; a name in an article does not. `Person:岑国栋@3f2a 9bc1` is the one whom the articles 3f2a and
9bc1 call 岑国栋. Other names follow behind `|`. Without articles it is the only one of that name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.resolve.names import name_key
from kg.resolve.seen import Group
from kg.types import Node

ARTICLES = 60  # that an anchor holds on to at most
_NAMES = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type, names (the first that an article has counts there) and articles."""

    type: str
    names: tuple[str, ...]
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.type}:{'|'.join(self.names)}" + (f"@{' '.join(self.articles)}" if self.articles else "")


def parse(text: str) -> Anchor:
    """The anchor that is written so.

    >>> parse("Person:岑国栋@3f2a 9bc1")
    Anchor(type='Person', names=('岑国栋',), articles=('3f2a', '9bc1'))
    """
    type_, _, rest = text.partition(":")
    names, at, articles = rest.rpartition("@")
    found = [name.strip() for name in (names if at else rest).split("|")]
    return Anchor(type_.strip(), tuple(name for name in found if name), tuple(articles.split()) if at else ())


def anchor_of(node: Node, articles: Iterable[str] | None = None) -> Anchor:
    """The anchor of a node, or of those of its members that stand in `articles`."""
    wanted = None if articles is None else set(articles)
    found = dict.fromkeys(article for article, _ in node.members if wanted is None or article in wanted)
    names = [name.translate(_CLEAN) for name in (node.name, *node.aliases[: _NAMES - 1])]
    return Anchor(node.type, tuple(names), tuple(found)[:ARTICLES])


_CLEAN = str.maketrans({"|": "", "@": "", "\n": ""})


class Finder:
    """Looks anchors up among groups: the index is made when one is first looked for, since most builds have no decisions."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._places: dict[tuple[str, str], dict[str, list[int]]] | None = None

    def _index(self) -> Mapping[tuple[str, str], Mapping[str, list[int]]]:
        if self._places is None:
            self._places = defaultdict(dict)
            for at, group in enumerate(self._groups):
                for seen in group.members:
                    for name in {name_key(form) for form in (seen.entity.name, *seen.entity.aliases)}:
                        self._places[group.type, name].setdefault(seen.article.id, []).append(at)
        return self._places

    def find(self, anchor: Anchor) -> dict[int, set[str]]:
        """The groups that it means, each with the articles there; several or none when it is not clear."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        names = [self._index().get((anchor.type, name_key(name)), {}) for name in anchor.names]
        for article in anchor.articles or sorted({article for places in names for article in places}):
            ats = next((places[article] for places in names if article in places), [])
            for at in ats if len(set(ats)) == 1 else ():  # two of that name in one article: it says nothing
                found[at].add(article)
        return found
