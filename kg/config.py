"""The settings of one run: what the user says of the pages, and how to extract. They are part of every fingerprint."""

import re
from dataclasses import dataclass
from datetime import date

from kg.errors import UsageError

_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What would else be inferred from each page, and whether the learned recogniser takes part."""

    paper: str | None = None
    locality: str | None = None
    published: str | None = None
    use_model: bool = True

    @property
    def reading(self) -> tuple[str, str, str]:
        """The part that decides which articles a source gives."""
        return self.paper or "", self.locality or "", self.published or ""


def checked_date(text: str | None) -> str | None:
    """A date that the user gave: `2024-05-27`, or `2024-05` when the day is not known.

    >>> checked_date("2024-05-27"), checked_date("2024-05"), checked_date(None)
    ('2024-05-27', '2024-05', None)

    Raises:
        UsageError: it is no date.
    """
    if text is None:
        return None
    match = _DATE.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        raise UsageError(f"出版日期 {text!r} 不是日期；请写成 2024-05-27") from None
    return text.strip()
