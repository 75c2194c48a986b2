"""Sums of money in running text: where they stand and what they are worth.

The number before the currency decides: 三千余万元, 两三百万元, 20亿至30亿元, 1.2万亿元. Where the text is vague (数亿元, 上千万元) the value is the
lowest one that the words allow, and the modifier says so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from kg.records import record
from kg.resources import tables

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿数几]+"
_FIRST = r"[0-9０-９零〇一二两三四五六七八九十百千万亿数几]"  # one look tells most characters to begin no quantity
_PART = rf"(?:{_ARABIC}|{_CHINESE})\s?[余多来几]?\s?(?:个[多来]?(?=亿))?[十百千万亿]*[余多来]?"
_QUANTITY = rf"{_PART}(?:(?<=亿){_PART})?"
_RANGE = r"\s?(?:至|到|—{1,2}|-|–|~|～|－)\s?"
_CELL = re.compile(r"[^\s|]+")
_UNIT_BEHIND = re.compile(r"[（(](?:单位：)?([百千万亿]*元)[）)](?=[\s|]|$)")
_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_VAGUE = "余多来几数"
_ONE, _PAST = "亿", "过"  # 过亿元; but 通过3亿元
# 二元, 三元 and the like are chemistry or logic, and 多元化 is a word.
_NO_MONEY = re.compile(r"[零〇一二三四五六七八九十百千万亿]")


@record
class Amount:
    """What an amount says: the value in plain units, the high end of a range, the currency, and the words that soften it."""

    value: int | float
    value_max: int | float | None
    currency: str
    modifier: str | None
    text: str
    start: int = 0
    end: int = 0

    def data(self) -> dict[str, Any]:
        """The amount as the data of a mention."""
        data: dict[str, Any] = {"value": self.value, "currency": self.currency, "text": self.text}
        if self.value_max is not None:
            data["value_max"] = self.value_max
        if self.modifier:
            data["modifier"] = self.modifier
        return data


@record
class _Words:
    currencies: dict[str, str]
    signs: dict[str, str]
    modifiers: tuple[str, ...]
    money: tuple[str, ...]
    whole: tuple[str, ...]  # words that end like a modifier
    pattern: re.Pattern[str]
    sign_before: re.Pattern[str]


@cache
def _words() -> _Words:
    data = tables("lexicons", "amount_words.yaml")
    currencies, signs = dict(data["currencies"]), dict(data["signs"])
    units = "|".join(sorted(map(re.escape, currencies), key=len, reverse=True))
    counted = f"(?:{'|'.join(data['counted'])})"
    pattern = re.compile(
        rf"(?={_FIRST})(?<!分之)(?P<low>{_QUANTITY})(?:\s?(?P<low_unit>{units})?{_RANGE}(?P<high>{_QUANTITY}))?"
        rf"(?:\s?(?P<unit>{units})(?P<after>{'|'.join(data['after'])})?"
        rf"|(?<=[亿余多])(?=(?P<is_money>{data['is_money']}))|(?<=[万亿余多])(?:(?![\w%％])|(?={'|'.join(data['goes_on'])}))|(?<=[0-9])(?![\w%％.])"
        rf"|(?<=个亿)(?!{counted})|(?<=个[多来]亿)(?!{counted}))"
    )
    before = "|".join(sorted(map(re.escape, signs), key=len, reverse=True))
    modifiers = tuple(sorted(data["modifiers"], key=len, reverse=True))
    money = tuple(sorted(data["money"], key=len, reverse=True))
    return _Words(currencies, signs, modifiers, money, tuple(data["whole"]), pattern, re.compile(rf"(?:{before})\s?$"))


def parse_amount(text: str) -> Amount | None:
    """The amount that `text` as a whole is, or None.

    Examples:
        >>> parse_amount("近6.1亿元").value
        610000000
        >>> parse_amount("两三百万元").value_max
        3000000
    """
    for amount in find_amounts(text.strip()):
        if amount.text == text.strip():
            return amount
    return None


def find_amounts(text: str) -> Iterator[Amount]:
    """All amounts of a text, in order."""
    words = _words()
    for match in words.pattern.finditer(text):
        if amount := _amount(text, match, words):
            yield amount


def find_cells(text: str) -> Iterator[tuple[Amount, str]]:
    """The bare figures of tables whose head says what they are (补助金额（万元）), with the unit of the head, and the head.

    >>> [(a.value, head) for a, head in find_cells("企业名称  补助金额（万元）\\n岚城昀泽机电有限公司  30.5")]
    [(305000, '补助金额')]
    """
    if _UNIT_BEHIND.search(text) is None:
        return
    units: dict[int, tuple[str, str]] = {}
    width, at = 0, 0
    for line in text.split("\n"):
        cells = list(_CELL.finditer(line))
        named = {n: (m[1], cell[0][: m.start()]) for n, cell in enumerate(cells) if (m := _UNIT_BEHIND.search(cell[0])) is not None}
        if named and len(cells) > 1 and not any(_FIGURE.fullmatch(cell[0]) for cell in cells):
            units, width = named, len(cells)
        elif len(cells) == width:
            for n, (unit, head) in units.items():
                amount = parse_amount(cells[n][0] + unit) if _FIGURE.fullmatch(cells[n][0]) else None
                if amount is not None:
                    start, end = at + cells[n].start(), at + cells[n].end()
                    yield replace(amount, start=start, end=end), head
        else:
            units, width = {}, 0
        at += len(line) + 1


def _amount(text: str, match: re.Match[str], words: _Words) -> Amount | None:
    low, high, unit = match["low"], match["high"], match["unit"]
    before = text[max(0, match.start() - 12) : match.start()]
    sign = words.sign_before.search(before)
    start = match.start()
    if sign:
        start -= len(before) - sign.start()
        before = before[: sign.start()]
    modifier = next((m for m in words.modifiers if before.endswith(m)), _PAST if low == _ONE and before.endswith(_PAST) else None)
    if modifier and before.endswith(words.whole):
        modifier = None
    if modifier:
        start -= len(modifier)
        before = before[: -len(modifier)]
    if unit:
        if _is_no_money(low, high, unit, text, match.end()) and not (low == _ONE and modifier):  # 上亿元
            return None
        currency = words.currencies[unit]
        if unit == "元" and sign:
            currency = words.signs[sign[0].strip()]
    elif sign:
        currency = words.signs[sign[0].strip()]
    elif _ARABIC_START.match(low) and re.search("[万亿]", low + (high or "")) and _leads_money(before, words):
        currency = "CNY"
    elif match["is_money"] and _ARABIC_START.match(low) and "亿" in low + (high or ""):
        currency = "CNY"  # 获2.6亿战略投资
    elif _SPOKEN.search(low):
        currency = "CNY"  # 产值有6个亿
    else:
        return None
    value, value_max = _value(low)
    if high:
        low_value, (high_value, _) = value, _value(high)
        if low_value < high_value and not re.search("[万亿]", low) and not match["low_unit"]:  # 2至3亿元: the unit stands once
            scale = _value("1" + re.sub(r"[^万亿]", "", high))[0] if re.search("[万亿]", high) else 1
            low_value = low_value * scale if low_value * scale < high_value else low_value
        value, value_max = low_value, high_value
    if not value:
        return None
    soft = modifier or match["after"] or next((c for c in low if c in _VAGUE), None)
    return Amount(
        _plain(value), _plain(value_max) if value_max is not None else None, currency, soft, text[start : match.end()], start, match.end()
    )


_THEN = re.compile("[从由](?:去年|上年|前年)?同期的?$")  # 净利从去年同期的2亿下跌至…
_FILL = "达到为是约了共计突破高也有至 "
_ARABIC_START = re.compile(_ARABIC)
_SPOKEN = re.compile("个[多来]?亿")
_WORD_AFTER = re.compile(
    r"旦|件|素|宵|宝|首|宇宙|器|钻|老|勋|朝|代|曲|区|组|锂|材料|催化|乙丙|正极|前驱|电池|化|食品|牛奶|桥|村|镇|里|认识|论|次方程|结构|体系|价值观"
)

_KIND_AFTER = re.compile(r"级|店|俱乐部|时代|村")


def _leads_money(before: str, words: _Words) -> bool:
    """Whether what stands before a bare number makes it money: 营收达…, 净利从去年同期的…."""
    said = _THEN.sub("", before)
    return any(said.rstrip(_FILL + more).endswith(words.money) for more in ("", "额", "规模"))


def _is_no_money(low: str, high: str | None, unit: str, text: str, end: int) -> bool:
    """二元, 三元锂电, 亿元 without a number, 12单元 and the like."""
    if unit != "元":
        return False
    if low in {"万", "亿", "几", "数"} or (high is None and len(low) == 1 and _NO_MONEY.match(low) and low not in "百千"):
        return True
    if _KIND_AFTER.match(text, end):  # 百亿元级企业, 百元店
        return True
    return not re.search("[0-9万亿]", low) and bool(_WORD_AFTER.match(text, end))


def _value(text: str) -> tuple[Decimal, Decimal | None]:
    """The number that `text` writes; the second one where it names two neighbours: 两三百万."""
    text = re.sub(r"[\s,]", "", text.translate(_FULL_WIDTH))
    pair = re.search(r"([一二两三四五六七八九])([二三四五六七八九])(?=个?[十百千万亿]|$)", text)
    if pair and _DIGITS[pair[1]] < _DIGITS[pair[2]]:
        low = text[: pair.start(1)] + text[pair.end(1) - 1] + text[pair.end(2) :]
        high = text[: pair.start(1)] + text[pair.end(2) - 1] + text[pair.end(2) :]
        return _number(low), _number(high)
    return _number(text), None


def _number(text: str) -> Decimal:
    text = re.sub(f"[{_VAGUE}个]", "", text)
    for sign, scale in (("亿", 10**8), ("万", 10**4)):
        left, found, right = text.rpartition(sign)
        if found:
            return (_number(left) if left else Decimal(1)) * scale + (_number(right) if right else Decimal(0))
    digits = re.match(r"[0-9.]+", text)
    if digits:
        value = Decimal(digits[0].rstrip(".") or 0)
        for c in text[digits.end() :]:
            value *= _SCALES.get(c, 1)
        return value
    if not any(c in _SCALES for c in text):  # 二〇二四
        return Decimal("".join(str(_DIGITS[c]) for c in text if c in _DIGITS) or 0)
    total = digit = 0
    for c in text:
        if c in _SCALES:
            total += (digit or (0 if total and not digit else 1)) * _SCALES[c]
            digit = 0
        else:
            digit = _DIGITS.get(c, digit)
    return Decimal(total + digit)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
