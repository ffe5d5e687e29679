"""Why an application was archived, and the words for how it stands."""

from enum import StrEnum

from tracker.loop.ending import ENDINGS
from tracker.loop.stage import Stage


class Outcome(StrEnum):
    """Why an application was archived."""

    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    WITHDRAWN = "withdrawn"
    ROLE_CLOSED = "role_closed"
    LOOP_CLOSED = "loop_closed"

    @property
    def label(self) -> str:
        """The outcome's name on the screen."""
        if self is Outcome.LOOP_CLOSED:
            return "Finished with this"
        return self.value.replace("_", " ").capitalize()


OFFERED = (Outcome.OFFER_ACCEPTED.value, Outcome.OFFER_DECLINED.value)


def state_label(stage: str, outcome: str | None, ending: str | None = None) -> str:
    """How an application ended, else where it stands: what is put away has an outcome.

    A closed loop tells less than how it came to its end, where that was no plain no.
    """
    if ending in ENDINGS and outcome in (None, Outcome.LOOP_CLOSED):
        return ENDINGS[ending]
    return Outcome(outcome).label if outcome else Stage(stage).label
