"""Opening, replacing and comparing what an exporter writes: one file, or a folder of files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from kg.errors import StoreError

_LEFT_BY_SYSTEMS = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])  # whoever looks into a folder leaves them there


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
    """Put what was written in place of what was there; a folder goes aside first, since no system replaces one in a single step.

    Raises:
        StoreError: a folder would take the place of a file, or of a folder that holds anything else than it would bring.
    """
    if new.is_dir():
        _refuse_loss(new, old)
        aside = old.with_name(f".{old.name}.old")
        discard(aside)
        if old.exists():
            old.rename(aside)
        new.rename(old)
        discard(aside)
    else:
        new.replace(old)


def _refuse_loss(new: Path, old: Path) -> None:
    if old.exists() and not old.is_dir():
        raise StoreError(
            f"{old}: 是一个文件，而这种格式要写成文件夹；请换一个名称",
            f"{old}: is a file, and this format writes a folder; take another name",
        )
    ours = {file.name for file in new.iterdir()} | _LEFT_BY_SYSTEMS
    others = sorted(path.name for path in old.iterdir() if path.name not in ours or path.is_dir()) if old.is_dir() else []
    if others:
        names = "、".join(others[:3]) + ("…" if len(others) > 3 else "")
        raise StoreError(
            f"{old}: 里面还有别的东西（{names}），写出会替换整个文件夹；请换一个空的或新的文件夹",
            f"{old}: holds something else ({names}), and the whole folder would be replaced; take an empty or a new one",
        )


def discard(path: Path) -> None:
    """Remove a file or folder that may be there."""
    if path.is_dir() and not path.is_symlink():
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
