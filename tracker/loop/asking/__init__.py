"""Asking for advice after a no: whom, with which words, and how to send them."""

from tracker.loop.asking.letters import Letter, letter
from tracker.loop.asking.mailto import Mailto, mailto
from tracker.loop.asking.scripts import Script, Section, script
from tracker.loop.asking.situation import KINDS, LANGUAGES, TONES, Situation, kind_of
from tracker.loop.asking.whom import tel, whom

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
    "script",
    "tel",
    "whom",
]
