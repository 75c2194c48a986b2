"""How fast articles are extracted on one core, with and without what was learned, and which component takes how much.

    uv run python benchmarks/extract.py [ROUNDS]

The texts are those of data/gold/dev. The peer is spaCy's own tokenizer for Chinese alone (a character a token), in the same run: the least that any
pipeline on spaCy can take. Prints the table of docs/performance.md.
"""

import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

import spacy

from kg.config import Settings
from kg.extract import BATCH, extract_batch, read_articles
from kg.nlp import build_nlp
from kg.nlp.characters import bare
from kg.types import Article

GOLD = Path(__file__).parents[1] / "data" / "gold" / "dev"


def articles() -> list[Article]:
    """All articles of the folder."""
    settings = Settings(None, None, None, True)
    return [article for path in sorted(GOLD.glob("*.txt")) for _, found in read_articles(path, settings) for article in found]


def main(rounds: int) -> None:
    """Measure and print."""
    texts = articles()
    size = sum(len(article.text) for article in texts)
    pipelines = {"with both networks": build_nlp(), "rules alone": build_nlp(use_model=False)}
    peer = spacy.blank("zh")
    taken: defaultdict[str, list[float]] = defaultdict(list)
    parts: defaultdict[str, float] = defaultdict(float)
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]  # as `kg build` does
    for nlp in pipelines.values():  # lists and weights are loaded once a process
        extract_batch(texts[:1], nlp)
    for _ in range(rounds):
        start = time.process_time()
        for article in texts:
            peer(article.text)
        taken["peer: tokens alone"].append(time.process_time() - start)
        for name, nlp in pipelines.items():
            start = time.process_time()
            for batch in batches:
                extract_batch(batch, nlp)
            taken[name].append(time.process_time() - start)
    for batch in batches:
        docs = [bare(peer.vocab, article.text) for article in batch]
        for doc, article in zip(docs, batch, strict=True):
            doc._.article = article
        for name, component in pipelines["with both networks"].pipeline:
            start = time.process_time()
            docs = list(component.pipe(docs)) if hasattr(component, "pipe") else [component(doc) for doc in docs]
            parts[name] += time.process_time() - start
    floor = statistics.median(taken["peer: tokens alone"])
    print(
        f"{len(texts)} articles, {size:,} characters, median of {rounds}\n\n| | characters a second | times the peer's time |\n|---|--:|--:|"
    )
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"| {name} | {size / middle:,.0f} | {middle / floor:.1f} |")
    total = sum(parts.values())
    print("\n" + ", ".join(f"{name} {seconds / total:.0%}" for name, seconds in sorted(parts.items(), key=lambda row: -row[1])))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
