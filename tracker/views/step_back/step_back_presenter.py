"""A look back as it reads: whole numbers in plain words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.step_back import (
    ENOUGH,
    WINDOW,
    Lacked,
    Tally,
    Waits,
    fit,
    lacked,
    tally,
    waits,
)
from tracker.models.reads.step_back import Look, Said
from tracker.models.review import SUBJECTS, Review
from tracker.models.skill import LEVELS
from tracker.values.formatting import on_day, plural

MOST = 8
"""Rows of a table; the rest is counted."""


class Table(NamedTuple):
    """Names, how many were sent, how many came to an interview."""

    rows: list[Tally]
    more: int


class Looker(NamedTuple):
    """One line of the checklist."""

    subject: str
    label: str
    done: bool
    words: str
    said: str
    href: str | None


class ShownLook(NamedTuple):
    """What the template shows."""

    about: str
    few: bool
    fit: Table
    lacked: list[str]
    themes: list[Said]
    not_me: str
    papers: Table
    sources: Table
    waits: str
    lookers: list[Looker]


def shown(look: Look, today: date) -> ShownLook:
    """All of it in words."""
    sent = look.sent
    return ShownLook(
        about=about(look),
        few=len(sent) < ENOUGH,
        fit=table(fit(sent)),
        lacked=[asked(each) for each in lacked(sent)],
        themes=look.themes,
        not_me=plural(look.not_me, "point was", "points were") if look.not_me else "",
        papers=table(tally((each.paper, each.interviewed) for each in sent)),
        sources=table(tally((each.source, each.interviewed) for each in sent)),
        waits=waited(waits(sent), len(sent)),
        lookers=lookers(look.reviews, today),
    )


def about(look: Look) -> str:
    """How many there are, and from which time."""
    if not look.sent:
        return ""
    interviews = sum(each.interviewed for each in look.sent)
    when = "so far" if look.all_of_it else f"of the last {WINDOW} days"
    came = f"{interviews} came" if interviews else "none came"
    return f"{plural(len(look.sent), 'application')} {when}; {came} to an interview."


def table(rows: Sequence[Tally]) -> Table:
    """The most frequent."""
    return Table(list(rows[:MOST]), max(len(rows) - MOST, 0))


def asked(skill: Lacked) -> str:
    """SQL (asked for 4 times; growing)."""
    level = f"; {LEVELS[skill.level].lower()}" if skill.level in LEVELS else ""
    return f"{skill.name} (asked for {skill.asked} times{level})"


def waited(found: Waits | None, sent: int) -> str:
    """Days until an answer."""
    if found is None:
        return ""
    begun = f"{found.answered} of {sent} got an answer whose day is known"
    if found.answered == 1:
        return f"{begun}, after {plural(found.middle, 'day')}."
    span = f"after {found.shortest} to {plural(found.longest, 'day')}"
    return f"{begun}, {span}; half of them within {plural(found.middle, 'day')}."


def lookers(reviews: dict[str, Review | None], today: date) -> list[Looker]:
    """Who looked at what: one line a subject."""
    return [
        looker(subject, label, reviews.get(subject), today) for subject, label in SUBJECTS.items()
    ]


def looker(subject: str, label: str, review: Review | None, today: date) -> Looker:
    """Who looked at it last, or was asked to."""
    if review is None:
        return Looker(subject, label, False, "Nobody has looked at it yet.", "", None)
    href = f"/reviews/{review.id}"
    return Looker(subject, label, review.on is not None, looked(review, today), review.said, href)


def looked(review: Review, today: date) -> str:
    """Ana looked on Thu 5 Mar; Ana was asked yesterday."""
    who = review.by or "Somebody"
    if review.on is not None:
        return f"{who} looked {on_day(review.on, today)}."
    if review.asked_on is not None:
        return f"{who} was asked {on_day(review.asked_on, today)}."
    return f"{who} is to be asked."
