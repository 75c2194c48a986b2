"""Which files a build reads, which of those read before are gone or moved, and where they are when the output folder was moved."""

from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from kg import decisions, paths, store
from kg.export import FORMATS
from kg.ingest import Problem, discover
from kg.store import Store

_OURS = frozenset([decisions.FILE, *(entry.file for entry in FORMATS.values())])
_PLACE = "folder"


def files(given: Sequence[Path], out: Path) -> tuple[dict[str, Path], list[Problem]]:
    """The files to read, by the names under which they are kept, and what was passed over.

    What we wrote ourselves is no newspaper. Nor is anything else in the output folder (`kg build . -o out`), unless what is given is that folder
    or lies in it (`kg build pages -o .`).
    """
    here, roots = out.resolve(), [path.resolve() for path in given]

    def wanted(path: Path) -> bool:
        path = path.resolve()
        if not path.is_relative_to(here):
            return True
        first = (*path.relative_to(here).parts, "")[0]
        if first in _OURS or first.startswith(store.FILE):
            return False
        return any(path.is_relative_to(root) and root.is_relative_to(here) for root in roots)

    found, problems = discover(given)
    named = {paths.key(file, out): file for file in found if wanted(file)}
    return dict(sorted(named.items())), [problem for problem in problems if wanted(Path(problem.source))]


def gone(kept: Store, given: Sequence[Path], files: Container[str], out: Path) -> list[str]:
    """What was read from files that are gone from a folder given again. Files elsewhere stay, given or not."""
    folders = [folder.resolve() for folder in given if folder.is_dir()]

    def left(path: Path) -> bool:
        return not path.exists() and any(path.is_relative_to(folder) for folder in folders)

    return [key for key in kept.sources() if key not in files and left(paths.file_of(key, out))]


def moved(kept: Store, files: Iterable[str], out: Path) -> list[str]:
    """What was read from files that are nowhere any more while one of `files`, as they were read now, says just the same.

    A folder under a new name: its pages are known by that name, and leave with it. Kept under both, they could never leave.
    """
    known, here = kept.sources(), set(files)
    if known.keys() <= here:
        return []
    said = kept.contents()

    def says(key: str) -> tuple[str, ...] | str:
        return said.get(key) or Path(key).name  # of what could not be read nothing else is known

    now = {says(key) for key in here}
    return [key for key in known if key not in here and says(key) in now and not paths.file_of(key, out).exists()]


def follow(kept: Store, out: Path) -> None:
    """When the output folder was moved and its sources were not, call them from where it is now; what moved with it keeps its names."""
    here, before = out.resolve(), Path(kept.meta(_PLACE) or out.resolve())
    if here != before:
        known = kept.sources()
        names = {key: paths.key(paths.file_of(key, before), here) for key in known if not _moved(key, before, here)}
        kept.rename_sources({old: new for old, new in names.items() if new not in known})
    kept.remember(**{_PLACE: str(here)})


def _moved(key: str, before: Path, here: Path) -> bool:
    """Whether a source is to be looked for from the new place; of one that is gone from both, its folder tells."""
    old, new = paths.file_of(key, before), paths.file_of(key, here)
    if old.exists() == new.exists():
        return new.exists() or new.parent.is_dir() or not old.parent.is_dir()
    return new.exists()
