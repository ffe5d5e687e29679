"""What the fields of an invitation say: as the email fills them, and as a tap changes them."""

from datetime import datetime
from typing import Any

from flask import abort
from sqlalchemy.orm import Session

from tracker.mail.slots import Slot
from tracker.mail.text.own_words import own_text
from tracker.mail.times.other_things import says_other_thing, tells_of_yours
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.mail_form import OTHER, MailForm


def fill_invitation(form: MailForm) -> None:
    """Day, hour, place and kind of the interview; several days are asked about."""
    found = form.read.invitation
    form.slots = found.slots
    form.duty.data = True
    put(form.people, ", ".join(found.people))
    put(form.minutes, str(found.minutes or ""))
    put(form.interview_kind, found.kind)
    put(form.place, found.place)
    if len(found.slots) == 1 and not form.several:
        put_slot(form, found.slots[0])


def keep_its_time(session: Session, form: MailForm) -> None:
    """Of the interview ahead, where an email tells more of it and names no other time."""
    if form.kind.data != "invitation" or form.clock.data or form.moves_one or form.several:
        return
    row = coming_of(session, form.about.data, form.read)
    if row is None or row.is_off or row.starts_at is None or not row.hour_known:
        return
    local = row.starts_at.astimezone(form.zone)
    own = own_text(form.mail.text)
    more = form.day.data is None and tells_of_yours(own)
    if more or (form.day.data in (None, local.date()) and says_other_thing(form.mail.text)):
        put(form.day, local.date())
        put(form.clock, local.time())
        form.in_zone(form.zone)


def forget_day(form: MailForm) -> None:
    """Of a time that they called off nothing is offered."""
    put(form.day, None)
    put(form.clock, None)
    put(form.told, "")
    form.in_zone(form.zone)


def put_slot(form: MailForm, slot: Slot) -> None:
    """The day and the hour on the person's own clock."""
    here, meant = slot.here(form.zone), slot.local_hours(form.zone)
    asked = meant is not None and meant.asks
    told = f"{slot.on}T{slot.at:%H:%M} {slot.zone}" if slot.at and slot.zone else ""
    put(form.day, here.on)
    put(form.clock, None if asked else here.at)
    put(form.minutes, str(here.minutes or ""))
    put(form.told, told)
    form.in_zone(form.zone)


def choose_hour(form: MailForm, given: str) -> None:
    """One of the hours was tapped that theirs may be."""
    try:
        at = datetime.fromisoformat(given[:16])
    except ValueError:
        abort(400)
    put(form.day, at.date())
    put(form.clock, at.time())
    form.in_zone(form.zone)


def put(field: Any, value: object) -> None:
    """Let a field say it, whatever was sent."""
    field.raw_data = None
    field.process(None, value)


def take_pick(form: MailForm) -> None:
    """The one of several times that is picked; another one is as its fields say it."""
    given, slots = form.slot.data or "", form.read.invitation.slots
    form.slots = slots
    if not given or not form.several:
        return
    if given == OTHER:
        put(form.told, "")
        return
    if not (given.isascii() and given.isdigit() and len(given) < 3 and int(given) < len(slots)):
        abort(400)
    slot = slots[int(given)]
    if not (is_told(slot, form) and hour_given(slot, form)):
        put_slot(form, slot)


def is_told(slot: Slot, form: MailForm) -> bool:
    """Whether it is the time by another clock that was picked before."""
    return form.their_hour is not None and slot[:3] == form.their_hour[:3]


def hour_given(slot: Slot, form: MailForm) -> bool:
    """Whether it is said already which hour on the person's own clock that is."""
    meant = slot.local_hours(form.zone)
    if meant is None or form.day.data is None or form.clock.data is None:
        return False
    may_be = {each.at.replace(tzinfo=None) for each in meant.choices}
    return datetime.combine(form.day.data, form.clock.data) in may_be


def name_day(form: MailForm, moves: bool) -> None:
    """What its field asks: a test has a day by which it is done, and one that moves a new one."""
    if form.read.invitation.by_itself:
        form.day.label.text = "By which day?"
    elif moves and not form.several:
        form.day.label.text = "New day" if form.day_to_come else "The new day"
