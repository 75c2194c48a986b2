"""Labels and values in a text: `建设单位：甲公司`, a line that is a label and the value below it, rows and columns of a table (`| 建设单位 | 甲公司 |`).

Labels and what their values are stand in `kg/resources/relations/notices.yaml`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from kg.records import record
from kg.relations.scene import Ref, Scene
from kg.relations.signs import alternatives, words
from kg.text import ITEM

_TYPES = {
    "project": ("Project",),
    "place": ("Place",),
    "builder": ("Company",),
    "investor": ("Company",),
    "likely": ("Company",),
    "agent": ("Company", "Organization", "PublicBody"),
    "punished": ("Company",),
    "authority": ("PublicBody",),
    "leader": ("Person",),
    "day": ("Date",),
    "sum": ("Amount",),
    "about": (),
}
_WORK = "(?:施工|监理|设计|勘察|EPC|工程)?"  # for what a tender is
_NOTE = "(?:[（(][^（）()]{1,8}[）)])?"
_FAR = 240  # characters between two fields of a record
_FRONT = 6  # characters before a name in a value: 暂名, a mark
_LEAST = 2  # fields of a record, labels of a table's head
_JOINED = re.compile(r"[、和与及，,；;（）()\s]*(?:联合体)?(?:牵头人|牵头方|成员|成员单位)?[：:、和与及，,；;（）()\s]*")
_RULE = re.compile(r"[|\s:-]+")
_PIECE = re.compile(r"[^|]+")
_WORD = re.compile(r"\S+")
_ONE = ("place", "day")  # a value names one of these

Cell = tuple[int, int]


@record
class Field:
    """A label with what its value names."""

    role: str
    label: str
    start: int
    end: int
    refs: tuple[Ref, ...]


def records(scene: Scene) -> list[tuple[Field, ...]]:
    """Fields that belong together: a label that comes again, and what stands far behind, begins another record."""
    if "notices" not in scene.read:
        scene.read["notices"] = list(_together(sorted(_fields(scene), key=lambda field: field.start)))
    found: list[tuple[Field, ...]] = scene.read["notices"]
    return found


@cache
def _roles() -> dict[str, str]:
    return {label: role for role, labels in words("notices")["labels"].items() for label in labels}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label before its colon, and a cell that is a label."""
    label = f"{ITEM}?{_WORK}(?P<label>{alternatives(list(_roles()))})"
    return re.compile(rf"(?:(?<=[\n；;。，,\s])|^){label}\s?[:：]\s*"), re.compile(rf"\s*{label}{_NOTE}[:：]?\s*")


def _fields(scene: Scene) -> Iterator[Field]:
    text = scene.text
    written = list(_patterns()[0].finditer(text))
    if len(written) + sum(label in text for label in _roles()) < _LEAST:
        return
    for number, found in enumerate(written):
        begin = found.end()
        stops = [at for mark in "\n；;|" if (at := text.find(mark, begin)) >= 0]
        following = written[number + 1].start() if number + 1 < len(written) else len(text)
        yield _field(scene, found["label"], found.start("label"), (begin, min([*stops, following])))
    for label, start, value in _in_cells(text):
        yield _field(scene, label, start, value)


def _field(scene: Scene, label: str, start: int, value: Cell) -> Field:
    role = _roles()[label]
    return Field(role, label, start, value[1], tuple(_named(scene, role, *value)))


def _named(scene: Scene, role: str, begin: int, end: int) -> Iterator[Ref]:
    """What a value names first, and what is joined to that."""
    at = None
    for ref in (r for sentence in scene.between(begin, end) for r in sentence.refs if begin <= r.start < end):
        if ref.type not in _TYPES[role]:
            if at is None and ref.start - begin > _FRONT:
                return
            continue
        if (ref.start - begin > _FRONT) if at is None else (role in _ONE or _JOINED.fullmatch(scene.text, at, ref.start) is None):
            return
        yield ref
        at = ref.end


def _in_cells(text: str) -> Iterator[tuple[str, int, Cell]]:
    """Label, where it stands, and value of each field in the rows and columns of tables, and in lines that are a label alone."""
    rows = list(_lines(text))
    head: list[str | None] = []
    for number, row in enumerate(rows):
        labels = [_label(text, cell) for cell in row]
        if len(row) > 1 and sum(label is not None for label in labels) >= _LEAST and _heads(text, rows, number):
            head = labels
        elif head and len(row) == len(head):
            yield from ((label, cell[0], cell) for label, cell in zip(head, row, strict=True) if label is not None)
        else:
            head = []
            below = chain.from_iterable(rows[number + 1 : number + 3]) if len(row) == 1 else ()
            for at, label in enumerate(labels):
                values = [c for c in chain(row[at + 1 :], below) if text[c[0] : c[1]].strip() not in words("notices")["inner"]]
                if label is not None and values and _label(text, values[0]) is None:
                    yield label, row[at][0], values[0]


def _heads(text: str, rows: Sequence[Sequence[Cell]], number: int) -> bool:
    """Whether the row below has as many cells, and no labels."""
    below = rows[number + 1] if number + 1 < len(rows) else []
    return len(below) == len(rows[number]) and not any(_label(text, cell) for cell in below)


def _label(text: str, cell: Cell) -> str | None:
    found = _patterns()[1].fullmatch(text, *cell)
    return found["label"] if found else None


def _lines(text: str) -> Iterator[list[Cell]]:
    """The lines of a text as cells: those of a table, the words of a line of several, or the whole line."""
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip() or _RULE.fullmatch(line):
            continue
        parts = list((_PIECE if line.lstrip().startswith("|") else _WORD).finditer(line))
        spans = [(start + m.start(), start + m.end()) for m in parts if m.group().strip()]
        yield spans if len(spans) > _LEAST or "|" in line else [(start, start + len(line))]


def _together(fields: Sequence[Field]) -> Iterator[tuple[Field, ...]]:
    row: list[Field] = []
    for field in fields:
        again = any(f.label == field.label for f in row)
        if row and (again or field.start - row[-1].end > _FAR):
            yield from [tuple(row)] if len(row) >= _LEAST else []
            row = []
        row.append(field)
    yield from [tuple(row)] if len(row) >= _LEAST else []
