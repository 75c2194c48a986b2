"""政企图谱: from newspaper pages to a graph of government–enterprise relations that can be checked.

    import kg

    kg.build(["seeds"], out="out")         # read, extract, resolve, merge, write
    graph = kg.open("out")                 # a networkx.MultiDiGraph with .entities and .statements as DataFrames
    article, entities, statements = kg.extract("…")
    nlp = kg.load()                        # the spaCy pipeline

Importing costs next to nothing; spaCy, networkx and pandas are loaded where they are first needed.
"""

from pathlib import Path
from typing import TYPE_CHECKING

# Functions and modules share these names. The modules are loaded here, once, so that the functions keep the names.
from kg.build import build
from kg.extract import extract

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.explore import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "build", "extract", "load", "open"]


def load(*, use_model: bool = True) -> "Language":
    """The spaCy pipeline: entities in `doc.ents`, statements in `doc._.statements`.

    Args:
        use_model: whether the learned recogniser takes part.
    """
    from kg.nlp import build_nlp

    return build_nlp(use_model=use_model)


def open(out: Path | str, *, lang: str = "zh") -> "Graph":
    """Open the graph that `build` left in a folder.

    Args:
        out: the output folder.
        lang: language of labels when the graph is written again.

    Raises:
        StoreError: there is no graph, or it cannot be read.
    """
    from kg import explore

    return explore.open(out, lang=lang)
