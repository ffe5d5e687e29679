"""Two columns that read as a status: which of their words went further."""

from dataclasses import replace

from tracker.imports.reading.questions import ASK
from tracker.imports.reading.row_stage import CLOSED, OFFERS
from tracker.imports.reading.status_meaning import StatusMeaning


def further(ours: StatusMeaning | None, theirs: StatusMeaning | None) -> StatusMeaning | None:
    """Of two statuses the one that went further; none where they contradict each other."""
    if ours is None or theirs is None or ours.choice == theirs.choice:
        return ours or theirs
    if not {"lead", ASK}.isdisjoint((ours.choice, theirs.choice)):
        return None
    if {ours.choice, theirs.choice} == {"offer", "withdrawn"}:
        mine = ours if ours.choice == "withdrawn" else theirs
        return replace(mine, choice="offer_declined")
    early, late = sorted((ours, theirs), key=_reach)
    if _reach(early) == _reach(late):
        answered = [each for each in (ours, theirs) if each.choice != "offer"]
        offers = ours.choice in OFFERS and theirs.choice in OFFERS
        return answered[0] if offers and len(answered) == 1 else None
    if early.choice != "interview":
        return late
    choice = "rejected_after_interview" if late.choice == "rejected" else late.choice
    talk = late.interview or early.interview or "other"
    return replace(late, choice=choice, interview=talk, round=late.round or early.round)


def _reach(meaning: StatusMeaning) -> int:
    order = (("dated",), ("applied",), ("interview",), CLOSED)
    return next((i for i, names in enumerate(order) if meaning.choice in names), len(order))
