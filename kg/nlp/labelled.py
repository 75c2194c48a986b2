"""Names that the label before them tells, in notices: 项目名称：昀岭小学教学楼, 当事人：岚城昀香食品加工厂.

The value of such a field is the name, whole, whatever it is made of. The labels stand in `kg/resources/relations/notices.yaml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.resources import lines, tables
from kg.text import HAN

SOURCE = "labelled"
SCORE = 0.95
_FIRMS = ("builder", "likely", "investor", "punished")
_VALUE = rf"\s?[:：]\s*(?P<name>[{HAN}A-Za-z0-9（）()·—-]{{4,50}}?)(?=[\n；;。，|]|[ \u3000]{{2}}|$)"


@cache
def _fields() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A field that names a work, and one that names a firm."""
    labels = tables("relations", "notices.yaml")["labels"]

    def named(*roles: str) -> re.Pattern[str]:
        words = sorted((word for role in roles for word in labels[role]), key=lambda word: -len(word))
        return re.compile(rf"(?<![{HAN}])(?:{'|'.join(map(re.escape, words))}){_VALUE}")

    return named("project"), named(*_FIRMS)


@cache
def _forms() -> tuple[str, ...]:
    return tuple(line.split()[0] for line in lines("lexicons", "company_forms.txt"))


def labelled(text: str) -> Iterator[Candidate]:
    """The works and firms that labels tell; of firms those that end as firms do, since a school may build as well.

    >>> text = "工程名称：昀岭小学教学楼\\n建设单位：昀岭小学\\n施工单位：昀泽建工集团\\n"
    >>> [(c.type, text[c.start:c.end]) for c in labelled(text)]
    [('Project', '昀岭小学教学楼'), ('Company', '昀泽建工集团')]
    """
    if "：" not in text and ":" not in text:
        return
    works, firms = _fields()
    for field in works.finditer(text):
        yield Candidate(*field.span("name"), "Project", f"{SOURCE}:work", SCORE)
    for field in firms.finditer(text):
        if field["name"].endswith(_forms()):
            yield Candidate(*field.span("name"), "Company", f"{SOURCE}:firm", SCORE)
