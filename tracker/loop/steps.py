"""Every kind of next step in one table: its words, its page, its section of Today, its part.

A new kind is a name in Kind (step_kind.py), an entry in STEPS, and the facts that lead to it in
next_step().
"""

from typing import NamedTuple

from tracker.loop.step_kind import Kind, Step

STEPS: dict[Kind, Step] = {
    "answer_offer": Step(
        "Answer the offer",
        "They made an offer. Say yes, or decline with thanks.",
        "/applications/{id}/offer",
        "due",
    ),
    "prepare_interview": Step(
        "Prepare",
        address="/applications/{id}/interviews/coming",
        section="due",
    ),
    "do_action": Step(
        "Do it or pick another day",
        "You planned this for about now.",
        "/applications/{id}/actions",
        "due",
        "act",
    ),
    "nudge": Step(
        "Send one reminder",
        "One reminder is fine; then you are done.",
        "/applications/{id}/ask/letter/nudge",
        "due",
        "ask",
    ),
    "review_interview": Step(
        "How did it go?",
        "A few words now help you at the next interview.",
        "/applications/{id}/interviews/unreviewed",
        "next",
    ),
    "write_feedback": Step(
        "Write it down",
        "In their own words, while you remember them.",
        "/applications/{id}/feedback/new",
        "next",
        "answer",
    ),
    "record_rejection": Step(
        "What did they say?",
        "Write down what they said while you remember it.",
        "/applications/{id}/rejection",
        "next",
        "no",
    ),
    "send_letter": Step(
        "Send the email",
        "A few lines, ready to send from your own mail app.",
        "/applications/{id}/self-analysis/first",
        "next",
        "ask",
    ),
    "read_feedback": Step(
        "Read what they said",
        "Tap the sentences that count. Some are not about you.",
        "/applications/{id}/points",
        "next",
        "answer",
    ),
    "pick_point": Step(
        "Pick one thing to act on",
        "One is enough. Give it a day and a first step.",
        "/applications/{id}/points",
        "next",
        "act",
    ),
    "ask": Step(
        "Ask for advice",
        "By phone or by email: the words are ready.",
        "/applications/{id}/self-analysis/first",
        "next",
        "ask",
    ),
    "probe": Step(
        "Ask one more question",
        "Their answer is very general, and they invited a question.",
        "/applications/{id}/ask/letter/probe",
        "next",
        "answer",
    ),
    "thank": Step(
        "Say thank you",
        "They took the time to answer you. A thank-you of two lines is enough.",
        "/applications/{id}/ask/letter/thanks",
        "next",
        "answer",
        quiet=True,
    ),
    "own_lesson": Step(
        "Choose your own next step",
        "What you noticed yourself counts as much.",
        "/applications/{id}/lesson",
        "next",
        "act",
        quiet=True,
    ),
    "follow_up": Step(
        "Follow up",
        address="/applications/{id}/follow-up",
        section="unhurried",
        quiet=True,
    ),
    "close": Step(
        "Mark as no answer",
        address="/applications/{id}/rejection",
        section="unhurried",
        quiet=True,
    ),
    "put_away": Step(
        "Archive",
        "You are finished with this one, so it can leave the board.",
        "/applications/{id}/archival",
        "unhurried",
        "onward",
        quiet=True,
    ),
    "rest": Step(why="Paused. Nothing needs you here.", section="resting", part="moment"),
    "await_interview": Step("Interview ahead"),
    "wait": Step(),
    "none": Step(),
}
"""The most useful first, section after section: this order is the rank on Today.

It is stored with each application (today_place), so a change of it needs a migration.
"""


NO_ANSWER = STEPS["close"]._replace(address="/applications/{id}/rejection?how=silence")
"""What closing one leads to: silence is chosen there already."""


TEST_AHEAD = Step("Test ahead")
"""Instead of an interview: it is done alone, by its day."""


DAY_TO_COME = Step("Add its day", address="/applications/{id}/interviews/undated")
"""While an interview is known of, but not its day: they will say."""


NEW_TIME = Step("No new time yet")
"""While they have named no other time for the one that they want to move."""


CANCELLED = Step("Interview cancelled")
"""After one that they cancelled, while nothing newer is known of them."""


ADVICE = Step("Look at the advice", address="/applications/{id}/feedback/new")
"""Where their no says what helps: nobody has to be asked before that is read."""


DECLINED = Step("Archive", address="/applications/{id}/archival")
"""After a no of one's own nothing is waited for, even where the card stays on the board."""


class NextStep(NamedTuple):
    """The next step of one application, with the reason in this one's words."""

    kind: Kind
    why: str
    instead: Step | None = None
    """What this one's button says and leads to, where that is not what its kind does."""

    @property
    def label(self) -> str:
        """What its button says; empty where there is nothing to press."""
        return (self.instead or STEPS[self.kind]).label

    @property
    def is_off(self) -> bool:
        """Whether an interview is off, and a new time is added if they name one."""
        return self.instead in (NEW_TIME, CANCELLED)

    @property
    def awaits_time(self) -> bool:
        """Whether that one is to be moved, so that they do name one."""
        return self.instead == NEW_TIME

    @property
    def quiet(self) -> bool:
        """Whether its button stands back."""
        return STEPS[self.kind].quiet

    def href(self, application_id: int) -> str | None:
        """The page where it is taken; None where it needs nothing."""
        return (self.instead or STEPS[self.kind]).address.format(id=application_id) or None


def step(kind: Kind, why: str = "", instead: Step | None = None) -> NextStep:
    """A next step, with the words of its kind unless this application has its own."""
    return NextStep(kind, why or STEPS[kind].why, instead)
