"""What Today says: each kind of next step in a row, in a group, and in the day's one sentence."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.loop.step_kind import Kind
from tracker.loop.steps import ADVICE, STEPS, NextStep

LONGEST = 12
"""Words that the day's sentence may have."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NOTHING = "Nothing needs you today."
FIXED = ("answer_offer", "prepare_interview")
"""What others wait for at its day or hour."""


class DayWords(NamedTuple):
    """Of one kind of next step."""

    row: str
    """One of them, with {company}."""
    group: str
    """Several in one line, with {n}."""
    lone: str
    """A group of one."""
    one: str
    """One of them in the sentence; for an interview with {when}."""
    several: str
    """Several; with {n} only for what others did or what has its hour."""


WORDS: dict[Kind, DayWords] = {
    "answer_offer": DayWords(
        "Answer the offer from {company}",
        "{n} offers to answer",
        "1 offer to answer",
        "an offer to answer",
        "{n} offers to answer",
    ),
    "prepare_interview": DayWords(
        "Prepare for {company}",
        "{n} interviews to prepare for",
        "1 interview to prepare for",
        "an interview {when}",
        "{n} interviews {when}",
    ),
    "do_action": DayWords(
        "Do what you planned after {company}",
        "{n} actions due",
        "1 thing you planned",
        "one thing you planned",
        "some things you planned",
    ),
    "nudge": DayWords(
        "Send {company} one reminder",
        "{n} reminders to send",
        "1 reminder to send",
        "a reminder to send",
        "some reminders to send",
    ),
    "review_interview": DayWords(
        "Note how it went at {company}",
        "{n} interviews to look back on",
        "1 interview to look back on",
        "an interview to note down",
        "some interviews to note down",
    ),
    "write_feedback": DayWords(
        "Write down what {company} said",
        "{n} answers with advice to save",
        "1 answer with advice to save",
        "advice to save",
        "some advice to save",
    ),
    "record_rejection": DayWords(
        "Save what {company} said",
        "{n} replies to save",
        "1 reply to save",
        "a reply to save",
        "some replies to save",
    ),
    "send_letter": DayWords(
        "Email {company} for advice",
        "{n} emails to ask for advice",
        "1 email to ask for advice",
        "an email for advice",
        "some emails for advice",
    ),
    "read_feedback": DayWords(
        "Read what {company} said",
        "{n} answers to read",
        "1 answer to read",
        "one answer to read",
        "{n} answers to read",
    ),
    "pick_point": DayWords(
        "Act on what {company} said",
        "{n} answers to act on",
        "1 answer to act on",
        "an answer to act on",
        "some answers to act on",
    ),
    "ask": DayWords(
        "Ask {company} for advice",
        "{n} you could ask for advice",
        "1 you could ask for advice",
        "somebody you could ask",
        "some people you could ask",
    ),
    "probe": DayWords(
        "Ask {company} one more question",
        "{n} answers to ask more about",
        "1 answer to ask more about",
        "one more question to ask",
        "some questions to ask",
    ),
    "thank": DayWords(
        "Thank {company}",
        "{n} to thank",
        "1 to thank",
        "somebody to thank",
        "some people to thank",
    ),
    "own_lesson": DayWords(
        "Choose what to take from {company}",
        "{n} next steps to choose",
        "1 next step to choose",
        "a next step to choose",
        "some next steps to choose",
    ),
    "follow_up": DayWords(
        "Follow up with {company}",
        "{n} to follow up",
        "1 to follow up",
        "one to follow up",
        "some to follow up",
    ),
    "close": DayWords(
        "Mark {company} as no answer",
        "{n} to close",
        "1 to close",
        "one to close",
        "some to close",
    ),
    "put_away": DayWords(
        "Archive {company}",
        "{n} to archive",
        "1 to archive",
        "one to archive",
        "some to archive",
    ),
}
"""Of every kind that Today lists."""
INSTEAD = {
    ADVICE: "Look at the advice in what {company} wrote",
}
"""Where the step of this kind is another one this time."""


def row_words(step: NextStep, company: str) -> str:
    """One next step in a line: Read what Spinifex Mapping said."""
    known = INSTEAD.get(step.instead) if step.instead is not None else None
    words = known or WORDS[step.kind].row
    return words.replace("{company}", company)


def group_words(kind: Kind, count: int) -> str:
    """All of one kind in a line: 6 answers to read."""
    words = WORDS[kind]
    return words.lone if count == 1 else words.group.replace("{n}", f"{count:,}")


def day_sentence(
    counts: Mapping[Kind, int],
    when: str = "soon",
    closing: str = "",
    asked: str = "",
    waiting: str = "",
) -> str:
    """What the day holds: An interview tomorrow, one answer to read.

    What is due stands alone; else nothing needs the person, and one thing is named that they may
    like. `when` is the day of the interviews; `closing` tells of openings that close within days,
    which come after what others wait for at its day. `asked` tells of what an email asks for, which
    is none of `counts`: nobody planned that, and it comes first. `waiting` tells of what stands on
    the page besides and wants a look: nothing needs the person then would be untrue.
    """
    due = [kind for kind, step in STEPS.items() if step.section == "due" and counts.get(kind)]
    free = [kind for kind, step in STEPS.items() if step.section == "next" and counts.get(kind)]
    if not due and not asked:
        like = f" If you like: {_in_sentence(free[0], counts, when)}." if free else ""
        told = closing or waiting
        said = _sentence(told) if told else NOTHING
        return said if told and len(f"{said}{like}".split()) > LONGEST else said + like
    fixed = [kind for kind in due if kind in FIXED]
    parts = [asked] if asked else []
    parts += [_in_sentence(kind, counts, when) for kind in fixed]
    parts += [closing] if closing else []
    parts += [_in_sentence(kind, counts, when) for kind in (*due[len(fixed) :], *free)]
    said = parts[0]
    for part in parts[1:]:
        longer = f"{said}, {part}"
        if len(longer.split()) > LONGEST:
            break
        said = longer
    return _sentence(said)


def closing_words(count: int, day: str) -> str:
    """Openings that close within days, as a part of the sentence: an opening closes tomorrow."""
    if count == 1:
        return f"an opening closes {day}"
    return f"{number_words(count)} openings close by {day}" if count else ""


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."


def number_words(count: int) -> str:
    """One, two; from ten on in figures."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def _in_sentence(kind: Kind, counts: Mapping[Kind, int], when: str) -> str:
    words, count = WORDS[kind], counts[kind]
    told = words.one if count == 1 else words.several.replace("{n}", number_words(count))
    return told.replace("{when}", when)
