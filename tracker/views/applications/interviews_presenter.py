"""Interviews as they read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote_plus, urlsplit
from zoneinfo import ZoneInfo

from tracker.models.interview import CANCELLED, POSTPONED, Interview, title
from tracker.values.days import day_of
from tracker.values.formatting import TIME_TO_COME, in_sentence, moment, shortened
from tracker.values.text import is_web_link
from tracker.views.applications.interview_form import InterviewForm
from tracker.views.people.people_presenter import tel

LONGEST = 90
ON_SITE = ("onsite", "panel", "assessment", "case")
"""Kinds whose place may be one to go to."""
OFF_TITLES = {CANCELLED: "{} cancelled", POSTPONED: "New time to come"}
OFF_WORDS = {
    CANCELLED: "It is off. If they name a new time, add it here.",
    POSTPONED: "They want to move it. Add the new time when they name one.",
}
NEAR = timedelta(hours=1)
"""How long before it begins the way in is what one comes for."""
MAP = "https://www.openstreetmap.org/search?query="


class FormPart(NamedTuple):
    """A part of the form: what it is called, and what is in it or could be."""

    title: str
    said: str


class PresentedInterview(NamedTuple):
    """What the template shows of one interview."""

    title: str
    when: str
    """Its day and hour, and how long it takes."""
    begins: str
    """Its day and hour alone."""
    beside: str
    """How long it takes, and on which site it is or where."""
    place: str
    link: str | None
    tel: str | None
    """To call, where the place is a number."""
    map: str | None
    """Where the place is, where it is neither."""
    href: str
    ahead: bool
    hour_open: bool
    """Whether its day is known and its hour is still to come."""
    is_test: bool
    """Whether it is done alone, by its day."""
    near: bool
    """Whether it is within the hour, or on."""
    off_title: str
    """What its page is called then."""
    off: str
    """That it does not take place then, and what may come; empty where it does."""


def present_interview(row: Interview, now: datetime, zone: ZoneInfo) -> PresentedInterview:
    """One interview in words."""
    at = row.starts_at
    words = moment(at, zone, day_of(now, zone), row.hour_known) if at is not None else ""
    words = f"By {in_sentence(words)}" if row.is_test else words
    ahead = at is not None and at > now
    length = f"{row.minutes} min" if row.minutes else ""
    open_hour = TIME_TO_COME if ahead and not (row.hour_known or row.is_test) else ""
    link = row.place if is_web_link(row.place) else None
    site = urlsplit(link).hostname if link else None
    dialled = tel(row.place)
    return PresentedInterview(
        title=row.name,
        when=", ".join(filter(None, (words, open_hour, length))) if words else "",
        begins=words,
        beside=" · ".join(filter(None, (open_hour.capitalize(), length, site or row.place))),
        place=row.place,
        link=link,
        tel=dialled,
        map=None if link or dialled or row.kind not in ON_SITE else map_of(row.place),
        href=f"/applications/{row.application_id}/interviews/{row.id}",
        ahead=ahead,
        hour_open=bool(open_hour),
        is_test=row.is_test,
        near=is_near(row, now),
        off=off_words(row, words),
        off_title=off_title(row),
    )


def off_title(row: Interview) -> str:
    """What the page of one is called that does not take place."""
    return OFF_TITLES.get(row.outcome or "", "").format("Test" if row.is_test else "Interview")


def off_words(row: Interview, begins: str) -> str:
    """When it was to be, that it is off, and what may come."""
    said = OFF_WORDS.get(row.outcome or "", "")
    was = f"due {begins[0].lower()}{begins[1:]}" if row.is_test and begins else ""
    was = was or (f"set for {in_sentence(begins)}" if begins else "")
    return f"It was {was}. {said}" if said and was else said


def is_near(row: Interview, now: datetime) -> bool:
    """From an hour before it until its end; on its day where its hour is not known."""
    if row.starts_at is None or row.ends_at is None:
        return False
    before = NEAR if row.hour_known else timedelta(days=1)
    return row.starts_at - before <= now < row.ends_at


def map_of(place: str) -> str | None:
    """A map with this place; the address leaves this server only when it is tapped."""
    return f"{MAP}{quote_plus(place)}" if place.strip() else None


def listed(words: str | None) -> list[str]:
    """The lines of a note, without the signs of a list before them."""
    return [line.lstrip("-*• \t") for line in (words or "").splitlines() if line.strip("-*• \t")]


def interview_parts(form: InterviewForm, shown: PresentedInterview | None) -> dict[str, FormPart]:
    """The parts of its form that may be folded, each with a line of what is in it."""
    minutes, number = form.minutes.data, form.round.data
    length = [f"{minutes} min" if minutes else "", f"round {number}" if number else ""]
    rated = f"{form.rating.data} of 5" if form.rating.data else ""
    when = [shown.begins, (form.people.data or "").replace("\n", ", ")] if shown else []
    hint = "What they ask for" if shown and shown.is_test else "Your questions, what to tell"
    said: dict[str, tuple[str, Sequence[str | None], str]] = {
        "when": ("When and where", when, "Day, place, people"),
        "length": ("How long, which round", length, "Minutes, first talk or second"),
        "preparation": ("Preparation", listed(form.preparation.data), hint),
        "review": (
            "How it went",
            [rated, form.went_well.data, form.would_change.data],
            "For afterwards",
        ),
    }
    return {
        name: FormPart(label, shortened(" · ".join(w for w in words if w), LONGEST) or empty)
        for name, (label, words, empty) in said.items()
    }


__all__ = ["FormPart", "PresentedInterview", "interview_parts", "present_interview", "title"]
