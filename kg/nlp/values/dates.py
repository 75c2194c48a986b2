"""Dates and periods in running text, as partial ISO values.

`2024-05-25`, `2024-05`, `2024`, `2024-Q1`, `2024-H1`; a range has a slash. Without a known year nothing is made up: `--05-25`, `--Q1`.
Words such as 近日 are dates without a value.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator

from kg.text import small_number

_TO = r"\s?(?:至|到|—{1,2}|-|–|~|～|－)\s?"
_YEAR = r"(?:(?P<year>(?:1[6-9]|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})年度?|(?P<said>今年|去年|(?<!目)前年(?![产均度轻])|明年|(?<![年月日周天以之产成用效运])后年(?![产均])|本年度|上年度|上年(?=[同末底])|同年(?=[0-9])|(?<![本此首每这数多几两一二三四五六七八九十0-9])[次翌]年(?=[0-9，初底末])))"
_YEAR_MAYBE = rf"(?:{_YEAR}的?\s?)?"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_WORD_MONTH, _WORD_DAY = "(?:十[一二]?|[一二三四五六七八九])", "(?:二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1, "两": 2}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_NEAR_DAYS = {"昨日": -1, "昨天": -1, "昨": -1, "前天": -2, "今天": 0, "今日": 0, "今晨": 0, "今早": 0, "明天": 1, "明日": 1}
_SAID_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "本年度": 0, "上年度": -1, "上年": -1}
_FROM_LAST = {"同年": 0, "次年": 1, "翌年": 1}  # from the year that the text has named last
_NO_YEAR = 2023  # stands in where no year is known; no leap year
_LEAP = 2024  # for days of which no year is known: it has them all
_DAYS = re.compile(r"(?:(\d{4})|-)-(\d\d)-(\d\d)")
_ONE_DAY = re.compile(r"(?P<month>(?:\d{4}|-)-\d\d)-(?P<day>\d\d)")
_WITH_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?")
_SENTENCE_ENDS = re.compile("[。！？\n]")
_AHEAD = 3  # newspapers tell what was: a day to come counts as three times as far
_CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11}
_PLANS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}


class _Published:
    """What is known of the day on which the article appeared, and of the day on which it was written (本报5月25日讯)."""

    def __init__(self, published: str | None, written: str | None = None) -> None:
        numbers = [int(part) for part in re.findall(r"[0-9]+", published or "")] if (published or "")[:1].isdigit() else []
        self.year = numbers[0] if numbers else None
        self.day = datetime.date(*numbers[:3]) if len(numbers) >= 3 and _is_day(*numbers[:3]) else None
        self.last: str | None = None  # the last day that the text has named, which 次日 and 同年 count from
        self.named: tuple[int, int] | None = None  # year and month of the last day that the sentence has named with its year
        self.written = self.day
        self.yearless = False
        if written:
            *year, month, day = (int(part) for part in re.findall(r"[0-9]+", written))
            near = year[0] if year else self.nearest_year(month, day)
            self.yearless = near is None
            self.written = _date(near or _NO_YEAR, month, day)

    def said(self, day: datetime.date) -> str:
        """A day counted from the day of writing, whose year may not be known."""
        return _iso(None if self.yearless else day.year, day.month, day.day)

    def of(self, match: re.Match[str]) -> int | None:
        """The year that a match names, in figures or as 去年."""
        groups = match.groupdict()
        if groups.get("year"):
            return int(groups["year"].translate(_CHINESE))
        said = groups.get("said")
        if said in _FROM_LAST:
            year = self.year_of_last()
            return year + _FROM_LAST[said] if year is not None else None
        return self.year + _SAID_YEARS[said] if said and self.year is not None else None

    def year_of_last(self) -> int | None:
        """The year of the last day that the text has named, if it is one."""
        return int(self.last[:4]) if self.last and self.last[:4].isdigit() and "/" not in self.last else None

    def later_in_month_of_last(self, day: int) -> str | None:
        """A bare day in the month of the last full day that the text has named, where it is that day or comes after it: 12月24日开会，26日走访."""
        parts = _ONE_DAY.fullmatch(self.last or "")
        return f"{parts['month']}-{day:02d}" if parts is not None and day >= int(parts["day"]) else None

    def nearest(self, match: re.Match[str], month: int, day: int = 15) -> int | None:
        """The year of a day in a month: the one named, else the one that brings it nearest to the day of publication, rather before it than after."""
        if match["year"] or match["said"]:
            return self.of(match)
        if self.named is not None and month >= self.named[1]:
            return self.named[0]  # 2015年3月成立，6月8日投产
        return self.nearest_year(month, day)

    def nearest_year(self, month: int, day: int) -> int | None:
        """The year that brings a day nearest to the day of publication."""
        if self.day is None:
            return None
        today = self.day
        away = {y: (_date(y, month, day) - today).days for y in (today.year - 1, today.year, today.year + 1)}
        return min(away, key=lambda y: away[y] * _AHEAD if away[y] > 0 else -away[y])

    def latest(self, match: re.Match[str], month: int) -> int | None:
        """The year of a period that begins in a month: the one named, else the last that had begun when the article appeared."""
        if match["year"] or match["said"]:
            return self.of(match)
        if self.day is None:
            return None
        return self.day.year if month <= self.day.month else self.day.year - 1


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether a calendar has the day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _has_days(value: str) -> bool:
    """Whether every full day that a value names is one: the 30th of February is a slip of the pen or of the recognition, and no date."""
    return all(_is_day(int(year) if year else _LEAP, int(month), int(day)) for year, month, day in _DAYS.findall(value))


def _date(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _iso(year: int | None, month: int, day: int | None = None) -> str:
    head = f"{year:04d}-{month:02d}" if year is not None else f"--{month:02d}"
    return f"{head}-{day:02d}" if day is not None else head


def _days(m: re.Match[str], known: _Published) -> str | None:
    first, last = int(m["month"]), int(m["month_to"] or m["month"])
    year = known.nearest(m, first, int(m["day"]))
    after = year + 1 if year is not None and last < first else year  # 12月30日至1月2日
    return f"{_iso(year, first, int(m['day']))}/{_iso(after, last, int(m['day_to']))}"


def _day(m: re.Match[str], known: _Published) -> str | None:
    month, day = int(m["month"]), int(m["day"])
    return _iso(known.nearest(m, month, day), month, day)


def _full(m: re.Match[str], known: _Published) -> str | None:
    return _iso(int(m["year"]), int(m["month"]), int(m["day"]))


def _in_words(m: re.Match[str], known: _Published) -> str | None:
    month, day = (small_number(part) for part in m["in_words"].removesuffix("日").split("月"))
    return _iso(known.nearest(m, month, day), month, day)


def _months(m: re.Match[str], known: _Published) -> str | None:
    first, last = int(m["month"]), int(m["month_to"])
    year = known.latest(m, first)
    return f"{_iso(year, first)}/{_iso(year, last)}" if first < last else None


def _first_months(m: re.Match[str], known: _Published) -> str | None:
    last = _NUMERALS.get(m["months"]) or int(m["months"])
    year = known.latest(m, last)
    return f"{_iso(year, 1)}/{_iso(year, last)}"


def _month(m: re.Match[str], known: _Published) -> str | None:
    month = int(m["month"])
    return _iso(known.nearest(m, month), month)


def _quarters(m: re.Match[str], known: _Published) -> str | None:
    last = 3 * _QUARTERS[m["quarter"]]
    year = known.latest(m, last)
    return f"{_iso(year, 1)}/{_iso(year, last)}"


def _quarter(m: re.Match[str], known: _Published) -> str | None:
    quarter = _QUARTERS[m["quarter"]]
    year = known.latest(m, 3 * quarter - 2)
    return f"{year}-Q{quarter}" if year is not None else f"--Q{quarter}"


def _half(m: re.Match[str], known: _Published) -> str | None:
    half = 1 if m["half"] == "上" else 2
    year = known.latest(m, 6 * half - 5)
    return f"{year}-H{half}" if year is not None else f"--H{half}"


def _year(m: re.Match[str], known: _Published) -> str | None:
    year = known.of(m)
    return str(year) if year is not None else None


def _years(m: re.Match[str], known: _Published) -> str | None:
    return f"{m['year']}/{m['year_to']}" if m["year"] < m["year_to"] else None


def _plan(m: re.Match[str], known: _Published) -> str | None:
    return f"{_PLANS[m['plan']]}/{_PLANS[m['plan']] + 4}"


def _weekday(m: re.Match[str], known: _Published) -> str | None:
    if known.day is None:
        return None
    monday = known.day - datetime.timedelta(days=known.day.weekday())
    weeks = {"上上": -2, "上": -1, "下": 1}.get(m["week"] or "", 0)
    day = monday + datetime.timedelta(days=7 * weeks + _WEEKDAYS[m["weekday"]])
    if m["week"] is None and day > known.day:  # 周五, said on a Tuesday of what has happened
        day -= datetime.timedelta(days=7)
    return day.isoformat()


def _near(m: re.Match[str], known: _Published) -> str | None:
    """昨天, from the day of writing; 昨天（3月13日） says itself which day that is."""
    if m["near_month"]:
        month, day = int(m["near_month"].rstrip("月")), int(m["near_day"])
        return _iso(known.nearest_year(month, day), month, day)
    if known.written is None:
        return f"---{int(m['near_day']):02d}" if m["near_day"] else None
    return known.said(known.written + datetime.timedelta(days=_NEAR_DAYS[m["near"]]))


def _next_day(m: re.Match[str], known: _Published) -> str | None:
    first, _, last = (known.last or "").partition("/")
    parts = re.fullmatch(r"(\d{4}|-)-(\d\d)-(\d\d)", last or first)
    if parts is None:
        return None
    year = int(parts[1]) if parts[1] != "-" else None
    day = _date(year or _NO_YEAR, int(parts[2]), int(parts[3])) + datetime.timedelta(days=1)
    return _iso(year and day.year, day.month, day.day)


def _same_year(m: re.Match[str], known: _Published) -> str | None:
    year = known.year_of_last()
    return str(year) if year is not None else None


def _early(m: re.Match[str], known: _Published) -> str | None:
    return str(known.year) if known.year is not None else None


def _near_month(m: re.Match[str], known: _Published) -> str | None:
    if known.day is None:
        return None
    months = known.day.year * 12 + known.day.month - 1 + {"上": -1, "本": 0, "下": 1}[m["which"]]
    return _iso(months // 12, months % 12 + 1)


def _near_month_day(m: re.Match[str], known: _Published) -> str | None:
    month = _near_month(m, known)
    return f"{month}-{int(m['day']):02d}" if month else None


def _day_only(m: re.Match[str], known: _Published) -> str | None:
    day = int(m["day"])
    if (known.written is None or day > known.written.day) and (told := known.later_in_month_of_last(day)) is not None:
        return told
    if known.written is None:
        return f"---{day:02d}"
    months = known.written.year * 12 + known.written.month - 1 - (day > known.written.day)
    return _iso(None if known.yearless else months // 12, months % 12 + 1, day)


def _days_only(m: re.Match[str], known: _Published) -> str | None:
    first, last = int(m["day"]), int(m["day_to"])
    if first >= last:
        return None
    if known.written is None:
        return f"---{first:02d}/---{last:02d}"
    months = known.written.year * 12 + known.written.month - 1 - (first > known.written.day)
    year = None if known.yearless else months // 12
    return f"{_iso(year, months % 12 + 1, first)}/{_iso(year, months % 12 + 1, last)}"


def _vague(m: re.Match[str], known: _Published) -> str | None:
    return None


_PATTERNS: tuple[tuple[str, Callable[[re.Match[str], _Published], str | None]], ...] = (
    (rf"{_YEAR_MAYBE}(?P<month>{_MONTH})月(?P<day>{_DAY})[日号]?{_TO}(?:(?P<month_to>{_MONTH})月)?(?P<day_to>{_DAY})[日号]", _days),
    (rf"{_YEAR_MAYBE}(?P<month>{_MONTH})月(?P<day>{_DAY})[日号]", _day),
    (rf"(?P<year>20[0-9]{{2}})[-/.](?P<month>{_MONTH})[-/.](?P<day>{_DAY})(?![0-9.%％])", _full),
    (rf"(?<![农阴旧]历){_YEAR_MAYBE}(?P<in_words>{_WORD_MONTH}月{_WORD_DAY}日)", _in_words),
    (rf"{_YEAR_MAYBE}(?P<month>{_MONTH})月?{_TO}(?P<month_to>{_MONTH})月(?:份|底|末)?(?![0-9])", _months),
    (r"(?P<year>(?:19|20)[0-9]{2})年?" + _TO + r"(?P<year_to>(?:19|20)[0-9]{2})年(?:度|底|末)?", _years),
    (rf"{_YEAR_MAYBE}(?P<month>{_MONTH})月(?:份|底|末|初|中旬|上旬|下旬)?(?![0-9])", _month),
    (rf"{_YEAR_MAYBE}前(?P<months>1[01]|[2-9]|十一|[二两三四五六七八九十])个?月(?!内|来|底)", _first_months),
    (rf"{_YEAR_MAYBE}前(?P<quarter>[二三两])个?季度", _quarters),
    (rf"{_YEAR_MAYBE}第?(?P<quarter>[一二三四1-4首])季度", _quarter),
    (rf"{_YEAR_MAYBE}(?P<half>[上下])半年", _half),
    (rf"{_YEAR}(?:全年|年底|年初|底|末|初)?", _year),
    (r"[“\"]?(?P<plan>十[一二三四五六])五[”\"]?(?:规划)?(?:时期|期间|以来|末)", _plan),
    (r"(?P<week>上上|[上本这下])?(?:周|星期)(?P<weekday>[一二三四五六日天])(?![边围年期届岁])", _weekday),
    (
        rf"(?P<near>昨日|昨天|前天|今天|今日|今晨|今早|明天|明日|昨(?=上午|下午|晚))(?:[（(](?:(?P<near_month>{_MONTH}月|0[1-9]|1[0-2]))?(?P<near_day>{_DAY})[日号]?[）)])?",
        _near,
    ),
    (rf"(?P<which>[上本下])月(?P<day>{_DAY})[日号]", _near_month_day),
    (r"(?P<which>[上本下])个?月(?:初|底|末|中旬)?", _near_month),
    (rf"(?<![0-9.月])(?P<day>{_DAY})[日号]?{_TO}(?P<day_to>{_DAY})[日号](?=[上下][午]|[，在电讯晚早凌召举起])", _days_only),
    (rf"(?<![0-9.月])(?P<day>{_DAY})日(?=[上下][午]|[，在电讯晚早凌至召举起])", _day_only),
    (r"次日|翌日|第二天", _next_day),
    (r"同年|那一年|这一年", _same_year),
    (r"(?<![0-9年今去前明后大])年初(?![一二三四五六七])", _early),
    (r"近日|日前|近期|当日|当天|同日|当年|本周|上周", _vague),
)
_COMPILED = tuple((re.compile(pattern), value) for pattern, value in _PATTERNS)
_FIRST = r"(?=[0-9一二三四五六七八九首第今去前明后本上下周星昨近日当同十两次翌那这年“\"])"  # most positions are none, and are passed over quickly
_LOCATOR = re.compile(_FIRST + "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in _PATTERNS) + ")")


def _says_year(m: re.Match[str]) -> bool:
    groups = m.groupdict()
    return bool(groups.get("year") or groups.get("said"))


def find_dates(text: str, published: str | None = None, written: str | None = None) -> Iterator[tuple[int, int, str | None]]:
    """All dates of a text as (start, end, value), in order; value None where the words name no day.

    Args:
        published: the day on which the text appeared.
        written: the day that its dateline names, from which 昨天 and a bare 15日 count; `--05-25` where the year is not known.
    """
    known, behind = _Published(published, written), 0
    for found in _LOCATOR.finditer(text):
        start = found.start()
        if known.named is not None and _SENTENCE_ENDS.search(text, behind, start):
            known.named = None
        if found[0][0].isdigit() and start and text[start - 1] in "0123456789.":
            continue
        for pattern, value in _COMPILED:
            if match := pattern.match(text, start):
                said = value(match, known)
                said = said if said and _has_days(said) else None
                known.last, behind = said or known.last, match.end()
                if said and (month := _WITH_MONTH.fullmatch(said)) and (known.named or _says_year(match)):
                    known.named = int(month[1]), int(month[2])
                yield start, match.end(), said
                break


def parse_date(text: str, published: str | None = None) -> str | None:
    """The value of the date that `text` begins with, or None.

    Examples:
        >>> parse_date("5月8日至9日", "2024-05-10")
        '2024-05-08/2024-05-09'
        >>> parse_date("5月25日"), parse_date("2月30日"), parse_date("12月30日至1月2日", "2024-01-03")
        ('--05-25', None, '2023-12-30/2024-01-02')
    """
    return next((value for start, _, value in find_dates(text, published) if start == 0), None)
