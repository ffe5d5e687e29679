"""The times of an interview in words: one that is folded, several as rows, and what it replaces."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.mail.slots import Slot
from tracker.models.interview import Interview
from tracker.values.formatting import TIME_TO_COME, day, in_sentence, moment
from tracker.views.mail.invitation_fields import is_told
from tracker.views.mail.mail_form import OTHER, MailForm

NO_BREAK = "\u00a0"
NEW_TIME = "New time for the one that was planned for"
DAY_KNOWN = "It is the interview whose day was not known yet"


class ButtonPart(NamedTuple):
    """Some of a button's words; `spare` ones stand where there is room."""

    words: str
    spare: bool = False


def interview_button(form: MailForm, today: date, moves: bool) -> list[ButtonPart]:
    """Add the interview, Tue 8 Dec, 14:30; where text is large, Add Tue 8 Dec."""
    does = "Move" if moves else "Add"
    what = f"the{NO_BREAK}test" if form.read.invitation.by_itself else "the interview"
    if form.day.data is None or form.several:
        return [ButtonPart(f"{does} {what}")]
    on = in_sentence(day(form.day.data, today)).replace(" ", NO_BREAK)
    hours = hours_words(form)
    return [
        ButtonPart(f"{does} "),
        ButtonPart(f"{what}{'' if moves else ','} ", spare=True),
        ButtonPart(f"{'to ' if moves else ''}{on}"),
        *([ButtonPart(f", {hours}", spare=True)] if hours else []),
    ]


def day_words(form: MailForm, today: date) -> str:
    """Tue 8 Dec, 14:30; of an interview without an hour, that it is still to come."""
    if form.day.data is None:
        return ""
    open_hour = "" if form.read.invitation.by_itself else TIME_TO_COME
    return ", ".join(filter(None, (day(form.day.data, today), hours_words(form) or open_hour)))


def hours_words(form: MailForm) -> str:
    """13:00–14:00; when it begins, where nobody knows how long it takes."""
    if form.clock.data is None or form.day.data is None:
        return ""
    begins = datetime.combine(form.day.data, form.clock.data)
    ends = begins + timedelta(minutes=form.whole_minutes or 0)
    return f"{begins:%H:%M}" + (f"–{ends:%H:%M}" if ends > begins else "")


class TimeRow(NamedTuple):
    """One of several times: what else is then, and whether it is picked."""

    words: str
    besides: str
    chosen: bool


def present_slots(form: MailForm, besides: Sequence[str]) -> tuple[list[TimeRow], bool]:
    """Each as a row, with what else is then; and whether another time than these is picked."""
    today, zone = form.read.today, form.zone
    rows = [
        TimeRow(
            slot_words(each, today, zone),
            said or ("" if each.at else "They name no hour yet"),
            is_chosen(each, form),
        )
        for each, said in zip(form.several, besides, strict=True)
    ]
    picked = any(row.chosen for row in rows)
    return rows, not picked and (form.slot.data == OTHER or form.day.data is not None)


def slot_words(slot: Slot, today: date, zone: tzinfo) -> str:
    """Tue 8 Dec, 14:30: and by whose clock, where that is another."""
    here = slot.here(zone)
    words = f"{day(here.on, today)}, {here.at:%H:%M}" if here.at else day(here.on, today)
    if slot.at is None or not slot.zone:
        return words
    meant = slot.local_hours(zone)
    if meant is None or meant.sure is None:
        return f"{words} {slot.zone}"
    if (here.on, here.at) == (slot.on, slot.at):
        return words
    return f"{words} for you ({slot.at:%H:%M} there)"


def is_chosen(slot: Slot, form: MailForm) -> bool:
    """Whether its day and hour are the ones in the form."""
    here = slot.here(form.zone)
    return is_told(slot, form) or (here.on, here.at) == (form.day.data, form.clock.data)


def ahead_words(row: Interview, today: date, zone: ZoneInfo, off: bool = False) -> str:
    """Replaces the one on Tue 8 Dec, 10:00; of one that is called off, which it is."""
    if row.starts_at is None:
        return "The one that is noted" if off else DAY_KNOWN
    when = moment(row.starts_at, zone, today, row.hour_known)
    if off:
        return f"{row.kind_label}, {in_sentence(when)}" if row.kind != "other" else when
    when = in_sentence(when)
    if row.is_off:
        return f"{NEW_TIME} {when}"
    when = when if when.startswith(("today", "tomorrow")) else f"on {when}"
    return f"Replaces the one {when}"
