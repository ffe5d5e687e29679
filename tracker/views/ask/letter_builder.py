"""A letter as it is built for somebody, with the keeper's own words where there are any."""

from pathlib import Path
from typing import get_args

from flask import current_app

from tracker.loop.ask import letter
from tracker.loop.ask.letter_facts import Language, Purpose, Tone
from tracker.loop.ask.letters import Letter
from tracker.models.reads.ask import Ask, Recipient
from tracker.models.user import User


def build(
    asking: Ask, user: User, to: Recipient | None, kind: str, tone: Tone, language: Language
) -> Letter:
    """A reminder of nothing written yet is the first letter."""
    purpose: Purpose = next(each for each in get_args(Purpose) if each == kind)
    if purpose == "nudge" and asking.asked_on is None:
        purpose = "ask"
    return letter(asking.situation(user, to), tone, language, purpose, instance())


def instance() -> Path:
    """The folder that may hold the keeper's own words."""
    folder: Path = current_app.config["ONWARD"].instance
    return folder
