"""The user's own lists of people, firms and bodies: read from CSV, kept in the store, so that later builds know them too."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from kg import divisions, ontology
from kg.errors import UsageError
from kg.packing import dumps
from kg.store import Store
from kg.text import decoded
from kg.types import Listed

_META = "known"
_BETWEEN = str.maketrans("；;|、", "\n\n\n\n")


def read(paths: Iterable[Path]) -> list[Listed]:
    """The rows of lists: columns `type` (Person, Company …), `name`, and optionally `aliases`, `code` (or the name of a division), `bodies`.

    Raises:
        UsageError: a file cannot be read, or a row makes no sense.
    """
    found = []
    for path in paths:
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: 无法读取（{error.strerror}）") from error
        rows = csv.DictReader(io.StringIO(decoded(raw), newline=""))
        if missing := [name for name in ("type", "name") if name not in (rows.fieldnames or ())]:
            raise UsageError(f"{path}: 缺少列 {'、'.join(missing)}；应有 type,name,aliases,code,bodies，见 docs/identity.md")
        found += [
            _row(row, f"{path}: 第 {number} 行")
            for number, row in enumerate(rows, 2)
            if any((value or "").strip() for value in row.values())
        ]
    return sorted(dict.fromkeys(found), key=lambda row: dumps(asdict(row)))


def _row(row: dict[str, str | None], where: str) -> Listed:
    type_, name, code = ((row.get(key) or "").strip() for key in ("type", "name", "code"))
    types = [known for known in ontology.load().entities if known != "Amount"]
    if type_ not in types or not name:
        raise UsageError(f"{where}: type 应为 {' '.join(types)} 之一，name 不能空；读到“{type_}”、“{name}”")
    if code and divisions.by_code(code) is None:
        units = divisions.lookup(code)
        if len(units) != 1:
            raise UsageError(f"{where}: code“{code}”不是行政区划代码，也不是唯一的区划名称；例如 3411、安徽省滁州市")
        code = units[0].code
    return Listed(type_, name, _split(row.get("aliases")), code, _split(row.get("bodies")))


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").translate(_BETWEEN).split("\n") if part.strip())


def keep(store: Store, rows: Iterable[Listed]) -> None:
    """Put the lists in place of those that the store has."""
    store.remember(**{_META: dumps([asdict(row) for row in rows])})


def kept(store: Store) -> tuple[list[Listed], str]:
    """The lists that the store has, and a hash of them."""
    text = store.meta(_META) or "[]"
    rows = [Listed(row["type"], row["name"], tuple(row["aliases"]), row["code"], tuple(row["bodies"])) for row in json.loads(text)]
    return rows, sha256(text.encode()).hexdigest()[:12] if rows else ""
