"""People: names that look like names, beside a title, in a list of names, before a word of saying, as a list of candidates gives them.

Few and sure: what stands in running text without any such sign is left to the learned recogniser and to the other mentions of the name.
"""

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import propose, proposed, text_of
from kg.nlp.people.contexts import people


@Language.component("kg_people")
def kg_people(doc: Doc) -> Doc:
    """Propose the people of the text."""
    propose(doc, people(text_of(doc), proposed(doc)))
    return doc
