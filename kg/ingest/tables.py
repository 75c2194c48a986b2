"""Tables of articles: JSON, JSON lines, CSV and Excel, a row an article."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.errors import UnreadableSource
from kg.ingest import markup
from kg.ingest.decode import checked, decode
from kg.ingest.found import Found, Unread, iso_date, text_blocks
from kg.resources import tables
from kg.text import clean, is_chinese
from kg.types import Block

_FIELD_FILE = "ingest_fields.yaml"
_ADVICE = "每行一篇，正文放在 text（或 content、正文）字段，可有 title、published、paper、url"


def read_jsonl(data: bytes, shown: str) -> Sequence[Found | Unread]:
    """One JSON object a line, with the body under `text`, `content` or `正文`; a line that is none is handed back as unread.

    Raises:
        UnreadableSource: no line is a JSON object, or none holds Chinese text.
    """
    rows, unread = [], list[Unread]()
    for number, line in enumerate(decode_table(data, shown).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            unread.append(Unread(f"第 {number} 行不是合法的 JSON", _ADVICE))
            continue
        if isinstance(row, dict):
            rows.append(row)
        else:
            unread.append(Unread(f"第 {number} 行不是 JSON 对象", _ADVICE))
    if unread and not rows:
        raise UnreadableSource(shown, unread[0].reason, _ADVICE)
    return [*_found(rows, shown), *unread]


def read_json(data: bytes, shown: str) -> Sequence[Found | Unread]:
    """Articles as objects with the fields of `read_jsonl`, in one list, or wherever they stand in the file; JSON lines too, which many call so.

    Raises:
        UnreadableSource: it is neither, or holds no such object or no Chinese text.
    """
    try:
        value = json.loads(decode_table(data, shown))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return read_jsonl(data, shown)
        raise UnreadableSource(shown, f"不是合法的 JSON（第 {error.lineno} 行）", _ADVICE) from None
    return _found(_objects(value), shown)


def _objects(value: Any) -> Iterator[Mapping[Any, Any]]:
    """The objects in a JSON value that hold a body."""
    if isinstance(value, dict):
        if any(str(key).strip().lower() in _fields()["text"] and isinstance(inner, str) for key, inner in value.items()):
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def read_csv(data: bytes, shown: str) -> list[Found]:
    """A table with a head row; one column holds the body.

    Raises:
        UnreadableSource: there is no such column, or no row holds Chinese text.
    """
    text = decode(data, shown)
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    csv.field_size_limit(1 << 27)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableSource(shown, f"不是合法的 CSV（{error}）", _ADVICE) from None
    return _found(rows, shown)


def read_xlsx(data: bytes, shown: str) -> list[Found]:
    """Sheets with a head row each, of which one column holds the body; other sheets are passed over.

    Raises:
        UnreadableSource: not an .xlsx, encrypted, or no sheet has such a column, or none holds Chinese text.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableSource(shown, "是旧版 .xls 或加密的 Excel 文件", "请在 Excel 中解除密码并另存为 .xlsx")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [[row for row in sheet.iter_rows(values_only=True) if any(row)] for sheet in book.worksheets]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
        raise UnreadableSource(shown, "不是可读的 .xlsx 文件", "文件可能损坏，请在 Excel 中打开并另存") from None
    return _found((dict(zip(head, row, strict=False)) for head, *rows in filter(None, sheets) for row in rows), shown)


def decode_table(data: bytes, shown: str) -> str:
    """Decode JSON lines; the Chinese may be escaped (`\\u5e02`), so its absence is judged later."""
    try:
        return decode(data, shown)
    except UnreadableSource as error:
        if b"\\u" not in data or b"\0" in data:
            raise
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise error from None


def _fields() -> Mapping[str, list[str]]:
    fields: Mapping[str, list[str]] = tables("lexicons", _FIELD_FILE)
    return fields


def _found(rows: Iterable[Mapping[Any, Any]], shown: str) -> list[Found]:
    fields, found, seen = _fields(), [], False
    for row in rows:
        plain = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
        value = {name: next((str(plain[key]) for key in keys if plain.get(key) not in (None, "")), "") for name, keys in fields.items()}
        seen = seen or any(key in plain for key in fields["text"])
        if not is_chinese(value["text"]):
            continue
        title = " ".join(clean(markup.text_of(value["title"])).split())
        blocks = [Block(title, "title")] if title else []
        found.append(
            Found(
                (*blocks, *text_blocks(markup.text_of(value["text"]))),
                published=iso_date(value["published"]),
                paper=value["paper"] or None,
                url=value["url"] or None,
            )
        )
    if not seen:
        raise UnreadableSource(shown, "找不到正文字段", _ADVICE)
    if not found:
        raise UnreadableSource(shown, "没有中文内容", _ADVICE)
    checked(found[0].blocks[-1].text, shown)
    return found
