"""What they offered, round by round."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, or_, select

from tracker.models.application import Application
from tracker.models.offer import DECISIONS, TAKEN_BACK, Offer
from tracker.models.rejection import Rejection
from tracker.sharing.reader import RecordReader, Rows
from tracker.sharing.rows import OfferRow
from tracker.sharing.selection import SharedPart

WAITS, LEFT = "Waiting for an answer", "Not answered"
WAITING = Offer.is_open & Application.offer_open & Application.archived_at.is_(None)


def offers(reader: RecordReader) -> Rows[OfferRow]:
    """The latest first, those without a day last; what waits is there with its application."""
    came = Offer.received_on
    return reader.lines(
        reader.beside(Offer, *_shown(reader))
        .add_columns(WAITING.label("waits"), _no_after().label("no_on"))
        .order_by(came.is_(None), came.desc(), Offer.created_at.desc(), Offer.id.desc()),
        lambda row: _offer(reader, row),
    )


def became(decision: str | None, waits: bool) -> str:
    """What became of a round, in words."""
    return DECISIONS.get(decision or "", WAITS if waits else LEFT)


def _shown(reader: RecordReader) -> list[ColumnElement[bool]]:
    known = reader.within(Offer.received_on)
    if not known:
        return []
    return [or_(and_(*known), and_(WAITING, *reader.within(Application.applied_on)))]


def _no_after() -> ScalarSelect[date | None]:
    """The day of the no by which one was taken back: the first that was written down after it."""
    return (
        select(Rejection.on)
        .where(
            Rejection.application_id == Offer.application_id,
            Rejection.created_at >= Offer.created_at,
        )
        .order_by(Rejection.created_at, Rejection.id)
        .limit(1)
        .correlate(Offer)
        .scalar_subquery()
    )


def _offer(reader: RecordReader, row: Any) -> OfferRow:
    paid = SharedPart.PAY in reader.choice
    noted = paid and SharedPart.NOTES in reader.choice
    answer = Offer.answer_to(row.decision, row.was_accepted)
    taken_back = row.decision == TAKEN_BACK
    return OfferRow(
        *reader.which(row),
        on=row.received_on,
        answer_by=row.answer_by,
        pay_text=reader.mask.text(row.pay_text) if paid else "",
        terms=reader.mask.text(row.note) if noted else "",
        became=became(row.decision, row.waits),
        became_on=row.no_on if taken_back else row.decided_on,
        answer=DECISIONS.get(answer or "", ""),
        answered_on=row.decided_on if answer else None,
        waits=row.waits,
        implied=row.implied,
        written_at=row.created_at,
    )
