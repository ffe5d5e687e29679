"""Whose answer is waited for after a no, what comes if there is none, and whom to thank for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from tracker.loop.ask_state import AskAttempt, ask_state
from tracker.loop.step_kind import Step
from tracker.loop.steps import NextStep
from tracker.models.attempt import Attempt
from tracker.values.formatting import day, full_day, in_sentence, shortened

BY = {
    "call": "by phone",
    "email": "by email",
    "in_person": "in person",
    "portal": "on their portal",
}
THEY_WAIT = Step("They wait for your answer")
FURTHER = {"nudge": " once more", "probe": " one more question"}


def waiting_words(attempts: Sequence[Attempt], lines: Sequence[Row[Any]], until: date) -> str:
    """You asked Kirra Iyer by email on Tue 24 Nov; empty where nothing was tried."""
    if not attempts:
        return ""
    last = attempts[-1]
    names = (line.people for line in lines if line.kind == "attempt" and line.id == last.id)
    who, way = shortened(next(names, None) or "", 60), BY.get(last.channel, "")
    asked = f"You asked{f' {who}' if who else ''}{FURTHER.get(last.kind, '')}"
    answers = " They will answer later." if last.result == "later" else ""
    asked += f" {way}" if way else ""
    return f"{asked} on {full_day(last.on)}.{answers} {_then(attempts, until)}"


def _then(attempts: Sequence[Attempt], until: date) -> str:
    """What the day brings on which the time to answer is over."""
    on = f"on {full_day(until)}"
    tried = [AskAttempt(each.on, each.channel, each.result, each.kind, until) for each in attempts]
    if attempts[-1].kind == "probe":
        return f"If nothing comes, this is finished {on}."
    if ask_state(tried, until).next == "nudge":
        return f"If nothing comes, one reminder {on}."
    return f"They may still answer. If not, choose your own next step {on}."


def asked_step(step: NextStep, by: date | None, today: date) -> NextStep:
    """While nothing but what an email asked for is planned, it is they who wait: By Fri 4 Dec."""
    if step.instead is not None or by is None or not step.why.startswith("You planned"):
        return step
    return step._replace(why=f"By {in_sentence(day(by, today))}.", instead=THEY_WAIT)


def thanks_words(giver: str) -> str:
    """Who took the time to answer; empty where nobody is named."""
    who = shortened(giver, 60)
    return f"{who} took the time to answer you. A thank-you of two lines is enough." if who else ""
