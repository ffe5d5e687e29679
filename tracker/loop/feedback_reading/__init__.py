"""Reading somebody's feedback: proposals that name their words and are never applied unasked."""

from tracker.loop.feedback_reading.kinds import KINDS
from tracker.loop.feedback_reading.points import (
    FeedbackReading,
    ProposedPoint,
    likely_kind,
    read_feedback,
)
from tracker.loop.feedback_reading.sentences import Sentence, sentences
from tracker.loop.feedback_reading.theme_words import theme_word
from tracker.loop.feedback_reading.themes_list import THEMES

__all__ = [
    "KINDS",
    "THEMES",
    "FeedbackReading",
    "ProposedPoint",
    "Sentence",
    "likely_kind",
    "read_feedback",
    "sentences",
    "theme_word",
]
