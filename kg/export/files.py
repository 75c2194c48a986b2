"""Opening the file that an exporter writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """`path` open for UTF-8 text with plain line ends; removed again when anything goes wrong, so that no half file stays."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
    except BaseException:
        path.unlink(missing_ok=True)
        raise
