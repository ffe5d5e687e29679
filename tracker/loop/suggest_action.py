"""What a point may turn into: the kind of action, words around a name, and a day that suits."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from textwrap import shorten

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
WORKING_DAYS_AHEAD = 3
"""The next working day and two more: soon enough to remember, far enough to fit in."""

ENOUGH_DONE = 3
"""Finished actions from which a weekday counts as a rhythm, if it has two of them or more."""

LONGEST_QUOTE = 80
PRACTICE_CUE = "The evening before my next interview"
PRACTICE_PLAN = "say it aloud twice, by the timer"
"""When and how a story is practised, to be changed."""


def kind_for(theme: str) -> str:
    """The kind of action that a theme, as the reader calls it, mostly asks for."""
    return KIND_OF_THEME.get(theme.partition(".")[0], "other")


def practise_words(question: str) -> str:
    """To practise the answer to a question: it continues “I will”."""
    return f"Practise my answer to “{cut(question).rstrip('.;, ')}”"


def learn_words(skill: str) -> str:
    """To learn a skill that is missing."""
    return f"Take one step to learn {cut(skill)}"


def cut(words: str) -> str:
    """So that it fits a line, between words where there are any."""
    return shorten(words, LONGEST_QUOTE, placeholder=" …") or words[:LONGEST_QUOTE].strip()


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
