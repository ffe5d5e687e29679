"""The lines of a no and of what was said after it."""

from tracker.loop.ask_state import RESULTS
from tracker.loop.feedback_reading import theme_word
from tracker.models import attempt
from tracker.models.attempt import Attempt
from tracker.models.contact import Contact
from tracker.models.feedback import AGREED, CHANNELS, POINTS, Feedback, FeedbackPoint, Theme
from tracker.models.rejection import WAYS, Rejection
from tracker.sharing.loop_rows import AskRow, FeedbackRow, PointRow, RejectionRow
from tracker.sharing.reader import RecordReader


def asks(reader: RecordReader) -> list[AskRow]:
    """Calls and letters, the latest first; of a letter its kind, never its text."""
    return reader.lines(
        reader.beside(Attempt, *reader.within(Attempt.on))
        .add_columns(Contact.name)
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
        .order_by(Attempt.on.desc(), Attempt.id.desc()),
        lambda row: AskRow(
            *reader.which(row),
            on=row.on,
            kind=attempt.KINDS.get(row.kind, ""),
            channel=attempt.CHANNELS.get(row.channel, ""),
            contact=reader.mask.person(row.name or ""),
            wording=row.wording.replace("_", " ").replace("/", ", "),
            result=RESULTS.get(row.result, ""),
            written_at=row.created_at,
        ),
    )


def rejections(reader: RecordReader) -> list[RejectionRow]:
    """Rejections, the latest first, those without a day last."""
    return reader.lines(
        reader.beside(Rejection, *reader.within(Rejection.on))
        .add_columns(Rejection.stands().label("stands"))
        .order_by(Rejection.on.is_(None), Rejection.on.desc(), Rejection.id.desc()),
        lambda row: RejectionRow(
            *reader.which(row),
            on=row.on,
            how=WAYS.get(row.how or "", ""),
            words=reader.mask.text(row.words),
            reason=reader.mask.text(row.reason),
            written_at=row.created_at,
            stands=bool(row.stands),
            cancelled=row.role_cancelled,
        ),
    )


def feedback(reader: RecordReader) -> list[FeedbackRow]:
    """Answers, the latest first; one without a day counts on the day it was written down."""
    rows = reader.rows(
        reader.beside(Feedback).order_by(Feedback.created_at.desc(), Feedback.id.desc())
    )
    return [
        FeedbackRow(
            row.id,
            *reader.which(row),
            on=row.received_on,
            channel=CHANNELS.get(row.channel or "", ""),
            giver=reader.mask.person(row.giver),
            words=reader.mask.text(row.words),
            specific=row.specific,
            written_at=row.created_at,
        )
        for row in rows
        if reader.span.holds(row.received_on or reader.day(row.created_at))
    ]


def points(reader: RecordReader) -> list[PointRow]:
    """The points of those answers, in their order."""
    rows = reader.rows(
        reader.beside(FeedbackPoint)
        .join(Feedback, Feedback.id == FeedbackPoint.feedback_id)
        .outerjoin(Theme, Theme.id == FeedbackPoint.theme_id)
        .add_columns(Theme.name, Theme.slug, Feedback.received_on, Feedback.created_at)
        .order_by(Feedback.created_at.desc(), Feedback.id.desc(), FeedbackPoint.id)
    )
    return [
        PointRow(
            row.feedback_id,
            *reader.which(row),
            quote=reader.mask.text(row.quote),
            kind=POINTS.get(row.kind, ""),
            theme=reader.mask.text(theme_word(row.slug, row.name or "", row.kind)),
            agreed=AGREED.get(row.agreed or "", ""),
        )
        for row in rows
        if reader.span.holds(row.received_on or reader.day(row.created_at))
    ]
