"""Whatever happened in a search, every output shows the same numbers, and parts add up to wholes.

A few histories each time; ONWARD_HISTORIES=1000 tries as many (see docs/contributing.md).
"""

import csv
import os
from collections import Counter
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from openpyxl import load_workbook
from sqlalchemy import delete

from tests.builders import Build
from tests.histories.expected import Expected, counted
from tests.histories.steps import ASKED_OF_NO_ROW, CALLED_BACK, HISTORIES, OFFERS, History, lived
from tracker.backup.check import checks
from tracker.clock import now
from tracker.database import writing
from tracker.exports.formats import FORMATS
from tracker.exports.report.blocks import Figures, Paragraph, Pictures, Report, Rows
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest
from tracker.exports.work_search.read import read_log
from tracker.extensions import db
from tracker.insights.charts.flows import DRAWN_FROM
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.insights.one_minute import one_minute
from tracker.insights.read import Insights, read_insights
from tracker.insights.selected_charts import FOR_OTHERS
from tracker.models import User
from tracker.models.reads.standing import Standing
from tracker.models.reads.today import Today
from tracker.sharing.record import Record, read_record
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.sharing.summary import SharedSummary
from tracker.values.date_range import DateRange
from tracker.values.formatting import plural
from tracker.views.today.notices_presenter import loop_counts_words

Tables = dict[str, list[list[Any]]]
"""Of a file: the rows of each table, by its name."""
ALL = Selection(frozenset(FOR_LINKS), people=True)
TRIED = settings(
    max_examples=int(os.environ.get("ONWARD_HISTORIES", "3")),
    deadline=None,
    phases=[Phase.explicit, Phase.generate]
    if "ONWARD_HISTORIES" not in os.environ
    else [Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.on("sqlite")
@TRIED
@example(drawn=ASKED_OF_NO_ROW)
@example(drawn=CALLED_BACK)
@example(drawn=OFFERS)
@given(drawn=HISTORIES)
def test_every_output_shows_the_same_numbers(build: Build, drawn: Any) -> None:
    lived_and_compared(build, drawn)


@pytest.mark.on("postgresql")
@settings(TRIED, max_examples=int(os.environ.get("ONWARD_HISTORIES", "1")))
@example(drawn=CALLED_BACK)
@example(drawn=OFFERS)
@given(drawn=HISTORIES)
def test_every_output_shows_them_on_postgresql(build: Build, drawn: Any) -> None:
    lived_and_compared(build, drawn)


def lived_and_compared(build: Build, drawn: Any) -> None:
    history = lived(build, now(), drawn)
    try:
        _same(history)
    finally:
        db.session.rollback()
        with writing() as session:  # so that the next history is checked alone
            session.execute(delete(User).where(User.id == history.user.id))


def _same(history: History) -> None:
    db.session.rollback()
    db.session.expire_all()
    quiet_days = usual_silence(db.session(), history.user, history.at)
    expected = counted(db.session(), history.user, history.at, history.today, quiet_days)
    insights = read_insights(db.session(), history.user, DateRange(), history.at)
    record = read_record(
        db.session(), history.user, ALL, DateRange(), history.at, quiet_days=quiet_days
    )
    report = read_report(
        db.session(), history.user, ExportRequest("pdf", ALL, DateRange()), history.at
    )
    kinds = _sheets(history), _files(history)

    _summary(record, expected)
    _way(expected, insights)
    _rates(expected, insights)
    _loops_and_replies(expected, insights)
    _today(history, expected)
    _report(report, expected, insights)
    _tables(kinds, expected)
    _log(history, expected)
    _offers(record, report, kinds, expected)
    db.session.rollback()
    wrong = [each for each in checks(db.session(), history.at) if not each.well]
    assert [each for each in wrong if each.about != "Schema"] == []


def _summary(record: Record, expected: Expected) -> None:
    said = record.summary
    assert said is not None
    assert said == _as_summary(expected)
    assert Counter(line.standing for line in record.applications) == _labels(expected)
    assert len(record.applications) == expected.n == sum(said.standing(each) for each in Standing)
    if expected.n:
        still = "is" if said.still_open == 1 else "are"
        told = " ".join(one_minute(record))
        assert (f" {said.still_open} {still} still open" in told) == bool(said.still_open)


def _as_summary(expected: Expected) -> SharedSummary:
    noes, asked, answered, closed, unasked, _ = expected.loops
    return SharedSummary(
        applications=expected.n,
        interviewed=expected.interviewed,
        offers=expected.offers,
        **{each.value: expected.standings[each] for each in Standing},
        rejections=noes,
        asked=asked,
        answered=answered,
        closed=closed,
        unasked=unasked,
        actions_done=expected.done,
    )


def _labels(expected: Expected) -> Counter[str]:
    return Counter({each.label: number for each, number in expected.standings.items()})


def _way(expected: Expected, insights: Insights) -> None:
    chart = insights.chart("way")
    middles = ("Interview", "No interview")
    ends = [row for row in chart.rows if row[0] in middles]
    starts = [row for row in chart.rows if row[0] not in middles]
    ended: Counter[str] = Counter()
    for _, end, number in ends:
        ended[str(end)] += int(number)
    assert ended == _labels(expected)
    assert sum(int(row[2]) for row in starts) == expected.n
    for rows, place in ((starts, 1), (ends, 0)):
        met = sum(int(row[2]) for row in rows if row[place] == "Interview")
        assert met == expected.interviewed
    if expected.n:
        came = f"{expected.interviewed} came to an interview" in chart.says
        assert came == bool(expected.interviewed)
        offers = f"{expected.offers} to an offer" in chart.says
        assert offers == (bool(expected.offers) and expected.n >= DRAWN_FROM)
    assert insights.waiting_beyond.n == expected.standings[Standing.SILENT]


def _rates(expected: Expected, insights: Insights) -> None:
    """By source, by résumé: of those old enough alone, and in both charts the same."""
    chart = insights.chart("sources")
    if not chart.has_data:
        assert expected.ripe < 5 or not expected.ripe_interviewed
        return
    of = f"Of {expected.ripe} applications with time enough for an answer, "
    assert chart.says.startswith(f"{of}{expected.ripe_interviewed} came to an interview ")
    papers = {row[1]: (row[3], row[2]) for row in chart.rows if row[0] == "Résumé version"}
    told = [sum(int(pair[place]) for pair in papers.values()) for place in (1, 0)]
    assert not papers or tuple(told) == expected.by_paper
    versions = {f"{met} of {n}" for met, n in papers.values()}
    for change, before, after, *_ in insights.chart("worked").rows:
        if str(change).startswith("New résumé"):
            assert {before, after} == versions


def _loops_and_replies(expected: Expected, insights: Insights) -> None:
    rows = [row[1] for row in insights.chart("loops").rows]
    noes, asked, answered, closed, _, used = expected.loops
    assert rows == ([noes, asked, answered, closed, used] if asked or closed or used else [])
    at_risk = [int(row[4]) for row in insights.chart("replies").rows]
    assert at_risk == sorted(at_risk, reverse=True)


def _today(history: History, expected: Expected) -> None:
    span = DateRange.named("90", history.today)
    star = Today(db.session(), history.user.id).north_star(span)
    noes, asked, answered, closed, unasked = expected.loops_of_today
    assert star == (type(star))(noes, asked, answered, closed, unasked)
    learnt = f"learnt something from {closed} of {noes} rejection" in loop_counts_words(star)
    assert learnt == bool(closed)
    loops = read_insights(db.session(), history.user, span, history.at).chart("loops")
    assert [row[1] for row in loops.rows][:4] == (
        [noes, asked, answered, closed] if asked or closed else []
    )
    left_out = plural(expected.undated_noes, "rejection") + " without a date left out."
    assert (left_out in loops.caution) == bool(loops.rows and expected.undated_noes)


def _report(report: Report, expected: Expected, insights: Insights) -> None:
    blocks = [block for section in report.sections for block in section.blocks]
    if any(_as_summary(expected)):
        figures = next(block for block in blocks if isinstance(block, Figures)).figures
        still = sum(expected.standings[each] for each in Standing if each.is_open)
        wanted = (expected.n, expected.interviewed, expected.offers, still)
        assert [int(each.number) for each in figures] == [each for each in wanted if each]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    told = next((text for text in texts if " answer" in text and "rejection" in text), "")
    if "Most often" in told or told.endswith(("answer.", "answers.")):
        assert told.startswith(f"{expected.loops[0]:,} rejection")
    for each, number in expected.standings.items():
        assert any(f"{each.label.lower()} {number}" in text.lower() for text in texts)
    drawn = [
        picture for block in blocks if isinstance(block, Pictures) for picture in block.pictures
    ]
    for picture in drawn:
        same = next(
            chart
            for chart in insights.charts
            if FOR_OTHERS.get(chart.id, chart.title) == picture.title
        )
        assert (picture.says, picture.caution) == (same.says, same.caution)


def _sheets(history: History) -> Tables:
    """The cells of the workbook."""
    book = load_workbook(BytesIO(_made(history, "xlsx")))
    return {name: [list(row) for row in book[name].values] for name in book.sheetnames}


def _files(history: History) -> Tables:
    """The cells of the CSV files."""
    with ZipFile(BytesIO(_made(history, "csv"))) as archive:
        return {
            name.removesuffix(".csv").capitalize(): list(
                csv.reader(StringIO(archive.read(name).decode("utf-8-sig")))
            )
            for name in archive.namelist()
        }


def _tables(kinds: tuple[Tables, ...], expected: Expected) -> None:
    summary = _as_summary(expected)
    wanted = {each.label: summary.standing(each) for each in Standing} | {
        "Applications": summary.applications,
        "Came to an interview": summary.interviewed,
        "Offers": summary.offers,
        "Rejections": summary.rejections,
        "Asked for advice": summary.asked,
        "Answered": summary.answered,
        "Feedback unasked": summary.unasked,
        "Rejections learnt from": summary.closed,
        "Actions done": summary.actions_done,
    }
    for tables in kinds:
        told = {str(row[0]): row[1] for row in tables["Summary"]}
        assert {label: int(str(told[label])) for label in wanted} == wanted
        rows = tables["Applications"]
        place = rows[0].index("How it stands")
        assert Counter(row[place] for row in rows[1:] if row[place]) == _labels(expected)


def _offers(record: Record, report: Report, kinds: tuple[Tables, ...], expected: Expected) -> None:
    """Every round is in the record, in both tables and in the report; those that wait stand out."""
    told = [(each.on, each.pay_text, each.became) for each in record.offers]
    assert Counter((on, pay) for on, pay, _ in told) == Counter(expected.rounds)
    waiting = {line.application_id for line in record.offers_to_answer}
    assert waiting == expected.waiting_offers
    assert len(waiting) == expected.standings[Standing.OFFER_TO_ANSWER]
    for tables in kinds:
        rows = tables["Offers"]
        pay, state = rows[0].index("Pay"), rows[0].index("What became of it")
        found = Counter((row[pay] or "", row[state]) for row in rows[1:])
        assert found == Counter((words, became) for _, words, became in told)
    listed = [each for each in report.sections if each.heading == "Offers"]
    assert len(listed) == bool(told)
    for section in listed:
        (table,) = section.blocks
        assert isinstance(table, Rows)
        assert len(table.rows) + table.more == len(told)


def _made(history: History, name: str) -> bytes:
    wanted = ExportRequest(name, ALL, DateRange(), {"divider": "comma"})
    made = FORMATS[name].make(db.session(), history.user, wanted, history.at, lambda done: None)
    assert isinstance(made, bytes)
    return made


def _log(history: History, expected: Expected) -> None:
    """A log lists what has a day, each with how it stands."""
    span = DateRange.between(history.today - timedelta(days=400), history.today)
    log = read_log(db.session(), history.user, ALL, span, history.at)
    sent = [entry for entry in log.lines if entry.kind == "application"]
    assert len(sent) == expected.dated
    assert sum(entry.result == "Offer" for entry in sent) == expected.dated_offers
