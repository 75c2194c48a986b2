"""Text and attributes inside XML files that Gephi reads."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from kg.export.columns import Column
from kg.export.view import EdgeRow, NodeRow

_KNOWN = 10_000  # cells of a column that are kept
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"))


def escape(text: str) -> str:
    """Text safe in an element and in an attribute, line ends kept."""
    for sign, written in _ESCAPES:  # several times faster than `translate` where there is little to replace
        if sign in text:
            text = text.replace(sign, written)
    return text


def escaped(texts: Sequence[str]) -> Sequence[str]:
    """All of them escaped; mostly none needs it."""
    together = "".join(texts)
    return texts if escape(together) == together else [escape(text) for text in texts]


def guard(text: str) -> str:
    """Gephi turns INF within any text but a label into "Infinity" and the text "null" into nothing; an unseen blank breaks both up."""
    if "INF" in text:
        text = text.replace("INF", "I\u200bNF")
    return "n\u200b" + text[1:] if len(text) == 4 and text.lower() == "null" else text


def cells(
    columns: Iterable[Column], kind: Callable[[Any], Hashable], before: Callable[[Column], str], after: str
) -> Callable[[Any, str, str], str]:
    """A function that writes a row: the start of its element, its attributes, the end of its element.

    Args:
        columns: what to write; empty values are left out, and what is fixed comes first.
        kind: what decides the fixed columns of a row: they are written once a kind.
        before: what stands before a value.
        after: what stands behind it.
    """
    fixed, own = ([_Cells(column, before(column), after) for column in columns if column.fixed is which] for which in (True, False))
    attributes = [(cell, cell.by, cell.known) for cell in own if cell.by]
    taken = [(cell, cell.within) for cell in own if cell.within]
    worked_out = [cell for cell in own if not cell.by and not cell.within]
    starts: dict[Hashable, str] = {}

    def written(row: Any, head: str, tail: str) -> str:
        of = kind(row)
        if (start := starts.get(of)) is None:
            start = starts[of] = "".join([cell.of(row) for cell in fixed])
        parts, data = [head, start], row.data
        for cell, by, known in attributes:
            raw = data.get(by)
            if (text := known.get(raw)) is None:
                text = cell.of(row)
                if len(known) < _KNOWN:
                    known[raw] = text
            parts.append(text)
        for cell in worked_out:
            parts.append(cell.of(row))
        for cell, within in taken:
            if data.get(within):
                parts.append(cell.of(row))
        parts.append(tail)
        return "".join(parts)

    return written


class _Cells:
    """The cells of one column; values that come again and again, as days do, are written once."""

    __slots__ = ("after", "before", "by", "known", "text", "value", "within")

    def __init__(self, column: Column, before: str, after: str) -> None:
        self.value, self.text, self.before, self.after, self.by = column.value, _WRITTEN[column.type], before, after, column.by
        self.within = column.within
        self.known: dict[object, str] = {}

    def of(self, row: Any) -> str:
        """The cell of a row; nothing where there is no value."""
        value = self.value(row)
        return "" if value is None or value == "" else f"{self.before}{self.text(value)}{self.after}"


def _guarded(text: str) -> str:
    return escape(guard(text))


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "string": _guarded,
    "int": repr,
    "double": repr,
    "boolean": lambda value: "true" if value else "false",
}


def node_kind(node: NodeRow) -> Hashable:
    """What decides the fixed columns of a node."""
    return node.data.get("type")


def edge_kind(edge: EdgeRow) -> Hashable:
    """What decides the fixed columns of an edge."""
    return edge.relation, edge.data.get("status")
