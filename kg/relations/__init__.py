"""From mentions to statements. Each module proposes what it reads; here the proposals are checked against the ontology and told once."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg import ontology
from kg.relations import (
    amounts,
    bracketed,
    branches,
    bulletins,
    encounters,
    learned,
    meetings,
    namesakes,
    notices,
    papers,
    posts,
    rules,
    titled_papers,
    visits,
)
from kg.relations.alongside import without_led
from kg.relations.confidence import calibrated
from kg.relations.days import is_its_day, is_of_forerunner
from kg.relations.doubts import judged
from kg.relations.guests import without_hosts
from kg.relations.leads import between_leads
from kg.relations.phases import of_their_phase
from kg.relations.scene import Draft, Scene
from kg.relations.scenes import scene_of
from kg.types import Article, Evidence, Statement

PROPOSERS: tuple[Callable[[Scene], Iterable[Draft]], ...] = (
    visits.propose,
    encounters.propose,
    meetings.propose,
    rules.propose,
    posts.propose,
    amounts.propose,
    bracketed.propose,
    namesakes.propose,
    bulletins.propose,
    notices.propose,
    papers.propose,
    branches.propose,
    titled_papers.propose,
)


def statements(scene: Scene, *, use_model: bool = False) -> tuple[Statement, ...]:
    """What the article states, in text order: ends fit the ontology, nothing is tied to itself, and one fact is told once a status.

    With `use_model` the learned reader has its say as well.
    """
    return _numbered(scene, _told(scene), use_model)


def _numbered(scene: Scene, told: Iterable[Draft], use_model: bool) -> tuple[Statement, ...]:
    """The statements for what rules told and, with `use_model`, what the learned reader thinks of it."""
    drafts: Iterable[Draft] = [replace(draft, confidence=calibrated(draft.rule, draft.confidence)) for draft in told]
    if use_model:
        drafts = without_led(scene, list(judged(scene, learned.weighed(scene, drafts))))
        drafts = notices.without_agents(scene, without_hosts(scene, drafts))
    ordered = sorted(
        between_leads(scene, of_their_phase(scene, list(drafts))),
        key=lambda d: (d.start, d.end, d.relation, _number(d.subject), _number(d.object), d.status, d.rule),
    )
    return tuple(_statement(scene, number, draft) for number, draft in enumerate(ordered, 1))


def _told(scene: Scene) -> Iterable[Draft]:
    """What the rules tell, each fact once."""
    known = ontology.load().relations
    told: dict[tuple[Any, ...], Draft] = {}
    for draft in judged(scene, _proposed(scene)):
        relation = known[draft.relation]
        types = scene.entities[draft.subject].type, scene.entities[draft.object].type
        if relation.symmetric and not relation.allows(*types):  # 市政府与甲公司合作: either may come first
            draft, types = replace(draft, subject=draft.object, object=draft.subject), types[::-1]
        if draft.subject == draft.object or not relation.allows(*types):
            continue
        if draft.date is not None and not relation.dated and types[0] != "Event" and not is_its_day(scene, draft):
            draft = replace(draft, date=None)
        if draft.date is not None and is_of_forerunner(scene, draft):
            draft = replace(draft, date=None)
        names = frozenset((draft.subject, draft.object)) if relation.symmetric else (draft.subject, draft.object)
        key = (draft.relation, names, draft.status, *_varies(draft))
        told[key] = _better(told[key], draft) if key in told else draft
    return _without_bare_posts(told.values())


def _without_bare_posts(told: Collection[Draft]) -> list[Draft]:
    """All but the posts without title that stand beside one with it: 1984—1986 甲大学教师 is told once."""
    titled = {(d.subject, d.object, d.start, d.end) for d in told if d.relation == "holds_position" and d.qualifiers.get("title")}
    return [
        d
        for d in told
        if d.relation != "holds_position" or d.qualifiers.get("title") or (d.subject, d.object, d.start, d.end) not in titled
    ]


def _proposed(scene: Scene) -> Iterator[Draft]:
    for propose in PROPOSERS:
        yield from propose(scene)


def _varies(draft: Draft) -> tuple[str, ...]:
    """What makes two statements of the same ends two facts: one person may hold two posts at one body."""
    return (draft.qualifiers.get("title", ""),) if draft.relation == "holds_position" else ()


def _better(one: Draft, other: Draft) -> Draft:
    """The surer of two, with what only the other knows."""
    best, rest = (one, other) if (one.confidence, -one.start) >= (other.confidence, -other.start) else (other, one)
    return replace(best, date=best.date or rest.date, qualifiers={**rest.qualifiers, **best.qualifiers})


def _number(entity: str) -> int:
    return int(entity[1:])


def _statement(scene: Scene, number: int, draft: Draft) -> Statement:
    quote = Evidence(draft.start, draft.end, scene.text[draft.start : draft.end])
    return Statement(
        f"s{number}",
        draft.subject,
        draft.relation,
        draft.object,
        quote,
        {name: value for name, value in sorted(draft.qualifiers.items()) if value},
        draft.status,
        draft.date,
        round(draft.confidence, 3),
        draft.rule,
    )


class Relater:
    """Writes `doc._.statements`; of many documents, what rules tell of all of them before the learned reader looks at each."""

    def __init__(self, use_model: bool) -> None:
        self.use_model = use_model

    def __call__(self, doc: Doc) -> Doc:
        """One document."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Many documents. One without an article is read as the body of one of which nothing else is known."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            scenes = [scene_of(doc._.article or Article("", "", doc.text), doc._.mentions, doc._.entities) for doc in batch]
            told = [_told(scene) for scene in scenes]
            for doc, scene, drafts in zip(batch, scenes, told, strict=True):
                doc._.statements = _numbered(scene, drafts, self.use_model)
                yield doc


@Language.factory("kg_relations", default_config={"use_model": True})
def kg_relations(nlp: Language, name: str, use_model: bool) -> Relater:
    """The component."""
    for extension, default in (("article", None), ("mentions", ()), ("entities", ()), ("statements", ())):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=default)
    return Relater(use_model)
