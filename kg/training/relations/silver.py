"""Passages that nobody annotated: those that the rules label themselves, from which the network learns first, and those that only a teacher tells of."""

from collections.abc import Iterator
from pathlib import Path

from kg.relations import statements
from kg.text import sentences
from kg.training.relations.passages import Passage, labelled
from kg.training.relations.texts import scenes

_LONGEST = 1500  # characters of an article
_LEAST, _MOST = 2, 400  # statements, and pairs of names


def label(path: Path, weight: float) -> Iterator[Passage]:
    """The articles of a JSON-lines file (`text`) with what the rules read in them."""
    for number, scene in enumerate(scenes(path, _LONGEST)):
        told = statements(scene)
        starts = [start for start, _ in sentences(scene.text)]
        facts = [
            (
                scene.entities[s.subject].name,
                s.relation,
                scene.entities[s.object].name,
                1 + max(i for i, at in enumerate(starts) if at <= s.evidence.start),
            )
            for s in told
        ]
        if len(told) >= _LEAST and len((passage := labelled(f"silver {number}", scene, facts, weight)).reading.pairs) <= _MOST:
            yield passage


def unlabelled(path: Path) -> Iterator[Passage]:
    """The articles of a JSON-lines file (`text`) of which nobody has said anything: a teacher may."""
    for number, scene in enumerate(scenes(path, _LONGEST)):
        passage = labelled(f"unlabelled {number}", scene, ())
        if 0 < len(passage.reading.pairs) <= _MOST:
            yield passage
