"""The texts of the commands in Chinese and English, from `resources/messages.toml`."""

import os
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


class Messages:
    """The messages of one command in one language: `say("rate", rate=3)`."""

    def __init__(self, command: str = "", language: str | None = None) -> None:
        self.language = language or default_language()
        table = _tables()[self.language]
        self._table = {**{key: value for key, value in table.items() if isinstance(value, str)}, **(table[command] if command else {})}

    def __call__(self, key: str, **values: Any) -> str:
        text: str = self._table[key]
        return text.format(**values) if values else text
