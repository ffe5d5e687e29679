"""A whole work-search log, ready to be shown, printed or written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.exports.work_search.entries import read_entries
from tracker.exports.work_search.log import LogEntry, LogSettings, Total, cells, heads, total
from tracker.exports.work_search.words import log_day, number, translated
from tracker.loop.next_step import SILENT_FOR
from tracker.models.reads.standing import as_of
from tracker.models.user import User
from tracker.sharing.reader import RecordReader
from tracker.sharing.record import read_redaction
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of


class Log(NamedTuple):
    """Lines in the order of their days, and what they add up to."""

    name: str
    span: DateRange
    setting: LogSettings
    lines: list[LogEntry]
    total: Total

    @property
    def heads(self) -> list[str]:
        """The columns' names."""
        return heads(self.setting)

    @property
    def rows(self) -> list[list[str]]:
        """The lines as they read."""
        return self.first(len(self.lines))

    def first(self, most: int) -> list[list[str]]:
        """The first so many lines as they read."""
        return [cells(line, self.setting) for line in self.lines[:most]]

    @property
    def days(self) -> str:
        """The span in the log's language: from 02.03.2026 to 15.03.2026."""
        preset, language = self.setting.preset, self.setting.language
        found = [log_day(each, preset) for each in (self.span.first, self.span.last) if each]
        if len(found) == 2:
            return f" {translated('to', language)} ".join(found)
        return found[0] if found else ""

    @property
    def sums(self) -> list[str]:
        """The totals, a line each."""
        language, sums = self.setting.language, self.total
        made = [f"{translated('in all', language).capitalize()}: {sums.lines}"]
        if sums.hours and "hours" in self.setting.columns:
            about = f"{translated('about', language)} " if sums.estimated else ""
            made.append(f"{about}{number(sums.hours, language)} {translated('hours', language)}")
        return [" · ".join(made), *map(self._part, sums.parts)]

    def _part(self, part: Any) -> str:
        preset, language = self.setting.preset, self.setting.language
        between = f" {translated('to', language)} "
        days = between.join(log_day(day, preset) for day in (part.first, part.last))
        of = f" {translated('of', language)} {self.setting.target}" if self.setting.target else ""
        return f"{days}: {number(part.value, language)}{of} {translated(preset.counts, language)}"


def read_log(
    session: Session,
    user: User,
    choice: Selection,
    span: DateRange,
    now: datetime,
    options: Mapping[str, Any] | None = None,
) -> Log:
    """Read it for these days; names as the choice has them."""
    setting = LogSettings.of(user, options)
    moment = as_of(now, user.zone, SILENT_FOR)  # a log says of the silent ones that they wait
    mask = read_redaction(session, user, choice)
    desk = RecordReader(session, user, choice, span, mask, moment)
    if desk.mask.hides_people:
        setting = setting.without("contact")
    found = read_entries(desk, now)
    name = user.name or user.email.partition("@")[0]
    today = day_of(now, user.zone)
    sums = total(found, setting, span, user.first_weekday, today)
    return Log(name, span, setting, found, sums)
