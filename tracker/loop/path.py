"""The way from a no to the next step, as one path: which parts are done, which one is now."""

from typing import Literal, NamedTuple

from tracker.loop.facts import Facts
from tracker.loop.step_kind import PARTS, Part
from tracker.loop.steps import STEPS, NextStep

State = Literal["done", "now", "later", "skipped"]
BEFORE_ACTING = ("ask", "answer")
"""Parts in which something small may be left once somebody has acted: a thank-you, a reminder."""


class PathFacts(NamedTuple):
    """What there is beside a card that was told no."""

    rejection_id: int | None = None
    how: str | None = None
    nothing: bool = False
    """Whether it ended with nothing to act on."""
    moment: bool = False
    attempts: int = 0
    answers: int = 0
    """Theirs; one's own lessons are none."""
    points: int = 0
    planned: int = 0
    done: int = 0
    used: int = 0
    """Later applications that used what was done."""


def path(
    facts: Facts, step: NextStep, travelled: PathFacts, closed: bool = False
) -> dict[Part, State]:
    """Each part of the path; `closed` where the card was put away as a loop that is closed."""
    here = part_now(facts, step, travelled)
    done = {
        "no": facts.rejection_recorded,
        "moment": travelled.moment,
        "ask": travelled.attempts > 0,
        "answer": travelled.answers > 0,
        "act": travelled.done > 0 or travelled.nothing,
        "onward": travelled.used > 0 or closed,
    }
    far = [at for at, each in enumerate(PARTS) if done[each]]
    reached = PARTS.index(here) if here is not None else max(far, default=-1)
    return {
        each: "now"
        if each == here
        else "done"
        if done[each]
        else "skipped"
        if at < reached
        else "later"
        for at, each in enumerate(PARTS)
    }


def part_now(facts: Facts, step: NextStep, travelled: PathFacts) -> Part | None:
    """Where one is: what is done is never gone back from, whatever small thing is still to do.

    What was done before the no, as for an interview, is no answer to it: the stage tells that.
    """
    part = part_of(facts, step, travelled)
    acted = facts.loop_ended and facts.stage == "action_taken"
    return "onward" if acted and part in BEFORE_ACTING else part


def part_of(facts: Facts, step: NextStep, travelled: PathFacts) -> Part | None:
    """The part that the one next step belongs to, or in which something is waited for."""
    if step.kind != "wait":
        return STEPS[step.kind].part
    if facts.actions_open:
        return "act"
    return "answer" if travelled.answers else "ask"


def parts_behind(facts: Facts, step: NextStep) -> int:
    """How many of the six parts lie behind, told by what a card is drawn from alone."""
    answered = facts.stage == "feedback_received" or facts.ask_next in ("answered", "thank")
    here = part_now(facts, step, PathFacts(answers=answered))
    if here is not None:
        return PARTS.index(here)
    return {"feedback_received": 4, "action_taken": 5}.get(facts.stage, 1)
