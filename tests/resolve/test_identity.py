"""The labelled stack of invented articles: nothing is merged wrongly, and hardly anything is missed."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate.identity import IdentityScore, evaluate_identity, read_stack, read_things
from kg.extract import extract_paths
from kg.resolve import resolve
from kg.types import Resolution

STACK = Path(__file__).parents[2] / "data" / "gold" / "identity"
TYPES = ("Company", "Event", "Organization", "Person", "Place", "Policy", "Project", "PublicBody")


@pytest.fixture(scope="module")
def score() -> IdentityScore:
    return evaluate_identity(STACK, lambda path: list(extract_paths([path])), resolve)


def test_stack_is_what_it_says() -> None:
    told, things = read_stack(STACK), read_things(STACK)
    assert len(told) >= 120
    assert len({article.paper for article in told}) >= 5
    assert len({article.published[:4] for article in told}) >= 3
    assert {label.thing for article in told for label in article.labels} == things.keys()


@pytest.mark.parametrize("type_", TYPES)
def test_floor(score: IdentityScore, type_: str) -> None:
    figures = score.types[type_]
    assert figures.precision >= 0.99
    assert figures.recall >= 0.93


def test_no_wrong_bodies(score: IdentityScore) -> None:
    assert [entry for entry in score.merged if entry.startswith("PublicBody")] == []


def test_most_labels_are_found_at_all(score: IdentityScore) -> None:
    """The figures above are over what extraction finds: that must not be a few."""
    found, labelled = (sum(getattr(one, name) for one in score.types.values()) for name in ("found", "labelled"))
    assert found / labelled >= 0.9


def test_merging_everything_and_nothing_is_noticed() -> None:
    """The measure itself: nodes of one member each have no recall, one node for all has no precision."""
    from kg.types import Node

    def resolved(one: bool) -> IdentityScore:
        def ids(extractions: object) -> Resolution:
            members = [(e.article.id, entity.id) for e in extractions for entity in e.entities]  # type: ignore[attr-defined]
            groups = [members] if one else [[member] for member in members]
            return Resolution(tuple(Node(str(at), "Person", "x", tuple(group)) for at, group in enumerate(groups)))

        return evaluate_identity(STACK, lambda path: list(extract_paths([path], use_model=False)), ids)

    all_one, all_apart = resolved(True).types["Person"], resolved(False).types["Person"]
    assert (all_one.recall, all_one.pair_recall, all_apart.precision, all_apart.pair_recall) == (1, 1, 1, 0)
    assert all_one.precision < 0.2
    assert all_apart.recall < 0.3


@pytest.mark.parametrize(("name", "text"), [("articles.txt", "没有日期的一行\n正文"), ("things.txt", None)])
def test_wrong_stack_is_told(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=name):
        read_stack(tmp_path) if name == "articles.txt" else read_things(tmp_path)
