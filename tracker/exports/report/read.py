"""Reads what a report is made of, and nothing that was not chosen."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.exports.report.blocks import Report
from tracker.exports.report.compose import report_of
from tracker.exports.report.table import READ
from tracker.exports.request import ExportRequest
from tracker.insights.charts.chart import Chart
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.user import User
from tracker.sharing.record import read_record
from tracker.sharing.selection import SharedPart


def read_report(session: Session, user: User, wanted: ExportRequest, now: datetime) -> Report:
    """The record and, where they were chosen, the charts, under the same mask; ends the read."""
    charts: tuple[Chart, ...] = ()
    quiet_days = usual_silence(session, user, now)
    record = read_record(
        session, user, wanted.choice, wanted.span, now, READ, quiet_days=quiet_days
    )
    if SharedPart.INSIGHTS in wanted.choice:
        from tracker.insights.read import read_insights

        charts = read_insights(session, user, wanted.span, now, record.mask, quiet_days).charts
    session.rollback()
    return report_of(record, charts)
