"""The stages of an application."""

from enum import StrEnum, nonmember


class Stage(StrEnum):
    """The five columns of the board, in order."""

    APPLIED = "applied"
    INTERVIEW = "interview"
    REJECTED = "rejected"
    FEEDBACK_RECEIVED = "feedback_received"
    ACTION_TAKEN = "action_taken"

    OPEN = nonmember((APPLIED, INTERVIEW))
    """Those in which an answer may still come, as plain words."""

    @property
    def label(self) -> str:
        """The stage's name on the screen."""
        return self.value.replace("_", " ").capitalize()
