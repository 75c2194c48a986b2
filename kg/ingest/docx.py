"""Word documents."""

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.errors import UnreadableSource
from kg.ingest.decode import checked
from kg.ingest.found import Found, iso_date, table_row
from kg.text import clean
from kg.types import Block

if TYPE_CHECKING:
    from docx.document import Document


def read(data: bytes, shown: str) -> list[Found]:
    """Paragraphs and rows of tables in order; title and heading styles mark titles.

    Raises:
        UnreadableSource: not a .docx, encrypted, or without Chinese text.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableSource(shown, "是旧版 .doc 或加密的 Word 文件", "请在 Word 中解除密码并另存为 .docx")
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise UnreadableSource(shown, "不是可读的 .docx 文件", "文件可能损坏，请在 Word 中打开并另存") from None
    blocks = tuple(_blocks(document))
    checked("\n".join(block.text for block in blocks) or " ", shown)
    return [Found(blocks, published=iso_date(document.core_properties.subject))]


def _blocks(document: "Document") -> Iterator[Block]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                yield from _block(table_row(text for text, _ in groupby(cell.text for cell in row.cells)), None)  # merged cells come again
        else:
            yield from _block(item.text, item.style)


def _block(text: str, style: Any) -> Iterator[Block]:
    name = str(getattr(style, "name", "") or "")
    kind = "title" if name.startswith(("Title", "Subtitle", "Heading", "标题", "副标题")) else "text"
    for line in clean(text).split("\n"):
        if line.strip():
            yield Block(line.rstrip(), kind)
