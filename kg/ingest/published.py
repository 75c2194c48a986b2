"""On which day an article appeared: what its head line says, else worked out from its dateline and the years it names, else unknown."""

import datetime
import re
from collections.abc import Iterator, Sequence

from kg.ingest import days
from kg.ingest.segment import Story

_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?:(?:至|到|—|-)(?:(?P<to_month>1[0-2]|0?[1-9])月)?(?P<to>3[01]|[12]\d|0?[1-9])日)?"
)
_OPENING = 160  # characters of a story in which its own day stands
_PLANS = "(?:要点|方案|计划|清单|任务|安排|意见|措施)"
_NAMED_YEAR = re.compile(
    rf"《[^《》]{{0,40}}{_PLANS}[^《》]{{0,6}}?(?P<ends>20\d\d)年?[）)]?》|《[^《》]{{0,4}}?(?P<heads>20\d\d)年(?!版)[^《》]{{0,40}}{_PLANS}[^《》]{{0,8}}》"
    r"|(?P<event>20\d\d)年(?:第?[一二三四]季度|[春夏秋冬]季|上半年|下半年)?(?=[^，。；]{0,16}(?:大会|推介会|论坛|博览会|对接会|开工仪式|启动仪式|开幕式|招聘会|运动会|年会|峰会|展览会|交易会|洽谈会|座谈会|推进会))"
)
_PLAIN_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)(?!\d)年?")
_AHEAD = re.compile(r"(?:到|至|力争|预计|计划|将于|争取|目标|拟于|—|-|－|～|~)$")
_AHEAD_AFTER = re.compile(r"(?:底前|末前|前|以前|力争|预计|计划|建成|达到|实现|投产|—|-|－|～|~)")
_SAID_TODAY = re.compile(r"今[天日晚晨早]（(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日）")
_BOUND = re.compile("(?:截至|截止|截止到|截止于|自|从|将于|定于|拟于|将自|成立于|成立日期|日期为)$")
_BOUND_AFTER = re.compile("(?:起(?![家步草诉飞航])|前|以前|之前|止|施行|实施|到期|24[：:时])")
_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月")
_WINDOW = 12  # characters before a month in which words say that it is to come
_TO_COME = re.compile("[将拟至到—-]|预计|计划|有效期|期限|届满|力争|争取|目标|定于|约定")
_TO_COME_AFTER = re.compile(r"(?:\d{1,2}日)?(?:起|前|底|末|止|到期|以前|之前|施行|实施)")
_ADDRESS = re.compile(  # 2024/5/26, 20240526, 2024-05/26, 2024/0526
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[-/_](?P<month>1[0-2]|0?[1-9])[-/_](?P<day>3[01]|[12]\d|0?[1-9])"
    r"|[-/_]?(?P<mm>1[0-2]|0[1-9])/?(?P<dd>3[01]|[12]\d|0[1-9]))(?!\d)"
)
_SIGNED = re.compile(r"(?P<year>20\d\d)\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?日")
_SPREAD = 4  # days between the stories of one page


def date_in_address(url: str | None) -> str | None:
    """The day that the address of a page names.

    >>> date_in_address("http://a.cn/art/2024/5/27/art_1.html"), date_in_address("http://a.cn/202405/t20240527_88.htm"), date_in_address("a.cn/20249")
    ('2024-05-27', '2024-05-27', None)
    """
    found = _ADDRESS.search(url or "")
    return days.iso(found["year"], found["month"] or found["mm"], found["day"] or found["dd"]) if found else None


def story_day(story: Story) -> tuple[int | None, int, int] | None:
    """Year, if named, month and day of what a story reports: of its dateline, else the day that its opening calls today, else the first that it names.

    Not a day from which, by which or until which something holds (截至3月31日, 自5月1日起施行), nor one before others of which the story tells.
    """
    opening = story.opening
    if opening is not None and opening.month and opening.day:
        return opening.year, opening.month, opening.day
    head = story.text[:_OPENING]
    said = _SAID_TODAY.search(head)
    found = (
        _DAY.search(head, said.start()) if said is not None else next(filter(_is_day_told, _DAY.finditer(story.text, 0, _OPENING)), None)
    )
    if found is None:
        return None
    year, month = (int(found["year"]) if found["year"] else None), int(found["to_month"] or found["month"])
    if said is None and year is not None and any(later > (year, month + 1) for later in _months(story.text)):
        return None  # 2017年10月13日报道 in a story of 2018年7月
    return year, month, int(found["to"] or found["day"])


def _is_day_told(found: re.Match[str]) -> bool:
    """Whether something is told of a day, and it is not one that something holds from, by or until."""
    text = found.string
    return _BOUND.search(text, max(0, found.start() - 4), found.start()) is None and _BOUND_AFTER.match(text, found.end()) is None


def _months(text: str) -> Iterator[tuple[int, int]]:
    """The months that a text names with their years as what has been."""
    for found in _MONTH.finditer(text):
        if not _TO_COME.search(text, max(0, found.start() - _WINDOW), found.start()) and not _TO_COME_AFTER.match(text, found.end()):
            yield int(found["year"]), int(found["month"])


def named_year(text: str) -> int | None:
    """The year in which a text that says 5月25日 was written, where it names its own year and none later that has been.

    A plan for a year or a meeting of a year is news in that year; a year in which something happened need not be the last one.

    >>> named_year("2022年、2023年入选，围绕《甲市提升行动方案2024》，到2030年建成")
    2024
    >>> named_year("2023年8月落户") is None
    True
    """
    strong = {int(year) for found in _NAMED_YEAR.finditer(text) for year in found.groups() if year}
    if not strong:
        return None
    been = {
        int(found["year"])
        for found in _PLAIN_YEAR.finditer(text)
        if not _AHEAD.search(text[max(found.start() - 6, 0) : found.start()]) and not _AHEAD_AFTER.match(text, found.end())
    }
    best = max(strong & been) if strong & been else None
    return best if best is not None and best == max(been) else None


def signed_day(text: str) -> str | None:
    """The day by which an authority signs, in a line of its own at the end: a notice appears on the day that it bears.

    >>> signed_day("市市场监管局约谈某公司。\\n无锡市市场监督管理局\\n2025年1月23日"), signed_day("2025年1月23日，市长到厂里。")
    ('2025-01-23', None)
    """
    found = _SIGNED.fullmatch(text.rstrip().rpartition("\n")[2].strip())
    return days.iso(found["year"], found["month"], found["day"]) if found is not None else None


def infer_published(stories: Sequence[Story]) -> list[tuple[str, str] | None]:
    """Day of appearance and the reason, for each story of one source.

    A daily reports a day on the next one; all stories of a page appear together; a notice bears its day at its end.

    Returns None for a story whose year nobody names: nothing is made up.
    """
    guessed = _guessed(stories)
    signed = [signed_day(story.text) for story in stories]
    return [(day, "落款的日期") if day is not None else guess for day, guess in zip(signed, guessed, strict=True)]


def _guessed(stories: Sequence[Story]) -> list[tuple[str, str] | None]:
    told = [story_day(story) for story in stories]
    year = named_year("\n".join(story.text for story in stories))
    dates: list[datetime.date | None] = []
    for day in told:
        known = day[0] or year if day else None
        dates.append(days.day(known, day[1], day[2]) if day and known else None)
    known_dates = [date for date in dates if date is not None]
    if not known_dates:
        return [None] * len(stories)
    last = max(known_dates)
    today = any(_SAID_TODAY.search(story.text[:_OPENING]) for story in stories)
    close = (last - min(known_dates)).days <= _SPREAD
    found: list[tuple[str, str] | None] = []
    for date, day in zip(dates, told, strict=True):
        base = last if close else date
        if base is None or (date is None and day is not None):
            found.append(None)
            continue
        said = f"{base.month}月{base.day}日"
        whose = "年份见于正文" if day and day[0] else f"年份从文中的“{base.year}年”推断"
        if today:
            found.append((base.isoformat(), f"文中说“今天”是{said}；{whose}"))
        else:
            found.append(((base + datetime.timedelta(days=1)).isoformat(), f"报道的最后一天是{said}，次日见报；{whose}"))
    return found
