"""The learned recogniser: a small character network that proposes names beside the rules.

It learned from sentences labelled for this project (docs/model-card.md). Its score is calibrated: of the spans told with 0.8, about four in
five were right on sentences that it had not seen. Without its model file, or with `--no-model`, the rules work alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from kg.arrays import one_thread
from kg.nlp.candidates import propose, proposed, replace_all, text_of
from kg.nlp.edges import edges_of
from kg.nlp.recogniser.built import put_up
from kg.nlp.recogniser.model import Found, default
from kg.nlp.recogniser.stops import find_stops
from kg.nlp.recogniser.weighing import weighed
from kg.nlp.shortnames import in_rows
from kg.nlp.sited import sited

__all__ = ["kg_recogniser"]


class Recogniser:
    """Weighs what the network finds with what the rules propose; many documents at once take less time, with the same result."""

    def __call__(self, doc: Doc) -> Doc:
        """One document."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Many documents."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            with one_thread():
                told = default().find_all([text_of(doc) for doc in batch])
            for doc, found in zip(batch, told, strict=True):
                _weigh(doc, found)
                yield doc


def _weigh(doc: Doc, found: Sequence[Found]) -> None:
    text = text_of(doc)
    replace_all(doc, put_up(text, found, weighed(text, found, proposed(doc))))
    propose(doc, in_rows(text, edges_of(doc), proposed(doc, "Company")))  # beside firms that only the network saw
    propose(doc, sited(text, proposed(doc, "Company")))
    propose(doc, find_stops(text, found, proposed(doc)))


@Language.factory("kg_recogniser")
def kg_recogniser(nlp: Language, name: str) -> Recogniser:
    """The component."""
    return Recogniser()
