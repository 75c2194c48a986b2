"""Measure who is held to be whom: B³ and pairwise precision and recall over labelled mentions of a stack of articles.

`articles.txt` has a head line (paper, day, headline) and a text with marks: `[市委|czw]书记[岑国栋|cen1]` says that 市委 is the thing czw. `-` marks
nothing. `things.txt` says of which type each thing is. What extraction does not find is counted apart: here resolution is measured.
"""

import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import srsly

from kg.errors import UsageError
from kg.types import Entity, Extraction, Resolution

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_HEAD = re.compile(r"(\S+) (\d{4}-\d\d-\d\d) (.+)")
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Label:
    """A mention and the thing that it means; `nth` occurrence of the words in the text."""

    text: str
    nth: int
    thing: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article of the stack."""

    paper: str
    published: str
    title: str
    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Figures:
    """Of one type: B³ over mentions, pairs of mentions, and how many mentions extraction found."""

    precision: float = 1.0
    recall: float = 1.0
    pairs: tuple[int, int, int] = (0, 0, 0)  # right, wrong, missed
    found: int = 0
    labelled: int = 0

    @property
    def pair_precision(self) -> float:
        return self.pairs[0] / (self.pairs[0] + self.pairs[1]) if self.pairs[0] + self.pairs[1] else 1.0

    @property
    def pair_recall(self) -> float:
        return self.pairs[0] / (self.pairs[0] + self.pairs[2]) if self.pairs[0] + self.pairs[2] else 1.0


@dataclass(slots=True)
class IdentityScore:
    """All figures by type, what was merged wrongly, what was missed, and what was not found at all."""

    types: dict[str, Figures] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)


def read_things(folder: Path) -> dict[str, str]:
    """The type of each thing.

    Raises:
        UsageError: there is no such file.
    """
    path = folder / "things.txt"
    if not path.exists():
        raise UsageError(f"{path}: 没有这个文件；它应列出每个事物的编号和类型，见 docs/identity.md")
    rows = (line.split(" ", 2) for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#"))
    return {id_: type_ for id_, type_, _ in rows}


def read_stack(folder: Path) -> list[Told]:
    """The articles with their labels.

    Raises:
        UsageError: there is no such file, or a head line is wrong.
    """
    path = folder / "articles.txt"
    if not path.exists():
        raise UsageError(f"{path}: 没有这个文件；它应是带标注的报道，见 docs/identity.md")
    told = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.strip().splitlines() if not row.startswith("#")]
        if not rows:
            continue
        head = _HEAD.fullmatch(rows[0])
        if head is None:
            raise UsageError(f"{path}: “{rows[0]}”应为：报名 日期 标题")
        told.append(Told(head[1], head[2], head[3], *_unmarked("\n".join(rows[1:]))))
    return told


def _unmarked(marked: str) -> tuple[str, tuple[Label, ...]]:
    """The text without marks, and the labels.

    >>> _unmarked("[市委|w]书记[岑国栋|c]")
    ('市委书记岑国栋', (Label(text='市委', nth=0, thing='w'), Label(text='岑国栋', nth=0, thing='c')))
    """
    text, labels, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        if match[2] != _NOTHING:
            labels.append(Label(match[1], _occurrences(text, match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + marked[at:], tuple(labels)


def _occurrences(text: str, words: str) -> int:
    return sum(text.startswith(words, at) for at in range(len(text)))


def evaluate_identity(
    folder: Path, extract: Callable[[Path], Iterable[Extraction]], resolve: Callable[[Sequence[Extraction]], Resolution]
) -> IdentityScore:
    """Extract and resolve the stack, and compare.

    Args:
        folder: with `articles.txt` and `things.txt`.
        extract: gives the articles of a table of articles (JSON lines).
        resolve: gives the nodes.
    """
    told, things = read_stack(folder), read_things(folder)
    with tempfile.TemporaryDirectory() as place:
        table = Path(place) / "stack.jsonl"
        srsly.write_jsonl(table, [{"title": t.title, "text": t.text, "published": t.published, "paper": t.paper} for t in told])
        extractions = list(extract(table))
    found = resolve(extractions).nodes
    owners = {member: node.id for node in found for member in node.members}
    return _score(list(_placed(told, extractions, things, owners)), things, {node.id: node.name for node in found})


_Placed = tuple[str, str, str | None]  # thing, where it stands, node


def _placed(
    told: Iterable[Told], extractions: Iterable[Extraction], things: dict[str, str], nodes: dict[tuple[str, str], str]
) -> Iterator[_Placed]:
    by_head = {(one.article.paper, one.article.published, one.article.title): one for one in extractions}
    for article in told:
        extraction = by_head.get((article.paper, article.published, article.title))
        for label in article.labels:
            where = f"{article.paper} {article.published}《{article.title}》{label.text}"
            entity = _meant(extraction, label, things[label.thing]) if extraction is not None else None
            node = nodes.get((extraction.article.id, entity.id)) if extraction is not None and entity is not None else None
            yield label.thing, where, node


def _meant(extraction: Extraction, label: Label, type_: str) -> Entity | None:
    """The entity of that type whose mention, or whose title, stands where the label does."""
    text, start = extraction.article.text, -1
    for _ in range(label.nth + 1):
        start = text.find(label.text, start + 1)
        if start < 0:
            return None
    end = start + len(label.text)
    for entity in extraction.entities:
        spans = [(mention.start, mention.end) for mention in entity.mentions] + [tuple(span) for span in entity.data.get("implied_by", ())]
        if entity.type == type_ and any(a < end and start < b for a, b in spans):
            return entity
    return None


def _score(placed: Sequence[_Placed], things: dict[str, str], names: dict[str, str]) -> IdentityScore:
    score = IdentityScore()
    by_type: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    labelled = Counter(things[thing] for thing, _, _ in placed)
    for thing, where, node in placed:
        if node is None:
            score.unseen.append(f"{things[thing]} {where}")
        else:
            by_type[things[thing]].append((thing, where, node))
    for type_ in sorted(labelled):
        found = by_type[type_]
        both = Counter((thing, node) for thing, _, node in found)
        true, made = Counter(thing for thing, _, _ in found), Counter(node for _, _, node in found)
        figures = score.types[type_] = Figures(found=len(found), labelled=labelled[type_])
        if found:
            figures.precision = sum(count * count / made[node] for (_, node), count in both.items()) / len(found)
            figures.recall = sum(count * count / true[thing] for (thing, _), count in both.items()) / len(found)
        right = _pairs(both.values())
        figures.pairs = right, _pairs(made.values()) - right, _pairs(true.values()) - right
        _explain(score, type_, found, names)
    return score


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def _explain(score: IdentityScore, type_: str, found: Iterable[tuple[str, str, str]], names: dict[str, str]) -> None:
    """Nodes that hold several things, and things that are several nodes, each with an example."""
    examples: dict[tuple[str, str], str] = {}
    for thing, where, node in found:
        examples.setdefault((thing, node), where)
    of_node, of_thing = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for thing, node in examples:
        of_node[node].append(thing)
        of_thing[thing].append(node)
    score.merged += [
        f"{type_} {names[node]}: " + "；".join(f"{thing} {examples[thing, node]}" for thing in several)
        for node, several in of_node.items()
        if len(several) > 1
    ]
    score.missed += [
        f"{type_} {thing}: " + "；".join(f"{names[node]} {examples[thing, node]}" for node in several)
        for thing, several in of_thing.items()
        if len(several) > 1
    ]
