"""What a mail is proposed as, in words, and the words of it that say so."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from tracker.mail import MailKind
from tracker.mail.application_match import Candidate
from tracker.mail.feedback_offer import feedback_offer
from tracker.mail.kinds import Span
from tracker.mail.slots import Slot
from tracker.models.interview import KINDS, Interview
from tracker.values.formatting import day, in_sentence, moment, shortened
from tracker.values.text import is_web_link
from tracker.views.mail.invitation_fields import is_told
from tracker.views.mail.mail_form import NEW, OTHER, MailForm
from tracker.views.mail.proposal_words import (
    AGAIN,
    AGAIN_HEAD,
    AGAIN_NO_DAY,
    ALONE,
    BUTTONS,
    CHOSEN,
    HEADS,
    LINES,
    MOVED,
    MOVED_HEAD,
    NO_DAY,
    OFF,
    OFF_BUTTON,
    OFF_HEAD,
    SEVERAL,
)
from tracker.views.mail.read_mail import ReadMail

SHOWN = 6_000
"""Characters of a mail that the page shows; all of it is kept."""


class Piece(NamedTuple):
    """Part of the mail's text, marked where it says what the mail is."""

    text: str
    marked: bool


def pieces(text: str, because: Sequence[Span]) -> list[Piece]:
    """The text, taken apart at the words that led to the proposal."""
    found: list[Piece] = []
    at, end = 0, min(len(text), SHOWN)
    for start, stop in sorted(because):
        if at <= start and stop <= end:
            found += [Piece(text[at:start], False), Piece(text[start:stop], True)]
            at = stop
    return [each for each in (*found, Piece(text[at:end], False)) if each.text]


class MailView(NamedTuple):
    """What the template places."""

    head: str
    line: str
    button: str
    pieces: list[Piece]
    cut: bool
    others: list[tuple[MailKind, str]]
    subject: str
    sender: str
    when: str
    sentence: str
    """The one that says the day of an interview, or that offers feedback after a no."""
    hour: str
    """Its day and hour, as they stand folded; empty where there is nothing to fold."""
    where: str
    """Kind and place of the interview, as they stand folded."""


def present_mail(
    read: ReadMail,
    kind: MailKind,
    form: MailForm,
    now: datetime,
    moves: bool = False,
    off: bool = False,
) -> MailView:
    """The page's words."""
    mail, today = read.mail, read.today
    because = read.reading.because if read.reading.kind == kind else ()
    sent = mail.sent_at
    again = kind == "invitation" and read.asks_again
    return MailView(
        OFF_HEAD if off else AGAIN_HEAD if again else MOVED_HEAD if moves else HEADS[kind],
        OFF if off else MOVED if moves and form.day.data and not again else line_of(kind, form),
        OFF_BUTTON
        if off and form.instead.data
        else BUTTONS.get(kind) or interview_button(form, today, moves),
        pieces(mail.text, because),
        len(mail.text) > SHOWN,
        [(each, CHOSEN[each]) for each in others(kind)],
        form.subject.data or "",
        mail.name or mail.address,
        moment(sent, form.zone, today) if sent else "",
        said_by(read, kind),
        day_words(form, today) if form.day.data and not form.twice else "",
        where_words(form, moves),
    )


def where_words(form: MailForm, moves: bool = False) -> str:
    """Video, 45 min, meet.example.org, with Dana Ito: as it stands folded."""
    place, people = form.place.data or "", form.people.data
    if is_web_link(place):
        place = urlsplit(place).hostname or place
    length = f"{form.whole_minutes} min" if form.whole_minutes else ""
    kind = KINDS.get(form.interview_kind.data or "")
    if moves and form.interview_kind.data == "other" and not (length or place or people):
        return "As it was"
    said = (kind, length, place, f"with {people}" if people else "")
    return ", ".join(filter(None, said))[:200]


def said_by(read: ReadMail, kind: MailKind) -> str:
    """The sentence that matters beside what is asked."""
    if kind == "invitation":
        return read.day_sentence
    return shortened(feedback_offer(read.mail.text), 300) if kind == "no" else ""


class Pick(NamedTuple):
    """An application that the mail may be about."""

    value: int
    role: str
    company: str


def present_picks(
    choices: Sequence[tuple[int, str]], known: Sequence[Candidate], chosen: int | None
) -> tuple[list[Pick], list[Pick]]:
    """Those in sight and those that are folded: the one it surely is about stands alone."""
    by_id = {each.id: each for each in known}
    picks = [
        Pick(value, shortened(by_id[value].role, 80), shortened(by_id[value].company, 80))
        if value in by_id
        else Pick(value, label, "")
        for value, label in choices
    ]
    first = [each for each in picks if each.value == chosen]
    first = [each._replace(role=ALONE) if each.value == NEW else each for each in first]
    return (first, [each for each in picks if each.value != chosen]) if first else (picks, [])


def line_of(kind: MailKind, form: MailForm) -> str:
    """What it means; of an invitation, what is still open."""
    if kind == "invitation" and form.read.asks_again:
        return AGAIN if form.slots else AGAIN_NO_DAY
    if kind == "invitation" and form.several:
        return SEVERAL
    return NO_DAY if kind == "invitation" and not form.day.data else LINES[kind]


def others(kind: MailKind) -> list[MailKind]:
    """What else it may be; an acknowledgement and none are kept in the same way."""
    quiet: MailKind = "none"
    every: list[MailKind] = ["no", "invitation", "offer", quiet]
    same = quiet if kind == "acknowledgement" else kind
    return [each for each in every if each != same]


def interview_button(form: MailForm, today: date, moves: bool) -> str:
    """Add the interview, Tue 8 Dec, 14:30."""
    does = "Move the interview" if moves else "Add the interview"
    if form.day.data is None or form.several:
        return does
    return f"{does}{' to' if moves else ','} {in_sentence(day_words(form, today))}"


def day_words(form: MailForm, today: date) -> str:
    """Tue 8 Dec, 14:30."""
    if form.day.data is None:
        return ""
    return ", ".join(filter(None, (day(form.day.data, today), hours_words(form))))


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
        return "The one that is noted" if off else "Replaces the one that is noted"
    when = moment(row.starts_at, zone, today, row.hour_known)
    if off:
        return f"{row.kind_label}, {in_sentence(when)}" if row.kind != "other" else when
    when = in_sentence(when)
    when = when if when.startswith(("today", "tomorrow")) else f"on {when}"
    return f"Replaces the one {when}"
