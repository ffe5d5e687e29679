"""How dates, spans and numbers read on the screen, in Australian English."""

import re
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from tracker.values.days import day_of, days_after, start_of

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WHOLE_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKS_FROM = 14  # days; below, they are counted one by one
MONTHS_FROM = 70
YEARS_FROM = 730
TELEPHONE = re.compile(r"(?<![\w+])\+?\(?\d[\d ()/-]{5,22}\d(?!\w)")
DAY_AND_MONTH = re.compile(rf"\b(?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
BESIDE = "\u00a0· "
"""Between facts of one line: where it is broken, the dot ends a line and begins none."""
TIME_TO_COME = "time not known yet"
"""Of an appointment of which the day alone is known."""


@lru_cache(maxsize=2048)
def full_day(day: date) -> str:
    """Reads the same on any day: Mon 2 Mar 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def day(day: date, today: date) -> str:
    """Today, Tomorrow, Yesterday, else Mon 2 Mar, with the year only when it is another."""
    near = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}.get((day - today).days)
    if near:
        return near
    words = full_day(day)
    return words.rpartition(" ")[0] if day.year == today.year else words


def value_in_words(value: str | int | date | None, today: date | None = None) -> str:
    """A fact of any kind; a day as it reads today, where that is told."""
    if isinstance(value, date):
        return day(value, today) if today else full_day(value)
    if isinstance(value, bool):
        return "Yes" if value else ""
    return "" if value is None else str(value)


def clock(moment: datetime, zone: tzinfo) -> str:
    """The time on the person's own clock, 09:05."""
    return f"{_local(moment, zone):%H:%M}"


def moment(moment: datetime, zone: tzinfo, today: date, hour_known: bool = True) -> str:
    """Tomorrow, 10:00, or Thu 12 Mar, 14:30; the day alone where its hour is not known."""
    words = day(day_of(moment, zone), today)
    return f"{words}, {clock(moment, zone)}" if hour_known else words


def in_sentence(words: str) -> str:
    """The words for a day or a moment in the middle of a sentence; only weekdays keep a capital."""
    near = words.startswith(("Today", "Tomorrow", "Yesterday"))
    return words[0].lower() + words[1:] if near else words


def short_day(on: date, today: date) -> str:
    """25 Nov; near ones by their names, with the year where it is another."""
    words = day(on, today)
    return words.partition(" ")[2] or words


def near_day(known: date, today: date) -> str:
    """A day of the next few, in the middle of a sentence: today, tomorrow, Friday."""
    if 1 < (known - today).days < len(WEEKDAYS):
        return WHOLE_WEEKDAYS[known.weekday()]
    return in_sentence(day(known, today))


def on_day(known: date, today: date) -> str:
    """Says when in a sentence: on Thu 5 Mar, or yesterday."""
    words = day(known, today)
    return f"on {words}" if " " in words else in_sentence(words)


def without_this_year(words: str, today: date) -> str:
    """The same words, with the year only in days of another one: until Mon 2 Mar."""
    return re.sub(rf"({'|'.join(MONTHS)}) {today.year}\b", r"\1", words)


def near_days(words: str, today: date) -> str:
    """The same words of ours, with days by name while they are near: Interview tomorrow, 14:30."""
    for away in (-1, 0, 1):
        near = today + timedelta(away)
        words = words.replace(f"on {full_day(near)}", in_sentence(day(near, today)))
    return without_this_year(words, today)


def plain_day(day: date) -> str:
    """The same without its weekday, for tables: 2 Mar 2026."""
    return full_day(day).partition(" ")[2]


def full_moment(moment: datetime) -> str:
    """A moment on the clock that it carries, the same on any day: Thu 12 Mar 2026, 14:30."""
    return f"{full_day(moment.date())}, {moment:%H:%M}"


def full_when(when: date | datetime | None) -> str:
    """A moment, or a day whose hour is not known; nothing where neither is."""
    if when is None:
        return ""
    return full_moment(when) if isinstance(when, datetime) else full_day(when)


def duration_since(since: date | datetime | None, now: datetime, zone: tzinfo) -> str:
    """Whole days, weeks or months on the person's calendar; nothing where the start is unknown."""
    return "" if since is None else _span(_days_since(since, now, zone))


def age(since: date | datetime | None, now: datetime, zone: tzinfo) -> str:
    """The same where room is scarce: today, 4 days, 8 wks, 3 mths, 2 yrs."""
    span = duration_since(since, now, zone)
    for whole, short in (("week", "wk"), ("month", "mth"), ("year", "yr")):
        span = span.replace(whole, short)
    return span


def next_midnight(now: datetime, zone: tzinfo) -> datetime:
    """When the words for a day may read differently."""
    return start_of(days_after(day_of(now, zone), 1), zone)


def ago(since: date | datetime | None, now: datetime, zone: tzinfo) -> str:
    """Today, 3 days ago; for what has happened, in the middle of a sentence."""
    span = duration_since(since, now, zone)
    if span == "1 day":
        return "yesterday"
    return f"{span} ago" if span and span != "today" else span


def count(number: int) -> str:
    return f"{number:,}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """1 card, 2 cards; the plural is given where an s doesn't make it."""
    return f"{count(number)} {one if number == 1 else many or f'{one}s'}"


def bytes_size(size: int) -> str:
    """Decimal kB, MB and GB, as on a phone's storage page."""
    if size < 1000:
        return plural(size, "byte")
    value, unit = size / 1000, "kB"
    for larger in ("MB", "GB", "TB"):
        if value < 999.5:
            break
        value, unit = value / 1000, larger
    return f"{value:.1f} {unit}" if value < 9.95 else f"{value:,.0f} {unit}"


def _local(moment: datetime, zone: tzinfo) -> datetime:
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def _days_since(since: date | datetime, now: datetime, zone: tzinfo) -> int:
    day = day_of(since, zone) if isinstance(since, datetime) else since
    return (day_of(now, zone) - day) // timedelta(days=1)


@lru_cache(maxsize=2048)
def _span(days: int) -> str:
    if days <= 0:
        return "today"
    if days < WEEKS_FROM:
        return plural(days, "day")
    if days < MONTHS_FROM:
        return plural(days // 7, "week")
    if days < YEARS_FROM:
        return plural(days * 12 // 365, "month")
    return plural(days // 365, "year")


def month(day: date) -> str:
    """March 2026."""
    return f"{FULL_MONTHS[day.month - 1]} {day.year}"


def shortened(text: str, longest: int) -> str:
    """The beginning of a long text, with an ellipsis where something was left out."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def shortened_to_words(text: str, longest: int) -> str:
    """The same, with no word cut in two where there are several."""
    cut = shortened(text, longest)
    whole = cut if cut == text or text[len(cut) - 1].isspace() else cut.rpartition(" ")[0]
    return f"{whole.rstrip(' ·,…')}…" if cut != text and whole else cut


def dashed(name: str) -> str:
    """A name in which no line begins with a dash: it stays with the word before it."""
    return re.sub(r"(?<=\S) (?=[-–—] )", "\N{NO-BREAK SPACE}", name)


def unbroken(words: str) -> str:
    """A telephone number in it stays in one line, 03 5550 1234, and so does a day, Tue 8 Dec."""
    for together in (TELEPHONE, DAY_AND_MONTH):
        words = together.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), words)
    return words


def mid_sentence(quoted: str) -> str:
    """Somebody's words, with a sign in front where they begin in the middle of a sentence."""
    first = next((sign for sign in quoted if sign.isalnum()), "")
    return f"… {quoted}" if first.islower() else quoted
