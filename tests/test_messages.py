"""Both languages say the same things."""

import ast
import string
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from kg.cli.messages import LANGUAGES, Messages, default_language, told
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


def chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def texts(node: ast.AST) -> list[str]:
    """What an expression may say, as far as it stands in the code; what is filled in is `x`."""
    match node:
        case ast.Constant(value=str(value)):
            return [value]
        case ast.JoinedStr(values=parts):
            return ["".join(said) for said in product(*map(texts, parts))]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return ["".join(said) for said in product(texts(left), texts(right))]
        case ast.IfExp(body=body, orelse=other):
            return [*texts(body), *texts(other)]
    return ["x"]


_TOLD = {"KgError", "UsageError", "UnreadableSource", "NotFound", "BadResource", "StoreError", "Problem", "Unresolved", "_report"}


def told_in_chinese() -> Iterator[tuple[str, str]]:
    """What errors and rows of problems say in Chinese, anywhere in the package but where the command speaks itself."""
    for file in sorted(Path(__file__).parents[1].glob("kg/**/*.py")):
        if {"cli", "training"} & set(file.parts):
            continue
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(call.func, "id", getattr(call.func, "attr", "")) if isinstance(call, ast.Call) else ""
            if isinstance(call, ast.Call) and (name in _TOLD or (name == "append" and ast.unparse(call.func) == "wrong.append")):
                said = [text for argument in call.args for text in texts(argument)]
                if name in {"StoreError", "KgError"} and len(call.args) > 1:  # brings its own
                    said = said[1:]
                yield from ((f"{file.name}:{call.lineno}", text) for text in said if chinese(text))


@pytest.mark.parametrize(("where", "text"), list(told_in_chinese()))
def test_what_the_rooms_say_has_an_english_side(where: str, text: str) -> None:
    assert told(text, "en") != text, where
    assert told(text, "zh") == text


@pytest.mark.parametrize("text", tomllib.loads(resource("messages.toml").read_text(encoding="utf-8"))["english"])
def test_english_fills_in_what_the_chinese_does(text: str) -> None:
    assert fields(TABLES["english"][text]) == fields(text)


def test_names_that_are_filled_in_stay() -> None:
    assert told("图谱里没有“甲”。相近的名称：乙、丙", "en") == "The graph has nothing called “甲”. Similar names: 乙、丙"
    assert told("out/a.csv: 缺少列 type；应有 type,name，见 docs/identity.md", "en").startswith(
        "out/a.csv: no column type; wanted: type,name,"
    )
    assert told("与后来的决定 d12 矛盾，以后来的为准", "en") == "contradicts the later decision d12, which holds"
    assert told("a.csv: 第 2 行: type 应为 甲 乙 之一，name 不能空；读到“”、“丙”", "en").startswith(
        "a.csv: line 2: type must be one of 甲 乙, "
    )
    assert told("一句没有英文的话", "en") == "一句没有英文的话"
