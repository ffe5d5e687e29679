"""What people write into a status column, and what it most likely means."""

import re
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from tracker.imports.words.status_words import HOW, KINDS, PLAIN, ROUNDS, RULES, TALKING, UNSURE

Certainty = Literal["certain", "proposed", "unknown", "chosen"]

CHOICES = {
    "applied": "Applied",
    "interview": "Interview",
    "rejected": "Rejected",
    "rejected_after_interview": "Rejected after interview",
    "silence": "No answer came",
    "lead": "Saved, not applied",
    "dated": "Applied if dated, else saved",
    "offer": "Offer received",
    "offer_accepted": "Offer accepted",
    "offer_declined": "Offer declined",
    "withdrawn": "Withdrawn by me",
    "role_closed": "They closed the role",
    "archived": "Put away",
    "feedback_received": "Feedback received",
    "action_taken": "Action taken",
    "ask": "Ask me row by row",
}


@dataclass(frozen=True)
class Meaning:
    """One status as a choice, with what else its words say."""

    choice: str
    certainty: Certainty = "certain"
    how: str | None = None
    interview: str | None = None
    round: int | None = None
    text: str = ""
    count: int = 0

    def chosen(self, choice: str) -> "Meaning":
        """The same words with a person's own choice."""
        if choice not in CHOICES:
            raise ValueError(f"unknown meaning: {choice}")
        if choice == self.choice and self.certainty != "unknown":
            return self
        return replace(self, choice=choice, certainty="chosen")

    def as_json(self) -> dict[str, Any]:
        """Only what says something."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "", 0)}


CERTAIN = {word: choice for choice, words in PLAIN.items() for word in words.split("|")}
SEARCHES = tuple((re.compile(pattern), choice) for pattern, choice in RULES)


LONGEST = 200
"""Characters of a status that count; patterns see no more."""


def key(text: str) -> str:
    """How statuses that are the same to a person compare equal."""
    return " ".join(text[:LONGEST].split()).casefold()


def guess_status(text: str) -> Meaning:
    """What a status most likely means; never applied unasked unless certain."""
    text = text[:LONGEST]
    plain = key(text).strip(" .!*-–:;,✓✔❌✅")
    if not plain:
        return Meaning("dated", "proposed", text=text.strip())
    if plain in CERTAIN:
        certainty: Certainty = "proposed" if plain in UNSURE else "certain"
        return Meaning(CERTAIN[plain], certainty, text=text.strip())
    choice = next((choice for rule, choice in SEARCHES if rule.search(plain)), None)
    if choice is None:
        return Meaning("ask", "unknown", text=text.strip())
    return _detailed(plain, choice, text.strip())


def _detailed(plain: str, choice: str, text: str) -> Meaning:
    how = interview = None
    if choice.startswith("rejected"):
        how = _first(HOW, plain)
    if choice in ("interview", "rejected_after_interview"):
        interview = _first(KINDS, plain) or "other"
        if choice == "interview" and TALKING.fullmatch(plain):
            interview = None
    number = next((n for word, n in ROUNDS.items() if interview and plain.find(word) >= 0), None)
    return Meaning(choice, "proposed", how, interview, number, text)


def _first(rules: tuple[tuple[str, str], ...], plain: str) -> str | None:
    return next((name for pattern, name in rules if re.search(pattern, plain)), None)
