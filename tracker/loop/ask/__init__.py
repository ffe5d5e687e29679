"""Asking for advice after a no: whom, with which words, and how to send them."""

from tracker.loop.ask.letter_facts import KINDS, LANGUAGES, TONES, Situation, kind_of
from tracker.loop.ask.letters import Letter, letter
from tracker.loop.ask.mailto import Mailto, mailto
from tracker.loop.ask.recipients import rank_recipients, tel
from tracker.loop.ask.scripts import Script, Section, script

__all__ = [
    "KINDS",
    "LANGUAGES",
    "TONES",
    "Letter",
    "Mailto",
    "Script",
    "Section",
    "Situation",
    "kind_of",
    "letter",
    "mailto",
    "rank_recipients",
    "script",
    "tel",
]
