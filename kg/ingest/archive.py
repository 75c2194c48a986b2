"""Web pages saved as one file (.mhtml), as Chrome and Edge do."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from kg.errors import UnreadableSource
from kg.ingest import html
from kg.ingest.found import Found


def read(data: bytes, shown: str) -> list[Found]:
    """The main article of the page, as `kg.ingest.html` reads it; of a page made of frames the first that holds one.

    Raises:
        UnreadableSource: it is no such file, or no page in it has main text in Chinese.
    """
    message = message_from_bytes(data, policy=policy.default)
    unread = UnreadableSource(shown, "不是可读的单文件网页", "请在浏览器里重新保存，或把正文存为 txt")
    for page in _pages(message):
        try:
            (found,) = html.read(page, shown)
        except UnreadableSource as error:
            unread = error
            continue
        return [replace(found, url=found.url or message["Snapshot-Content-Location"])]
    raise unread


def _pages(message: EmailMessage) -> Iterator[bytes]:
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                yield page
