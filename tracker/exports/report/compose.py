"""Puts a report together, in the order in which it is read: what is not chosen is no part of it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tracker.exports.report import loop, narrative, tables
from tracker.exports.report.blocks import (
    Block,
    Heading,
    Paragraph,
    Picture,
    Pictures,
    Report,
    Rows,
    Section,
    Small,
    line_of,
)
from tracker.insights.charts.chart import Chart
from tracker.insights.selected_charts import selected_charts
from tracker.sharing.record import Record
from tracker.sharing.selection import SharedPart
from tracker.values.date_range import DateRange
from tracker.values.formatting import full_day

TITLE = "Job search report"
FIGURES = 16
"""Rows of a chart that stands as a table."""


def report_of(record: Record, charts: Iterable[Chart]) -> Report:
    """Two to four pages, however much there is."""
    return Report(
        TITLE,
        line_of(record.byline),
        _span(record.span),
        record.made_at,
        tuple(
            _sections(record, {each.id: each for each in selected_charts(record.choice, charts)})
        ),
        tuple(_notes(record)),
    )


def _sections(record: Record, charts: dict[str, Chart]) -> Iterator[Section]:
    def section(part: SharedPart, heading: str, *blocks: Iterable[Block]) -> Iterator[Section]:
        found = tuple(chain.from_iterable(blocks))
        if part in record.choice and found:
            yield Section(heading, found)

    if record.summary is not None:
        yield Section("In one minute", tuple(narrative.summary_blocks(record, record.summary)))
    # Drawings can't be broken: up here there is room for them, and what follows fills the page.
    yield from section(SharedPart.INSIGHTS, "What happened so far", _drawn(charts, "way", "loops"))
    if ahead := tuple(narrative.ahead_blocks(record)):
        yield Section("To answer, and coming up", ahead)
    wanted = narrative.help_wanted(record.help_wanted)
    yield from section(SharedPart.HELP, "What I’d like help with", wanted)
    yield from section(SharedPart.FEEDBACK, "What they keep saying", loop.feedback_blocks(record))
    worked, asking = _in_words(charts, "worked"), _in_words(charts, "asking")
    yield from section(SharedPart.ACTIONS, "Actions", loop.action_blocks(record), worked)
    yield from section(SharedPart.INTERVIEWS, "Interviews", tables.interview_blocks(record))
    yield from section(SharedPart.APPLICATIONS, "Applications", tables.application_blocks(record))
    yield from section(SharedPart.APPLICATIONS, "Offers", tables.offer_blocks(record))
    yield from section(SharedPart.ASKS, "Asking for advice", asking, tables.ask_blocks(record))
    numbers = chain(_drawn(charts, "replies", "weeks"), _as_table(charts, "sources"))
    yield from section(SharedPart.INSIGHTS, "Replies and interviews", numbers)
    yield from section(SharedPart.REVIEWS, "Looking back", loop.review_blocks(record.reviews))
    yield from section(SharedPart.HISTORY, "Stage history", tables.move_blocks(record))
    yield from section(SharedPart.NOTES, "Notes", tables.note_blocks(record))


def _drawn(charts: dict[str, Chart], *ids: str) -> Iterator[Block]:
    found = tuple(_picture(charts[id_]) for id_ in ids if id_ in charts)
    if found:
        yield Pictures(found)


def _in_words(charts: dict[str, Chart], id_: str) -> Iterator[Block]:
    """A chart's sentence alone, where a drawing would take a page."""
    if id_ in charts and charts[id_].svg:
        yield Paragraph(charts[id_].says)
        if charts[id_].caution:
            yield Small(charts[id_].caution)


def _as_table(charts: dict[str, Chart], id_: str) -> Iterator[Block]:
    """A chart's figures in rows, where its drawing would take a page."""
    if id_ in charts and charts[id_].rows:
        picture = _picture(charts[id_])
        yield Heading(picture.title)
        yield Paragraph(picture.says)
        if picture.caution:
            yield Small(picture.caution)
        widths = (4, 5) + (3,) * (len(picture.head) - 2)
        left_out = max(0, len(picture.rows) - FIGURES)
        yield Rows(picture.head, picture.rows[:FIGURES], widths, left_out)


def _picture(chart: Chart) -> Picture:
    rows = tuple(tuple(line_of(str(cell)) for cell in row) for row in chart.rows)
    return Picture(chart.title, chart.svg, chart.says, chart.caution, chart.headers, rows)


def _span(span: DateRange) -> str:
    if span.name == "dates" or span.is_open:
        return span.words
    return f"{span.words}: {full_day(span.first)} to {full_day(span.last)}"


def _notes(record: Record) -> Iterator[str]:
    if record.mask.hides_companies:
        yield "Letters stand for the names of companies."
    if record.mask.hides_people:
        yield "People’s names are left out."
    yield "Parts without an entry in this time are left out."
    yield (
        "This report is kept short: long texts end in …, and of long lists only the latest are "
        f"shown. For all of it, ask {line_of(record.name) or 'me'} for the Excel file or for a "
        "link: with the same boxes ticked, they have every line."
    )
