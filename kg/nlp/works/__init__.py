"""The component `kg_works`: proposes organisations, projects, documents and meetings."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.candidates import propose, proposed
from kg.nlp.edges import find_edges
from kg.nlp.works.events import find_events
from kg.nlp.works.organizations import find_organizations
from kg.nlp.works.policies import find_policies
from kg.nlp.works.projects import find_projects

__all__ = ["kg_works"]


@Language.component("kg_works")
def kg_works(doc: Doc) -> Doc:
    """Propose what people found, build, write and hold."""
    places: dict[int, int] = {}
    for c in proposed(doc, "Place"):
        if c.score >= 0.7:
            places[c.start] = max(places.get(c.start, 0), c.end)
    edges = find_edges(doc.text, {*places, *places.values()})
    propose(doc, find_policies(doc.text))
    propose(doc, find_organizations(doc.text, edges, places))
    propose(doc, find_events(doc.text, places))
    propose(doc, find_projects(doc.text, places))
    return doc
