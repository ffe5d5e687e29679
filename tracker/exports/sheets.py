"""What a person's search is as tables: the same sheets for the workbook and the CSV files."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from tracker.exports.cells import Cell
from tracker.exports.columns import FEEDBACK, GIVER, SUMMARY, TABLES
from tracker.exports.sheet_column import SheetColumn, SheetTable
from tracker.insights.charts.chart import Chart
from tracker.models.reads.standing import Standing
from tracker.sharing.pace import WEEKS
from tracker.sharing.record import Record
from tracker.sharing.selection import SharedPart
from tracker.values.formatting import plain_day

COUNTS = {
    "applications": "Applications",
    "interviewed": "Came to an interview",
    "offers": "Offers",
    **{each.value: each.label for each in Standing},
    "rejections": "Rejections",
    "asked": "Asked for advice",
    "answered": "Answered",
    "unasked": "Feedback unasked",
    "closed": "Rejections learnt from",
    "actions_done": "Actions done",
}
NAMES = ("people", "contact", "by")
"""Facts that hold nothing but the names of people."""
NUMBERS = ("id", "application_id")
"""Facts that name an application: what is shown is its number within the person's own search."""
SPECIFIC = {True: "Yes", False: "No", None: ""}


class ExportSheet(NamedTuple):
    """One table."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[tuple[Cell, ...]]
    says: str = ""
    """Of a chart, the sentence to take away and what to be careful with."""
    printed: int = 0
    """The first columns, those that are printed; 0 is all of them."""


def sheets(record: Record) -> list[ExportSheet]:
    """Those that were chosen, empty ones with their headings too."""
    made = [_summary(record)]
    for table in TABLES:
        if table.part in record.choice:
            made.append(_table(record, table))
            if table.lines == "noes":
                made.append(_answers(record))
    return made


def chart_sheets(charts: Sequence[Chart]) -> list[ExportSheet]:
    """The figures behind each chart; where there are none yet, what will stand there."""
    return [_chart(chart) for chart in charts]


def _summary(record: Record) -> ExportSheet:
    """Whose it is and from which days, always; the numbers and the person's words if chosen."""
    rows: list[tuple[Cell, ...]] = [
        ("Job search of", record.name),
        ("From which time", record.span.words),
        ("Made on", record.made_at.date()),
    ]
    if record.summary is not None:
        counts = record.summary._asdict()
        rows += [(label, counts[name]) for name, label in COUNTS.items()]
        rows += _pace(record)
    if SharedPart.HELP in record.choice:
        rows.append(("What I’d like help with", record.help_wanted))
    return ExportSheet("Summary", SUMMARY, rows)


def _pace(record: Record) -> Iterator[tuple[Cell, ...]]:
    if record.pace is not None and record.pace.first is not None:
        pace = record.pace
        yield "Applying since", pace.first
        yield f"Sent in the {WEEKS} weeks up to {plain_day(pace.last)}", pace.recent
        yield f"Sent in the {WEEKS} weeks before", pace.earlier


def _table(record: Record, table: SheetTable) -> ExportSheet:
    hidden = set(NAMES) if record.mask.hides_people else set()
    if SharedPart.PAY not in record.choice:
        hidden |= {"pay_text", "terms"}
    if SharedPart.NOTES not in record.choice:
        hidden.add("terms")
    if SharedPart.TAGS not in record.choice:
        hidden.add("tags")
    shown = [(column, fact) for column, fact in table.columns if fact not in hidden]
    facts = attrgetter(*(fact for _, fact in shown))
    rows = [facts(line) for line in getattr(record, table.lines)]
    if shown[0][1] in NUMBERS:
        rows = [(record.numbers.get(number), *others) for number, *others in rows]
    columns = tuple(column for column, _ in shown)
    return ExportSheet(table.title, columns, rows, printed=table.printed)


def _answers(record: Record) -> ExportSheet:
    """What they said, without the column of who said it where names are hidden."""
    if not record.mask.hides_people:
        return ExportSheet("Feedback", FEEDBACK, list(_feedback(record)))
    giver = FEEDBACK.index(GIVER)
    rows = [row[:giver] + row[giver + 1 :] for row in _feedback(record)]
    return ExportSheet("Feedback", FEEDBACK[:giver] + FEEDBACK[giver + 1 :], rows)


def _feedback(record: Record) -> Iterator[tuple[Cell, ...]]:
    """A row for each point, and one for an answer without any; its words stand once."""
    by_answer = attrgetter("feedback_id")
    points = {
        number: list(found)
        for number, found in groupby(sorted(record.points, key=by_answer), key=by_answer)
    }
    for line in record.feedback:
        words = line.words
        for point in points.get(line.id) or (None,):
            yield (
                record.numbers.get(line.application_id),
                line.company,
                line.role,
                line.on,
                line.channel,
                line.giver,
                words,
                SPECIFIC[line.specific],
                *((point.quote, point.kind, point.theme, point.agreed) if point else [""] * 4),
            )
            words = ""


def _chart(chart: Chart) -> ExportSheet:
    numbers = [
        all(isinstance(row[n], int | float) for row in chart.rows) if chart.rows else False
        for n in range(len(chart.headers))
    ]
    columns = tuple(
        SheetColumn(header, "number" if number else "text", 14 if number else 30)
        for header, number in zip(chart.headers, numbers, strict=True)
    )
    said = f"{chart.says} {chart.caution}".strip()
    return ExportSheet(chart.title, columns, chart.rows, said)
