"""Sentences labelled by the pipeline itself: rules, an earlier model and what the whole article says of a name teach the network more contexts."""

import json
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.nlp import build_nlp
from kg.nlp.recogniser.model import default, pieces
from kg.text import clean
from kg.training.data import Sentence
from kg.types import Article

_DOUBTFUL = 0.75  # a sentence with a name less sure than this teaches nothing
_LOST = 0.3  # nor one where the network is so sure of a name that was not chosen
_SEEN = 0.35  # nor one with a name of which it is less sure itself: the rules err alone
_LEFT_OUT = ("Amount", "Date")
_NAMELESS = 14  # one nameless sentence in so many is kept


def label(path: Path) -> Iterator[Sentence]:
    """The sentences of the articles of a JSON-lines file (`text`), with the names that the pipeline is sure of."""
    for name, nothing in (("article", None), ("mentions", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=nothing)
    nlp = build_nlp()
    for name in ("kg_entities", "kg_relations"):
        nlp.remove_pipe(name)
    nameless = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        text = clean(json.loads(line)["text"])
        doc = nlp.make_doc(text)
        doc._.article = Article("", "", text)
        mentions = [m for m in nlp(doc)._.mentions if m.type not in _LEFT_OUT]
        chosen = {(m.start, m.end, m.type) for m in mentions}
        seen = {(f.start, f.end, f.label): f.chance for f in default().find(text)}
        lost = [start for (start, end, label), chance in seen.items() if chance > _LOST and (start, end, label) not in chosen]
        for start, sentence in pieces(text):
            inside = [m for m in mentions if start <= m.start and m.end <= start + len(sentence)]
            nameless += not inside
            if any(m.score < _DOUBTFUL or seen.get((m.start, m.end, m.type), 0.0) < _SEEN for m in inside):
                continue
            if any(start <= at < start + len(sentence) for at in lost) or (not inside and nameless % _NAMELESS):
                continue
            yield Sentence(sentence, tuple((m.start - start, m.end - start, m.type) for m in inside))
