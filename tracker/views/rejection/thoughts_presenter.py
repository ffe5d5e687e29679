"""What becomes of a worry's question: where they are asked it, if it goes to them at all."""

from collections.abc import Iterable
from typing import Literal

from tracker.loop.ask import tel
from tracker.loop.ask_first import LETTERS, first_of
from tracker.models.reads.ask import Ask
from tracker.models.thought import QUESTION, Thought

Way = Literal["call", "letter", "probe", ""]
Full = Literal["chosen", "two", ""]

IN_THE_ASK = 2
LET_GO_SAID = "Let go. It stays in your worries on paper. Only you can see it."
SAID = "Saved. Only you can see it."
ASKED: dict[Way, str] = {
    "call": "Saved. It will be in your call script.",
    "letter": "Saved. It will be in your email to them.",
    "probe": "Saved. It will be in your one more question to them.",
    "": "Saved with this worry. Only you can see it.",
}


def way_to_ask(asking: Ask) -> Way:
    """How they are asked next; empty where no question goes to them, or none for now."""
    to = asking.to()
    can_call = bool(to and tel(to.phone))
    first = first_of(
        asking.state, stopped=asking.stopped, told_now=False, can_call=can_call, by_phone=False
    )
    if first == "call":
        return "call"
    kind = LETTERS.get(asking.state.next, "ask")
    if first != "letter" or kind == "thanks":
        return ""
    return "probe" if kind == "probe" else "letter"


def way_of(asking: Ask, question: str) -> Way:
    """How they are asked this one."""
    way = way_to_ask(asking)
    return way if question in ([asking.one_more] if way == "probe" else asking.questions) else ""


def asked_of(asking: Ask, thoughts: Iterable[Thought]) -> set[int]:
    """Which of these they will be asked."""
    return {
        each.id for each in thoughts if each.ended == QUESTION and way_of(asking, each.question)
    }


def why_full(asking: Ask, question: str) -> Full:
    """Why one more question would not be asked, besides this one."""
    if way_to_ask(asking) == "probe":
        return "two" if asking.one_more not in ("", question) else ""
    if asking.rejection is not None and asking.rejection.questions is not None:
        return "" if question and question in asking.questions else "chosen"
    others = [each for each in asking.proposed if each != question]
    return "two" if len(others) >= IN_THE_ASK else ""
