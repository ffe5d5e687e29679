"""A whole work-search log, ready to be shown, printed or written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.exports.work_search.cells import cells, heads
from tracker.exports.work_search.days_before import read_days_before
from tracker.exports.work_search.entries import read_entries
from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.points import scores, yearly
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.sums import head_of, part_of
from tracker.exports.work_search.totals import Total, stretches, total
from tracker.exports.work_search.words import log_day, translated
from tracker.loop.facts import SILENT_FOR
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
    scores: list[int]
    """The points of each line."""
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
        each = zip(self.lines[:most], self.scores, strict=False)
        return [cells(line, self.setting, points) for line, points in each]

    @property
    def days(self) -> str:
        """The span in the log's language: from 02.03.2026 to 15.03.2026."""
        preset, language = self.setting.preset, self.setting.language
        found = [log_day(each, preset) for each in (self.span.first, self.span.last) if each]
        if len(found) == 2:
            return f" {translated('to', language)} ".join(found)
        return found[0] if found else ""

    @property
    def head(self) -> list[tuple[str, str]]:
        """The person's number and the totals, by name."""
        return head_of(self.total, self.setting)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What counts in each week or month, by its days."""
        return [part_of(part, self.setting) for part in self.total.parts]


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
    reader = RecordReader(session, user, choice, span, mask, moment)
    if reader.mask.hides_people:
        setting = replace(setting.without("contact"), reference="")
    found = [
        line for line in read_entries(reader, now) if line.kind not in setting.preset.leaves_out
    ]
    today = day_of(now, user.zone)
    parts = stretches(found, setting, span, today)
    kinds = [each for each in yearly(setting) if any(line.kind == each for line in found)]
    counted = scores(found, setting, parts, read_days_before(reader, kinds))
    name = user.name or user.email
    sums = total(found, setting, parts, counted, today)
    return Log(name, span, setting, found, counted, sums)
