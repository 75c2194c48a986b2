"""Passages that the rules label themselves: what the network learns from before it sees annotated ones."""

import json
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.nlp import build_nlp
from kg.relations import statements
from kg.relations.scenes import scene_of
from kg.text import clean, sentences
from kg.training.relations.passages import Passage, labelled
from kg.types import Article

_LONGEST = 1500  # characters of an article
_LEAST, _MOST = 2, 400  # statements, and pairs of names


def label(path: Path, weight: float) -> Iterator[Passage]:
    """The articles of a JSON-lines file (`text`) with what the rules read in them."""
    for name, nothing in (("article", None), ("mentions", ()), ("entities", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=nothing)
    nlp = build_nlp()
    nlp.remove_pipe("kg_relations")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        text = clean(json.loads(line)["text"])[:_LONGEST]
        doc = nlp.make_doc(text)
        doc._.article = Article("", "", text)
        doc = nlp(doc)
        scene = scene_of(doc._.article, doc._.mentions, doc._.entities)
        told = statements(scene)
        starts = [start for start, _ in sentences(text)]
        name_of = {entity.id: entity.name for entity in doc._.entities}
        facts = [
            (name_of[s.subject], s.relation, name_of[s.object], 1 + max(i for i, at in enumerate(starts) if at <= s.evidence.start))
            for s in told
        ]
        if len(told) >= _LEAST and len((passage := labelled(f"silver {number}", scene, facts, weight)).reading.pairs) <= _MOST:
            yield passage
