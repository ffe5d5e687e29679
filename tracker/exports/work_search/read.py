"""A whole work-search log, ready to be shown, printed or written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.exports.work_search.lines import lines
from tracker.exports.work_search.log import Line, Setting, Total, cells, heads, total
from tracker.exports.work_search.words import day, number, said
from tracker.models.user import User
from tracker.sharing.reader import Desk
from tracker.sharing.record import read_mask
from tracker.sharing.selection import Choice
from tracker.values.date_range import Span
from tracker.values.days import day_of


class Log(NamedTuple):
    """Lines in the order of their days, and what they add up to."""

    name: str
    span: Span
    setting: Setting
    lines: list[Line]
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
        found = [day(each, preset) for each in (self.span.first, self.span.last) if each]
        if len(found) == 2:
            return f" {said('to', language)} ".join(found)
        return found[0] if found else ""

    @property
    def sums(self) -> list[str]:
        """The totals, a line each."""
        language, sums = self.setting.language, self.total
        made = [f"{said('in all', language).capitalize()}: {sums.lines}"]
        if sums.hours and "hours" in self.setting.columns:
            about = f"{said('about', language)} " if sums.estimated else ""
            made.append(f"{about}{number(sums.hours, language)} {said('hours', language)}")
        return [" · ".join(made), *map(self._part, sums.parts)]

    def _part(self, part: Any) -> str:
        preset, language = self.setting.preset, self.setting.language
        days = f"{day(part.first, preset)} {said('to', language)} {day(part.last, preset)}"
        of = f" {said('of', language)} {self.setting.target}" if self.setting.target else ""
        return f"{days}: {number(part.value, language)}{of} {said(preset.counts, language)}"


def read_log(
    session: Session,
    user: User,
    choice: Choice,
    span: Span,
    now: datetime,
    options: Mapping[str, Any] | None = None,
) -> Log:
    """Read it for these days; names as the choice has them."""
    setting = Setting.of(user, options)
    desk = Desk(session, user, choice, span, read_mask(session, user, choice))
    if desk.mask.hides_people:
        setting = setting.without("contact")
    found = lines(desk, now)
    name = user.name or user.email.partition("@")[0]
    today = day_of(now, user.zone)
    sums = total(found, setting, span, user.first_weekday, today)
    return Log(name, span, setting, found, sums)
