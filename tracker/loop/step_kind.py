"""What a kind of next step is, and the names of all kinds."""

from typing import Literal, NamedTuple

Kind = Literal[
    "answer_offer",
    "prepare_interview",
    "do_action",
    "nudge",
    "review_interview",
    "write_feedback",
    "record_rejection",
    "send_letter",
    "read_feedback",
    "pick_point",
    "ask",
    "probe",
    "thank",
    "own_lesson",
    "follow_up",
    "close",
    "put_away",
    "rest",
    "await_interview",
    "wait",
    "none",
]
Section = Literal["due", "next", "unhurried", "resting"]
Part = Literal["no", "moment", "ask", "answer", "act", "onward"]
PARTS: tuple[Part, ...] = ("no", "moment", "ask", "answer", "act", "onward")
"""Of the path from a no to the next step, in their order."""


class Step(NamedTuple):
    """What all next steps of one kind share."""

    label: str = ""
    """Fits a card's button; empty where there is nothing to press."""
    why: str = ""
    """Empty where only the application's own days can say it."""
    address: str = ""
    """The page where it is taken, with {id} for the application's number."""
    section: Section | None = None
    """Of Today; None where it calls for nothing."""
    part: Part | None = None
    """The part of the path that it belongs to; None for steps of an open application."""
    quiet: bool = False
    """Whether its button stands back, as nothing is lost by leaving it."""
