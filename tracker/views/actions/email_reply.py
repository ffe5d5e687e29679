"""An action that an email asked for: what its page offers besides."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.reads.mails.email_behind import read_email_behind
from tracker.models.user import User

if TYPE_CHECKING:
    from tracker.views.actions.reply_presenter import EmailReply


def email_reply(session: Session, action: Action, user: User, today: date) -> "EmailReply | None":
    """Nothing for what the person planned; else the reading of emails is loaded."""
    behind = read_email_behind(session, action)
    if behind is None:
        return None
    from tracker.views.actions.reply_presenter import present_email_reply

    return present_email_reply(action.what, behind, user, today)


def too_late_words(session: Session, action: Action, user: User, due_on: date, today: date) -> str:
    """What to know of a day that is past the one that they named; nothing while it is not."""
    reply = email_reply(session, action, user, today)
    return f" {reply.by_words}" if reply and reply.by and due_on > reply.by else ""
