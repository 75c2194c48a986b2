"""The texts of the commands in Chinese and English, and the English side of what the rooms say in Chinese, from `resources/messages.toml`."""

import os
import re
import string
import tomllib
from functools import cache
from typing import Any

from kg.resources import resource

LANGUAGES = ("zh", "en")


def default_language() -> str:
    """The language of `--help` and the default of `--lang`: `KG_LANG`, else Chinese."""
    language = os.environ.get("KG_LANG", "zh")[:2].lower()
    return language if language in LANGUAGES else "zh"


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resource("messages.toml").read_text(encoding="utf-8"))


class _Plural(string.Formatter):
    """`{count} article{count:s}`: an s unless it is one."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "s" and isinstance(value, int):
            return "" if value == 1 else "s"
        return str(super().format_field(value, format_spec))


class Messages:
    """The messages of one command in one language.

    >>> say = Messages("show", "en")
    >>> say("named", count=1), say("named", count=3)
    ('in 1 article', 'in 3 articles')
    """

    def __init__(self, command: str = "", language: str | None = None) -> None:
        self.language = language or default_language()
        table = _tables()[self.language]
        self._table = {**{key: value for key, value in table.items() if isinstance(value, str)}, **(table[command] if command else {})}

    def __call__(self, key: str, **values: Any) -> str:
        text: str = self._table[key]
        return _Plural().format(text, **values) if values else text


def told(text: str, language: str) -> str:
    """What a room said, in the language of the command; as it is where there is no other.

    >>> told("第 3 行不是合法的 JSON", "en"), told("第 3 行不是合法的 JSON", "zh")
    ('line 3 is no valid JSON', '第 3 行不是合法的 JSON')
    """
    return _turned(text, "english") if language == "en" else text


def wrong_use(text: str, language: str) -> str:
    """What the reader of the command line found wrong, which it says in English.

    >>> wrong_use("Missing argument 'NAME'.", "zh")
    '缺少参数 NAME'
    """
    return _turned(text, "chinese") if language == "zh" else text


def _turned(text: str, into: str) -> str:
    for shape, other in _shapes(into):
        if found := shape.fullmatch(text):
            return other.format(**{name: _turned(value.strip(), into) for name, value in found.groupdict().items()})
    return text


@cache
def _shapes(into: str) -> list[tuple[re.Pattern[str], str]]:
    """What is said in one language, as patterns, with what it is in the other; those that leave least open first."""
    table: dict[str, str] = _tables()[into]
    return [(_shape(text), table[text]) for text in sorted(table, key=lambda text: (-len(_HOLE.sub("", text)), len(text)))]


def _shape(text: str) -> re.Pattern[str]:
    pieces = _HOLE.split(text)  # fixed, name, fixed, name …
    return re.compile("".join(f"(?P<{piece}>.*?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)), re.DOTALL)


_HOLE = re.compile(r"\{(\w+)\}")
