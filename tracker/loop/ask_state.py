"""How far an ask has come: one call or email, one reminder, then it closes by itself."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from tracker.loop.steps import STEPS
from tracker.loop.working_days import working_days_after
from tracker.values.days import days_after
from tracker.values.formatting import full_day

AskName = Literal[
    "open", "lapsed", "called", "waiting", "nudge_due", "answered", "probing", "closed"
]
Next = Literal["call", "write", "wait", "nudge", "write_down", "probe", "thank", "none"]

RESULTS = {
    "spoke": "We spoke",
    "left_message": "I left a message",
    "no_answer": "No answer",
    "later": "They will answer later",
    "declined": "They would rather not say",
    "sent": "Sent",
    "answered": "They answered",
}
SPOKEN = ("call", "in_person")
ASKS = ("ask", "nudge")
"""Kinds that ask for something: a probe and a thank-you reply to what came."""
ANSWERED = ("spoke", "answered")
AWAITED = ("left_message", "no_answer", "later", "sent")
"""Results after which something may still come."""
MOST_WRITTEN = 2
FOLLOW_UP_AFTER = 10  # working days: sooner reads as pressing
ASK_WITHIN = 42  # days after the no; later nothing proposes it, though it can still be done
WAIT = 14  # days, where no follow-up day was set
LAPSES_AFTER = 21  # days in which something is proposed; then the ask closes by itself

QUIET = (
    "They didn't answer. Many employers never do, so this says nothing about you. "
    "What you noticed yourself can still become your next step."
)
MESSAGE_LEFT = "You left a message. A short email makes it easy to answer. Then wait."
NOT_REACHED = "You did not reach them. Send an email, or call once more, as you prefer."
DECLINED = "They would rather not say. That is often a company rule, and nothing about you."
DONE = "You asked, they answered, you thanked them. Your request is complete."


class AskAttempt(NamedTuple):
    """One try; the follow-up day was set by the person's working calendar when it was made."""

    on: date
    channel: str
    result: str = "sent"
    purpose: str = "ask"
    follow_up_on: date | None = None
    after_words: bool = True
    """Whether it was noted after their latest words: decides where both are of one day."""

    @property
    def written(self) -> bool:
        """Whether it is one of the two messages that may go unasked; replies are not."""
        return self.channel not in SPOKEN and self.purpose in ASKS

    def waits_after(self, feedback_on: date) -> bool:
        """Whether it is still to be answered after what they said that day."""
        later = self.on > feedback_on or (self.on == feedback_on and self.after_words)
        return later and self.result not in (*ANSWERED, "declined")

    @property
    def waits_until(self) -> date:
        """The day on which the time to answer is over."""
        return self.follow_up_on or days_after(self.on, WAIT)


class AskState(NamedTuple):
    """What to do next and why; it changes by time alone on the day that it turns."""

    name: AskName
    next: Next
    label: str
    why: str
    turns_on: date | None = None
    written: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing is left to do or to wait for."""
        return self.next == "none"


UNANSWERED = AskState(
    "lapsed", "none", "", "They never answered. You can still ask; nothing will remind you."
)
"""After silence: what is closed as no answer is closed."""


def follow_up_on(day: date, country: str, state: str = "") -> date:
    """The day to follow up on something sent or said that day."""
    return working_days_after(day, FOLLOW_UP_AFTER, country, state)


def may_write(attempts: Sequence[AskAttempt]) -> bool:
    """At most two messages go to somebody who has not answered."""
    return sum(attempt.written for attempt in attempts) < MOST_WRITTEN


def ask_state(
    attempts: Sequence[AskAttempt],
    today: date,
    *,
    can_call: bool = True,
    since: date | None = None,
    feedback_on: date | None = None,
    generic: bool = False,
    invited: bool = False,
    silent: bool = False,
) -> AskState:
    """Where an ask stands: since when it could be made, and whether their latest words say much.

    Who never answered is asked nothing further, unless the person begins it.

    One further question is proposed only where those words invite it.

    Attempts in the order in which they were made; feedback_on is the day of their latest words.
    """
    written = sum(attempt.written for attempt in attempts)
    if feedback_on is not None:
        state = _after_feedback(attempts, today, feedback_on, further=generic and invited)
    elif not attempts:
        state = UNANSWERED if silent else _not_yet(today, can_call, since)
    elif attempts[-1].result in ANSWERED:
        state = _unwritten(attempts[-1], today)
    elif attempts[-1].result == "declined":
        state = AskState("closed", "none", "", DECLINED)
    else:
        state = _unanswered(attempts, today)
    return state._replace(written=written)


def _not_yet(today: date, can_call: bool, since: date | None) -> AskState:
    lapses = None if since is None else days_after(since, ASK_WITHIN)
    if lapses is not None and today >= lapses:
        why = "This was a while ago. You can still ask; nothing will remind you."
        return AskState("lapsed", "none", "", why)
    if can_call:
        why = (
            "A short call is the quickest way, if calling is usual in your field. "
            "An email is fine too."
        )
        return AskState("open", "call", STEPS["ask"].label, why, lapses)
    why = "A few lines are ready to send."
    return AskState("open", "write", STEPS["ask"].label, why, lapses)


def _unanswered(attempts: Sequence[AskAttempt], today: date) -> AskState:
    last = attempts[-1]
    if not any(attempt.written for attempt in attempts) and last.result != "later":
        lapses = days_after(last.on, LAPSES_AFTER)
        if today >= lapses:
            return AskState("closed", "none", "", QUIET)
        why = MESSAGE_LEFT if last.result == "left_message" else NOT_REACHED
        return AskState("called", "write", STEPS["send_letter"].label, why, lapses)
    if today < last.waits_until:
        why = f"Nothing to do before {full_day(last.waits_until)}."
        return AskState("waiting", "wait", "", why, last.waits_until)
    lapses = days_after(last.waits_until, LAPSES_AFTER)
    if _nudged(attempts) or not may_write(attempts) or today >= lapses:
        return AskState("closed", "none", "", QUIET)
    why = f"Nothing heard since {full_day(last.on)}. One reminder is fine; then you are done."
    return AskState("nudge_due", "nudge", STEPS["nudge"].label, why, lapses)


def _nudged(attempts: Sequence[AskAttempt]) -> bool:
    """Whatever came after the first message was the nudge, a call included."""
    first = next((i for i, one in enumerate(attempts) if one.written), len(attempts))
    return first < len(attempts) - 1 or any(one.purpose == "nudge" for one in attempts)


def _unwritten(last: AskAttempt, today: date) -> AskState:
    lapses = days_after(last.on, LAPSES_AFTER)
    if today >= lapses:
        return AskState("closed", "none", "", f"They answered on {full_day(last.on)}.")
    why = "In their own words, while you remember them."
    return AskState("answered", "write_down", "Write down what they said", why, lapses)


def _after_feedback(
    attempts: Sequence[AskAttempt], today: date, feedback_on: date, *, further: bool
) -> AskState:
    probes = [attempt for attempt in attempts if attempt.purpose == "probe"]
    if probes and probes[-1].waits_after(feedback_on):
        until = probes[-1].waits_until
        if today < until:
            why = f"You asked your one question. Wait until {full_day(until)}."
            return AskState("probing", "wait", "", why, until)
        return AskState("closed", "none", "", "You have their answer, and you asked once more.")
    lapses = days_after(feedback_on, LAPSES_AFTER)
    if any(attempt.purpose == "thanks" for attempt in attempts) or today >= lapses:
        return AskState("closed", "none", "", DONE)
    if further and not probes:
        why = "Their answer is very general, and they invited a question. One is enough."
        return AskState("answered", "probe", STEPS["probe"].label, why, lapses)
    why = "They took the time. Thank them, and stop there."
    return AskState("answered", "thank", STEPS["thank"].label, why, lapses)
