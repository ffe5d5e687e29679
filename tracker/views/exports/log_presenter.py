"""The log on its page: what was done leads each row, and its day follows."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.read import Log
from tracker.exports.work_search.sums import ONE, entries
from tracker.exports.work_search.words import log_day, number, translated
from tracker.values.date_range import DateRange
from tracker.values.days import days_after

LEADS = ("position", "what", "employer")
"""The column that says best what was done, of those that were chosen."""
LONG = 14
"""Lines from which on only the latest week is open."""


class LogRow(NamedTuple):
    """What the template shows of a line."""

    href: str
    name: str
    cells: list[tuple[str, str]]
    """The other columns and what stands in them."""


class LogWeek(NamedTuple):
    """The rows of a week below its days."""

    days: str
    said: str
    """How many they are."""
    rows: list[LogRow]
    open: bool
    """Whether its rows are in sight; those of the other weeks of a long log come by a tap."""


class PresentedLog(NamedTuple):
    """The heads in the order of the page, and as many rows as it shows, by their weeks."""

    heads: list[tuple[str, str]]
    weeks: list[LogWeek]


class Headline(NamedTuple):
    """The one number on top; and how full it is where the person said what they need."""

    words: str
    reached: int | None = None
    target: int | None = None
    enough: bool = False


def headline_of(log: Log) -> Headline | None:
    """What counts for the agency: of one week or month that, else of all the days."""
    total, setting = log.total, log.setting
    if not log.lines:
        return None
    counts, language = setting.preset.counts, setting.language
    if len(total.parts) == 1:
        value = total.parts[0].value
        words = log.parts[0][1]
        if not value or not setting.target:
            return Headline(words)
        most = setting.target
        return Headline(words, min(int(value), most), most, value >= most)
    if counts == "points" and total.points:
        return Headline(f"{number(total.points, language)} {_unit(counts, total.points)}")
    return Headline(entries(total.lines, language))


def summed_words(log: Log, headline: Headline | None) -> str:
    """What opens all the sums: how many lines they are of, where that is not told on top."""
    said = entries(log.total.lines, log.setting.language)
    if headline is None or not log.lines or headline.words == said:
        return translated("In all", log.setting.language)
    return said


def span_words(span: DateRange, today: date) -> str:
    """As the page says it: 1 to 30 November; with the year where it is another than this one."""
    first, last = span.first, span.last
    if not first or not last:
        return span.words
    year = "" if first.year == last.year == today.year else f" {last.year}"
    ends = f"{last.day} {last:%B}{year}"
    if first == last:
        return ends
    begins = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begins += f" {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    return f"{begins} to {ends}"


def _unit(counts: str, value: int) -> str:
    return ONE[counts] if value == 1 else counts


def last_stretch(lines: Sequence[LogEntry]) -> DateRange | None:
    """The calendar month of the latest line."""
    if not lines:
        return None
    first = lines[-1].on.replace(day=1)
    return DateRange.between(first, days_after(days_after(first, 31).replace(day=1), -1))


def present_log(log: Log, most: int, today: date) -> PresentedLog:
    """The chosen columns, the leading one first."""
    columns = log.setting.columns
    lead = next((columns.index(each) for each in LEADS if each in columns), 0)
    order = [lead, *(n for n in range(len(columns)) if n != lead)]
    shown = zip(log.lines[:most], log.first(most), strict=True)
    rows = [
        (line.on, LogRow(edit_address(line), _name(line, cells[lead]), rest))
        for line, cells in shown
        for rest in [_named(columns, cells, order[1:])]
    ]
    weeks = list(_weeks(log, rows, today))
    if len(rows) > LONG:
        weeks = [*(week._replace(open=False) for week in weeks[:-1]), *weeks[-1:]]
    return PresentedLog(_named(columns, log.heads, order), weeks)


def _weeks(log: Log, rows: Sequence[tuple[date, LogRow]], today: date) -> Iterator[LogWeek]:
    language, preset, first_weekday = (
        log.setting.language,
        log.setting.preset,
        log.setting.first_weekday,
    )

    def week(row: tuple[date, LogRow]) -> date:
        return days_after(row[0], -((row[0].weekday() - first_weekday) % 7))

    for monday, found in groupby(rows, week):
        within = [row for _, row in found]
        ends = (max(monday, log.span.first or monday), days_after(monday, 6))
        last = min(ends[1], log.span.last or ends[1])
        days = span_words(DateRange.between(ends[0], last), today)
        if (language, preset.dates) != ("en", "day_first"):
            between = f" {translated('to', language)} "
            days = between.join(log_day(day, preset) for day in dict.fromkeys((ends[0], last)))
        yield LogWeek(days, entries(len(within), language), within, open=True)


def _name(line: LogEntry, said: str) -> str:
    return said or line.position or line.employer or "…"


def _named(columns: Sequence[str], texts: Sequence[str], order: list[int]) -> list[tuple[str, str]]:
    return [(columns[n], texts[n]) for n in order]


def edit_address(line: LogEntry) -> str:
    """Where a line's row can be changed."""
    noun, number = line.place or ("applications", 0)
    return f"/{noun}/{number}" if noun == "applications" else f"/work-search/activities/{number}"
