"""How long this person's replies usually take, by the same curve as Insights draw."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.insights.figures.flows import read_reply_waits
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import kaplan_meier
from tracker.models.summary.usual_silence import silent_after
from tracker.models.user import User
from tracker.sharing.redaction import Redaction
from tracker.values.date_range import DateRange


def usual_reply_days(session: Session, user: User, now: datetime) -> int | None:
    """Days within which nine in ten of all replies came; None where too few are known to say."""
    scope = Scope(session, user, DateRange(), now, Redaction(None, None))
    return kaplan_meier(read_reply_waits(scope)).usual()


def usual_silence(session: Session, user: User, now: datetime) -> int:
    """After how many days without a word it is silence: worked out anew wherever it is shown.

    What is kept on the person is as old as their last look at Today.
    """
    return silent_after(usual_reply_days(session, user, now))
