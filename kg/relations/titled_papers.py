"""Who issued a document whose title says so: 宣读了《岚城市人民政府关于表彰…的决定》."""

import re
from collections.abc import Iterator
from functools import cache

from kg.relations.scene import Draft, Scene
from kg.relations.signs import alternatives, words

_CONFIDENCE = 0.75
_BEFORE = 16  # characters before a title in which stands what is done with it


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("issued")["titled"]
    return {
        "drawn_up": re.compile(rf"{alternatives(data['drawn_up'])}[^，。；！？]*$"),
        "no_issue": re.compile(rf"{alternatives(data['no_issue'])}[）)]?》$"),
    }


def propose(scene: Scene) -> Iterator[Draft]:
    """That the body which a title begins with issued the document, where it is not only being drawn up."""
    issuers = {m.start - 1: e.id for e in scene.entities.values() if e.type == "PublicBody" for m in e.mentions}
    for sentence in scene.sentences:
        for paper in sentence.refs:
            if paper.type != "Policy" or paper.entity is None or paper.start not in issuers or not paper.text.startswith("《"):
                continue
            before = scene.text[max(paper.start - _BEFORE, sentence.start) : paper.start]
            if _cues()["drawn_up"].search(before) is None and _cues()["no_issue"].search(paper.text) is None:
                yield Draft(issuers[paper.start], "issued", paper.entity, sentence.start, sentence.end, "issued:titled", _CONFIDENCE)
