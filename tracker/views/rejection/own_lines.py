"""My lines: words to hold on to, one's own, none of them pushed."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy import delete

from tracker.clock import now
from tracker.database import let_go, writing
from tracker.extensions import db
from tracker.models.check_in import OwnLine
from tracker.models.removal import Removal
from tracker.views.rejection.own_line_form import OwnLineForm
from tracker.web.access import me, own
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other, unkept
from tracker.web.toasts import say, undoing
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("own_lines", __name__, url_prefix="/lines")
blueprint.after_request(unkept)

NOUN = "line"
EXAMPLE = "This no was about one job on one day. The right one is still ahead of me."


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, and room for one more; `start` puts the example there to be edited."""
    start = EXAMPLE if "start" in request.args else ""
    return shown(OwnLineForm(formdata=None, text=start))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """One more."""
    at, user, form = now(), me(), OwnLineForm()
    if not form.validate():
        return shown(form, form.status)
    with writing(user) as session:

        def make() -> int:
            row = OwnLine(user_id=user.id, text=form.text.data, created_at=at)
            session.add(row)
            session.flush()
            return row.id

        try:
            once(session, user, at, make)
        except KeySpent:
            make()
    say("Kept. It is yours.")
    return see_other("/lines")


@blueprint.get("/<id:line_id>")
def edit(line_id: int) -> ResponseReturnValue:
    """One line, to change."""
    row = own(OwnLine, line_id)
    return editing(row, OwnLineForm.of(row))


@blueprint.post("/<id:line_id>")
def update(line_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form = OwnLineForm()
    if not form.validate():
        return editing(own(OwnLine, line_id), form, form.status)
    with writing(me()) as session:
        row = own(OwnLine, line_id, session)
        both = conflict(form, OwnLineForm.of(row))
        if both is None:
            row.text = form.text.data or ""
    if both is not None:
        return editing(row, form, 409, both)
    say("Saved.")
    return see_other("/lines")


@blueprint.post("/<id:line_id>/removal")
def delete_one(line_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    removal_id = take_away(NOUN, OwnLine, line_id)
    say(undoing("Line deleted.", f"/lines/removals/{removal_id}/reversal"))
    return see_other("/lines")


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    put_back(NOUN, removal_id)
    say("Back as it was.")
    return see_other("/lines")


@blueprint.post("/removals/purge")
def purge() -> ResponseReturnValue:
    """Let go for good of those that could still be put back."""
    user = me()
    with writing(user) as session:
        session.execute(delete(Removal).where(Removal.user_id == user.id, Removal.noun == NOUN))
    let_go()
    say("Gone for good.")
    return see_other("/lines")


def shown(form: OwnLineForm, status: int = 200) -> Response:
    """The page."""
    session, user = db.session(), me()
    kept = Removal.of_noun(user.id, NOUN)
    return page(
        "rejection/own_lines/index.html",
        form=form,
        lines=session.scalars(OwnLine.of(user.id)).all(),
        example=EXAMPLE,
        deleted=session.scalar(kept) is not None,
        key=request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )


def editing(
    row: OwnLine, form: OwnLineForm, status: int = 200, both: Conflict | None = None
) -> Response:
    """The page of one line."""
    version = version_of(OwnLineForm.of(row))
    return page(
        "rejection/own_lines/edit.html",
        row=row,
        form=form,
        conflict=both,
        version=request.form.get("version") if status in (413, 422) else version,
        key=request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )
