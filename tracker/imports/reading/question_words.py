"""What is asked about many rows alike: the question, what it decides, and the answers."""

WORDS: dict[str, tuple[str, str, dict[str, str]]] = {
    "applied": (
        "Have you applied for these?",
        "The sheet has no status and no day of applying. Without an answer they become leads: "
        "saved openings.",
        {"lead": "No, they are saved openings", "application": "Yes, I applied"},
    ),
    "ended": (
        "Some rows say it is over. How did they end?",
        "The sheet doesn't say how.",
        {
            "rejected": "They said no",
            "silence": "No answer came",
            "withdrawn": "I withdrew",
            "interview": "Leave them where they got to",
        },
    ),
    "saved_but_applied": (
        "Some rows are marked as saved. Did you apply for them?",
        "They have a day you applied, or a later stage.",
        {"application": "Yes, I applied", "lead": "No, they are saved openings"},
    ),
    "applied_but_not": (
        "Some rows are marked as not applied. Did you apply for them?",
        "They have a day you applied, or a later stage.",
        {"lead": "No, they are saved openings", "application": "Yes, I applied"},
    ),
    "no_in_notes": (
        "Some notes speak of a rejection, but the status doesn't. Which is right?",
        "",
        {"rejected": "The notes: they said no", "status": "The status"},
    ),
    "no_beside_offer": (
        "Some have an offer and a no. Who said no?",
        "Without an answer the offer would still wait for yours.",
        {
            "offer_taken_back": "They did: they took the offer back",
            "offer_declined": "I did: I declined the offer",
        },
    ),
    "undated": (
        "Some have no date and no answer. Are they over?",
        "You can mark them as no answer in one step.",
        {"open": "Leave them open", "silence": "Mark them as no answer"},
    ),
}
