"""Taking something away and putting it back, once however often it is sent: the same for all."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from flask import abort, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from tracker.clock import now
from tracker.database import writing
from tracker.models.base import Keyed, Owned
from tracker.models.undo import Removal, remove_with_undo, undo_removal
from tracker.values.days import day_of
from tracker.web.access import Beside, me, own, own_on
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

BACK = "Undone."


def take_away(
    noun: str,
    load: Callable[[Session], Owned | Sequence[Any]],
    words: str,
    home: str,
    place: str | None = None,
    application_id: int | None = None,
) -> Response:
    """Take a row, or the first of several with what hangs on it, away; the toast has the Undo.

    `home` is the address below which it is put back, and where one goes if not to `place`.
    """
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            found = load(session)
            rows = [found] if isinstance(found, Owned) else found
            return remove_with_undo(session, noun, rows, at, application_id).id

        removal_id, _ = once(session, user, at, make)
    say(undo_toast(words, f"{home}/removals/{removal_id}/reversal"))
    return see_other(place or home)


def take_off(
    noun: str, model: type[Beside], row_id: int, application_id: int, words: str, further: str = ""
) -> Response:
    """Take a row of an application away; one goes back to its page, or `further` below it."""
    home = f"/applications/{application_id}"
    return take_away(
        noun,
        lambda session: own_on(model, row_id, application_id, session),
        words,
        home,
        home + further,
        application_id,
    )


def put_back(noun: str, removal_id: int, place: str, words: str = BACK) -> Response:
    """Undo of that: another noun's is a 404. `{}` in the place is the number of the first row."""

    def find(session: Session) -> Removal:
        removal = own(Removal, removal_id, session)
        if removal.noun != noun:
            abort(404)
        return removal

    number = _put_back(find)
    say(words)
    return see_other(place.format(number))


def put_back_on(application_id: int, removal_id: int) -> Response:
    """The same for whatever was taken off an application."""
    _put_back(lambda session: own_on(Removal, removal_id, application_id, session))
    say(BACK)
    return see_other(f"/applications/{application_id}")


def moment_before(now: datetime) -> datetime | None:
    """What an Undo's address says of when something was so, in `at`; a 422 where nothing could be.

    An Undo that puts away again carries the day on which it was put away.
    """
    given = request.args.get("at", "")
    if not given:
        return None
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found > now:
        abort(422, description="That can’t be undone any more.")
    return found


def _put_back(find: Callable[[Session], Removal]) -> int:
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            rows = undo_removal(session, find(session), at)
            return next((row.id for row in rows if isinstance(row, Keyed)), 0)

        return once(session, user, at, make)[0]


def day_before(moment: datetime | None) -> date | None:
    """The day in `on` beside it: empty where nobody knew, and that of the moment where none is."""
    if "on" not in request.args:
        return day_of(moment, me().zone) if moment is not None else None
    try:
        return date.fromisoformat(request.args["on"]) if request.args["on"] else None
    except ValueError:
        abort(422, description="That can’t be undone any more.")
