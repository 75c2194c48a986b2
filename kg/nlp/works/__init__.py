"""The component `kg_works`: proposes organisations, projects, documents and meetings."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import propose, text_of
from kg.nlp.edges import edges_of, named_places
from kg.nlp.labelled import labelled
from kg.nlp.works.bare_documents import find_bare_documents
from kg.nlp.works.contracted import find_contracted
from kg.nlp.works.events import find_events
from kg.nlp.works.organizations import find_organizations
from kg.nlp.works.policies import find_policies
from kg.nlp.works.projects import find_projects

__all__ = ["kg_works"]


@Language.component("kg_works")
def kg_works(doc: Doc) -> Doc:
    """Propose what people found, build, write and hold, and what labels call a work or a firm."""
    text, places = text_of(doc), named_places(doc)
    article = doc._.article if Doc.has_extension("article") else None
    propose(doc, find_policies(text))
    propose(doc, find_bare_documents(text))
    propose(doc, find_organizations(text, edges_of(doc), places))
    propose(doc, find_events(text, places, article.title if article is not None else ""))
    propose(doc, find_projects(text, places))
    propose(doc, find_contracted(text))
    propose(doc, labelled(text))
    return doc
