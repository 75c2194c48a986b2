"""Data files of the package, and the one way to reach them."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def resource(*parts: str) -> Traversable:
    """The data file or folder at `parts` below this package."""
    return files(__name__).joinpath(*parts)


def tables(*parts: str) -> Any:
    """What a YAML resource holds."""
    import srsly

    return srsly.yaml_loads(resource(*parts).read_text(encoding="utf-8"))


def lines(*parts: str) -> list[str]:
    """The lines of a text resource, without blank lines and `#` comments (a comment may follow two blanks on a line)."""
    text = resource(*parts).read_text(encoding="utf-8")
    stripped = (line.split("  #")[0].rstrip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]


@cache
def surnames() -> frozenset[str]:
    """Surnames that are not rare."""
    return frozenset(word for line in lines("surnames.txt") if not line.startswith("1") for word in line.split()[1:])
