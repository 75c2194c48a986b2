"""Score what was extracted from one article against its gold annotation.

An entity counts when its type is right and its name, or else one of its mentions, is a gold name; a second entity for the same
gold one is a split, and wrong (amounts, being literals, excepted). A relation counts when both its ends are matched and its type is
right; of symmetric relations either order counts. What gold marks optional is neither a hit, a miss nor a false alarm. Status, date,
title, amount and metric are scored apart, over the relations found.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.evaluate.gold import GoldArticle, GoldEntity, GoldRelation
from kg.ontology import Ontology
from kg.types import Entity, Extraction, Statement


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """One miss or false alarm, with the sentence where it can be seen."""

    article: str
    kind: str  # missed entity, wrong entity, split entity, missed relation, wrong relation
    what: str
    sentence: str = ""
    rule: str = ""


@dataclass(slots=True)
class Score:
    """Counts by entity type, relation, qualifier and rule. Scores of several articles add up."""

    types: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    relations: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    qualifiers: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    rules: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    errors: list[Error] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Take in the counts and errors of another score."""
        for mine, theirs in zip(self._tables(), other._tables(), strict=True):
            for name, counts in theirs.items():
                mine[name] = mine[name] + counts
        self.errors.extend(other.errors)

    def _tables(self) -> tuple[defaultdict[str, Counts], ...]:
        return self.types, self.relations, self.qualifiers, self.rules

    @property
    def entities_total(self) -> Counts:
        return sum(self.types.values(), Counts())

    @property
    def relations_total(self) -> Counts:
        return sum(self.relations.values(), Counts())


def plain(name: str) -> str:
    """A name without the differences that do not count: width, blanks, case and enclosing quotes.

    >>> plain("《规 划》") == plain("规划")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).split()).strip("《》\"“”‘’'").lower()


def assign(golds: Sequence[GoldArticle], extractions: Iterable[Extraction]) -> list[list[Extraction]]:
    """For each gold article of a page, the extracted articles that belong to it: those that share the most names with it."""
    groups: list[list[Extraction]] = [[] for _ in golds]
    known = [[{plain(name) for name in entity.names} for entity in gold.entities] for gold in golds]
    for extraction in extractions:
        said = {plain(name) for entity in extraction.entities for name in _called(entity)}
        shared = [sum(not names.isdisjoint(said) for names in entities) for entities in known]
        groups[shared.index(max(shared))].append(extraction)
    return groups


def score(gold: GoldArticle, extractions: Sequence[Extraction], ontology: Ontology) -> Score:
    """Score the extracted articles that belong to one gold article."""
    result = Score()
    matched = _score_entities(gold, extractions, result)
    _score_relations(gold, extractions, ontology, matched, result)
    return result


Key = tuple[int, str]  # which extracted article, entity id


def _called(entity: Entity) -> list[str]:
    return [entity.name, *(mention.text for mention in entity.mentions)]


def _score_entities(gold: GoldArticle, extractions: Sequence[Extraction], result: Score) -> dict[Key, GoldEntity]:
    by_name: defaultdict[str, list[GoldEntity]] = defaultdict(list)
    for wanted in gold.entities:
        for name in wanted.names:
            by_name[plain(name)].append(wanted)
    matched: dict[Key, GoldEntity] = {}
    found: set[str] = set()
    for number, extraction in enumerate(extractions):
        for entity in extraction.entities:
            hits = [candidate for name in _called(entity) for candidate in by_name.get(plain(name), ())]
            right = next((candidate for candidate in hits if candidate.type == entity.type), None)
            where = entity.mentions[0].start if entity.mentions else 0
            sentence = _sentence(extraction.article.text, where)
            if right is None:
                result.types[entity.type].wrong += 1
                note = f"（应为 {hits[0].type}）" if hits else ""
                result.errors.append(Error(gold.id, "wrong entity", f"{entity.type} {entity.name}{note}", sentence))
                continue
            matched[number, entity.id] = right
            if right.id in found and not right.optional and entity.type != "Amount":
                result.types[entity.type].wrong += 1
                result.errors.append(Error(gold.id, "split entity", f"{entity.type} {entity.name}", sentence))
            found.add(right.id)
    for wanted in gold.entities:
        if wanted.optional:
            continue
        if wanted.id in found:
            result.types[wanted.type].right += 1
        else:
            result.types[wanted.type].missed += 1
            sentence = _naming(extractions, wanted.names)
            result.errors.append(Error(gold.id, "missed entity", f"{wanted.type} {wanted.names[0]}", sentence))
    return matched


Edge = tuple[str, str, str]  # relation, subject id, object id


def _edge(ontology: Ontology, subject: str, relation: str, target: str) -> Edge:
    """The key of a relation; the ends of a symmetric one in a fixed order."""
    known = ontology.relations.get(relation)
    if known is not None and known.symmetric:
        subject, target = sorted((subject, target))
    return relation, subject, target


def _score_relations(
    gold: GoldArticle, extractions: Sequence[Extraction], ontology: Ontology, matched: dict[Key, GoldEntity], result: Score
) -> None:
    entities = {entity.id: entity for entity in gold.entities}
    known: defaultdict[Edge, list[GoldRelation]] = defaultdict(list)
    for relation in gold.relations:
        known[_edge(ontology, relation.subject, relation.relation, relation.object)].append(relation)
    wanted = {
        edge
        for edge, rows in known.items()
        if not rows[-1].optional and not entities[rows[0].subject].optional and not entities[rows[0].object].optional
    }
    hits: defaultdict[Edge, list[Statement]] = defaultdict(list)
    seen: set[tuple[str, Key, Key]] = set()
    for number, extraction in enumerate(extractions):
        names = {entity.id: entity.name for entity in extraction.entities}
        for statement in extraction.statements:
            ends = (number, statement.subject), (number, statement.object)
            subject, target = matched.get(ends[0]), matched.get(ends[1])
            edge = _edge(ontology, subject.id, statement.relation, target.id) if subject and target else None
            again = (statement.relation, *ends) in seen
            seen.add((statement.relation, *ends))
            if edge in wanted:
                hits[edge].append(statement)
                result.rules[statement.rule].right += not again
            elif edge in known or (subject and subject.optional) or (target and target.optional):
                continue
            elif not again:
                result.rules[statement.rule].wrong += 1
                result.relations[statement.relation].wrong += 1
                what = f"{names.get(statement.subject, '?')} –{statement.relation}→ {names.get(statement.object, '?')}"
                result.errors.append(Error(gold.id, "wrong relation", what, statement.evidence.text, statement.rule))
    for edge in sorted(wanted):
        if edge in hits:
            result.relations[edge[0]].right += 1
            _score_qualifiers(known[edge], hits[edge], result)
        else:
            result.relations[edge[0]].missed += 1
            subject, target = entities[known[edge][0].subject], entities[known[edge][0].object]
            what = f"{subject.names[0]} –{edge[0]}→ {target.names[0]}"
            result.errors.append(Error(gold.id, "missed relation", what, _naming(extractions, subject.names, target.names)))


# amount and metric are free text in gold: a longer or shorter wording of the same is right
_LOOSE = {"title", "amount", "metric", "role", "kind", "subject", "policy", "project", "product"}
_SCORED = ("title", "amount", "metric", "role")


def _score_qualifiers(rows: Sequence[GoldRelation], statements: Sequence[Statement], result: Score) -> None:
    result.qualifiers["status"] += _agreement({row.status for row in rows}, {statement.status for statement in statements}, loose=False)
    dates = {row.date for row in rows if row.date}
    result.qualifiers["date"] += _agreement(dates, {statement.date for statement in statements if statement.date}, loose=False)
    for name in _SCORED:
        said = {statement.qualifiers[name] for statement in statements if statement.qualifiers.get(name)}
        result.qualifiers[name] += _agreement({row.qualifiers[name] for row in rows if name in row.qualifiers}, said, loose=name in _LOOSE)


def _agreement(wanted: Iterable[str], said: Iterable[str], *, loose: bool) -> Counts:
    wanted, said = {plain(value) for value in wanted}, {plain(value) for value in said}
    if not wanted:
        return Counts()
    same = {a for a in wanted if a in said or (loose and any(a in b or b in a for b in said))}
    return Counts(right=len(same), wrong=int(bool(said) and not same), missed=len(wanted) - len(same))


def _sentence(text: str, where: int) -> str:
    start = max(text.rfind(mark, 0, where) for mark in "。！？\n") + 1
    ends = [end for mark in "。！？\n" if (end := text.find(mark, where)) >= 0]
    return text[start : min(ends, default=len(text)) + 1].strip()


def _naming(extractions: Sequence[Extraction], *ends: Sequence[str]) -> str:
    """The first sentence that has a name of each of the ends; else of the last end; else nothing."""
    for needed in (ends, ends[-1:]):
        for extraction in extractions:
            text = extraction.article.text
            for name in needed[-1]:
                where = text.find(name)
                while where >= 0:
                    sentence = _sentence(text, where)
                    if all(any(form in sentence for form in names) for names in needed):
                        return sentence
                    where = text.find(name, where + 1)
    return ""
