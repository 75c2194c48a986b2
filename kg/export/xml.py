"""Text and attributes inside XML files that Gephi reads."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from kg.export.columns import Column
from kg.export.view import EdgeRow, NodeRow

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"))


def escape(text: str) -> str:
    """Text safe in an element and in an attribute, line ends kept."""
    for sign, written in _ESCAPES:  # several times faster than `translate` where there is little to replace
        if sign in text:
            text = text.replace(sign, written)
    return text


def guard(text: str) -> str:
    """Gephi turns INF within any text but a label into "Infinity" and the text "null" into nothing; an unseen blank breaks both up."""
    if "INF" in text:
        text = text.replace("INF", "I\u200bNF")
    return "n\u200b" + text[1:] if len(text) == 4 and text.lower() == "null" else text


def cells(columns: Iterable[Column], before: Callable[[Column], str], after: str) -> Callable[[Any], str]:
    """A function that writes the attributes of a row, each between `before` and `after`; those of fixed columns are worked out once a kind."""
    ready = [(before(column), column.value, _WRITTEN[column.type], column.fixed) for column in columns]
    fixed = [entry[:3] for entry in ready if entry[3]]
    own = [entry[:3] for entry in ready if not entry[3]]
    known: dict[Hashable, str] = {}

    def written(row: Any, which: list[tuple[str, Callable[[Any], Any], Callable[[Any], str]]] = own) -> str:
        found = [(opening, value(row), text) for opening, value, text in which]
        return "".join([f"{opening}{text(value)}{after}" for opening, value, text in found if value is not None and value != ""])

    def whole(row: Any) -> str:
        kind = kind_of(row)
        if (start := known.get(kind)) is None:
            start = known[kind] = written(row, fixed)
        return start + written(row)

    return whole


def _guarded(text: str) -> str:
    return escape(guard(text))


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "string": _guarded,
    "int": repr,
    "double": repr,
    "boolean": lambda value: "true" if value else "false",
}


def kind_of(row: NodeRow | EdgeRow) -> Hashable:
    """What decides the fixed columns of a row."""
    return row.type if isinstance(row, NodeRow) else (row.relation, row.status)
