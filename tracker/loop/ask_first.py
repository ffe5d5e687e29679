"""What asking begins with: a call with its script, a letter, or nothing for now."""

from typing import Literal

from tracker.loop.ask_state import AskState

First = Literal["told_now", "call", "letter", "wait", "write_down", "over", "stopped"]

LETTERS = {"write": "ask", "nudge": "nudge", "probe": "probe", "thank": "thanks"}
"""Which letter a next thing is."""


def first_of(
    state: AskState, *, stopped: bool, told_now: bool, can_call: bool, by_phone: bool
) -> First:
    """What the page begins with; whoever would rather call than write gets the script."""
    if told_now:
        return "told_now"
    if stopped:
        return "stopped"
    if state.next == "call" or state.name == "lapsed":
        return "call" if can_call else "letter"
    if by_phone and can_call and state.next in ("write", "nudge"):
        return "call"
    if state.next in LETTERS:
        return "letter"
    if state.next in ("wait", "write_down"):
        return "wait" if state.next == "wait" else "write_down"
    return "over"
