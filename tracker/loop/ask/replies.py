"""The answer to an invitation, to send by oneself: a line that names the time."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.loop.ask.letter_facts import Language
from tracker.loop.ask.letters import Letter, render_letter
from tracker.loop.ask.names import read_name

REPLIED = re.compile(r"^(?:(?:re|aw|fwd?|wg)\s*:\s*)+", re.IGNORECASE)
GERMAN = re.compile(r"\b(?:und|sie|ihnen|ihre[nrm]?|wir|für|der|die|das|bitte)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:and|you|your|we|for|the|please|us|to|of)\b", re.IGNORECASE)
"""The small words by which the language is known."""


def language_of(text: str) -> Language:
    """In which language to answer a text."""
    return "de" if len(GERMAN.findall(text)) > len(ENGLISH.findall(text)) else "en"


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
) -> Letter:
    """`asks` is what they asked for: confirm, choose or answer; `at` the hour, with their zone.

    `things` are attached, or uploaded where they asked for that: named in a sentence, or `listed`
    line by line; each of the `questions` has a line to be filled.
    `filled_in`: a form that they sent the way to is; that is nothing to attach.
    `moved`: they named another time for an interview that was agreed.
    """
    named = (f"{each[:1].upper()}{each[1:]}" for each in questions)
    open_lines = [f"{each} …" if each.endswith("?") else f"{each}: …" for each in named]
    asked = {"things": things, "questions": open_lines, "filled_in": filled_in, "moved": moved}
    rows = [f"- {each}" for each in things]
    asked |= {"uploaded": uploaded, "listed": listed, "rows": rows}
    facts = asked | {"asks": asks, "to": read_name(to), "my_name": my_name, "on": on, "at": at}
    about = {"subject": REPLIED.sub("", subject)}
    return render_letter(f"{language}/reply.txt", facts | about, instance)
