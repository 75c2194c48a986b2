"""Extraction in this process or in several, with small rows in and out; results come in the order in which they are done."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait as wait_for
from types import ModuleType

from kg.extract import BATCH, extract_batch, pipeline
from kg.packing import Extracted, content, pack_entities, pack_statements
from kg.types import Article, Extraction

_WORTH = 60  # articles that pay for starting one more process


def extract_all(articles: Iterable[Article], total: int, *, jobs: int | None, use_model: bool) -> Iterator[list[Extracted]]:
    """Extract every article, in batches.

    Args:
        articles: with their texts.
        total: how many there are.
        jobs: processes; by default one a core, and none besides this one for few articles.
        use_model: whether the learned recogniser takes part.
    """
    wanted = min(jobs or os.cpu_count() or 1, max(1, total // (1 if jobs else _WORTH)))
    batches = _batches(iter(articles))
    if wanted == 1:
        yield from (_extract(batch, use_model) for batch in batches)
        return
    context = multiprocessing.get_context("spawn")  # the same on every system, and no copy of open databases
    pool = ProcessPoolExecutor(wanted, mp_context=context, initializer=_start)
    waiting: set[Future[list[Extracted]]] = set()
    try:
        for batch in batches:
            with _hidden_main():
                waiting.add(pool.submit(_extract, batch, use_model))
            if len(waiting) >= 3 * wanted:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _hidden_main() -> Iterator[None]:
    """Workers start here, when they get work. They need nothing of the caller's script and must not run it again."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, BATCH)):
        yield batch


def _start() -> None:
    """In a worker: Ctrl-C is the parent's business, and nobody stays when the parent was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(parent: int) -> None:
    wait_for([parent])
    os._exit(1)


def _extract(batch: list[Article], use_model: bool) -> list[Extracted]:
    return [_packed(article, told) for article, told in zip(batch, extract_batch(batch, pipeline(use_model=use_model)), strict=True)]


def _packed(article: Article, told: Extraction | Exception) -> Extracted:
    if isinstance(told, Exception):  # the article is listed with it
        return Extracted(content(article), "[]", "[]", f"{type(told).__name__}: {told}")
    return Extracted(content(article), pack_entities(told.entities), pack_statements(told.statements))
