"""How the records of the package are made: frozen for those who write code, cheap for those who run it."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Record = TypeVar("Record")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[Record]) -> type[Record]:
    """A frozen dataclass with slots, by mypy's word: it refuses every assignment to a field.

    Nothing watches while the program runs, since that makes an object take three times as long to make, and a page has thousands.

    >>> @record
    ... class Span:
    ...     start: int
    ...     end: int
    >>> Span(1, 2) == Span(1, 2), len({Span(1, 2), Span(1, 2)})
    (True, 1)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
