"""Advice on an application that is still open, and what is done with it, as it reads."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row

from tracker.values.formatting import day, in_sentence, shortened, unbroken

SHOWN = 5
LONGEST = 200


class PresentedAdvice(NamedTuple):
    """One answer of theirs, or one action."""

    href: str
    words: str
    about: str
    quoted: bool


def advice_heading(shown: Sequence[PresentedAdvice]) -> str:
    """What all of it is: an action can stand without anything that they said."""
    return "Advice so far" if any(each.quoted for each in shown) else "Actions"


def present_advice(lines: Sequence[Row[Any]], today: date) -> list[PresentedAdvice]:
    """The latest few answers and actions, each action once, as it stands."""
    done = {line.id for line in lines if line.kind == "action_done"}
    found = [line for line in lines if line.kind in ("feedback", "action_done")]
    found += [line for line in lines if line.kind == "action" and line.id not in done]
    found.sort(key=lambda line: line.recorded_at, reverse=True)
    return [_present(line, today) for line in found[:SHOWN]]


def _present(line: Row[Any], today: date) -> PresentedAdvice:
    words = shortened(line.words, LONGEST)
    if line.kind == "feedback":
        on = day(line.day, today) if line.day is not None else ""
        about = ", ".join(each for each in ("What they said", in_sentence(on)) if each)
        return PresentedAdvice(f"/feedback/{line.id}/points", words, about, True)
    if line.kind == "action_done":
        about = f"Done {in_sentence(day(line.day, today))}" if line.day is not None else "Done"
    elif line.due is not None:
        about = f"Planned for {in_sentence(day(line.due, today))}"
    else:
        about = "No day yet"
    return PresentedAdvice(f"/actions/{line.id}", unbroken(words), about, False)
