"""What the numbers in Excel's cells mean: days, times, or just numbers."""

import re
from datetime import datetime, time, timedelta

BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Formats of dates and times that a workbook need not spell out."""
LASTING = frozenset((46,))
"""Those of them for how long something took."""
NOT_THE_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
HOW_LONG = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
LONGEST_FORMAT = 255
"""Characters of a format, as spreadsheets have it; no more are looked at."""
EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
LEAP_DAY_OF_1900 = 60
"""A day that Excel has and the calendar has not."""


def kind_of_format(number: int, code: str | None) -> str:
    """`date`, `duration` or nothing, by a format's number and how it is spelled out."""
    if code is None:
        return "duration" if number in LASTING else "date" if number in BUILT_IN else ""
    first = NOT_THE_FORMAT.sub("", code[:LONGEST_FORMAT]).partition(";")[0]
    if first.strip().lower() == "general" or not DATE_LETTERS.search(first):
        return ""
    return "duration" if HOW_LONG.search(first) else "date"


def number_words(text: str, kind: str, from_1904: bool) -> str:
    """A number as text; days as ISO, which is read the same under any order of day and month."""
    try:
        number = float(text)
    except ValueError:
        return text
    if number != number or abs(number) > 1e15:
        return text
    if kind and (said := _moment(number, kind, from_1904)) is not None:
        return said
    return str(int(number)) if number.is_integer() else repr(number)


def day_words(moment: datetime) -> str:
    """A day, with its hour where it has one."""
    whole = moment.time() == time()
    return moment.date().isoformat() if whole else moment.isoformat(" ", "minutes")


def iso_words(text: str) -> str:
    """A day that is written as ISO, without a midnight that nobody wrote."""
    try:
        return day_words(datetime.fromisoformat(text.strip()).replace(tzinfo=None))
    except ValueError:
        return text


def _moment(number: float, kind: str, from_1904: bool) -> str | None:
    try:
        length = timedelta(seconds=round(number * 86_400))
        if kind == "duration":
            return str(length)
        if 0 <= number < 1:
            return (EPOCHS[False] + length).time().isoformat()
        if not from_1904 and number < LEAP_DAY_OF_1900:
            length += timedelta(days=1)
        return day_words(EPOCHS[from_1904] + length) if number >= 1 else None
    except OverflowError:
        return None
