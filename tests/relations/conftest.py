"""Scenes from marked text: `[青禾机电](Company)`, `[5月8日](Date 2024-05-08)`. One name is one entity. All people and firms are invented."""

import re
from collections.abc import Callable, Iterable

import pytest

from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.types import Article, Entity, Mention

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)(?: ([^)]+))?\)")


def scene_of(marked: str) -> Scene:
    """A scene from marked text."""
    text, refs, ids = "", [], dict[tuple[str, str], str]()
    at = 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        entity = None if m[2] in ("Title", "Date") else ids.setdefault((m[2], m[1]), f"e{len(ids) + 1}")
        refs.append(Ref(len(text), len(text) + len(m[1]), m[2], m[1], entity, data={"value": m[3]} if m[3] else {}))
        text += m[1]
        at = m.end()
    text += marked[at:]
    sentences = []
    for m in re.finditer(r"[^\n。！？；]+[。！？；]?[”’）]*", text):
        inside = tuple(r for r in refs if m.start() <= r.start < m.end())
        sentences.append(Sentence(m.start(), m.end(), m[0], text.count("\n", 0, m.start()), inside))
    entities = {
        key: Entity(key, kind, name, tuple(Mention(r.start, r.end, kind, name) for r in refs if r.entity == key))
        for (kind, name), key in ids.items()
    }
    return Scene(Article("a1", "a.txt", text), text, entities, tuple(sentences))


@pytest.fixture
def scene() -> Callable[[str], Scene]:
    """The scene of a marked text."""
    return scene_of


@pytest.fixture
def told() -> Callable[[Callable[[Scene], Iterable[Draft]], str, str], set[str]]:
    """What a module proposes of one relation for a marked text, as `subject object` lines."""

    def run(propose: Callable[[Scene], Iterable[Draft]], relation: str, marked: str) -> set[str]:
        scene = scene_of(marked)
        return {f"{scene.entities[d.subject].name} {scene.entities[d.object].name}" for d in propose(scene) if d.relation == relation}

    return run


@pytest.fixture
def drafts() -> Callable[[Callable[[Scene], Iterable[Draft]], str], list[tuple[Scene, Draft]]]:
    """All that a module proposes for a marked text, each with its scene."""
    return lambda propose, marked: [(scene, d) for scene in [scene_of(marked)] for d in propose(scene)]
