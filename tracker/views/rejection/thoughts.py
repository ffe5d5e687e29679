"""Put a worry on paper: a thought record that ends as let go, or as a question for them."""

from functools import partial

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.thought import ENDS, LET_GO, QUESTION, Thought
from tracker.views.account.help import nearby
from tracker.views.rejection.thought_form import ThoughtForm
from tracker.web.access import me, own, own_application
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("thoughts", __name__)
blueprint.after_request(forbid_storing)

IN_THE_ASK = 2
SAID = {
    LET_GO: "Let go. It is kept where only you see it.",
    QUESTION: "Saved. It will be in your call script.",
    None: "Saved. Only you can see it.",
}


@blueprint.get("/applications/<id:application_id>/thoughts")
def index(application_id: int) -> ResponseReturnValue:
    """Those of one application."""
    application = own_application(application_id)
    return page(
        "rejection/thoughts/index.html",
        application=application,
        thoughts=db.session().scalars(Thought.of(application)).all(),
        zone=me().zone,
        today=now().astimezone(me().zone).date(),
        **nearby(),
    )


@blueprint.get("/applications/<id:application_id>/thoughts/new")
def new(application_id: int) -> ResponseReturnValue:
    """An empty record."""
    return render_thought_page(own_application(application_id), ThoughtForm(formdata=None))


@blueprint.post("/applications/<id:application_id>/thoughts")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it once, however often it is sent."""
    at, user, form = now(), me(), ThoughtForm()
    application = own_application(application_id)

    def make(session: Session) -> int:
        own_application(application_id, session)
        row = Thought(user_id=user.id, application_id=application_id, created_at=at)
        form.write(row)
        row.end(form.ended.data, at)
        session.add(row)
        session.flush()
        return row.id

    create_once(form, make, partial(render_thought_page, application))
    return go_on(application_id, form.ended.data)


@blueprint.get("/thoughts/<id:thought_id>")
def edit(thought_id: int) -> ResponseReturnValue:
    """One record, to read and to change."""
    row = own(Thought, thought_id)
    return render_thought_page(own_application(row.application_id), ThoughtForm.of(row), row=row)


@blueprint.post("/thoughts/<id:thought_id>")
def update(thought_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, form = now(), ThoughtForm()
    application = own_application(own(Thought, thought_id).application_id)
    with saving(
        form,
        partial(own, Thought, thought_id),
        lambda row, form, why: render_thought_page(application, form, why, row),
    ) as (_, row):
        form.write(row)
        row.end(form.ended.data or row.ended, at)
    return go_on(application.id, form.ended.data)


@blueprint.post("/thoughts/<id:thought_id>/end")
def end(thought_id: int) -> ResponseReturnValue:
    """Let it go, make its question one for them, or, with neither, open it again."""
    at, user, ended = now(), me(), request.form.get("ended") or None
    own(Thought, thought_id)
    if ended is not None and ended not in ENDS:
        abort(422, description="It can be let go, or become a question for them.")
    with writing(user) as session:
        row = own(Thought, thought_id, session)
        application = own_application(row.application_id, session)
        asks = ended != QUESTION or bool(row.question)
        if asks:
            row.end(ended, at)
    if not asks:
        say("Write the question first, or let it go.")
        return see_other(f"/thoughts/{thought_id}#question")
    return go_on(application.id, ended, said=SAID[ended] if ended else "Open again.")


@blueprint.post("/thoughts/<id:thought_id>/purge")
def purge(thought_id: int) -> ResponseReturnValue:
    """Gone for good: nothing of it is kept anywhere."""
    with writing(me()) as session:
        row = own(Thought, thought_id, session)
        application = own_application(row.application_id, session)
        session.delete(row)
    truncate_wal()
    say("Deleted for good.")
    return see_other(f"/applications/{application.id}/thoughts")


def go_on(application_id: int, ended: str | None, said: str = "") -> ResponseReturnValue:
    """Away from a worry that was let go: no page shows it at once again; else to all of them."""
    say(said or SAID[ended])
    place = f"/applications/{application_id}"
    return see_other(place if ended == LET_GO else f"{place}/thoughts")


def render_thought_page(
    application: Application,
    form: ThoughtForm,
    refusal: Refusal | None = None,
    row: Thought | None = None,
) -> Response:
    """The record as a page."""
    others = Thought.questions(application).where(Thought.id != (row.id if row else 0))
    asked = db.session().scalars(others).all()
    return form_page(
        "rejection/thoughts/form.html",
        form,
        refusal,
        ThoughtForm.of(row) if row is not None else None,
        application=application,
        row=row,
        full=len(asked) >= IN_THE_ASK,
        **nearby(),
    )
