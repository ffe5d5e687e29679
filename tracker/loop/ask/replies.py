"""The answer to an invitation, to send by oneself: a line that names the time."""

import re
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from tracker.loop.ask.letter_facts import Language
from tracker.loop.ask.letters import Letter, render_letter
from tracker.loop.ask.names import read_name

REPLIED = re.compile(r"^(?:(?:re|aw|fwd?|wg)\s*:\s*)+", re.IGNORECASE)
GERMAN = re.compile(r"\b(?:und|sie|ihnen|ihre[nrm]?|wir|für|der|die|das|bitte)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:and|you|your|we|for|the|please|us|to|of)\b", re.IGNORECASE)
"""The small words by which the language is known."""
LONGEST_SUBJECT = 250
"""Characters: theirs comes back whole, so that their mail app keeps the two together."""
GAP = re.compile(r"…[ \t]*$|\[[^\[\]\n]{1,120} / [^\[\]\n]{1,120}\]", re.MULTILINE)
"""What is left to fill in: a line that ends so, or one of two to choose."""


def language_of(text: str) -> Language:
    """In which language to answer a text."""
    return "de" if len(GERMAN.findall(text)) > len(ENGLISH.findall(text)) else "en"


def gaps_in(words: str) -> int:
    """How many are left to fill in."""
    return len(GAP.findall(words))


def said_hour(at: time, language: Language) -> str:
    """9:30 am, 14 (Uhr): as one says it."""
    minutes = f":{at:%M}" if at.minute else ""
    if language == "de":
        return f"{at.hour}{minutes}"
    return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"


def said_zone(zone: str, language: Language) -> str:
    """Sydney time, AEST: by whose clock it is."""
    told = zone.isupper() or zone.lower().endswith(("time", "zeit")) or not zone.isalpha()
    return zone if told else f"{zone}-Zeit" if language == "de" else f"{zone} time"


def reply(
    asks: str,
    to: str,
    subject: str,
    my_name: str,
    on: date | None = None,
    at: str = "",
    language: Language = "en",
    instance: Path | None = None,
    things: Sequence[str] = (),
    questions: Sequence[str] = (),
    filled_in: bool = False,
    moved: bool = False,
    uploaded: bool = False,
    listed: bool = False,
    zone: str = "",
    role: str = "",
) -> Letter:
    """`asks` is what they asked for: confirm, choose, answer, or to hand in answers for a test;
    `at` the hour as it is said, `zone` their clock where that is another one.

    `things` are attached, or uploaded where they asked for that: named in a sentence, or `listed`
    line by line; each of the `questions` has a line to be filled.
    `filled_in`: a form that they sent the way to is; that is nothing to attach.
    `moved`: they named another time for an interview that was agreed.
    `role` is the subject where theirs is not known.
    """
    named = (f"{each[:1].upper()}{each[1:]}" for each in questions)
    open_lines = [f"{each} …" if each.endswith("?") else f"{each}: …" for each in named]
    asked = {"things": things, "questions": open_lines, "filled_in": filled_in, "moved": moved}
    rows = [f"- {each}" for each in things]
    asked |= {"uploaded": uploaded, "listed": listed, "rows": rows}
    facts = asked | {"asks": asks, "to": read_name(to), "my_name": my_name, "on": on, "at": at}
    facts |= {"zone": zone}
    about = {"subject": REPLIED.sub("", subject), "role": role}
    return render_letter(f"{language}/reply.txt", facts | about, instance, LONGEST_SUBJECT)
