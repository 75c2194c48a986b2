"""Bytes to text, or a clear word on why not."""

import codecs

from kg.errors import UnreadableSource
from kg.text import is_chinese

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 1 << 16
_LEAST_TEXT = 0.97  # share of characters that text may hold; the rest are controls, as binary files have them


def decode(data: bytes, shown: str) -> str:
    """Decode a text file: a byte order mark decides, else UTF-8, else GB18030. Zeros that fill up its end are none of it.

    Raises:
        UnreadableSource: the file is empty, binary, in another encoding, or holds no Chinese.
    """
    if not data.strip():
        raise UnreadableSource(shown, "文件是空的", "请检查文件是否下载或保存完整")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return checked(_strict(data, encoding, shown).rstrip("\0"), shown)
    data = data.rstrip(b"\0")
    if b"\0" in data[:_SAMPLE]:
        raise UnreadableSource(shown, "不是文本文件（含有二进制内容）", "请确认文件类型；扩展名应与内容一致")
    try:
        return checked(data.decode("utf-8"), shown)
    except UnicodeDecodeError:
        return checked(_strict(data, "gb18030", shown), shown)


def _strict(data: bytes, encoding: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableSource(shown, "无法识别文字编码（不是 UTF-8、UTF-16 或 GB18030）", "请另存为 UTF-8 后再试") from None


def checked(text: str, shown: str) -> str:
    """The text itself, if it is text and has Chinese in it.

    Raises:
        UnreadableSource: it is not.
    """
    sample = text[:_SAMPLE]
    odd = sum(1 for ch in sample if (ch < " " and ch not in "\t\n\r\x0b\x0c") or ch == "\ufffd" or "\ue000" <= ch <= "\uf8ff")
    if odd > (1 - _LEAST_TEXT) * len(sample):
        raise UnreadableSource(shown, "不是文本文件（乱码或二进制内容）", "请确认文件类型；扩展名应与内容一致")
    if not is_chinese(text):
        raise UnreadableSource(shown, "没有中文内容", "本工具只处理中文新闻；如果是扫描图片，请先做文字识别")
    return text
