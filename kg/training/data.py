"""Labelled sentences: JSON lines of `text` and `spans` [[start, end, label]]; passages with `facts` (kg/training/relations) are cut into sentences."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from kg.errors import BadResource
from kg.nlp.recogniser.model import pieces
from kg.text import clean, sentences

LONGEST = 200
_SHORTEST = 4  # characters of a sentence that nobody labelled
_VALUES = ("Amount", "Date")  # which rules read
_SHARED, _FEW = 15, 3  # characters in a row, and how many such rows in common make two texts one


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its names; spans do not overlap."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    group: str = ""


def read(path: Path, only: str = "") -> list[Sentence]:
    """The sentences of a file, long ones cut at commas. `only` renames every label to this one.

    Raises:
        BadResource: a line is no sentence, or a span lies outside of it.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            spans = tuple(sorted((int(s), int(e), only or str(label)) for s, e, label in row["spans"]))
            sentence = Sentence(row["text"], spans, row.get("group", ""))
        except (ValueError, KeyError, TypeError) as error:
            raise BadResource(f"{path}:{number}: {error}") from error
        if any(not 0 <= s < e <= len(sentence.text) for s, e, _ in spans) or any(a[1] > b[0] for a, b in pairwise(spans)):
            raise BadResource(f"{path}:{number}: spans overlap or lie outside the text")
        found += [part for one in (_sentences(sentence) if "facts" in row else [sentence]) for part in _cut(_cleaned(one))]
    return found


def _sentences(passage: Sentence) -> list[Sentence]:
    """The sentences of a passage, without its sums and dates."""
    named = [span for span in passage.spans if span[2] not in _VALUES]
    return [
        replace(
            passage,
            text=passage.text[start:end],
            spans=tuple((s - start, e - start, label) for s, e, label in named if start <= s and e <= end),
        )
        for start, end in sentences(passage.text)
    ]


def _cleaned(sentence: Sentence) -> Sentence:
    """The text as the pipeline would see it, where that moves no offset."""
    text = clean(sentence.text)
    return replace(sentence, text=text) if len(text) == len(sentence.text) else sentence


def _cut(sentence: Sentence) -> list[Sentence]:
    text, spans = sentence.text, sentence.spans
    if not text.strip():
        return []
    if len(text) <= LONGEST:
        return [sentence]
    inside = {at for start, end, _ in spans for at in range(start + 1, end)}
    at = next((at for at in range(LONGEST, LONGEST // 3, -1) if text[at - 1] in "，。；、 " and at not in inside), LONGEST)
    first = tuple(s for s in spans if s[1] <= at)
    rest = tuple((s - at, e - at, label) for s, e, label in spans if s >= at)
    return [Sentence(text[:at], first, sentence.group), *_cut(Sentence(text[at:], rest, sentence.group))]


def texts(folders: Iterable[Path]) -> list[str]:
    """The texts that lie in folders."""
    return [file.read_text(encoding="utf-8") for folder in folders for file in sorted(folder.glob("*.txt"))]


def apart(sentences: Iterable[Sentence], measured: Iterable[str]) -> list[Sentence]:
    """Without the sentences that share runs of words with a text that measures: it must not be learned."""
    known = {run for text in measured for run in _runs(text)}
    return [sentence for sentence in sentences if len(_runs(sentence.text) & known) < _FEW]


def gathered(files: Iterable[Path], measured: Sequence[str], groups: Collection[str]) -> tuple[dict[str, list[Sentence]], list[Sentence]]:
    """The sentences of each file that share nothing with a text that measures; those of some groups, left aside."""
    found = {path.name: apart(read(path), measured) for path in files}
    aside = [s for sentences in found.values() for s in sentences if s.group in groups]
    return {name: [s for s in sentences if s.group not in groups] for name, sentences in found.items()}, aside


def unlabelled(files: Iterable[Path], measured: Iterable[str]) -> list[str]:
    """The sentences of JSON lines of `text`, each once, without those that share runs of words with a text that measures."""
    found = {
        sentence
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        for _, sentence in pieces(clean(json.loads(line)["text"]))
        if len(sentence) >= _SHORTEST
    }
    return [sentence.text for sentence in apart((Sentence(text, ()) for text in sorted(found)), measured)]


def shared(told: str) -> tuple[Path, float]:
    """A file, and the share of its sentences that is used in each round.

    >>> shared("own.jsonl:0.6")[1], shared("own.jsonl")[1]
    (0.6, 1.0)
    """
    name, _, share = told.partition(":")
    return Path(name), float(share or 1)


def _runs(text: str) -> set[str]:
    packed = "".join(clean(text).split())
    return {packed[i : i + _SHARED] for i in range(len(packed) - _SHARED + 1)}
