"""Whether an email can be kept as it is proposed, or what is still to be answered."""

from typing import Any

from flask import abort, request

from tracker.extensions import db
from tracker.mail.proposals import PROPOSED
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.mail_form import NEW, OTHER, MailForm
from tracker.views.mail.zone_hours_presenter import written

SEVERAL_TIMES = "Tap one of these, or “Another time”."
NO_DAY = "Which day is it?"
SEVERAL_HOURS = "They wrote {}. Tap the time it is for you, or write it here."
NO_TEST_DAY = "By which day? If they name none, choose one that suits you."
ONE_AHEAD = "It has an interview ahead. Look at what happens to it, then save again."


def checked(form: MailForm) -> bool:
    """Whether it can be kept: there are words, and it is said what about."""
    known = form.about.data or NEW
    form.about.choices = [(known, "")]
    valid = form.check_about()
    if not (form.text.data or "").strip() or form.kind.data not in PROPOSED:
        abort(400)
    if form.kind.data != "invitation":
        form.day.data = form.clock.data = None
    told = list(form.about.errors), list(form.company.errors), list(form.role.errors)
    fits = form.validate()
    form.about.errors, form.company.errors, form.role.errors = (
        [*told[0], *form.about.errors] if valid else told[0],
        told[1] or form.company.errors,
        told[2] or form.role.errors,
    )
    if form.kind.data == "invitation" and asks_day(form):
        return False
    if valid and fits and unseen(form):
        form.instead.data = True
        field = form.about if form.kind.data == "none" or form.day_to_come else form.day
        field.errors = [ONE_AHEAD]
        return False
    if form.kind.data == "invitation" and not form.clock.data and not form.clock.errors:
        slot = form.their_hour
        meant = slot.local_hours(form.zone) if slot is not None else None
        if slot is not None and meant is not None and meant.asks:
            asked: Any = form.slot if form.several else form.clock
            asked.errors = [SEVERAL_HOURS.format(written(slot))]
            return False
    return valid and fits


def asks_day(form: MailForm) -> bool:
    """Says what is missing: one of their times, or a day; one that is to come may do without."""
    to_come = form.day_to_come and not form.clock.data
    if form.day.data is not None or form.day.errors or to_come:
        return False
    if form.several and form.slot.data != OTHER:
        form.slot.errors = [SEVERAL_TIMES]
    else:
        form.day.errors = [NO_TEST_DAY if form.read.invitation.by_itself else NO_DAY]
    return True


def of_one(form: MailForm) -> bool:
    """Whether the mail is about an interview that is there."""
    if form.kind.data == "invitation":
        return form.moves_one
    return form.kind.data == "none" and form.read.calls_off


def unseen(form: MailForm) -> bool:
    """Whether it moves or ends one of the application chosen just now: nobody saw that yet."""
    if not form.about.data or not of_one(form):
        return False
    row = coming_of(db.session(), form.about.data, form.read)
    return (
        row is not None
        and request.form.get("ahead") != f"{row.id}"
        and (row.is_off or row.begins not in form.moments())
    )
