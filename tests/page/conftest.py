"""The page in a real browser: Debian's Chromium, steered by Playwright. Every page that a test opens must ask for nothing and complain of nothing."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import ontology
from kg.export import EXPORTERS
from tests.export.conftest import make_town

DESK = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
Graph = "nx.MultiDiGraph[Any]"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium fonts-noto-cjk)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> "Callable[[Graph], Path]":
    """Write a graph as a page, each graph once."""
    paths: dict[int, Path] = {}

    def write(graph: "Graph") -> Path:
        if id(graph) not in paths:
            paths[id(graph)] = tmp_path_factory.mktemp("page") / "graph.html"
            EXPORTERS["html"](graph, ontology.load(), paths[id(graph)])
        return paths[id(graph)]

    return write


@pytest.fixture
def open_page(browser: Any, written: "Callable[[Graph], Path]") -> Iterator[Callable[..., Any]]:
    """Open a graph as a page: `open_page(graph, size=PHONE, hash="…", dark=True)`."""
    contexts, asked, complaints = [], [], []

    def open_(graph: "Graph", *, size: dict[str, int] = DESK, hash: str = "", dark: bool = False) -> Any:
        path = written(graph)
        context = browser.new_context(
            viewport=size,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            has_touch=size is PHONE,
            is_mobile=size is PHONE,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: asked.append(request.url) if request.url.split("#")[0] != path.as_uri() else None)
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri() + hash)
        ready(page)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not [url for url in asked if not url.startswith(("blob:", "data:"))], "the page asked for something"
    assert not complaints


def ready(page: Any) -> None:
    """Wait until what is asked for is drawn."""
    wait(page, "() => window.kg && kg.state && kg.settled()")


def wait(page: Any, what: str, argument: object = None) -> None:
    """Until `what` is true. Playwright's own waiting evaluates text in the page, which the page's policy rightly forbids."""
    until = time.monotonic() + 8
    while not page.evaluate(what, argument):
        assert time.monotonic() < until, what
        page.wait_for_timeout(15)


def node(graph: "Graph", label: str) -> int:
    """The place of an entity in the page's columns."""
    return [data["label"] for _, data in graph.nodes(data=True)].index(label)


@pytest.fixture(scope="session")
def town() -> "Graph":
    """The invented town."""
    return make_town()


@pytest.fixture(scope="session")
def big_town() -> "Graph":
    """One that is too big to be drawn whole at first."""
    return make_town(700)
