"""How a file is called: in the store from the output folder, so that both can move together; to the user from where they are."""

import os
from pathlib import Path


def key(file: Path, out: Path) -> str:
    """The name under which a file is kept, whatever folder the call was made from, with forward slashes."""
    place = file.parent.resolve() / file.name  # a link is called by its own name, which may hold a date
    try:
        return Path(os.path.relpath(place, out.resolve())).as_posix()
    except ValueError:  # another drive
        return place.as_posix()


def file_of(key: str, out: Path) -> Path:
    """The file that is kept under a name."""
    return Path(os.path.normpath(out.resolve() / key))


def shown(path: Path) -> str:
    """The shortest way to say where it is: from the working folder, else in full, with forward slashes."""
    full = Path(os.path.abspath(path))  # noqa: PTH100 — `resolve` would follow links
    try:
        near = Path(os.path.relpath(full)).as_posix()
    except ValueError:
        return full.as_posix()
    return min(near, full.as_posix(), key=len)
