"""Text and attributes inside XML files that Gephi reads."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from kg.export.columns import Column
from kg.export.placing import BLOCK
from kg.export.view import EdgeRow, NodeRow

_NEW = "\x00"  # in no text that is written
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
    return text[0] + "\u200b" + text[1:] if len(text) == 4 and text.lower() == "null" else text


def blocks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows, so many at a time as are written at once."""
    left = iter(rows)
    while block := list(islice(left, BLOCK)):
        yield block


class Cells:
    """Writes the attributes of rows, many rows at once: column by column, each value that comes again and again once.

    Args:
        columns: what to write; empty values are left out, and what is fixed comes first.
        kind: what decides the fixed columns of a row: they are written once a kind.
        before: what stands before a value.
        after: what stands behind it.
    """

    def __init__(self, columns: Iterable[Column], kind: Callable[[Any], Hashable], before: Callable[[Column], str], after: str) -> None:
        made = [(column.fixed, _Cells(column, before(column), after)) for column in columns]
        self._fixed = [cells for fixed, cells in made if fixed]
        self._own = [cells for fixed, cells in made if not fixed]
        self._kind = kind
        self._starts: dict[Hashable, str] = {}

    def between(self, rows: Sequence[Any], heads: Iterable[str], tails: Iterable[str]) -> str:
        """The text of all rows, each between its head and its tail."""
        datas = [row.data for row in rows]
        kinds = list(map(self._kind, rows))
        for kind, row in zip(kinds, rows, strict=True):
            if kind not in self._starts:
                self._starts[kind] = "".join([cells.written(cells.value(row)) for cells in self._fixed])
        columns = [cells.of(rows, datas) for cells in self._own]
        return "".join(chain.from_iterable(zip(heads, [self._starts[kind] for kind in kinds], *columns, tails, strict=True)))


class _Cells:
    """The cells of one column."""

    def __init__(self, column: Column, before: str, after: str) -> None:
        self.value, self.by, self.within = column.value, column.by, column.within
        self._text, self._before, self._after = _WRITTEN[column.type], before, after
        self._known: dict[object, str] = {}

    def of(self, rows: Sequence[Any], datas: Sequence[Mapping[str, Any]]) -> list[str]:
        """A text for each row, empty where there is no value."""
        if self.by:
            known, by = self._known, self.by
            cells = [known.get(data.get(by), _NEW) for data in datas]
            return [self._again(row) if cell is _NEW else cell for row, cell in zip(rows, cells, strict=True)] if _NEW in cells else cells
        if within := self.within:
            values = [self.value(row) if data.get(within) else None for row, data in zip(rows, datas, strict=True)]
            if not any(values):
                return [""] * len(values)
        else:
            values = [self.value(row) for row in rows]
        before, after = self._before, self._after
        return [f"{before}{text}{after}" if text else "" for text in self._texts(values)]

    def _again(self, row: Any) -> str:
        """The cell of a value that is likely to come again."""
        cell = self.written(self.value(row))
        if len(self._known) < _KNOWN:
            self._known[row.data.get(self.by)] = cell
        return cell

    def written(self, value: Any) -> str:
        """The cell of a value; nothing where there is none."""
        return "" if value is None or value == "" else f"{self._before}{self._text(value)}{self._after}"

    def _texts(self, values: Sequence[Any]) -> Sequence[str]:
        """The values as they are written, without what stands around them."""
        if self._text is _guarded:
            plain = ["" if value is None else guard(value) if len(value) == 4 else value for value in values]
            together = "\x00".join(plain)
            return plain if "INF" not in together and escape(together) == together else [_guarded(text) for text in plain]
        return ["" if value is None or value == "" else self._text(value) for value in values]


def _guarded(text: str) -> str:
    return escape(guard(text) if "INF" in text or len(text) == 4 else text)


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
