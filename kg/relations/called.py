"""陈会长, 文斌书记: a person told of before, by surname or given name and title, as a further mention of a scene.

It stands for the one person of the article with that surname; where there are two, for nobody. Whose given name it is, the names have told.
The mention takes the place of the title: it is no new post. It is marked `anaphor`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import words

_LONGEST = 4  # characters of a name whose first is the surname; longer ones are of other languages


def called(scene: Scene) -> Scene:
    """The scene with 陈会长 as a mention of the person."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for entity in scene.entities.values():
        if entity.type == "Person" and 1 < len(entity.name) <= _LONGEST and entity.mentions:
            known[entity.name[0]].add(entity.id)
            first[entity.id] = min(mention.start for mention in entity.mentions)
    surnames = {name: next(iter(ids)) for name, ids in known.items() if len(ids) == 1 and name not in _words()}
    return replace(scene, sentences=tuple(_sentence(scene, s, surnames, first) for s in scene.sentences))


def _sentence(scene: Scene, sentence: Sentence, surnames: dict[str, str], first: dict[str, int]) -> Sentence:
    refs = _by_given_name(scene, sentence.refs)
    for i, ref in enumerate(refs):
        at = ref.start - 1
        person = surnames.get(scene.text[at : at + 1]) if ref.type == "Title" and at >= sentence.start else None
        if person is not None and first[person] < at and not any(r.start <= at < r.end for r in refs):
            refs[i] = Ref(at, ref.end, "Person", scene.text[at : ref.end], person, anaphor=True)
    return replace(sentence, refs=tuple(refs)) if refs != list(sentence.refs) else sentence


def _by_given_name(scene: Scene, refs: Sequence[Ref]) -> list[Ref]:
    """With 文斌书记 as one mention of 何文斌."""
    found: list[Ref] = []
    for ref in refs:
        last = found[-1] if found else None
        person = scene.entities.get(last.entity or "") if last is not None and last.type == "Person" and ref.type == "Title" else None
        if last is not None and person is not None and last.end == ref.start and len(last.text) == 2 and person.name[1:] == last.text:
            found[-1] = replace(last, end=ref.end, text=scene.text[last.start : ref.end], anaphor=True)
        else:
            found.append(ref)
    return found


@cache
def _words() -> frozenset[str]:
    """Surnames that are words too, and may stand before a title as such (向书记汇报)."""
    return frozenset(words("narrative")["surname_words"])
