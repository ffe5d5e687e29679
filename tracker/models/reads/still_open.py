"""What may still come of the others, once one was taken."""

from sqlalchemy import Select, select

from tracker.models.application import Application
from tracker.models.reads.standing import AsOf, Standing, standing

WAITING = [each.value for each in Standing if each.is_open and each is not Standing.OFFER_TO_ANSWER]
"""An offer wants an answer of its own: it is not closed with the rest."""


def still_open(taken: Application, moment: AsOf) -> Select[Application]:
    """A person's other applications that wait for word, those that came furthest first."""
    return _others(taken).where(standing(moment).in_(WAITING))


def offers_to_answer(taken: Application, moment: AsOf) -> Select[Application]:
    """Others whose offer waits for an answer."""
    return _others(taken).where(standing(moment) == Standing.OFFER_TO_ANSWER.value)


def _others(taken: Application) -> Select[Application]:
    return (
        select(Application)
        .where(
            Application.user_id == taken.user_id,
            Application.deleted_at.is_(None),
            Application.id != taken.id,
        )
        .order_by(Application.stage.desc(), Application.position, Application.id)
    )
