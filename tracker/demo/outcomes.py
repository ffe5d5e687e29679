"""What can become of an application, and how often it does."""

from datetime import date
from random import Random

PATHS: dict[str, tuple[str, ...]] = {
    "waiting": (),
    "rejected_early": ("rejected",),
    "rejected_late": ("interview", "rejected"),
    "interviewing": ("interview",),
    "feedback": ("interview", "rejected", "feedback_received"),
    "action": ("interview", "rejected", "feedback_received", "action_taken"),
    "loop_closed": ("interview", "rejected", "feedback_received", "action_taken", "archive"),
    "withdrawn": ("archive",),
    "offer_declined": ("interview", "offer", "archive"),
    "unrecorded": ("rejected",),
    # These stand at a fixed distance from today, so that every board has one.
    "resting": ("rejected",),
    "offer": ("interview", "offer"),
    "coming_soon": ("interview",),
    "coming": ("interview",),
    "unreviewed": ("interview",),
    "nudge": ("rejected",),
    "sorting": ("rejected", "feedback_received"),
    "due": ("rejected", "feedback_received"),
}
INTERVIEW_IN = {"coming_soon": 1, "coming": 6}
WORKDAYS_UNTIL = {
    "interview": (4, 12),
    "rejected": (3, 9),
    "feedback_received": (1, 6),
    "action_taken": (2, 9),
    "offer": (2, 5),
    "archive": (1, 6),
}
NUDGE_AFTER = 13
"""Working days ago on which somebody was asked who has not answered."""
YOUNG = 12
"""Days in which most have not answered yet."""
FIRST = ("resting", "unrecorded", "coming", "unreviewed", "coming_soon", "offer", "sorting", "due",
         "nudge")  # fmt: skip
"""What the youngest of the older ones came to, so that every board has one of each."""
LAST = ("offer_declined", "feedback", "action", "feedback", "loop_closed", "action")
"""And the oldest ones, which had the time."""
SHARES = {
    "waiting": 41,
    "rejected_early": 15,
    "rejected_late": 9,
    "interviewing": 7,
    "feedback": 8,
    "action": 7,
    "loop_closed": 6,
    "withdrawn": 5,
    "offer_declined": 2,
}
"""In a hundred of the older ones."""


def fates(random: Random, days: list[date], today: date) -> list[str]:
    """One for each day, the latest first, as every hunt is told."""
    young = sum(1 for day in days if (today - day).days <= YOUNG)
    old = len(days) - young
    drawn = [fate for fate, share in SHARES.items() for _ in range(round(old * share / 100))]
    random.shuffle(drawn)
    middle = max(0, old - len(FIRST) - len(LAST))
    drawn = [*FIRST, *(drawn + ["waiting"] * old)[:middle], *LAST][:old]
    early = ["rejected_early" if random.random() < 0.06 else "waiting" for _ in range(young)]
    return early + drawn
