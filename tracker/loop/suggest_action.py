"""What a point may turn into: the kind of action, its first words, and a day that suits."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from textwrap import shorten

from tracker.loop.practice import try_this
from tracker.loop.working_days import working_days_after
from tracker.values.days import days_after

KIND_OF_THEME = {
    "application": "resume",
    "qualifications": "skill",
    "experience": "skill",
    "skills": "skill",
    "answers": "interview_practice",
    "communication": "interview_practice",
    "motivation": "interview_practice",
    "circumstances": "search_focus",
    "fit": "search_focus",
    "other_candidate": "network",
}
VERBS = {
    "resume": "Show it in my résumé",
    "skill": "Learn or show",
    "interview_practice": "Practise",
    "profile": "Update my profile",
    "network": "Talk to somebody about it",
    "search_focus": "Look where this fits",
    "other": "Work on",
}
WORKING_DAYS_AHEAD = 3
"""The next working day and two more: soon enough to remember, far enough to fit in."""

ENOUGH_DONE = 3
"""Finished actions from which a weekday counts as a rhythm, if it has two of them or more."""

LONGEST_QUOTE = 80
PRACTICE_CUE = "The evening before"
PRACTICE_PLAN = "say it aloud twice, by the timer"
"""When and how a story is practised, to be changed."""


def kind_for(theme: str) -> str:
    """The kind of action that a theme, as the reader calls it, mostly asks for."""
    return KIND_OF_THEME.get(theme.partition(".")[0], "other")


def words_for(kind: str, quote: str, theme: str = "") -> str:
    """The first words of an action, to be changed: what was said, as a theme is nothing to do.

    theme: what several of them have in common; practised by speaking, it tells what to do about it.
    """
    deed = try_this(theme, quote) if kind == "interview_practice" and theme else ""
    if deed:
        return deed_for(kind, deed)
    said = shorten(quote, LONGEST_QUOTE, placeholder=" …") or quote[:LONGEST_QUOTE].strip()
    said = said.rstrip(".;, ")
    return f"{VERBS[kind]}: “{said}”" if kind in VERBS else said


def deed_for(kind: str, deed: str) -> str:
    """The same where it is no quotation."""
    return (
        f"{VERBS[kind]}: {shorten(deed, LONGEST_QUOTE, placeholder=' …') or deed[:LONGEST_QUOTE]}"
    )


def due_day(today: date, done: Sequence[date], country: str, state: str = "") -> date:
    """The weekday on which the person mostly finishes things, else the third working day.

    done: the days on which the latest actions were finished.
    """
    weekday = rhythm(done)
    if weekday is None:
        return working_days_after(today, WORKING_DAYS_AHEAD, country, state)
    return days_after(today, 2 + (weekday - today.weekday() - 2) % 7)


def rhythm(done: Sequence[date]) -> int | None:
    """The weekday (Monday is 0) that stands out among them, if one does."""
    counted = Counter(day.weekday() for day in done).most_common(2)
    if len(done) < ENOUGH_DONE or counted[0][1] < 2:
        return None
    if len(counted) > 1 and counted[1][1] == counted[0][1]:
        return None
    return counted[0][0]


def tomorrow(today: date) -> date:
    """The day after."""
    return days_after(today, 1)


def next_week(today: date) -> date:
    """The same weekday, so that it is never the same as tomorrow."""
    return days_after(today, 7)
