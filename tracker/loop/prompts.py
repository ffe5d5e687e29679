"""Prompts for private writing, and lines to begin one's own from."""

from typing import NamedTuple

MINUTES = (10, 15)
"""How long people wrote in the studies behind the prompts; the timer is quiet and optional."""

THOUGHT_MINUTES = 10
"""A thought record ends after this, whether it is done or not."""

MORNING, TONIGHT, MONDAY = "tomorrow", "tonight", "monday"


class Prompt(NamedTuple):
    """A way into writing: the steps are shown one under the other."""

    key: str
    title: str
    steps: tuple[str, ...]


PROMPTS = (
    Prompt(
        "kindness",
        "Be kind to yourself",
        (
            "Write down what happened and how it feels, just as it is.",
            "Many people who look for work get this same no. What would you say to one of them?",
            "Now write that to yourself, as a good friend would: warm, and without excuses.",
        ),
    ),
    Prompt(
        "values",
        "What matters to you",
        (
            "Pick two or three things that matter most to you: family, craft, humour, fairness, "
            "nature, learning, faith, or your own.",
            "Why do they matter? Remember a time when you lived by one of them.",
            "How are they still yours today, whatever that email said?",
        ),
    ),
    Prompt(
        "free",
        "Just write",
        (
            "Write whatever comes. Nobody else will read it.",
            "Before you stop: one thing that you can do, or let go, tomorrow.",
        ),
    ),
)

THOUGHT_RECORD = (
    ("fact", "The fact", "What happened, as a camera would have seen it?"),
    ("story", "The story I tell", "What does my head make of it?"),
    ("evidence", "Evidence against it", "What speaks against that story?"),
    ("line", "A line I can believe", "Not rosy, just fair. How would a friend put it?"),
)

LINES_TO_BEGIN_FROM = (
    "A no to this application is not a no to me.",
    "I don't know their reasons. I can ask.",
    "I did what I could with what I knew that day.",
    "One answer closer.",
)
"""Offered to be rewritten, never shown as they are: borrowed lines can make people feel worse."""


def seen_today(times: int) -> str:
    """A gentle word for going over the same no again and again; nothing before the fourth time."""
    if times < 4:
        return ""
    count = {4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}.get(times)
    return f"You have been here {count or 'many'} times today. It will be here tomorrow."
