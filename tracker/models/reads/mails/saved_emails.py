"""The last emails that were kept, found by what they became: of the emails nothing more stays.

A no or feedback that came by email is one with words. An invitation and an email that moved
nothing left a note, an offer its own: these begin as `saved_words.write_words` and `keep_offer`
write them.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import OFF, Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.values.days import day_of

EMAIL = "email"
BY_EMAIL = "By email"
"""With which an offer begins that came so, and a note of an email that says neither sender nor
subject."""
FROM, SUBJECT = "From: ", "Subject: "
READ, MOST_BESIDE = 6_000, 3
"""Characters of a note in which it is read what it did; interviews beside one."""


KEPT_IN = {"no": "rejections", "closed": "rejections", "offer": "offers", "feedback": "feedback"}
"""By what an email became, the rows that its words are in; those of all others are notes."""
WithWords = Rejection | Note | Offer | Feedback
"""What an email may have become."""


class SavedEmail(NamedTuple):
    """One of them: what it became, and of which application."""

    became: str
    """no, closed, invitation, moved, cancelled, offer, feedback or note."""
    id: int
    """Of the rejection, the note, the offer or the feedback that its words are in."""
    application_id: int
    company: str
    role: str
    came: date | datetime
    """The day that it was sent, or when it was kept where nobody knows that."""
    kept_at: datetime
    interview_id: int | None = None
    on: date | None = None
    starts_at: datetime | None = None
    hour_known: bool = False
    off: str = ""
    """cancelled or postponed; empty where its interview stands."""
    begins: str = ""
    """The first of what a note says."""
    words: str = ""
    """Of a note beside an interview that was there before: what it did can only be read in it, and
    whether they moved it or asked to."""
    is_test: bool = False
    """Whether what it brought is done alone, by its day."""
    kept_as: str | None = None
    """Of a note: what it was saved as; nothing where it was saved before that was kept."""

    @property
    def kept_in(self) -> str:
        """Where its words are: rejections, offers, feedback or notes."""
        return KEPT_IN.get(self.became, "notes")

    def day(self, zone: tzinfo) -> date:
        """By which the list is in order: that of the person's clock."""
        return day_of(self.came, zone) if isinstance(self.came, datetime) else self.came


def read_saved_emails(session: Session, user_id: int, most: int, zone: tzinfo) -> list[SavedEmail]:
    """The latest first, by the day that is shown: a few of each, so that these are among them."""
    found = [*_noes(session, user_id, most), *_notes(session, user_id, most)]
    found += [*_offers(session, user_id, most), *_feedback(session, user_id, most)]
    return sorted(found, key=lambda each: (each.day(zone), each.kept_at), reverse=True)[:most]


def _of(model: Any, user_id: int, on: Any, *columns: Any) -> Select[Any]:
    """`on` is the day that it was sent; without one it is in order by when it was kept."""
    facts = model.id, Application.id, Application.company, Application.role, model.created_at
    kept = func.date(model.created_at)
    return (
        select(*facts, *(() if on is None else (on,)), *columns)
        .join_from(model, Application, Application.id == model.application_id)
        .where(model.user_id == user_id, Application.deleted_at.is_(None))
        .order_by(
            (kept if on is None else func.coalesce(on, kept)).desc(),
            model.created_at.desc(),
            model.id.desc(),
        )
    )


def _noes(session: Session, user_id: int, most: int, *only: Any) -> Sequence[SavedEmail]:
    mine = Rejection.how == EMAIL, Rejection.words != "", *only
    facts = _of(Rejection, user_id, Rejection.on, Rejection.role_cancelled)
    rows = session.execute(facts.where(*mine).limit(most))
    return [_dated("closed" if closed else "no", *row) for *row, closed in rows]


def read_saved_email(
    session: Session, user_id: int, model: type[WithWords], number: int
) -> SavedEmail | None:
    """The one whose words are in this row; None where these are no email's."""
    one = model.id == number
    if model is Rejection:
        found = _noes(session, user_id, 1, one)
    elif model is Note:
        found = _notes(session, user_id, 1, one)
    else:
        found = (_offers if model is Offer else _feedback)(session, user_id, 1, one)
    return next(iter(found), None)


def read_same_email(
    session: Session, user_id: int, words: str, as_note: str, as_offer: str
) -> SavedEmail | None:
    """The one with the very same words; `as_note` and `as_offer` are how these have them."""
    found = [
        *_noes(session, user_id, 1, Rejection.words == words),
        *_notes(session, user_id, 1, Note.body == as_note),
        *_offers(session, user_id, 1, Offer.note.in_((as_offer, f"{BY_EMAIL}\n\n{words}"))),
        *_feedback(session, user_id, 1, Feedback.words == words),
    ]
    return next(iter(found), None)


def _offers(session: Session, user_id: int, most: int, *only: Any) -> Sequence[SavedEmail]:
    mine = _begins(Offer.note, f"{BY_EMAIL}\n"), *only
    rows = session.execute(_of(Offer, user_id, Offer.received_on).where(*mine).limit(most))
    return [_dated("offer", *row) for row in rows]


def _feedback(session: Session, user_id: int, most: int, *only: Any) -> Sequence[SavedEmail]:
    mine = Feedback.channel == EMAIL, *only
    rows = session.execute(_of(Feedback, user_id, Feedback.received_on).where(*mine).limit(most))
    return [_dated("feedback", *row) for row in rows]


def _dated(
    became: str, row: int, number: int, company: str, role: str, at: datetime, on: date | None
) -> SavedEmail:
    return SavedEmail(became, row, number, company, role, on or at, at)


def _notes(session: Session, user_id: int, most: int, *only: Any) -> Sequence[SavedEmail]:
    """With the interview that was made or changed with it, else the one that was there before."""
    made, changed = (
        each == Note.created_at for each in (Interview.created_at, Interview.updated_at)
    )
    before = Interview.id == _before().scalar_subquery()
    beside = and_(Interview.application_id == Note.application_id, or_(made, changed, before))
    read = func.substr(Note.body, 1, READ)
    facts = (Interview.id, Interview.on, Interview.starts_at, Interview.hour_known,
             Interview.outcome, made, changed, read, Interview.is_test, Note.kept_as)  # fmt: skip
    wanted = _of(Note, user_id, Note.sent_on, *facts).outerjoin(Interview, beside)
    wanted = wanted.order_by(made, changed)
    rows = session.execute(wanted.where(is_email(Note.body), *only).limit(MOST_BESIDE * most))
    return [_note(*row) for row in _one_each(rows)][:most]


def _before() -> Select[Any]:
    """The latest interview of the same application that is older than a note."""
    other = aliased(Interview)
    same = other.application_id == Note.application_id, other.created_at < Note.created_at
    return select(func.max(other.id)).where(*same).correlate(Note)


def _note(row: int, number: int, company: str, role: str, at: datetime, sent: date | None,
          interview: int | None, on: date | None, starts_at: datetime | None, hour_known: bool,
          outcome: str | None, made: bool, changed: bool, words: str, is_test: bool,
          kept_as: str | None) -> SavedEmail:  # fmt: skip
    facts = row, number, company, role, sent or at, at
    if interview is None:
        return SavedEmail("note", *facts, begins=words, kept_as=kept_as)
    off = outcome if outcome in OFF else ""
    when = interview, on, starts_at, hour_known, off
    became = "invitation" if made else "note" if not changed else "cancelled" if off else "moved"
    own = words if became != "invitation" else ""
    return SavedEmail(became, *facts, *when, words, own, bool(is_test), kept_as)


def _one_each(rows: Any) -> list[Any]:
    """A note beside two interviews is one email: the last, which was made or changed with it."""
    return list({row[0]: row for row in rows}.values())


def is_email(words: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Whether a note is one of an email."""
    return or_(*(_begins(words, each) for each in (FROM, SUBJECT, f"{BY_EMAIL}\n")))


def _begins(words: InstrumentedAttribute[str], with_this: str) -> ColumnElement[bool]:
    """To the letter: LIKE holds small letters and large ones for the same on SQLite."""
    return func.substr(words, 1, len(with_this)) == with_this
