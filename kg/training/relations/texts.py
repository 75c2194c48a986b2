"""Unlabelled texts as relation modules see them."""

import json
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.nlp import build_nlp
from kg.relations.scene import Scene
from kg.relations.scenes import scene_of
from kg.text import clean
from kg.types import Article


def scenes(path: Path, longest: int) -> Iterator[Scene]:
    """The articles of a JSON-lines file (`text`), each up to so many characters."""
    for name, nothing in (("article", None), ("mentions", ()), ("entities", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=nothing)
    nlp = build_nlp()
    nlp.remove_pipe("kg_relations")
    for line in path.read_text(encoding="utf-8").splitlines():
        text = clean(json.loads(line)["text"])[:longest]
        doc = nlp.make_doc(text)
        doc._.article = Article("", "", text)
        doc = nlp(doc)
        yield scene_of(doc._.article, doc._.mentions, doc._.entities)
