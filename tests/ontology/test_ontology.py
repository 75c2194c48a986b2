"""The ontology file is complete, and a mistake in one names itself."""

import copy
from typing import Any

import pytest
import srsly

from kg import ontology
from kg.errors import BadResource
from kg.resources import resource

ENTITIES = ["Person", "PublicBody", "Company", "Organization", "Place", "Project", "Policy", "Event", "Amount"]
RELATIONS = [
    "visited",
    "accompanied",
    "met_with",
    "attended",
    "hosted",
    "holds_position",
    "invested_in",
    "invests_amount",
    "earns_amount",
    "raises_amount",
    "funded",
    "signed_with",
    "partner_of",
    "supplies",
    "owns",
    "succeeded",
    "located_in",
    "undertakes",
    "issued",
    "regulated",
]


@pytest.fixture
def data() -> dict[str, Any]:
    return copy.deepcopy(srsly.yaml_loads(resource("ontology.yaml").read_text(encoding="utf-8")))


def test_ontology_has_every_type_and_relation() -> None:
    loaded = ontology.load()
    assert list(loaded.entities) == ENTITIES
    assert list(loaded.relations) == RELATIONS
    assert [name for name, relation in loaded.relations.items() if relation.symmetric] == ["met_with", "signed_with", "partner_of"]
    assert [name for name, entity in loaded.entities.items() if entity.literal] == ["Amount"]


def test_ontology_tells_ends() -> None:
    visited = ontology.load().relations["visited"]
    assert visited.allows("Person", "Company")
    assert not visited.allows("Company", "Person")


def test_colours_tell_entity_types_apart() -> None:
    colours = [entity.colour for entity in ontology.load().entities.values()]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("relations", "visited", "subject"), ["Persn"], "unknown entity type 'Persn'; known: Person, PublicBody"),
        (("relations", "visited", "colour"), "red", "relations.visited: colour must look like '#4C78A8', found 'red'"),
        (("relations", "visited", "label"), {"zh": "走访"}, "relations.visited: label needs a text in each of zh, en"),
        (("relations", "visited", "object"), "Company", "relations.visited: object must be a list"),
        (("entities", "Person", "color"), "#000000", "entities.Person: unknown key 'color'; allowed: colour"),
        (("entities",), [], "entities must be a table"),
    ],
)
def test_bad_ontology_names_the_entry(data: dict[str, Any], path: tuple[str, ...], value: object, message: str) -> None:
    entry = data
    for key in path[:-1]:
        entry = entry[key]
    entry[path[-1]] = value
    with pytest.raises(BadResource) as caught:
        ontology.parse(data, where="mine.yaml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("mine.yaml")
