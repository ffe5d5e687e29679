"""What a sheet leaves open for many rows alike, as questions that a person answers once."""

from dataclasses import dataclass, field

ASK = "ask"
"""Not sure: the rows that hang on it wait for a look."""
NOT_SURE = "Not sure"
ORDERS = {"day_first": "Day first: 3/4 is 3 April", "month_first": "Month first: 3/4 is March 4"}
ANSWERS = {
    "applied": ("lead", "application", ASK),
    "saved_but_applied": (ASK, "application", "lead"),
    "applied_but_not": (ASK, "application", "lead"),
    "no_in_notes": (ASK, "status", "rejected"),
    "no_beside_offer": (ASK, "offer_taken_back", "offer_declined"),
    "ended": (ASK, "interview", "rejected", "silence", "withdrawn"),
    "twice": (ASK, "later", "both"),
    "company_role": (ASK, "role_first", "company_first"),
    "undated": ("open", "silence", ASK),
}
"""What the file leaves open for many rows alike; the first is what holds until answered."""
ORDER, WHICH_STATUS = "order", "which_status"
BESIDE_AN_OFFER = "offer-"
"""Before the code of a status: rows with that status in which an offer stands, too."""
OF_COLUMNS = (ORDER, WHICH_STATUS)
COUNTED = 5_000
"""Rows of the file that are tried to count what hangs on a question."""


@dataclass(frozen=True)
class Question:
    """One question for all rows alike; its code names the field, and what `answer` takes."""

    code: str
    words: str
    decides: str
    """What becomes of those rows, in a sentence."""
    options: dict[str, str]
    """Value to label, the likeliest first; "ask" is Not sure: those rows wait."""
    likely: str
    rows: int
    """How many rows hang on it."""
    answer: str = ASK
    """What holds now: "ask" while nobody has said anything, or said that they aren't sure."""
    at_least: bool = False
    """Whether only the first rows of a long file were counted."""
    keys: tuple[str, ...] = field(default=())
    """Of a question about a status: the keys in `Mapping.statuses` that it answers."""

    @property
    def waits(self) -> bool:
        """Whether its rows wait until it is answered."""
        return self.answer == ASK
