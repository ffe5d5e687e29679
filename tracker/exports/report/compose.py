"""Puts a report together, in the order in which it is read: what is not chosen is no part of it."""

from collections.abc import Iterable, Iterator

from tracker.exports.report import story, tables
from tracker.exports.report.blocks import Block, Picture, Pictures, Quote, Report, Section
from tracker.formatting import full_day
from tracker.insights.chart import Chart
from tracker.sharing.choice import Part
from tracker.sharing.record import Record
from tracker.span import Span

TITLE = "Job search report"
NEEDS = {"themes": Part.FEEDBACK, "asking": Part.ASKS, "worked": Part.ACTIONS}
"""Charts that show what another part holds, and so need that one too."""


def report_of(record: Record, charts: Iterable[Chart]) -> Report:
    """Two to four pages, however much there is."""
    return Report(
        TITLE,
        record.name,
        _span(record.span),
        f"Made on {full_day(record.made_at.date())}",
        tuple(_sections(record, _chosen(record, charts))),
        tuple(_notes(record)),
    )


def _chosen(record: Record, charts: Iterable[Chart]) -> dict[str, Chart]:
    if Part.INSIGHTS not in record.choice:
        return {}
    return {
        chart.id: chart
        for chart in charts
        if chart.id not in NEEDS or NEEDS[chart.id] in record.choice
    }


def _sections(record: Record, charts: dict[str, Chart]) -> Iterator[Section]:
    def shown(*ids: str) -> tuple[Block, ...]:
        found = tuple(_picture(charts[id_]) for id_ in ids if id_ in charts)
        return (Pictures(found),) if found else ()

    def section(part: Part, heading: str, blocks: Iterable[Block], *ids: str) -> Iterator[Section]:
        if part in record.choice:
            yield Section(heading, _before_quotes(tuple(blocks), shown(*ids)))

    if record.summary is not None:
        yield Section("The short of it", tuple(story.short(record.summary)))
    yield from section(Part.HELP, "What I’d like help with", story.help_wanted(record.help_wanted))
    yield from section(Part.INSIGHTS, "The way so far", (), "way", "loops")
    yield from section(Part.FEEDBACK, "What they keep saying", story.said(record), "themes")
    yield from section(Part.ACTIONS, "Actions", story.actions(record), "worked")
    yield from section(Part.INSIGHTS, "Replies and interviews", (), "replies", "sources")
    yield from section(Part.INTERVIEWS, "Interviews", tables.interviews(record))
    yield from section(Part.ASKS, "Asking for advice", tables.asks(record), "asking")
    yield from section(Part.REVIEWS, "Looking back", story.reviews(record.reviews))
    yield from section(Part.APPLICATIONS, "Applications", tables.applications(record))
    yield from section(Part.HISTORY, "Stage history", tables.moves(record))
    yield from section(Part.NOTES, "Notes", tables.notes(record.notes))


def _before_quotes(blocks: tuple[Block, ...], shown: tuple[Block, ...]) -> tuple[Block, ...]:
    quotes = tuple(block for block in blocks if isinstance(block, Quote))
    return (*(block for block in blocks if block not in quotes), *shown, *quotes)


def _picture(chart: Chart) -> Picture:
    rows = tuple(tuple(str(cell) for cell in row) for row in chart.rows)
    return Picture(chart.title, chart.svg, chart.says, chart.caution, chart.headers, rows)


def _span(span: Span) -> str:
    if span.name == "dates" or span.is_open:
        return span.words
    return f"{span.words}: {full_day(span.first)} to {full_day(span.last)}"


def _notes(record: Record) -> Iterator[str]:
    if record.mask.hides_companies:
        yield "Letters stand for the names of companies."
    if record.mask.hides_people:
        yield "People’s names are left out."
    yield "Long texts are cut where … stands. The Excel file has all of it."
