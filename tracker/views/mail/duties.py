"""The day by which they want an answer: said on the page, and kept as an action."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.mail.answer_by import answer_by
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, shortened
from tracker.views.mail.mail_form import MailForm


def duty_words(form: MailForm, now: datetime) -> str:
    """Answer by Thu 3 Dec, 12:00 AWST; nothing where no such day is ahead."""
    today = day_of(now, form.zone)
    found = answer_by(form.text.data or "", form.came_on(now))
    if found is None or found[0].on < today:
        return ""
    words = f"Answer by {in_sentence(day(found[0].on, today))}"
    return ", ".join(filter(None, (words, _hour(form, now))))


def _hour(form: MailForm, now: datetime) -> str:
    found = answer_by(form.text.data or "", form.came_on(now))
    if found is None or found[0].at is None:
        return ""
    return f"{found[0].at:%H:%M} {found[1]}".strip()


def keep_duty(session: Session, application: Application, form: MailForm, now: datetime) -> None:
    """As an action due that day, where that was left ticked."""
    found = answer_by(form.text.data or "", form.came_on(now))
    if not form.duty.data or found is None or found[0].on < day_of(now, form.zone):
        return
    action = Action(user_id=application.user_id, created_at=now, updated_at=now)
    action.application_id, action.due_on = application.id, found[0].on
    name = shortened(application.company or application.role, 80)
    hour = _hour(form, now)
    action.what = f"Answer {name}" + (f" by {hour}" if hour else "")
    session.add(action)
    session.flush()
