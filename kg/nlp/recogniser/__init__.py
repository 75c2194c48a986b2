"""The learned recogniser: a small character network that proposes names beside the rules.

It learned from sentences labelled for this project (docs/model-card.md). Its score is calibrated: of the spans told with 0.8, about four in
five were right on sentences that it had not seen. Without its model file, or with `--no-model`, the rules work alone.
"""

from spacy.language import Language
from spacy.tokens import Doc

from kg.arrays import one_thread
from kg.nlp.candidates import propose, proposed, replace_all, text_of
from kg.nlp.edges import edges_of
from kg.nlp.recogniser.model import default
from kg.nlp.recogniser.weighing import weighed
from kg.nlp.shortnames import in_rows

__all__ = ["kg_recogniser"]


@Language.component("kg_recogniser")
def kg_recogniser(doc: Doc) -> Doc:
    """Weigh what the network finds with what the rules propose."""
    text = text_of(doc)
    with one_thread():
        found, rules = default().find(text), proposed(doc)
    replace_all(doc, weighed(text, found, rules))
    propose(doc, in_rows(text, edges_of(doc), proposed(doc, "Company")))  # beside firms that only the network saw
    return doc
