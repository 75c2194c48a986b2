"""The settings of one run, and the versions of the stages: the parts of every fingerprint that are not the input itself."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from kg.errors import UsageError

_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What would else be inferred from each page, and whether the learned recogniser takes part."""

    paper: str | None = None
    locality: str | None = None
    published: str | None = None
    use_model: bool = True

    @property
    def reading(self) -> tuple[str, str, str]:
        """The part that decides which articles a source gives."""
        return self.paper or "", self.locality or "", self.published or ""


def checked_date(text: str | None) -> str | None:
    """A date that the user gave: `2024-05-27`, or `2024-05` when the day is not known.

    >>> checked_date("2024-05-27"), checked_date("2024-05"), checked_date(None)
    ('2024-05-27', '2024-05', None)

    Raises:
        UsageError: it is no date.
    """
    if text is None:
        return None
    match = _DATE.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        raise UsageError(f"出版日期 {text!r} 不是日期；请写成 2024-05-27") from None
    return text.strip()


# What each stage is made of, below the package: a change there means doing the stage again, and only that stage.
_READING = ("text.py", "traditional.py", "types.py", "divisions.py", "jurisdiction.py", "journeys.py", "cities.py", "ingest", "resources")
_EXTRACTION = (
    *(
        "text.py",
        "traditional.py",
        "types.py",
        "arrays.py",
        "packing.py",
        "banks.py",
        "cities.py",
        "divisions.py",
        "jurisdiction.py",
        "journeys.py",
        "ontology.py",
    ),
    *("extract.py", "nlp", "relations", "resources"),
)
_MERGING = ("types.py", "banks.py", "divisions.py", "jurisdiction.py", "graph.py", "resolve", "export", "ontology.py", "resources")
_NOT_FOR_READING = ("relations", "ontology.yaml", "models")
_FOR_NOTHING = ("messages.toml", "store.sql", "__pycache__")


@cache
def version(stage: Literal["read", "extract", "merge"]) -> str:
    """A hash of the code and data that a stage is made of."""
    parts = {"read": _READING, "extract": _EXTRACTION, "merge": _MERGING}[stage]
    skip = _FOR_NOTHING + (_NOT_FOR_READING if stage == "read" else ())
    digest = hashlib.sha256()
    for part in parts:
        _add(digest, files("kg").joinpath(part), part, skip)
    return digest.hexdigest()[:16]


def _add(digest: "hashlib._Hash", item: Traversable, name: str, skip: tuple[str, ...]) -> None:
    if item.name in skip or item.name.endswith(".pyc"):
        return
    if item.is_dir():
        for entry in sorted(item.iterdir(), key=lambda entry: entry.name):
            _add(digest, entry, f"{name}/{entry.name}", skip)
    elif item.is_file():
        data = item.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
