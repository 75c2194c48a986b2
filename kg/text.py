"""Pure helpers for Chinese text: cleaning once at the door, sentence ends, lines that belong together.

Everything here runs before offsets are counted: what `clean` returns is the text that offsets point into.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇"
ITEM = r"(?:\d{1,2}[.．、](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,2}[）)])"  # the number of an item in a list: 2., 三、, （四）
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f]|&nbsp;?")
_DAY_GAP = re.compile(r"(?<![\d./-])(\d{1,4}) ([年月日])")  # 2021 年 3 月 5 日
_BEFORE_DAY = re.compile(r"(?<=\d)([年月]) (?=\d{1,2} ?[月日])")
_WIDE = {
    ord(wide): chr(ord(wide) - 0xFEE0)
    for wide in map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05])
}
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}  # PDFs give ⽉ for 月
_RADICALS |= dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"),
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
        strict=True,
    )
)
_RADICALS |= {ord("丨"): "｜"}  # the character for a stroke is only ever printed as a bar: 某网4月14日丨甲公司
_PRINTED = _WIDE | _RADICALS
_ONES = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_CHINESE = f"[{HAN}“”‘’《》【】（）、。，；：！？…—]"
_NARROW_MARK = re.compile(rf"(?<={_CHINESE})[,;:!?]|(?<=[^\s,;:!?])[,;!?](?=[{HAN}“《（])|(?<=[^\s\d,;:!?]):(?=[{HAN}“《（])")
_NARROW_BRACKETS = re.compile(r"\(([^()\n]{0,300})\)")
_LONE_BRACKET = re.compile(rf"(?<=[{HAN}])\(|\)(?=[{HAN}])")
_STRAIGHT_QUOTES = re.compile(r'"([^"\n]*)"')
_WIDE_MARK = str.maketrans(",;:!?()", "，；：！？（）")
_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")


def decoded(raw: bytes) -> str:
    """A table that somebody made: UTF-8, else as spreadsheets on Chinese Windows save.

    >>> decoded("甲".encode("utf-8-sig")), decoded("甲".encode("gb18030"))
    ('甲', '甲')
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def clean(text: str) -> str:
    """Bring text to the one form that all later stages read.

    Newlines become `\\n`; control, zero-width, private-use and lone surrogate characters go; characters are composed (NFC, not NFKC: ①
    and ㎡ stay as printed); full-width digits and letters become ASCII, half-width marks between Chinese become full-width.

    >>> clean("市长(代)张三说:“增长3.5%,好.”\\r\\n")
    '市长（代）张三说：“增长3.5%，好.”\\n'
    >>> clean("⽉⻓")  # radicals, as PDFs have them, become the characters
    '月长'
    >>> clean("某网4月14日丨甲公司公布")
    '某网4月14日｜甲公司公布'
    >>> clean("2021 年 3 月 5 日，投资 6 亿元")
    '2021年3月5日，投资 6 亿元'
    >>> clean("比分3:2，网址http://a.cn/b?c=1")
    '比分3:2，网址http://a.cn/b?c=1'
    """
    text = _INVISIBLE.sub("", _SPACES.sub(" ", _NEWLINES.sub("\n", text)))
    text = unicodedata.normalize("NFC", text).translate(_PRINTED)
    text = _BEFORE_DAY.sub(r"\1", _DAY_GAP.sub(r"\1\2", text))
    text = _NARROW_BRACKETS.sub(_widen_brackets, text)
    text = _LONE_BRACKET.sub(lambda m: m[0].translate(_WIDE_MARK), text)
    text = _NARROW_MARK.sub(lambda m: m[0].translate(_WIDE_MARK), text)
    return _STRAIGHT_QUOTES.sub(_curl_quotes, text)


def _widen_brackets(match: re.Match[str]) -> str:
    around = match.string[max(match.start() - 1, 0) : match.start()] + match[1] + match.string[match.end() : match.end() + 1]
    return f"（{match[1]}）" if _HAN.search(around) else match[0]


def _curl_quotes(match: re.Match[str]) -> str:
    around = match.string[max(match.start() - 1, 0) : match.start()] + match[1] + match.string[match.end() : match.end() + 1]
    return f"“{match[1]}”" if _HAN.search(around) else match[0]


def small_number(text: str) -> int:
    """A number below a hundred, in figures or in words.

    Raises:
        KeyError: it is neither.

    >>> [small_number(text) for text in ("12", "两", "八", "十", "十八", "二十", "三十一")]
    [12, 2, 8, 10, 18, 20, 31]
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * (_ONES[tens] if tens else 1) if ten else 0) + (_ONES[ones] if ones else 0)


def is_chinese(text: str) -> bool:
    """Whether any Chinese character is in it."""
    return _HAN.search(text) is not None


def width(text: str) -> int:
    """How wide a line is set, in half characters; marks count half, since typesetters squeeze them.

    >>> width("增长6.1%，好")
    11
    """
    return len(text) + sum(map(len, _HAN_RUN.findall(text)))


# --- words in a text


def occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands, as start and end, without overlaps.

    >>> list(occurrences("甲与甲乙", "甲"))
    [(0, 1), (2, 3)]
    """
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


# --- sentences

_END = "。！？!?；…"
_MARKS = re.compile(f"[{_END}]+|[“”‘’「」『』（）()《》【】\n]")
_OPEN = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "‘": "’"}
_QUOTES = frozenset("”」』")
_CLOSERS = frozenset(_OPEN.values())
_SHORT_QUOTE = 30  # “怎么看？怎么干？” is one thing; a long quotation holds sentences of its own


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences. Marks inside brackets and short quotations end nothing; closing quotes stay with their sentence;
    a quotation that opens a sentence keeps the words that say who spoke.

    >>> [("甲到乙厂。“好！”甲说。\\n完"[a:b]) for a, b in sentences("甲到乙厂。“好！”甲说。\\n完")]
    ['甲到乙厂。', '“好！”甲说。', '完']
    """
    found: list[tuple[int, int]] = []
    start, stack, size = 0, list[tuple[str, int]](), len(text)

    def cut(end: int) -> None:
        nonlocal start
        begin, stop = start, end
        while begin < stop and text[begin].isspace():
            begin += 1
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            found.append((begin, stop))
        start = end

    for match in _MARKS.finditer(text):
        mark, end = match[0], match.end()
        if mark == "\n":
            cut(match.start())
            stack.clear()
        elif mark in _OPEN:
            stack.append((mark, match.start()))
        elif mark in _CLOSERS:
            _close(stack, mark, text, start, match.start(), cut)
        elif not stack:
            if mark.strip("…") or end == size or text[end] == "\n":  # …… inside a sentence only trails off
                cut(end)
        elif all(_OPEN[opener] in _QUOTES for opener, _ in stack) and mark[0] != "；" and end < size and text[end] not in _CLOSERS:
            closing = text.find(_OPEN[stack[0][0]], end)
            if closing - stack[0][1] > _SHORT_QUOTE:
                cut(end)
    cut(size)
    return found


def _close(stack: list[tuple[str, int]], mark: str, text: str, start: int, at: int, cut: Callable[[int], None]) -> None:
    """Take the bracket off the stack; a quotation that ended its sentence ends ours too when it was introduced (他说：“……。”)."""
    while stack and _OPEN[stack[-1][0]] != mark:
        stack.pop()
    if not stack:
        return
    _, opened = stack.pop()
    if mark not in _QUOTES or stack or text[at - 1] not in "。！？!?…":
        return
    following = text[at + 1 : at + 2]
    introduced = text[max(opened - 1, 0) : opened] in ("：", "，", "") and text[start:opened].strip() != ""
    multi = start > opened  # sentences inside were cut off already
    if following in ("", "\n", "“") or (introduced and text[at - 1] != "…") or (multi and following not in "，、"):
        cut(at + 1)


# --- lines

_LETTER = re.compile(r"[A-Za-z]")
_LETTER_END = re.compile(r"[A-Za-z.,;:]$")


def join_lines(lines: Iterable[str]) -> str:
    """Undo hard line breaks: nothing between Chinese or inside a number, a space between Latin words.

    >>> join_lines(["市委书", "记到Nokia", "Bell公司，投资90", "0亿元"])
    '市委书记到Nokia Bell公司，投资900亿元'
    """
    out = ""
    for line in lines:
        piece = line.strip()
        if out and piece and _LETTER_END.search(out) and _LETTER.match(piece) and not out.endswith("-"):
            out += " "
        out += piece
    return out
