"""The spaCy pipeline: characters as tokens, then one component per concern, registered through spaCy's entry points.

Every character is a token, so that word segmentation never decides where a name ends.
"""

import spacy
from spacy.language import Language

from kg.nlp.characters import Characters

# Each recogniser proposes candidates; kg_spans decides; kg_entities ties mentions together; kg_relations states facts.
PIPELINE = (
    "kg_values",
    "kg_places",
    "kg_bodies",
    "kg_companies",
    "kg_works",
    "kg_titles",
    "kg_people",
    "kg_recogniser",
    "kg_spans",
    "kg_entities",
    "kg_relations",
)


def build_nlp(*, use_model: bool = True) -> Language:
    """The whole pipeline. `use_model=False` leaves out what was learned: the recogniser and the reader of relations."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = Characters(nlp.vocab)
    for name in PIPELINE:
        if use_model or name != "kg_recogniser":
            nlp.add_pipe(name, config={"use_model": use_model} if name == "kg_relations" else {})
    return nlp
