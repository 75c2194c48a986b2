"""Opening, replacing and comparing what an exporter writes: one file, or a folder of files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TextIO


@contextmanager
def written(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """`path` open for text with plain line ends; removed again when anything goes wrong, so that no half file stays."""
    try:
        with path.open("w", buffering=1 << 18, encoding=encoding, newline="\n") as file:
            yield file
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """`path` as a new, empty folder; removed again when anything goes wrong."""
    discard(path)
    path.mkdir()
    try:
        yield path
    except BaseException:
        discard(path)
        raise


def replace(new: Path, old: Path) -> None:
    """Put what was written in place of what was there; a folder goes aside first, since no system replaces one in a single step."""
    if new.is_dir():
        aside = old.with_name(f".{old.name}.old")
        discard(aside)
        if old.exists():
            old.rename(aside)
        new.rename(old)
        discard(aside)
    else:
        new.replace(old)


def discard(path: Path) -> None:
    """Remove a file or folder that may be there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """A hash of the bytes of a file, or of the names and bytes of the files of a folder."""
    total = sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        total.update(file.name.encode() if path.is_dir() else b"")
        total.update(file.read_bytes())
    return total.hexdigest()[:32]
