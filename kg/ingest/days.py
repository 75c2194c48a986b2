"""Days that a calendar has: what a page, a file name or an address says is checked before anybody counts from it."""

import datetime


def day(year: int, month: int, day_: int) -> datetime.date | None:
    """The day, or None if there is none.

    >>> day(2024, 2, 29), day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return datetime.date(year, month, day_)
    except ValueError:
        return None


def iso(year: str, month: str, day_: str) -> str | None:
    """The same of three strings of figures, as ISO.

    >>> iso("2024", "5", "7"), iso("2024", "02", "30")
    ('2024-05-07', None)
    """
    found = day(int(year), int(month), int(day_))
    return found.isoformat() if found else None
