"""What a file for others is made of: one record, and the charts where they were chosen."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.exports.request import Wanted
from tracker.insights.chart import Chart
from tracker.models.user import User
from tracker.sharing.charts import chosen
from tracker.sharing.choice import Part
from tracker.sharing.record import Record, read_record


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
