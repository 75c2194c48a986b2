"""Names swapped for others of their type, so that the network learns the words around a name and the make of names rather than the names."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg import divisions
from kg.resources import lines
from kg.training.data import Sentence

SWAPPED = ("Person", "Company", "Place", "Organization", "Project", "Event")
_LENGTHS_NEAR = 2  # characters by which the new name may be longer or shorter


class Names:
    """Names to draw from, by type and length."""

    def __init__(self, sentences: Iterable[Sentence], companies: Iterable[Sentence] = ()) -> None:
        pool: dict[str, set[str]] = defaultdict(set)
        for sentence in sentences:
            for start, end, label in sentence.spans:
                pool[label].add(sentence.text[start:end])
        for sentence in companies:
            pool["Company"].update(sentence.text[s:e] for s, e, _ in sentence.spans if e - s > 2)
        pool["Place"].update(name for name in divisions.names() if len(name) <= 7)
        self.given = sorted(name[1:] for name in pool["Person"] if 2 <= len(name) <= 3)
        self.surnames = [(name, 4.0 ** int(weight)) for weight, *names in map(str.split, lines("surnames.txt")) for name in names]
        self.by_length: Mapping[str, Mapping[int, Sequence[str]]] = {
            label: {n: sorted(name for name in names if len(name) == n) for n in {len(name) for name in names}}
            for label, names in pool.items()
        }

    def draw(self, label: str, name: str, luck: random.Random) -> str:
        """Another name of the type and of about the same length."""
        if label == "Person" and 2 <= len(name) <= 3 and luck.random() < 0.7:
            (surname,) = luck.choices([s for s, _ in self.surnames], [w for _, w in self.surnames])
            return surname + luck.choice(self.given)
        length = len(name) + luck.randint(-_LENGTHS_NEAR, _LENGTHS_NEAR)
        choices = self.by_length.get(label, {}).get(length, ())
        return luck.choice(choices) if choices else name


def swap(sentence: Sentence, names: Names, rate: float, luck: random.Random) -> Sentence:
    """The sentence with some of its names swapped; what is named twice is swapped twice alike."""
    text, spans, at, drawn = "", [], 0, {}
    for start, end, label in sentence.spans:
        name = sentence.text[start:end]
        if (name, label) not in drawn:
            drawn[name, label] = names.draw(label, name, luck) if label in SWAPPED and luck.random() < rate else name
        text += sentence.text[at:start]
        spans.append((len(text), len(text) + len(drawn[name, label]), label))
        text += drawn[name, label]
        at = end
    return Sentence(text + sentence.text[at:], tuple(spans), sentence.group)
