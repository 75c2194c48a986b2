"""Undo the line breaks of newspaper columns: which line goes on from the one before."""

import re
from collections.abc import Sequence

from kg.ingest.lines import Line
from kg.text import ITEM

_WINDOW = 5  # lines to either side that tell how wide the column is
_RAG = 5  # half characters by which full lines of one column differ
_WIDEST = 100  # half characters; wider lines are paragraphs of their own
_SET = 0.6  # share of the column that a line fills at least when its sentence goes on: scans lose indents and squeeze marks
_LEAST = 12  # narrower lines are no column
_LISTED = ("；", "：", ";", ":")  # ends of list items and of what introduces them
_ALIKE = 3  # lines of one width that make a column; one less in a source of few lines
_SMALL = 8
_NAMED = re.compile(r"[△▲■◆●▶★]?\s*([\u4e00-\u9fffA-Z*]{2,8})(?:[（(][^（）()]{2,14}[）)])?[：:](?=\S)")
_HEADING = re.compile("【[^【】]{2,12}】")
_SIGN = re.compile("[△▲■◆▶★]|【[^【】]{2,12}】")
_FIELDS = re.compile(r"(?:[\u4e00-\u9fff]{2,8}[：:][^：:，。；\s]+[ \u3000]+)+[\u4e00-\u9fff]{2,8}[：:][^：:，。；\s]+")
_PLAIN_ITEM = re.compile(f"{ITEM}[^，。、；：]*")
_ROW = re.compile(r"\S[\s|]+(?:[0-9][0-9,.]*|\S{2,14}[（(][万亿]?元[）)])[|\s]*$")  # of a table: 甲公司 2460.50 123.03, or its head


def column_widths(lines: Sequence[Line]) -> list[int | None]:
    """For each line the width of the hard-wrapped column that it stands in, or None where text is not wrapped.

    A column shows itself by neighbouring lines of about one width, several of which break off in mid-sentence.
    """
    widths = [line.width for line in lines]
    alike = _ALIKE if sum(line.kind == "text" for line in lines) > _SMALL else _ALIKE - 1
    return [_column(lines, widths, at, alike) for at in range(len(lines))]


def _column(lines: Sequence[Line], widths: Sequence[int], at: int, least: int) -> int | None:
    if lines[at].kind != "text" or widths[at] > _WIDEST:
        return None
    near = [i for i in range(max(at - _WINDOW, 0), min(at + _WINDOW + 1, len(lines))) if lines[i].kind == "text"]
    best = None
    for i in near:
        column = widths[i]
        if not _LEAST <= column <= _WIDEST:
            continue
        alike = [j for j in near if column - _RAG <= widths[j] <= column]
        broken = [j for j in alike if not lines[j].closed and not lines[j].text.endswith(_LISTED)]
        marked = [j for j in alike if lines[j].marked]
        if len(alike) < least or 2 * len(broken) < len(alike) or 2 * len(marked) < len(alike):
            continue
        key = (len(alike), -column)
        if best is None or key > best[0]:
            best = key, max(widths[j] for j in alike)
    return best[1] if best else None


def goes_on(line: Line, following: Line, column: int | None, *, paragraphs_shown: bool) -> bool:
    """Whether `following` continues the paragraph of `line`.

    Args:
        column: the width of the column that `line` stands in.
        paragraphs_shown: whether the source shows its paragraphs by indents or blank lines; then a full line that ends its sentence
            and is followed by a line without either goes on.
    """
    if following.kind != "text" or line.kind != "text":
        return False
    if following.hangs or _unfinished(line):
        return True
    if (
        _heads(line.text, following.text)
        or _FIELDS.fullmatch(line.text)
        or any(_ROW.search(one.text) is not None for one in (line, following))
    ):
        return False  # 证券代码：600000 证券简称：甲股份
    if (line.field and following.field) or (following.item and (line.closed or line.text.endswith(_LISTED))):
        return False
    if column is None:
        return False
    if line.item and _PLAIN_ITEM.fullmatch(line.text) and line.width < max(column, following.width) - _RAG:
        return False  # 三、技改奖励: a heading
    if following.indent:  # an indent begins a paragraph, unless every line of a broken sentence has the same
        return line.width >= column - _RAG and not line.closed and line.indent == following.indent
    if line.closed:
        return not following.gap and line.width >= column - (3 if paragraphs_shown else 1)
    return line.width >= (column - _RAG if line.text.endswith(_LISTED) else _SET * column)


def _heads(line: str, following: str) -> bool:
    """Whether a line of a digest is a heading over the next, or the next one is: 【收购】, △甲公司：…, and 甲公司：拟收购乙公司 over 甲公司公告….

    >>> _heads("甲公司：拟收购乙公司", "甲公司8日公告"), _heads("甲公司：拟收购乙公司", "的股权，乙公司")
    (True, False)
    """
    name = _NAMED.match(line)
    opens = name is not None and following.startswith(name[1]) and not following.startswith(name[0])
    return opens or _HEADING.fullmatch(line) is not None or _SIGN.match(following) is not None


def _unfinished(line: Line) -> bool:
    """Whether a bracket or quotation that the line opens is still open at its end, as its very last mark or nearly so."""
    return line.text.endswith(("《", "“", "（", "‘", "、", "，", "「", "【"))
