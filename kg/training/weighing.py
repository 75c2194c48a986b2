"""`python -m kg.training.weighing FOLDER … -o kg/resources/name_weights.tsv`: what rules and network are worth together.

The folders hold annotated articles that the network did not learn: where it did, it would be believed too much.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.evaluate.gold import GoldArticle, load_gold
from kg.extract import checked_settings, read_articles
from kg.nlp import build_nlp
from kg.nlp.candidates import Candidate, proposed
from kg.nlp.recogniser.model import FILE, Model, load
from kg.nlp.recogniser.weighing import FEATURES, evidenced, weights
from kg.resources import resource
from kg.training.logistic import fitted

Floats = NDArray[np.float64]
Row = tuple[Candidate, tuple[float, ...], bool]  # a name proposed, its evidence, whether it is right
_DRAW, _PRIOR = 2.0, {"rule": 0.5, "seen": 0.5}  # weight of the wish for these weights, and for 0 of the others
_HEADER = """# How sure a name is: the line on the log-odds that kg/nlp/recogniser/weighing.py draws, fitted by kg.training.weighing.
# type or rule, base, weights of: what rules say, that they say nothing, what the network sees, what else it sees there, that it is a phrase;
# the chance from which on a rule is kept, and a name told that the network alone sees (chosen, not fitted)
"""


def rows(folder: Path, model: Model) -> Iterator[Row]:
    """What speaks for each candidate of the articles of a folder, and whether it is right.

    What stands inside a longer name is left out: there `kg_spans` decides by length.
    """
    nlp = build_nlp(use_model=False)
    for name in ("kg_spans", "kg_entities", "kg_relations"):
        nlp.remove_pipe(name)
    for file, golds in load_gold(folder).items():
        for _, articles in read_articles(folder / f"{file}.txt", checked_settings()):
            for article in articles:
                text, right = article.text, spans(article.text, golds)
                doc = nlp.make_doc(text)
                doc._.article = article
                rules = [c for c in proposed(nlp(doc)) if c.type in weights()]
                for c, evidence in evidenced(text, model.find(text), rules):
                    is_right = (c.start, c.end, c.type) in right
                    if is_right or not any(a <= c.start and c.end <= b and b - a > c.end - c.start for a, b, _ in right):
                        yield c, evidence, is_right


def spans(text: str, golds: Sequence[GoldArticle]) -> set[tuple[int, int, str]]:
    """Where the names of gold stand; the longest wins."""
    names = {(name, entity.type) for gold in golds for entity in gold.entities for name in entity.names}
    taken, found = np.zeros(len(text), dtype=bool), set()
    for name, label in sorted(names, key=lambda one: (-len(one[0]), one)):
        at = text.find(name)
        while at >= 0:
            if not taken[at : at + len(name)].any():
                taken[at : at + len(name)] = True
                found.add((at, at + len(name), label))
            at = text.find(name, at + 1)
    return found


def line(evidence: Sequence[tuple[float, ...]], right: Sequence[bool]) -> Floats:
    """Weights of `FEATURES` and, last, the base, drawn towards `_PRIOR`."""
    seen = np.array([(*row, 1.0) for row in evidence])
    prior = np.array([*(_PRIOR.get(name, 0.0) for name in FEATURES), 0.0])
    pull = np.array([*(_DRAW for _ in FEATURES), _DRAW / 100])
    return fitted(seen, np.array(right, dtype=float), pull, prior)


def main() -> None:
    """Fit, and write the table; the thresholds of the table that is there stay."""
    parser = argparse.ArgumentParser(prog="python -m kg.training.weighing", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="annotated articles that the network did not learn")
    parser.add_argument("--model", type=Path, default=Path(str(resource(FILE))))
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    model = load(options.model)
    found: defaultdict[str, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)
    for candidate, evidence, right in (row for folder in options.folders for row in rows(folder, model)):
        for label in (candidate.type, candidate.source):
            found[label].append((evidence, right))
    written = _HEADER
    for label, known in weights().items():
        *of, base = line(*zip(*found[label], strict=True)) if found[label] else (*known.of, known.base)
        written += "\t".join([label, *(f"{number:.3f}" for number in (base, *of)), f"{known.kept:g}", f"{known.told:g}"]) + "\n"
    options.out.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
