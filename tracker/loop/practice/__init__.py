"""Questions to practise: which fits what was said, and which three matter before an interview."""

from tracker.loop.practice.bank import BANK, SHAPES, PracticeQuestion, question_named, shape_of
from tracker.loop.practice.choose import can_practise, questions_for
from tracker.loop.practice.matters import FeedbackTheme, Matter, OwnStory, what_matters, what_next
from tracker.loop.practice.try_this import to_try, try_this

__all__ = [
    "BANK",
    "SHAPES",
    "FeedbackTheme",
    "Matter",
    "OwnStory",
    "PracticeQuestion",
    "can_practise",
    "question_named",
    "questions_for",
    "shape_of",
    "to_try",
    "try_this",
    "what_matters",
    "what_next",
]
