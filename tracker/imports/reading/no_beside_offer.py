"""An offer and a no in one row: whether they took it back or the person declined it is asked."""

from tracker.imports.reading.questions import ASK
from tracker.imports.reading.row_stage import SILENCE, apply_choice
from tracker.imports.reading.rows import ReadRow

NO_BESIDE_OFFER = "no_beside_offer"


def settle_no_beside_offer(row: ReadRow, answers: dict[str, str]) -> None:
    """Else the offer would wait for an answer on a card that stands in Rejected."""
    no, offer = row.rejection, row.offer
    if no is None or no.how == SILENCE or offer is None or offer.decision or row.questions:
        return
    row.hangs_on(NO_BESIDE_OFFER)
    answer = answers[NO_BESIDE_OFFER]
    if answer == ASK:
        row.ask(NO_BESIDE_OFFER, "It has an offer and a no: who said no?")
        return
    apply_choice(row, answer)
    if row.rejection is None and no.on:
        row.notes = "\n".join(filter(None, (row.notes, f"Declined: {no.on.isoformat()}")))
