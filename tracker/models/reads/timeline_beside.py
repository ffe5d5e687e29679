"""What stands on the application itself, or is read where there is any: noes, offers, papers."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.document import Paper
from tracker.models.offer import TAKEN_BACK, Offer
from tracker.models.reads.timeline_order import Entry, end_of, stands_at
from tracker.models.reads.timeline_story import BEGINNING
from tracker.models.rejection import Rejection
from tracker.values.days import start_of


def entries_beside(
    session: Session,
    application: Application,
    zone: ZoneInfo,
    papers: Sequence[Paper],
    had_a_no: bool,
) -> list[Entry]:
    """What stands on the application itself; a day without a moment is set at its end."""
    found = []
    if application.archived_at is not None:
        away = application.archived_at
        on = application.archived_on
        known = stands_at(on, away, zone) if on is not None else None
        found.append(Entry("archival", 0, known, away, after=application.outcome, on=on))
    if had_a_no:
        noes = [_said_no(row, zone) for row in session.scalars(Rejection.of(application))]
        if application.offer_decision == TAKEN_BACK:
            noes[:1] = [latest._replace(people=TAKEN_BACK) for latest in noes[:1]]
        found += noes
    if application.had_offer:
        for offer in session.scalars(Offer.of(application.id)):
            found += _offered(offer, application, zone)
    ended = application.ended_on
    if ended is not None:
        found.append(Entry("end_of_job", 0, end_of(ended, zone), None, on=ended))
    sent = application.applied_on
    at = start_of(sent, zone) + timedelta(seconds=1) if sent is not None else None
    found += [
        Entry("document", each.id, at, None, before=each.kind, words=each.label, on=sent)
        for each in papers
    ]
    return found


def _offered(offer: Offer, application: Application, zone: ZoneInfo) -> Iterator[Entry]:
    """When it was answered and when it came, as far as the days are known.

    One of which only the outcome tells is told by that.
    """
    came, said = offer.received_on, offer.decided_on
    after = offer.answered or offer.decision
    if said is not None:
        at = stands_at(said, offer.created_at, zone)
        yield Entry(
            "offer_answer", offer.id, at, offer.created_at, after=after, number=offer.id, on=said
        )
    if offer.implied and application.outcome:
        return
    yield Entry(
        "offer",
        offer.id,
        stands_at(came, offer.created_at, zone) if came is not None else None,
        offer.created_at,
        after=None if said is not None else after,
        words=offer.note[:BEGINNING],
        more=offer.pay_text,
        on=came,
        due=offer.answer_by,
    )


def _said_no(row: Rejection, zone: ZoneInfo) -> Entry:
    at = stands_at(row.on, row.created_at, zone) if row.on else None
    return Entry(
        "rejection",
        row.id,
        at,
        row.created_at,
        before=row.how,
        after=row.stage_reached,
        words=row.words[:BEGINNING],
        more=row.reason[:BEGINNING],
        marked=row.role_cancelled,
        latest=row.feedback_offered,
        on=row.on,
    )
