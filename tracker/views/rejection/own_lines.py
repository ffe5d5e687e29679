"""My lines: words to hold on to, one's own, none of them pushed."""

from functools import partial

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.models.check_in import OwnLine
from tracker.models.undo import Removal
from tracker.values.days import day_of
from tracker.values.formatting import day
from tracker.views.account.help import nearby
from tracker.views.rejection.own_line_form import OwnLineForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.rendering import forbid_storing, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("own_lines", __name__, url_prefix="/lines")
blueprint.after_request(forbid_storing)

NOUN = "line"
READY = (
    "This no was about one job on one day.",
    "I have done hard things before.",
    "One small step is enough for today.",
)
"""Sentences that can be kept as they are, or changed."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, and room for one more."""
    return render_own_lines_page(OwnLineForm(formdata=None))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """One more."""
    at, user, form = now(), me(), OwnLineForm()

    def make(session: Session) -> int:
        row = OwnLine(user_id=user.id, text=form.text.data, created_at=at)
        session.add(row)
        session.flush()
        return row.id

    create_once(form, make, render_own_lines_page, anew=True)
    say("Saved.")
    return see_other("/lines")


@blueprint.get("/<id:line_id>")
def edit(line_id: int) -> ResponseReturnValue:
    """One line, to change."""
    row = own(OwnLine, line_id)
    return render_own_line_form(row, OwnLineForm.of(row))


@blueprint.post("/<id:line_id>")
def update(line_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form = OwnLineForm()
    with saving(form, partial(own, OwnLine, line_id), render_own_line_form) as (_, row):
        row.text = form.text.data or ""
    say("Saved.")
    return see_other("/lines")


@blueprint.post("/<id:line_id>/removal")
def delete_one(line_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_away(NOUN, partial(own, OwnLine, line_id), "Line deleted.", "/lines")


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/lines")


@blueprint.post("/removals/purge")
def purge() -> ResponseReturnValue:
    """Let go for good of those that could still be put back."""
    user = me()
    with writing(user) as session:
        session.execute(delete(Removal).where(Removal.user_id == user.id, Removal.noun == NOUN))
    truncate_wal()
    say("Deleted for good.")
    return see_other("/lines")


def render_own_lines_page(form: OwnLineForm, refusal: Refusal | None = None) -> Response:
    """The page."""
    session, user = db.session(), me()
    kept = Removal.of_noun(user.id, NOUN)
    lines = session.scalars(OwnLine.of(user.id)).all()
    today = day_of(now(), user.zone)
    known = {line.text for line in lines}
    return form_page(
        "rejection/own_lines/index.html",
        form,
        refusal,
        lines=lines,
        since={line.id: day(day_of(line.created_at, user.zone), today) for line in lines},
        ready=[each for each in READY if each not in known],
        deleted=session.scalar(kept) is not None,
        **nearby(),
    )


def render_own_line_form(
    row: OwnLine, form: OwnLineForm, refusal: Refusal | None = None
) -> Response:
    """The page of one line."""
    return form_page(
        "rejection/own_lines/edit.html", form, refusal, OwnLineForm.of(row), row=row, **nearby()
    )
