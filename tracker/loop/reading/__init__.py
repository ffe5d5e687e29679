"""Reading somebody's feedback: proposals that name their words and are never applied unasked."""

from tracker.loop.reading.kinds import KINDS
from tracker.loop.reading.points import FeedbackReading, ProposedPoint, read
from tracker.loop.reading.sentences import Sentence, sentences
from tracker.loop.reading.themes_list import THEMES, theme_label

__all__ = [
    "KINDS",
    "THEMES",
    "FeedbackReading",
    "ProposedPoint",
    "Sentence",
    "read",
    "sentences",
    "theme_label",
]
