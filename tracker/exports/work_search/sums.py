"""What stands on a log's first page: the person's number, the totals, and each week or month.

Nothing tells against its owner: what was not written down is not nothing, a number to reach is
there only as they gave it, and no week or month is held against it.
"""

from collections.abc import Iterator

from tracker.exports.work_search.points import caps_of
from tracker.exports.work_search.presets import KINDS
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.totals import LogPeriod, Total
from tracker.exports.work_search.words import NOT_RECORDED, log_day, number, translated

Labelled = tuple[str, str]
ONE = {"points": "point", "hours": "hour", "contacts": "contact"}
IN = {"week": "in a week", "month": "in a month", "year": "in 12 months"}


def head_of(total: Total, setting: LogSettings) -> list[Labelled]:
    """Names and values: whose log it is for the agency, and what it all adds up to."""
    return list(_head(total, setting))


def _head(total: Total, setting: LogSettings) -> Iterator[Labelled]:
    language, preset = setting.language, setting.preset
    if setting.reference:
        yield preset.reference, setting.reference
    if setting.target and preset.needed:
        yield preset.needed, f"{setting.target}"
    if not total.lines:
        return
    yield translated("In all", language), entries(total.lines, language)
    if "hours" in setting.columns:
        yield translated("Hours", language), _hours(total, setting)
    if preset.counts == "points":
        yield "Points", f"{total.points}" if total.points else NOT_RECORDED
    uncounted = dict(total.uncounted)
    for kind, count in total.by_kind:
        besides = _without(kind, uncounted[kind], count, setting) if kind in uncounted else ""
        yield translated(KINDS[kind], language), f"{count}{besides}"


def _without(kind: str, left: int, count: int, setting: LogSettings) -> str:
    """1 of them without points, beyond 1 in 12 months; each line is counted once."""
    cap = caps_of(setting)[kind]
    which = "" if left == count else f"{left} of them "
    return f", {which}without points (beyond {cap.most} {IN[cap.every]})"


def _hours(total: Total, setting: LogSettings) -> str:
    language = setting.language
    if not total.hours:
        return translated(NOT_RECORDED, language)
    said = number(total.hours, language)
    if total.estimated:
        said = f"{translated('about', language)} {said}"
    return said + _besides(total.unrecorded, language)


def part_of(part: LogPeriod, setting: LogSettings) -> Labelled:
    """The days of a week or month, and what was counted in it."""
    preset, language = setting.preset, setting.language
    between = f" {translated('to', language)} "
    days = between.join(log_day(day, preset) for day in dict.fromkeys((part.first, part.last)))
    unit = ONE[preset.counts] if part.value == 1 else preset.counts
    value = f"{number(part.value, language)} {unit}" if part.value else NOT_RECORDED
    besides = _besides(part.unrecorded, language) if part.value else ""
    return days, value + _cut(part, setting) + besides


def _cut(part: LogPeriod, setting: LogSettings) -> str:
    if not part.whole:
        return f", part of a {setting.preset.every}"
    return "" if part.over else " so far"


def _besides(count: int, language: str) -> str:
    if not count:
        return ""
    said, missing = entries(count, language), translated(NOT_RECORDED, language)
    return f" (für {said} {missing})" if language == "de" else f" ({missing} for {said})"


def entries(count: int, language: str) -> str:
    """1 entry, 3 entries."""
    return f"{count:,} {translated('entry' if count == 1 else 'entries', language)}"
