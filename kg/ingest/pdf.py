"""PDF pages: characters with their places → lines → columns in reading order; large print marks titles."""

import contextlib
import io
import itertools
import logging
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import UnreadableSource
from kg.ingest.decode import checked
from kg.ingest.found import Found, iso_date
from kg.text import clean, is_chinese
from kg.types import Block

_TITLE = 1.25  # times the size of the body text
_GAP = 0.9  # ems: characters farther apart stand in different columns
_LEADING = 1.1  # ems of white between two lines that belong together
_INDENT = 1.5  # ems by which a paragraph's first line stands in


@dataclass(frozen=True, slots=True)
class Row:
    """A run of characters on one line of one column."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


def read(data: bytes, shown: str) -> list[Found]:
    """The text of all pages, columns in reading order.

    Raises:
        UnreadableSource: it is no PDF, encrypted, or a scan without text.
    """
    import pdfplumber  # late: most inputs are text
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    if b"%PDF-" not in data[:1024]:
        raise UnreadableSource(shown, "不是 PDF 文件", "请确认文件类型；扩展名应与内容一致")
    blocks: list[Block] = []
    pages = 0
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as document:
            made = _made(document.metadata)
            for page in document.pages:
                pages += 1
                rows = _rows(page.chars)
                blocks += _blocks(rows, str(page.page_number))
                page.close()
    except (PdfminerException, PDFException) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        if isinstance(cause, PDFEncryptionError | PDFPasswordIncorrect):
            raise UnreadableSource(shown, "PDF 有密码保护", "请解除密码后再试") from None
        raise UnreadableSource(shown, f"不是完好的 PDF 文件（{type(cause).__name__}）", "文件可能损坏，请重新下载") from None
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:  # pdfminer on damaged files
        raise UnreadableSource(shown, f"不是完好的 PDF 文件（{type(error).__name__}）", "文件可能损坏，请重新下载") from None
    text = "\n".join(block.text for block in blocks)
    if not is_chinese(text):
        what = f"{pages} 页里没有文字，可能是扫描图片" if not text.strip() else "没有中文内容，文字可能以无法识别的字体编码"
        raise UnreadableSource(shown, what, "请先做文字识别（OCR），再用识别出的文本或带文字层的 PDF")
    checked(text, shown)
    return [Found(tuple(blocks), published=made)]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep pdfminer's remarks on odd fonts from the user's screen."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _made(metadata: dict[str, Any]) -> str | None:
    """A date that the file's title or subject names; when it was made says little of when it was printed."""
    return next((date for key in ("Title", "Subject") if (date := iso_date(str(metadata.get(key) or "")))), None)


def _rows(chars: Sequence[dict[str, Any]]) -> list[Row]:
    """Characters to rows: same height, and near enough to the one before."""
    upright = [char for char in chars if char.get("upright", True) and char["text"].strip() and char["size"] > 0]
    lines: list[list[dict[str, Any]]] = []
    for char in sorted(upright, key=lambda c: (round((c["top"] + c["bottom"]) / 2, 1), c["x0"])):
        middle = (char["top"] + char["bottom"]) / 2
        for line in reversed(lines[-8:]):
            last = line[-1]
            if (
                abs((last["top"] + last["bottom"]) / 2 - middle) < 0.35 * min(last["size"], char["size"])
                and 0.6 < last["size"] / char["size"] < 1.7
            ):
                line.append(char)
                break
        else:
            lines.append([char])
    return [row for line in lines for row in _split(sorted(line, key=lambda c: c["x0"]))]


def _split(line: Sequence[dict[str, Any]]) -> Iterator[Row]:
    run: list[dict[str, Any]] = []
    for char in line:
        if run and char["x0"] - run[-1]["x1"] > _GAP * max(char["size"], run[-1]["size"]):
            yield _row(run)
            run = []
        if run and char["text"] == run[-1]["text"] and abs(char["x0"] - run[-1]["x0"]) < 0.2 * char["size"]:
            continue  # bold by printing twice
        run.append(char)
    if run:
        yield _row(run)


def _row(run: Sequence[dict[str, Any]]) -> Row:
    text = run[0]["text"]
    for before, char in itertools.pairwise(run):
        wide = char["x0"] - before["x1"] > 0.2 * char["size"]
        text += (" " if wide else "") + char["text"]
    size = statistics.median(char["size"] for char in run)
    return Row(text, run[0]["x0"], run[-1]["x1"], min(c["top"] for c in run), max(c["bottom"] for c in run), size)


def order(rows: Sequence[Row]) -> list[list[Row]]:
    """Groups of rows in reading order: cut the page along its white gutters, columns before lines."""
    if len(rows) < 2:
        return [list(rows)] if rows else []
    if max(row.top for row in rows) < min(row.bottom for row in rows):  # all on one line: a page head, spaced out
        return [sorted(rows, key=lambda row: row.x0)]
    em = statistics.median(row.size for row in rows)
    left, right = _cut([(row.x0, row.x1) for row in rows], 0.6 * em)
    above, below = _cut([(row.top, row.bottom) for row in rows], _LEADING * em)
    if right is not None:
        sides = [row for row in rows if row.x1 <= left], [row for row in rows if row.x0 >= right]
        if below is None or min(_lines_high(side) for side in sides) > 1:  # one line beside many is no column but a part of a head
            return order(sides[0]) + order(sides[1])
    if below is not None:
        return order([row for row in rows if row.bottom <= above]) + order([row for row in rows if row.top >= below])
    return [sorted(rows, key=lambda row: (row.top, row.x0))]


def _lines_high(rows: Sequence[Row]) -> int:
    return 1 if max(row.top for row in rows) < min(row.bottom for row in rows) else 2


def _cut(spans: Sequence[tuple[float, float]], least: float) -> tuple[float, float | None]:
    """The widest white gap between spans, if it is wide enough: (end of what is before, start of what is after)."""
    best, reach = (0.0, None), float("-inf")
    widest = least
    for start, end in sorted(spans):
        if reach > float("-inf") and start - reach >= widest:
            widest, best = start - reach, (reach, start)  # type: ignore[assignment]
        reach = max(reach, end)
    return best


def _blocks(rows: Sequence[Row], page: str) -> Iterator[Block]:
    if not rows:
        return
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    body = max(sizes, key=lambda size: (sizes[size], -size))
    for group in order(rows):
        run: list[Row] = []
        for row in group:
            if run and (row.size > _TITLE * body) != (run[-1].size > _TITLE * body):
                yield from _block(run, body, page)
                run = []
            run.append(row)
        yield from _block(run, body, page)


def _block(rows: Sequence[Row], body: float, page: str) -> Iterator[Block]:
    left = min(row.x0 for row in rows)
    if min(row.size for row in rows) > _TITLE * body:
        for _, same in itertools.groupby(rows, key=lambda row: round(row.size)):
            if text := clean("\n".join(row.text for row in same)).strip():
                yield Block(text, "title", page)
        return
    lines: list[str] = []
    bottom, top = 0.0, -1.0
    for row in rows:
        if lines and abs(row.top - top) < 0.35 * row.size:
            lines[-1] += "　" + row.text
        else:
            if lines and row.top - bottom > _LEADING * row.size:
                lines.append("")
            lines.append(("　　" if row.x0 - left > _INDENT * row.size else "") + row.text)
        bottom, top = row.bottom, row.top
    text = clean("\n".join(lines)).strip("\n")
    if text.strip():
        yield Block(text, "text", page)
