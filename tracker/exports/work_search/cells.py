"""How a line of the log reads, in the columns that were chosen and in the log's language."""

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.presets import COLUMNS, KINDS
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.words import NOT_RECORDED, log_day, number, translated


def heads(setting: LogSettings) -> list[str]:
    """The columns' names in the language of the log."""
    return [translated(COLUMNS[each], setting.language) for each in setting.columns]


def cells(line: LogEntry, setting: LogSettings, points: int = 0) -> list[str]:
    """A line as it reads on paper; `points` are those that count."""
    shown = _shown(line, setting, points)
    return [shown[each] for each in setting.columns]


def hours_of(line: LogEntry, setting: LogSettings, language: str) -> str:
    """1.5; what was not written down is not nothing, and says so."""
    spent = setting.spent(line)
    if spent is None:
        return translated(NOT_RECORDED, setting.language)
    return number(round(spent / 60, 2), language)


def _shown(line: LogEntry, setting: LogSettings, points: int) -> dict[str, str]:
    language = setting.language
    kind = translated(KINDS.get(line.kind, ""), language)
    how = translated(line.how, language) if line.ours else line.how
    what_else = "" if "what" in setting.columns or line.kind == "application" else kind
    return {
        "on": log_day(line.on, setting.preset),
        "what": kind,
        "employer": line.employer,
        "address": line.address,
        "contact": line.contact,
        "position": line.position,
        "how": ", ".join(each for each in (what_else, how) if each),
        "result": translated(line.result, language) if line.ours else line.result,
        "hours": hours_of(line, setting, language),
        "points": str(points or ""),
    }
