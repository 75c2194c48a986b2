"""Text that has lost or gained characters, as scans and careless pages have: extraction ends, and what it finds stands in the text."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract_article, pipeline
from kg.text import clean
from kg.types import Article

TEXTS = [file.read_text(encoding="utf-8") for file in sorted(Path("data/gold/dev").glob("*.txt"))]
MARKS = st.sampled_from("、，。：；“”（）《》[]·—…和与及的\n 0123亿元a🙂")
LONG = 400  # characters of a sample
STUCK = 30  # seconds that no sample needs


@contextmanager
def ends() -> Iterator[None]:
    """Fail what would go on for ever."""

    def stop(*_: object) -> None:
        pytest.fail("extraction does not end")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(STUCK)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, max(0, len(text) - LONG)))
    signs = list(text[start : start + LONG])
    for _ in range(draw(st.integers(1, 25))):
        at = draw(st.integers(0, len(signs) - 1))
        how = draw(st.sampled_from(["lost", "mark", "mark behind", "run lost"]))
        if how == "lost":
            signs[at] = ""
        elif how == "mark":
            signs[at] = draw(MARKS)
        elif how == "mark behind":
            signs[at] += draw(MARKS)
        else:
            signs[at : at + 6] = [""] * len(signs[at : at + 6])
    return "".join(signs)


@settings(max_examples=250, deadline=None)
@given(mangled())
def test_mangled_text_is_read_to_its_end(text: str) -> None:
    article = Article("a", "", clean(text))
    with ends():
        found = extract_article(article, pipeline(use_model=False))
    ids = {entity.id for entity in found.entities}
    for entity in found.entities:
        assert all(0 <= m.start < m.end <= len(article.text) and article.text[m.start : m.end] == m.text for m in entity.mentions)
    for stmt in found.statements:
        assert {stmt.subject, stmt.object} <= ids
        assert stmt.evidence.text == article.text[stmt.evidence.start : stmt.evidence.end]


@pytest.mark.parametrize(
    "text", ["全市辖5个乡和大研、西安[图库]、束河、祥和四个街道办事处。", "全市辖5个乡和大研、西安、、束河、祥和四个街道办事处。"]
)
def test_a_row_with_a_hole_ends(text: str) -> None:
    with ends():
        found = extract_article(Article("a", "", text), pipeline(use_model=False))
    assert {m.text for e in found.entities for m in e.mentions if e.type == "Place"} >= {"束河"}
