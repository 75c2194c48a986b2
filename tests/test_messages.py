"""Both languages say the same things."""

import string
import tomllib

import pytest

from kg.cli.messages import LANGUAGES, Messages, default_language
from kg.resources import resource

TABLES = tomllib.loads(resource("messages.toml").read_text(encoding="utf-8"))


def flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    rows: dict[str, str] = {}
    for key, value in table.items():
        rows |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": str(value)}
    return rows


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_in_every_language_with_the_same_fields() -> None:
    first, *others = (flat(TABLES[language]) for language in LANGUAGES)
    for other in others:
        assert other.keys() == first.keys()
        assert {key: fields(text) for key, text in other.items()} == {key: fields(text) for key, text in first.items()}


@pytest.mark.parametrize(("value", "language"), [("en", "en"), ("en_GB", "en"), ("zh", "zh"), ("fr", "zh"), ("", "zh")])
def test_language_of_help(value: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LANG", value)
    assert default_language() == language


def test_messages_fill_in_values() -> None:
    assert Messages("build", "en")("rate", rate=3) == "3 articles/s"
