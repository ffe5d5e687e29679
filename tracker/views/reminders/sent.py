"""What was sent in the last month, and whether it was taken."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import selectinload

from tracker.clock import now
from tracker.extensions import db
from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_channel import ON, ReminderChannel
from tracker.views.reminders.sent_presenter import sent_days
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("sent", __name__, url_prefix="/reminders")
MOST = 100


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The latest first."""
    at, user = now(), me()
    wanted = Reminder.of(user.id, at).options(selectinload(Reminder.deliveries)).limit(MOST)
    rows = db.session.scalars(wanted).all()
    channels = db.session.scalars(ReminderChannel.of(user.id)).all()
    days = sent_days(rows, at, user.zone, {each.id: each.problem for each in channels})
    on = any(each.state == ON for each in channels)
    return page("reminders/sent.html", days=days, on=on)
