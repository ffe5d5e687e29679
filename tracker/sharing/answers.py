"""The lines of a no and of what was said after it."""

from tracker.loop.ask_state import RESULTS
from tracker.models import attempt
from tracker.models.attempt import Attempt
from tracker.models.contact import Contact
from tracker.models.feedback import AGREED, CHANNELS, POINTS, Feedback, FeedbackPoint, Theme
from tracker.models.rejection import WAYS, Rejection
from tracker.sharing.desk import Desk
from tracker.sharing.lines import AskLine, FeedbackLine, NoLine, PointLine


def asks(desk: Desk) -> list[AskLine]:
    """Calls and letters, the latest first; of a letter its kind, never its text."""
    return desk.lines(
        desk.beside(Attempt, *desk.within(Attempt.on))
        .add_columns(Contact.name)
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
        .order_by(Attempt.on.desc(), Attempt.id.desc()),
        lambda row: AskLine(
            *desk.which(row),
            on=row[3].on,
            kind=attempt.KINDS.get(row[3].kind, ""),
            channel=attempt.CHANNELS.get(row[3].channel, ""),
            contact=desk.mask.person(row[4] or ""),
            wording=row[3].wording.replace("_", " ").replace("/", ", "),
            result=RESULTS.get(row[3].result, ""),
        ),
    )


def noes(desk: Desk) -> list[NoLine]:
    """Rejections, the latest first, those without a day last."""
    return desk.lines(
        desk.beside(Rejection, *desk.within(Rejection.on)).order_by(
            Rejection.on.is_(None), Rejection.on.desc(), Rejection.id.desc()
        ),
        lambda row: NoLine(
            *desk.which(row),
            on=row[3].on,
            how=WAYS.get(row[3].how or "", ""),
            words=desk.mask.text(row[3].words),
            reason=desk.mask.text(row[3].reason),
        ),
    )


def feedback(desk: Desk) -> list[FeedbackLine]:
    """Answers, the latest first; one without a day counts on the day it was written down."""
    rows = desk.rows(desk.beside(Feedback).order_by(Feedback.created_at.desc(), Feedback.id.desc()))
    return [
        FeedbackLine(
            row[3].id,
            *desk.which(row),
            on=row[3].received_on,
            channel=CHANNELS.get(row[3].channel or "", ""),
            giver=desk.mask.person(row[3].giver),
            words=desk.mask.text(row[3].words),
            specific=row[3].specific,
        )
        for row in rows
        if desk.span.holds(row[3].received_on or desk.day(row[3].created_at))
    ]


def points(desk: Desk) -> list[PointLine]:
    """The points of those answers, in their order."""
    rows = desk.rows(
        desk.beside(FeedbackPoint)
        .join(Feedback, Feedback.id == FeedbackPoint.feedback_id)
        .outerjoin(Theme, Theme.id == FeedbackPoint.theme_id)
        .add_columns(Theme.name, Feedback.received_on, Feedback.created_at)
        .order_by(Feedback.created_at.desc(), Feedback.id.desc(), FeedbackPoint.id)
    )
    return [
        PointLine(
            row[3].feedback_id,
            *desk.which(row),
            quote=desk.mask.text(row[3].quote),
            kind=POINTS.get(row[3].kind, ""),
            theme=desk.mask.text(row[4] or ""),
            agreed=AGREED.get(row[3].agreed or "", ""),
        )
        for row in rows
        if desk.span.holds(row[5] or desk.day(row[6]))
    ]
