"""Who issued a document whose title says so: 宣读了《岚城市人民政府关于表彰…的决定》."""

import re
from collections.abc import Iterator

from kg.relations.scene import Draft, Scene

_CONFIDENCE = 0.75
_BEFORE = 16  # characters before a title in which stands what is done with it
_TO_COME = re.compile("(?:审议|审查|讨论|起草|拟定|征求|修改|研究|提请|听取|未经|尚未|拟)[^，。；！？]*$")
_NOT_ISSUED = re.compile("(?:草案|稿|报告|议案|请示|建议|提案|汇报|说明)[）)]?》$")


def propose(scene: Scene) -> Iterator[Draft]:
    """That the body which a title begins with issued the document, where it is not only being drawn up."""
    issuers = {m.start - 1: e.id for e in scene.entities.values() if e.type == "PublicBody" for m in e.mentions}
    for sentence in scene.sentences:
        for paper in sentence.refs:
            if paper.type != "Policy" or paper.entity is None or paper.start not in issuers or not paper.text.startswith("《"):
                continue
            before = scene.text[max(paper.start - _BEFORE, sentence.start) : paper.start]
            if _TO_COME.search(before) is None and _NOT_ISSUED.search(paper.text) is None:
                yield Draft(issuers[paper.start], "issued", paper.entity, sentence.start, sentence.end, "issued:titled", _CONFIDENCE)
