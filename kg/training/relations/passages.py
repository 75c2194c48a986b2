"""Annotated passages: JSON lines of `id`, `text`, `spans` [[start, end, type]] and `facts` [[subject, relation, object, sentence]].

Names in facts are strings of the text; the sentence (from 1) is the one that states the fact, 0 where only the passage does. A line whose
`id` ends with ~ is the passage of that `id` with the names that the pipeline finds: one of the two is drawn in each round.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import BadResource
from kg.nlp.entities import cluster
from kg.relations.learned.reading import Reading, allowed, outputs, read
from kg.relations.scene import Scene
from kg.relations.scenes import scene_of
from kg.types import Article, Mention

Fact = tuple[str, str, str, int]
_VARIANT = "~"  # ends the id of a passage whose names are as the pipeline finds them


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as the network reads it. `told` and `asked` are (pairs, outputs): what holds, and how much it counts whether it is learned."""

    id: str
    scene: Scene
    reading: Reading
    facts: frozenset[tuple[str, tuple[str, str]]]  # relation, and the entities of subject and object
    told: NDArray[np.float32]
    asked: NDArray[np.float32]

    @property
    def same(self) -> str:
        """What a passage and its variant have in common."""
        return self.id.removesuffix(_VARIANT)

    @property
    def variant(self) -> bool:
        """Whether its names are as the pipeline finds them."""
        return self.id.endswith(_VARIANT)


def passages(path: Path, weight: float = 1.0) -> Iterator[Passage]:
    """The passages of a file.

    Raises:
        BadResource: a line is no passage.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            text = str(row["text"])
            mentions = [Mention(s, e, kind, text[s:e]) for s, e, kind in row["spans"]]
            facts = [(s, relation, o, int(at)) for s, relation, o, at in row["facts"]]
            yield labelled(row["id"], scene(text, mentions), facts, weight)
        except (ValueError, KeyError, TypeError) as error:
            raise BadResource(f"{path}:{number}: {error}") from error


def scene(text: str, mentions: Sequence[Mention]) -> Scene:
    """The passage as relation modules see it."""
    article = Article("", "", text)
    return scene_of(article, mentions, cluster(text, mentions, article))


def labelled(id_: str, told: Scene, facts: Iterable[Fact], weight: float = 1.0) -> Passage:
    """For each fact the nearest pair of its two names that touches its sentence holds; other pairs of the two names teach nothing.

    Raises:
        ValueError: an unknown relation, or a name that the passage does not have.
    """
    reading = read(told)
    pairs = reading.pairs
    number = {output: n for n, output in enumerate(outputs())}
    owner = {name: e.id for e in told.entities.values() for name in (*e.aliases, e.name, *(m.text for m in e.mentions))}
    may = allowed()[reading.kinds[:, 0], reading.kinds[:, 1]]
    holds, asked = np.zeros(may.shape, dtype=np.float32), may.astype(np.float32) * weight
    known = set()
    for subject, relation, obj, sentence in facts:
        if (relation, False) not in number:
            raise ValueError(f"unknown relation {relation}")
        for name in (subject, obj):
            if name not in owner:
                raise ValueError(f"{name} is no name of passage {id_}")
        ends = owner[subject], owner[obj]
        known.add((relation, ends))
        found = [
            (n, number.get((relation, turned), number[relation, False]))
            for n, pair in enumerate(pairs)
            for turned in (False, True)
            if (pair.first.entity, pair.second.entity) == (ends[::-1] if turned else ends)
        ]
        found = [(n, k) for n, k in found if may[n, k]]
        for n, k in found:
            asked[n, k] *= holds[n, k]
        near = [
            (pairs[n].gap, pairs[n].at[1] - pairs[n].at[0], n, k)
            for n, k in found
            if not sentence or sentence - 1 in (pairs[n].sentence, pairs[n].sentence - pairs[n].gap)
        ]
        if near:
            *_, n, k = min(near)
            holds[n, k], asked[n, k] = 1, weight
    return Passage(id_, told, reading, frozenset(known), holds, asked)
