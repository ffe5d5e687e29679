"""Asking for advice after a no: whom, with which words, and how to send them."""

from tracker.loop.ask.letter_facts import KINDS, LANGUAGES, TONES, LetterFacts, letter_kind
from tracker.loop.ask.letters import Letter, letter
from tracker.loop.ask.mailto import Mailto, mailto
from tracker.loop.ask.recipients import rank_recipients, tel
from tracker.loop.ask.scripts import Script, ScriptSection, script

__all__ = [
    "KINDS",
    "LANGUAGES",
    "TONES",
    "Letter",
    "LetterFacts",
    "Mailto",
    "Script",
    "ScriptSection",
    "letter",
    "letter_kind",
    "mailto",
    "rank_recipients",
    "script",
    "tel",
]
