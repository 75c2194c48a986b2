"""Which files a build reads, which of those read before are gone or moved, and where they are when the output folder was moved."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from kg import decisions, paths, store
from kg.export import FORMATS
from kg.ingest import Problem, discover
from kg.resolve.corrected import corrected
from kg.store import Store
from kg.types import Article

_OURS = frozenset([decisions.FILE, *(entry.file for entry in FORMATS.values())])
_PLACE = "folder"
_TAIL = 4  # of a path, by which a file of a renamed folder is known


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


def vanished(kept: Store, files: Iterable[str], out: Path) -> dict[str, str]:
    """Those of `files` that were never read, each with the file of before that had its name, or its folders and name, and is nowhere any more.

    Where several may be meant, none is: `2024/A01.txt` is looked for by both names before `A01.txt`.
    """
    known, given = kept.sources(), set(files)
    new = [Path(key) for key in given - known.keys()]
    names = {path.name for path in new}
    old = [path for path in map(Path, known.keys() - given if new else ()) if path.name in names]
    old = [path for path in old if not paths.file_of(path.as_posix(), out).exists()]
    found = dict[Path, Path]()
    for size in range(_TAIL, 0, -1):
        ends = defaultdict[tuple[str, ...], tuple[list[Path], list[Path]]](lambda: ([], []))
        done = {*found, *found.values()}
        for side, left in enumerate((new, old)):
            for path in left:
                if path not in done:
                    ends[path.parts[-size:]][side].append(path)
        found |= {here[0]: before[0] for here, before in ends.values() if len(here) == len(before) == 1}
    return {here.as_posix(): before.as_posix() for here, before in found.items()}


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


def says_again(before: Sequence[Article], now: Sequence[Article]) -> bool:
    """Whether all articles of a page are in another one, as they were or corrected."""
    there = {one.id for one in now} | {one.id for one, _ in corrected(before, now, elsewhere=True)}
    return bool(before) and all(one.id in there for one in before)


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
