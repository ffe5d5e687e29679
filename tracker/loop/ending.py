"""How an application ended where nobody said a plain no."""

from typing import Literal

from tracker.loop.stage import Stage

Ending = Literal["no_answer", "taken_back"]
ENDINGS: dict[str | None, str] = {"no_answer": "No answer", "taken_back": "Offer taken back"}
"""In words."""


SAID_NO = "They said no"
CLOSED = "They closed the role"
"""Of a role that nobody gets: it is no word on whoever applied."""


def no_words(role_closed: bool) -> str:
    """What came, as one says it."""
    return CLOSED if role_closed else SAID_NO


def ending_of(
    stage: str, archived: bool, offer_decision: str | None, recorded: bool, no_stands: bool
) -> Ending | None:
    """None while it is open, and after a plain no; a no of which nothing is recorded is one."""
    if offer_decision == "taken_back" and (archived or stage not in Stage.OPEN):
        return "taken_back"
    silent = stage == Stage.REJECTED and recorded and not no_stands
    return "no_answer" if silent else None
