"""Which files there are and which reader reads them."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnreadableSource
from kg.ingest import archive, days, docx, html, pdf, plain, tables
from kg.ingest.found import Found, Unread
from kg.types import Source

Reader = Callable[[bytes, str], Sequence[Found | Unread]]

READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", plain.read),
    ".text": ("text/plain", plain.read),
    ".md": ("text/markdown", plain.read_markdown),
    ".html": ("text/html", html.read),
    ".htm": ("text/html", html.read),
    ".mhtml": ("multipart/related", archive.read),
    ".mht": ("multipart/related", archive.read),
    ".pdf": ("application/pdf", pdf.read),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.read),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tables.read_xlsx),
    ".json": ("application/json", tables.read_json),
    ".jsonl": ("application/jsonl", tables.read_jsonl),
    ".csv": ("text/csv", tables.read_csv),
}
_NEXT_STEP = {
    "请在 Word 中另存为 .docx": (".doc", ".wps", ".rtf", ".odt"),
    "请在 Excel 中另存为 .xlsx": (".xls", ".et", ".ods"),
    "请先做文字识别，再存为 txt": (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".heic"),
    "请先解压": (".zip", ".rar", ".7z", ".gz", ".tar"),
    "请另存为 PDF 或 txt": (".caj", ".epub", ".mobi", ".ofd", ".ceb", ".ppt", ".pptx", ".xps"),
}
_SAVED = re.compile("(.+)[_.]files")


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that was passed over, and why."""

    source: str
    reason: str
    advice: str = ""
    missing: bool = False  # the path is not there at all: wrong use rather than a bad file

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}" + (f"；{self.advice}" if self.advice else "")


def discover(paths: Iterable[Path | str]) -> tuple[list[Path], list[Problem]]:
    """All readable files at and below the paths, each once, sorted by name, whatever the order of the paths.

    Below a given folder, hidden files and folders, locks of office programs and what a browser saved beside a page (its pictures and scripts) are
    passed over in silence; files of unknown kinds are reported.
    """
    files: dict[Path, Path] = {}  # resolved → as given, so that a file named twice is read once
    problems: dict[str, Problem] = {}
    for path in sorted({Path(path) for path in paths}):
        if not path.exists():
            problems[str(path)] = Problem(path.as_posix(), "没有这个文件或文件夹", "请检查路径", missing=True)
            continue
        for file in [path] if path.is_file() else _below(path):
            if file.suffix.lower() in READERS:
                files.setdefault(file.resolve(), file)
            else:
                problems.setdefault(str(file), Problem(file.as_posix(), *_unsupported(file)))
    return sorted(files.values()), [problems[key] for key in sorted(problems)]


def _below(folder: Path) -> list[Path]:
    inside = (file for file in folder.rglob("*") if not any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts))
    return sorted(file for file in inside if file.is_file() and not _of_a_page(file, folder))


def _of_a_page(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder that a browser saved beside a page: 甲.html, 甲_files/script.js."""
    saved = [(above, found[1]) for above in file.parents if folder in above.parents and (found := _SAVED.fullmatch(above.name))]
    return any(above.with_name(page + suffix).is_file() for above, page in saved for suffix in (".html", ".htm"))


def _unsupported(path: Path) -> tuple[str, str]:
    kind = f"不支持的文件类型 {path.suffix}" if path.suffix else "没有扩展名，无法判断文件类型"
    advice = next((step for step, kinds in _NEXT_STEP.items() if path.suffix.lower() in kinds), None)
    return kind, advice or f"可读取：{' '.join(READERS)}"


def read(path: Path | str, *, shown: str | None = None, problems: list[Problem] | None = None) -> list[Source]:
    """Read one file. A table of articles gives a source per row, any other file one.

    Args:
        path: the file.
        shown: how to name it to the user, with forward slashes; the path itself if not given.
        problems: gets a row where some rows of a table cannot be read, and the others are; without it the first such row raises.

    Raises:
        UnreadableSource: it cannot be read; the reason and what to do are in the message.
    """
    path = Path(path)
    shown = path.as_posix() if shown is None else shown
    known = READERS.get(path.suffix.lower())
    if known is None:
        raise UnreadableSource(shown, *_unsupported(path))
    media_type, reader = known
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(shown, "没有这个文件", "请检查路径") from None
    except PermissionError:
        raise UnreadableSource(shown, "没有读取权限", "请检查文件权限") from None
    except OSError as error:
        raise UnreadableSource(shown, f"无法读取（{error.strerror}）", "请检查磁盘和路径") from None
    if not data:
        raise UnreadableSource(shown, "文件是空的", "请检查文件是否下载或保存完整")
    from_name = date_in_name(path.stem)
    digest = hashlib.sha256(data).hexdigest()[:16]
    rows = reader(data, shown)
    found = [row for row in rows if isinstance(row, Found)]
    if unread := [row for row in rows if isinstance(row, Unread)]:
        if problems is None:
            raise UnreadableSource(shown, unread[0].reason, unread[0].advice)
        problems.append(_partly(shown, unread, len(found)))
    many = len(found) > 1
    return [
        Source(
            id=f"{digest}-{number}" if many else digest,
            path=shown,
            media_type=media_type,
            blocks=item.blocks,
            published=item.published or from_name,
            published_from="" if item.published or not from_name else "文件名里的日期",
            paper=item.paper,
            url=item.url,
        )
        for number, item in enumerate(found, start=1)
    ]


def _partly(shown: str, unread: Sequence[Unread], read: int) -> Problem:
    """What is said of a table some of whose rows cannot be read."""
    return Problem(shown, f"{unread[0].reason}；这样的共 {len(unread)} 行，其余 {read} 行已读入", unread[0].advice)


_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.年]?)(0[1-9]|1[0-2]|[1-9](?=\D))[-_.月]?(0[1-9]|[12]\d|3[01])(?!\d)")


def date_in_name(name: str) -> str | None:
    """The date a file is named after.

    >>> date_in_name("无锡日报_20240527_A02"), date_in_name("2024-05-27"), date_in_name("20240230"), date_in_name("000_dc6104d0cfb95cba")
    ('2024-05-27', '2024-05-27', None, None)
    """
    match = _DATE_IN_NAME.search(name)
    return days.iso(match[1], match[3], match[4]) if match else None
