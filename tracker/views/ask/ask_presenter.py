"""The ask as it reads: what comes first, who can be asked, what was tried."""

from typing import NamedTuple

from tracker.loop.ask import tel
from tracker.loop.ask.address import in_greeting
from tracker.loop.ask_first import First
from tracker.loop.ask_state import ANSWERED, RESULTS
from tracker.models.attempt import CHANNELS, KINDS, Attempt
from tracker.models.contact import PARTS
from tracker.models.reads.ask import Ask, Recipient
from tracker.values.formatting import day, in_sentence, shortened, without_this_year

CALLED = ("spoke", "left_message", "no_answer", "declined", "later")
IN_THE_CALL = {
    "spoke": "They gave advice",
    "later": "They will answer later",
    "declined": "They would rather not say",
}
REPLIES = {
    "answered": "They answered",
    "later": "They will answer later",
    "declined": "They would rather not say",
}
ANSWERS = {
    "answered": "Good to hear. Write down what they said.",
    "later": "Noted. Wait a few days.",
    "declined": "Noted. You asked, and that counts.",
}
TITLES = {
    "ask": "The email",
    "nudge": "One reminder",
    "probe": "One more question",
    "thanks": "Say thank you",
}
READY = {
    "ask": "An email is ready",
    "nudge": "A reminder is ready",
    "probe": "Your question is ready",
    "thanks": "A thank-you is ready",
}
"""What stands above the way to each letter."""
ASIDE = {"before", "generic", "no", "reception", "voicemail"}
"""Sections for when a call goes another way."""

WHY: dict[First, str] = {
    "told_now": "Read it as it stands. They are on the phone already.",
    "stopped": "You stopped asking here. That is a fine decision, and you can begin again.",
}
"""Words in place of the state's own."""


class PresentedRecipient(NamedTuple):
    """Somebody who can be asked."""

    id: int
    name: str
    familiar: str
    part: str
    phone: str
    tel: str
    email: str
    chosen: bool


class PresentedAttempt(NamedTuple):
    """One attempt of the log."""

    title: str
    result: str
    day: str
    href: str


def may_still_call(asking: Ask) -> bool:
    """Whether a call is as good as an email: not while they are to answer, or have answered."""
    return asking.state.next in ("call", "write", "nudge") or asking.state.name == "lapsed"


def why_words(asking: Ask, first: First, to: PresentedRecipient | None) -> str:
    """The state's own words, unless they are about a call to somebody without a number."""
    if first == "letter" and asking.state.next == "call" and to is not None:
        return f"There is no number for {to.familiar} yet. A few lines are ready to send."
    return WHY.get(first, without_this_year(asking.state.why, asking.today))


def heart_of(body: str) -> str:
    """The part of a letter to show: what it asks, else what it says first."""
    parts = [each.replace("\n", " ") for each in body.split("\n\n")]
    asks = [each for each in parts if "?" in each]
    return shortened((asks or parts[1:2] or [""])[0], 300)


def present_recipient(one: Recipient, chosen: Recipient | None) -> PresentedRecipient:
    """One person in words."""
    part = PARTS.get(one.part, "")
    is_chosen = chosen is not None and one.id == chosen.id
    familiar = shortened(in_greeting(one.name) or one.name, 24)
    return PresentedRecipient(
        one.id, one.name, familiar, part, one.phone, tel(one.phone), one.email, is_chosen
    )


def present_attempts(asking: Ask) -> list[PresentedAttempt]:
    """The log, the oldest first."""
    names = {each.id: each.name for each in asking.people}
    return [
        present_attempt(each, names.get(each.contact_id or 0, ""), asking)
        for each in asking.attempts
    ]


def present_attempt(row: Attempt, name: str, asking: Ask) -> PresentedAttempt:
    """One attempt in words."""
    title = CHANNELS.get(row.channel, "")
    if row.kind != "ask":
        title += f": {KINDS.get(row.kind, '').lower()}"
    return PresentedAttempt(
        title=f"{title}, {shortened(name, 60)}" if name else title,
        result=RESULTS.get(row.result, ""),
        day=day(row.on, asking.today),
        href=f"/applications/{row.application_id}/attempts/{row.id}",
    )


def next_page_and_toast(row: Attempt, asking: Ask) -> tuple[str, str]:
    """Where an attempt leads, below the application, and what to say about it."""
    if row.result in ANSWERED:
        return "/feedback/new", "Well done for asking. Now their words, while you remember them."
    if row.result == "declined":
        return "/ask", ANSWERS["declined"]
    if row.kind == "thanks":
        return "", "Noted. You asked, they answered, you thanked them."
    if asking.state.next == "write":
        return "/ask/letter/ask", "Noted. Next, a short email if you like."
    if row.follow_up_on is not None:
        return "/ask", f"Noted. Wait until {in_sentence(day(row.follow_up_on, asking.today))}."
    return "/ask", "Noted."
