"""What a file for others is made of: one record, and the charts where they were chosen."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.exports.request import ExportRequest
from tracker.insights.charts.chart import Chart
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.insights.selected_charts import selected_charts
from tracker.models.user import User
from tracker.sharing.record import Record, read_numbers, read_record
from tracker.sharing.selection import SharedPart


def gather(
    session: Session, user: User, wanted: ExportRequest, now: datetime
) -> tuple[Record, tuple[Chart, ...]]:
    """Read it, names already masked."""
    quiet_days = usual_silence(session, user, now)
    record = read_record(session, user, wanted.choice, wanted.span, now, quiet_days=quiet_days)
    record = replace(record, numbers=read_numbers(session, user))
    if SharedPart.INSIGHTS not in wanted.choice:
        return record, ()
    from tracker.insights.read import read_insights

    charts = read_insights(session, user, wanted.span, now, record.mask, quiet_days).charts
    return record, selected_charts(wanted.choice, charts)
