"""Taking a row away and putting it back, once however often it is sent: for nouns of their own."""

from flask import abort

from tracker.clock import now
from tracker.database import writing
from tracker.models.base import Owned
from tracker.models.removal import Removal, remove, restore
from tracker.web.access import me, own
from tracker.web.idempotency import once


def take_away(noun: str, model: type[Owned], row_id: int) -> int:
    """The number of the removal, for its Undo."""
    at, user = now(), me()
    with writing(user) as session:

        def make() -> int:
            return remove(session, noun, [own(model, row_id, session)], at).id

        return once(session, user, at, make)[0]


def put_back(noun: str, removal_id: int) -> None:
    """What was taken away; another noun's is a 404."""
    at, user = now(), me()
    with writing(user) as session:

        def make() -> int:
            removal = own(Removal, removal_id, session)
            if removal.noun != noun:
                abort(404)
            restore(session, removal)
            return 0

        once(session, user, at, make)
