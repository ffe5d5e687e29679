"""A search that ended with a job, as it reads: only what was done, and only days that are known."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.outcome_line import draw_way
from tracker.insights.whole_search import MOST_DOTS, WholeSearch
from tracker.loop.stage import Stage
from tracker.models.reads.helpers import Helper
from tracker.values.formatting import count, in_sentence, on_day, plural
from tracker.views.people.people_presenter import mailto, tel

SUBJECT = "?subject=Thank%20you"
A_YEAR = 365
"""Days; of a longer search the number would be what one remembers of the day."""


class Milestone(NamedTuple):
    """A number on the way, in the colour of its stage."""

    stage: str
    number: str
    words: str
    about: str = ""


class PresentedHelper(NamedTuple):
    """Somebody to thank, and how they are reached."""

    name: str
    did: str
    href: str
    thanks: str | None
    tel: str | None
    mailto: str | None


def present_way(search: WholeSearch) -> Markup:
    """Its drawing, named for whoever only hears it."""
    number = len(search.stages)
    if not number:
        return draw_way("The only application", [])
    sent = plural(number, "application")
    latest = "The latest " if number == MOST_DOTS else ""
    return draw_way(f"{latest}{sent} in a line, then the one that you got", search.stages)


def present_milestones(search: WholeSearch, today: date) -> list[Milestone]:
    """What there was of each; of nothing, nothing is said."""
    counted, first = search.counted, ""
    if search.first is not None and search.first_on is not None and counted.applications > 1:
        where = f"{search.first.role}, {search.first.company}"
        first = f"The first {on_day(search.first_on, today)}: {where}"
    told = counted.answered + counted.unasked
    found: list[tuple[Stage, int, str, str, str]] = [
        (Stage.APPLIED, counted.applications, "application", "applications", first),
        (Stage.INTERVIEW, counted.interviewed, "came to an interview", "came to an interview", ""),
        (Stage.REJECTED, counted.asked, *_after("rejection", "you asked about")),
        (Stage.FEEDBACK_RECEIVED, told, *_after("rejection", "that brought you feedback")),
        (Stage.ACTION_TAKEN, counted.closed, *_after("rejection", "you learnt from")),
        (Stage.ACTION_TAKEN, counted.actions_done, "action done", "actions done", ""),
    ]
    return [
        Milestone(stage, count(number), one if number == 1 else many, about)
        for stage, number, one, many, about in found
        if number
    ]


def _after(noun: str, words: str) -> tuple[str, str, str]:
    return f"{noun} {words}", f"{noun}s {words}", ""


def taken_words(search: WholeSearch, today: date) -> str:
    """Yes on Sat 28 Nov, 264 days after the first application; a search of years is not counted."""
    if search.taken_on is None:
        return ""
    said = f"You said yes {in_sentence(on_day(search.taken_on, today))}"
    if not search.days or search.days > A_YEAR or search.counted.applications < 2:
        return f"{said}."
    return f"{said}, {plural(search.days, 'day')} after the first application."


def present_helpers(helpers: Iterable[Helper]) -> list[PresentedHelper]:
    """Each with the letter that is ready, else their address; and their number."""
    return [_present(each) for each in helpers]


def _present(helper: Helper) -> PresentedHelper:
    contact = helper.contact
    address = mailto(contact.email) if contact is not None and helper.thanks is None else None
    return PresentedHelper(
        helper.name,
        helper.did,
        helper.href,
        helper.thanks,
        tel(contact.phone) if contact is not None else None,
        f"{address}{SUBJECT}" if address else None,
    )
