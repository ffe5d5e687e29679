"""Days of activities before the span, which count against what a year allows."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from tracker.models.activity import Activity
from tracker.sharing.reader import RecordReader


def read_days_before(reader: RecordReader, kinds: Sequence[str]) -> list[tuple[str, date]]:
    """Days of such activities before the span, which count against what a year allows."""
    if not kinds or reader.span.first is None:
        return []
    found = reader.session.execute(
        select(Activity.kind, Activity.on)
        .where(
            Activity.user_id == reader.user.id,
            Activity.kind.in_(kinds),
            Activity.on < reader.span.first,
        )
        .order_by(Activity.on, Activity.id)
    )
    return [(kind, on) for kind, on in found]
