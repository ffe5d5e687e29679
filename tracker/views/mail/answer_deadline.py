"""The day by which they want an answer: said on the page, and kept as an action."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.mail.answer_by import AnswerBy, answer_by
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, shortened
from tracker.views.mail.mail_form import MailForm


def duty_of(form: MailForm, now: datetime) -> AnswerBy | None:
    """The day, where it is still ahead."""
    found = answer_by(form.text.data or "", form.came_on(now))
    return found if found is not None and found.on >= day_of(now, form.zone) else None


def duty_words(form: MailForm, now: datetime) -> str:
    """Answer by Thu 3 Dec, 12:00 AWST; nothing where no such day is ahead."""
    duty = duty_of(form, now)
    if duty is None:
        return ""
    words = f"Answer by {in_sentence(day(duty.on, day_of(now, form.zone)))}"
    return ", ".join(filter(None, (words, _hour(duty))))


def _hour(duty: AnswerBy) -> str:
    return f"{duty.at:%H:%M} {duty.zone}".strip() if duty.at is not None else ""


def keep_duty(session: Session, application: Application, form: MailForm, now: datetime) -> None:
    """As an action due that day, where that was left ticked."""
    duty = duty_of(form, now) if form.duty.data else None
    if duty is None:
        return
    action = Action(user_id=application.user_id, created_at=now, updated_at=now)
    action.application_id, action.due_on = application.id, duty.on
    name = shortened(application.company or application.role, 80)
    hour = _hour(duty)
    action.what = f"Answer {name}" + (f" by {hour}" if hour else "")
    session.add(action)
    session.flush()
