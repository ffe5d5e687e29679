"""Put a worry on paper: a thought record that ends as let go, or as a question for them."""

from functools import partial

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.reads.ask import Ask, read_ask
from tracker.models.thought import ENDS, LET_GO, QUESTION, Thought
from tracker.views.account.help import nearby
from tracker.views.rejection import thoughts_presenter as presenter
from tracker.views.rejection.thought_form import ThoughtForm
from tracker.web.access import me, own, own_application
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("thoughts", __name__)
blueprint.after_request(forbid_storing)


@blueprint.get("/applications/<id:application_id>/thoughts")
def index(application_id: int) -> ResponseReturnValue:
    """Those of one application."""
    application = own_application(application_id)
    thoughts = db.session().scalars(Thought.of(application)).all()
    asks = any(each.ended == QUESTION for each in thoughts)
    return page(
        "rejection/thoughts/index.html",
        application=application,
        thoughts=thoughts,
        asked=presenter.asked_of(ask_of(application), thoughts) if asks else (),
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

    made, _ = create_once(form, make, partial(render_thought_page, application))
    return go_on(made, form.ended.data)


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
        was = row.ended
        row.end(form.ended.data or was, at)
    return go_on(thought_id, form.ended.data, was)


@blueprint.post("/thoughts/<id:thought_id>/end")
def end(thought_id: int) -> ResponseReturnValue:
    """Let it go, make its question one for them, or, with neither, open it again.

    An Undo carries in its address how it ended before.
    """
    at, user, ended = now(), me(), request.values.get("ended") or None
    was = own(Thought, thought_id).ended
    if ended is not None and ended not in ENDS:
        abort(422, description="It can be let go, or become a question for them.")
    with writing(user) as session:
        row = own(Thought, thought_id, session)
        own_application(row.application_id, session)
        asks = ended != QUESTION or bool(row.question)
        if asks:
            row.end(ended, at)
    if not asks:
        say("Write the question first, or let it go.")
        return see_other(f"/thoughts/{thought_id}#question")
    return go_on(thought_id, ended, was, said="" if ended else "Open again.", listed=True)


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


def go_on(
    thought_id: int,
    ended: str | None,
    was: str | None = None,
    said: str = "",
    listed: bool = False,
) -> ResponseReturnValue:
    """To all of them; one that is let go on its own page is not shown again at once."""
    row = own(Thought, thought_id)
    place = f"/applications/{row.application_id}"
    if ended == LET_GO:
        before = f"?ended={QUESTION}" if was == QUESTION else ""
        say(undo_toast(presenter.LET_GO_SAID, f"/thoughts/{thought_id}/end{before}"))
        return see_other(f"{place}/thoughts" if listed else place)
    if ended == QUESTION:
        asking = ask_of(own_application(row.application_id))
        said = presenter.ASKED[presenter.way_of(asking, row.question)]
    undo = f"/thoughts/{thought_id}/end?ended={was or ''}"
    say(undo_toast(said, undo) if ended == QUESTION != was else said or presenter.SAID)
    return see_other(f"{place}/thoughts")


def ask_of(application: Application) -> Ask:
    """How far asking them has come."""
    return read_ask(db.session(), application, me(), now())


def render_thought_page(
    application: Application,
    form: ThoughtForm,
    refusal: Refusal | None = None,
    row: Thought | None = None,
) -> Response:
    """The record as a page."""
    asking = ask_of(application)
    form = form.after_a_no() if application.no_stands else form
    asks = bool(presenter.way_to_ask(asking))
    return form_page(
        "rejection/thoughts/form.html",
        form if asks else form.for_nobody(),
        refusal,
        ThoughtForm.of(row) if row is not None else None,
        application=application,
        row=row,
        asks=asks,
        full=asks and presenter.why_full(asking, row.question if row else ""),
        **nearby(),
    )
