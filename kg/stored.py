"""The graph of an output folder, read while it is written: whatever its size, no more of it is held than a few rows."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import ontology
from kg.errors import StoreError, unwritable
from kg.graph import edge_data, node_data, proof_data
from kg.store import Store

if TYPE_CHECKING:
    from kg.export.source import Data, Graph, Ties

PART = ".part"  # marks files that are being written
_ENDS, _RELATION = itemgetter(0, 1), itemgetter(2)


class Stored:
    """The graph of a store as a `kg.export.source.Stream`: the nodes and edges of `kg.open`, in the same order with the same attributes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def counts(self) -> tuple[int, int]:
        return self._store.counts_of_graph()

    def ids(self) -> Iterator[str]:
        return map(itemgetter(0), self._store.tied())

    def nodes(self) -> "Iterator[tuple[str, Data]]":
        for row in self._store.tied():
            yield row[0], _node(row)

    def untied(self) -> "Iterator[tuple[str, Data]]":
        for row in self._store.untied():
            yield row[0], _node(row)

    def ties(self) -> "Iterator[Ties]":
        from kg.export.source import Ties

        for (source, target), statements in groupby(self._store.ties(), _ENDS):
            rows = list(statements)
            if len(rows) == 1:
                edges = [_edge(rows[0][2], rows)]
            else:
                edges = [_edge(relation, list(said)) for relation, said in groupby(rows, _RELATION)]
            yield Ties(source, target, self._look, edges)

    @lru_cache(maxsize=500)  # noqa: B019 — goes with the store
    def _look(self, id_: str) -> "Data":
        return _node(self._store.tied_as(id_))

    def marks(self) -> Iterator[tuple[float, float, float]] | None:
        return self._store.places() if next(self._store.places(), None) else None


def _node(row: tuple[str, ...]) -> dict[str, Any]:
    _, type_, name, aliases, reasons, data = row
    return node_data(type_, name, _read(aliases), _read(reasons), _read(data))


def _edge(relation: str, rows: list[tuple[Any, ...]]) -> "tuple[str, Data]":
    return relation, edge_data(relation, [proof_data(row[3:9], row[9:16], _read(row[16])) for row in rows])


def _read(text: str) -> Any:
    return {} if text == "{}" else [] if text == "[]" else json.loads(text)


@contextmanager
def opened(out: Path) -> Iterator[Stored]:
    """The graph that `build` left in a folder.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    with Store.open(out) as store:
        yield Stored(store)


def place(store: Store) -> None:
    """Work out where the nodes stand and keep it, unless that was done: every format of this graph then reads it."""
    from kg.export.placing import placed
    from kg.export.view import view

    graph = Stored(store)
    if graph.marks() is None:
        store.save_places([(id_, *mark) for id_, mark in zip(graph.ids(), placed(view(graph, ontology.load())).tolist(), strict=True)])


_AS_TOLD = "as told"


def note(out: Path, name: str, lang: str, *, plain: bool) -> None:
    """Keep that a format was exported to its place: judgements write it again, in that language. What is no `plain` export of the whole graph stays.

    A store that cannot be written just now is no reason to fail: the export itself is there.
    """
    from kg.export import FORMATS

    with suppress(StoreError), Store.create(out) as store:
        store.remember(**{f"export {name}": stamp(store, lang, out / FORMATS[name].file) if plain else _AS_TOLD})


def stamp(store: Store, lang: str, path: Path) -> str:
    """What says that a file is the export of the graph as it is in the store."""
    from kg.export.files import digest

    return f"{store.meta('graph')}-{lang}-{digest(path)}"


def language(store: Store, name: str) -> str | None:
    """In which language a format is to be written again; none when it was written with options of its own."""
    known = store.meta(f"export {name}")
    return None if known == _AS_TOLD else known.split("-")[-2] if known else "zh"


def sweep(out: Path, names: Iterable[str]) -> None:
    """Remove what killed writers of files or folders of these names left behind, and nothing else that is hidden there."""
    from kg.export.files import discard

    called = "|".join(re.escape(form) for name in names for form in sorted({name, Path(name).stem}))
    ours = re.compile(rf"\.(?:(?:{called})\.\d+{re.escape(PART)}(?:\.\w+)?|(?:{called})\.old)")
    for path in out.glob(".*"):
        if ours.fullmatch(path.name):
            discard(path)


def write(graph: "Graph", name: str, path: Path, *, lang: str = "zh", **options: Any) -> None:
    """Write a graph in a format; an older file is replaced when the new one is whole. `options` are those of the writer.

    Raises:
        StoreError: the file cannot be written.
    """
    from kg.export import EXPORTERS
    from kg.export.files import discard, replace

    temporary = path.with_name(f".{path.stem}.{os.getpid()}{PART}{path.suffix}")  # the same ending: some writers go by it
    try:
        EXPORTERS[name](graph, ontology.load(), temporary, lang=lang, **options)
        replace(temporary, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        discard(temporary)
