"""What a status may mean: the choices, and one of them with what else its words say."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

Certainty = Literal["certain", "proposed", "unknown", "chosen"]

CHOICES = {
    "applied": "Applied",
    "interview": "Interview",
    "rejected": "Rejected",
    "rejected_after_interview": "Rejected after interview",
    "silence": "No answer came",
    "lead": "Saved, not applied",
    "dated": "Applied if it has a date, otherwise a lead",
    "offer": "Offer received",
    "offer_accepted": "Offer accepted",
    "offer_declined": "Offer declined",
    "offer_taken_back": "Offer taken back by them",
    "withdrawn": "Withdrawn by me",
    "role_closed": "They closed the role",
    "archived": "Archived",
    "feedback_received": "Feedback received",
    "action_taken": "Action taken",
    "ask": "Ask me row by row",
}


@dataclass(frozen=True)
class StatusMeaning:
    """One status as a choice, with what else its words say."""

    choice: str
    certainty: Certainty = "certain"
    how: str | None = None
    interview: str | None = None
    round: int | None = None
    text: str = ""
    count: int = 0
    why: str = ""
    """Why it is read so, where that is not certain."""

    @property
    def asked(self) -> bool:
        """Whether its rows wait until a person has said what it means."""
        return self.certainty in ("proposed", "unknown")

    @property
    def likely(self) -> str:
        """The likeliest answer."""
        return self.choice

    def says(self, stands: str) -> bool:
        """Whether a row that stands so does because of these words; unknown ones leave it open."""
        meant = "applied" if self.choice in ("ask", "dated") else self.choice
        return meant == stands or (meant == "rejected" and stands == "rejected_after_interview")

    def chosen(self, choice: str) -> "StatusMeaning":
        """The same words with a person's own choice; "ask" leaves them open."""
        if choice not in CHOICES:
            raise ValueError(f"unknown meaning: {choice}")
        if choice == "ask":
            return replace(self, choice=choice, certainty="unknown")
        if choice == self.choice and self.certainty == "certain":
            return self
        return replace(self, choice=choice, certainty="chosen")

    def as_json(self) -> dict[str, Any]:
        """Only what says something."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "", 0)}
