"""What a file for others is made of: one record, and the charts where they were chosen."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.exports.request import Wanted
from tracker.insights.charts.chart import Chart
from tracker.insights.selected_charts import chosen
from tracker.models.user import User
from tracker.sharing.record import Record, read_record
from tracker.sharing.selection import Part


def gather(
    session: Session, user: User, wanted: Wanted, now: datetime
) -> tuple[Record, tuple[Chart, ...]]:
    """Read it, names already masked."""
    record = read_record(session, user, wanted.choice, wanted.span, now)
    if Part.INSIGHTS not in wanted.choice:
        return record, ()
    from tracker.insights.read import read_insights

    charts = read_insights(session, user, wanted.span, now, record.mask).charts
    return record, chosen(wanted.choice, charts)
