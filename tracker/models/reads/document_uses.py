"""Where a document was used: sent with an application, as a proof, looked at by somebody."""

from typing import Any, NamedTuple

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.document import Document, sent_with
from tracker.models.review import Review
from tracker.values.formatting import plural

SHOWN = 100


class Uses(NamedTuple):
    """All that refers to one document; while something does, it is not deleted."""

    applications: int
    """Those in the bin too: they can come back."""
    actions: int
    reviews: int

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return any(self)

    @property
    def words(self) -> str:
        """2 applications and 1 action."""
        named = [
            plural(number, noun)
            for number, noun in zip(self, ("application", "action", "review"), strict=True)
            if number
        ]
        return f"{', '.join(named[:-1])} and {named[-1]}" if named[1:] else "".join(named)


def uses_of(session: Session, document: Document) -> Uses:
    """Counted by one statement."""
    counted = (
        select(func.count()).select_from(Application).where(sent_with(document.id)),
        select(func.count()).select_from(Action).where(Action.proof_document_id == document.id),
        select(func.count()).select_from(Review).where(Review.document_id == document.id),
    )
    return Uses(*session.execute(select(*(each.scalar_subquery() for each in counted))).one())


def applications_with(session: Session, document: Document) -> list[Row[Any]]:
    """The latest that it was sent with, as far as a page shows them."""
    return list(
        session.execute(
            select(
                Application.id,
                Application.role,
                Application.company,
                Application.applied_on,
                Application.stage,
                Application.outcome,
                Application.ending.label("ending"),
            )
            .where(sent_with(document.id), Application.deleted_at.is_(None))
            .order_by(Application.applied_on.desc(), Application.id.desc())
            .limit(SHOWN)
        )
    )


def actions_with(session: Session, document: Document) -> list[Action]:
    """The actions whose proof it is."""
    shown = Action.of(document.user_id).where(Action.proof_document_id == document.id)
    return list(session.scalars(shown.order_by(Action.done_on.desc(), Action.id.desc())))


def reviews_with(session: Session, document: Document) -> list[Review]:
    """What people said who looked at it."""
    return list(
        session.scalars(Review.of(document.user_id).where(Review.document_id == document.id))
    )
