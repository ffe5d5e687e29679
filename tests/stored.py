"""What the database holds now, whatever this test's own session has seen before."""

from tracker.extensions import db
from tracker.models import Application


def fresh(card: Application) -> Application:
    """The application as another request would read it."""
    db.session.rollback()
    return db.session.get_one(Application, card.id, populate_existing=True)
