"""Judgements of people: made, kept in the store and in a plain file beside it, taken back. Nothing is ever overwritten or dropped.

`decisions.csv` in the output folder holds the same records as the store; put it under git and carry it to other machines. At every build the two
are brought together: what one lacks comes from the other.
"""

import csv
import io
import os
from collections.abc import Container, Iterable, Sequence
from dataclasses import astuple, fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import get_args

from kg.errors import UsageError, unwritable
from kg.resolve.corrected import corrected
from kg.store import Store
from kg.types import Article, Decision, DecisionKind

FILE = "decisions.csv"
_HEAD = tuple(entry.name for entry in fields(Decision))
_HEADLINE = 20  # characters that stand for one
_KINDS: tuple[str, ...] = get_args(DecisionKind)


def make(kind: DecisionKind, left: object, right: object = "", *, by: str = "", note: str = "", at: str | None = None) -> Decision:
    """A new record; its id is a hash of what it says and when."""
    when = at if at is not None else datetime.now(UTC).isoformat(timespec="microseconds")
    by, note = _line(by), _line(note)
    sides = str(left).strip(), _line(str(right)) if kind == "rename" else str(right).strip()
    id_ = "d" + sha256("\0".join((kind, *sides, by, note, when)).encode()).hexdigest()[:9]
    return Decision(id_, kind, *sides, by, note, when)


def follow(before: Sequence[Article], now: Sequence[Article], spoken: Container[str], *, elsewhere: bool = False) -> list[Decision]:
    """Records that say which articles of a page that judgements speak of have become which, as far as that is certain."""
    pairs = [(old, new) for old, new in corrected(before, now, elsewhere=elsewhere) if old.id in spoken]
    return [make("corrected", old.id, new.id, by="kg", note=f"《{new.title or new.text[:_HEADLINE]}》") for old, new in pairs]


def _line(text: str) -> str:
    """What somebody typed, on one line and as UTF-8 can hold it: the file has a line a record, and gives back what was written.

    >>> _line("  任前公示\\n第3号 ")
    '任前公示 第3号'
    """
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _plain(one: Decision) -> Decision:
    """The record as a line of the file gives it back: older ones were kept with blanks at the ends, and line ends of any kind."""
    return Decision(*(value.replace("\r\n", "\n").replace("\r", "\n").strip() for value in astuple(one)))


def read(path: Path) -> tuple[list[Decision], list[str]]:
    """The records of a file, and what is wrong with lines of it, in Chinese.

    Raises:
        UsageError: it cannot be read, or is no such file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: 无法读取（{error}）；应为 UTF-8 的 CSV，见 docs/identity.md") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in ("id", "kind", "left") if name not in (rows.fieldnames or ())]
    if missing:
        raise UsageError(f"{path}: 缺少列 {'、'.join(missing)}；应有 {','.join(_HEAD)}，见 docs/identity.md")
    found, wrong, seen = list[Decision](), list[str](), dict[str, Decision]()
    for number, row in enumerate(rows, 2):
        values = [(row.get(name) or "").strip() for name in _HEAD]
        if not values[0] or values[1] not in _KINDS or not values[2]:
            wrong.append(f"第 {number} 行：要有 id、left，kind 应为 {'、'.join(_KINDS)}")
            continue
        decision = Decision(*values)  # type: ignore[arg-type]  # the kind was checked
        if seen.setdefault(decision.id, decision) != decision:
            wrong.append(f"第 {number} 行：{decision.id} 在前面另有不同的记录，以前面的为准")
        elif decision not in found:
            found.append(decision)
    return found, wrong


def write(path: Path, decisions: Iterable[Decision]) -> None:
    """Write all records, in the order in which they were made. An older file is replaced whole.

    Raises:
        StoreError: the file cannot be written.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_HEAD)
    rows.writerows(astuple(one) for one in sorted(decisions, key=lambda one: (one.at, one.id)))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(out.getvalue(), encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise unwritable(path, error) from error


def bring_together(store: Store, folder: Path, new: Iterable[Decision] = ()) -> list[str]:
    """Give the store what the file has, the file what the store has, and both what is new.

    Returns:
        What is wrong with lines of the file, in Chinese. They are left out, and the file is then left as it is.
    """
    path = folder / FILE
    told, wrong = read(path) if path.exists() else ([], [])
    kept = {one.id: one for one in store.decisions()}
    wrong += [f"{one.id} 与存储中的记录不同，以存储中的为准" for one in told if _plain(kept.get(one.id, one)) != one]
    added = [one for one in (*told, *new) if one.id not in kept]
    if added:
        store.save_decisions(added)
    everything = store.decisions()
    if everything and not wrong and [_plain(one) for one in everything] != sorted(told, key=lambda one: (one.at, one.id)):
        write(path, everything)
    return wrong
