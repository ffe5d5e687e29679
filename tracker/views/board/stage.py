"""Moving a card."""

import uuid
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db, htmx
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.interviews import restore_coming
from tracker.models.changes.position import Placement
from tracker.models.changes.rejection import undo_rejection
from tracker.models.changes.stage import move, put_back, undo
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.values.whole_number import whole_number
from tracker.views.board.board import board_address
from tracker.views.board.moved_card import render_moved_card
from tracker.views.board.stage_toast import toast_of_move, toast_of_order, toast_of_undo
from tracker.web.access import me, own, own_application
from tracker.web.edit_conflicts import Outdated, is_current
from tracker.web.idempotency import KeySpent, once
from tracker.web.queued_changes import note_meanwhile, queueable
from tracker.web.rendering import page, see_other
from tracker.web.return_to import came_from
from tracker.web.toasts import say

blueprint = Blueprint("stage", __name__, url_prefix="/applications/<id:application_id>/stage")


@blueprint.get("")
def edit(application_id: int) -> ResponseReturnValue:
    """The move sheet as a page."""
    return render_stage_sheet(own_application(application_id))


def render_stage_sheet(application: Application, **meanwhile: Any) -> Response:
    """The same; after a conflict with what happened meanwhile, and the move that was wanted."""
    return page(
        "board/move_page.html",
        status=409 if meanwhile else 200,
        application=application,
        on_board=board_address(db.session(), application),
        stages=[(stage.value, stage.label) for stage in Stage],
        key=uuid.uuid4(),
        version=application.version,
        **meanwhile,
    )


@blueprint.post("")
@queueable("move", "/board")
def update(application_id: int) -> ResponseReturnValue:
    """Move the card to a stage, or to another place in its column."""
    at, user = now(), me()
    change: StageChange | None = None  # while it is held here, moved() need not load it
    stood: Placement | None = None
    try:
        with writing(user, at) as session:
            application = own_application(application_id, session)
            stage = wanted_stage(application)

            def make() -> int:
                nonlocal change, stood
                check_version(application)
                if stage == application.stage:
                    stood = Placement.now(session, application)
                change = move(session, application, stage, at, wanted_place(request.form))
                session.flush()
                return change.id if change is not None else 0

            change_id, _ = once(session, user, at, make)
    except KeySpent:
        abort(422, description="This move was sent before, to another column. Reload the board.")
    except Outdated:
        return render_move_conflict(own_application(application_id))
    return render_move_answer(application, change_id, stood)


@blueprint.post("/<id:change_id>/reversal")
def reverse(application_id: int, change_id: int) -> ResponseReturnValue:
    """Undo a move: the card goes back, and with it a no that was told by it, without a word.

    The history keeps both.
    """
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        change = own(StageChange, change_id, session)
        if change.application_id != application.id:
            abort(404)

        def make() -> int:
            no = Rejection.told_with(session, change)
            try:
                if no is not None:
                    undo_rejection(session, application, no, at)
                else:
                    undo(session, application, change, at)
                    restore_coming(session, application, change.recorded_at, at)
            except ValueError:
                abort(409, description="The card has moved since, so that can't be undone.")
            return 0

        once(session, user, at, make)
    return render_move_answer(application, 0, back=f"back in {application.stage_label}")


@blueprint.post("/place/reversal")
def reverse_place(application_id: int) -> ResponseReturnValue:
    """Undo a change of the order: the card goes back beside the one that it stood beside."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            try:
                put_back(session, application, wanted_place(request.args), at)
            except ValueError:
                abort(409, description="The cards have moved since, so that can't be undone.")
            return 0

        once(session, user, at, make)
    return render_move_answer(application, 0, back="back where it was")


def wanted_stage(application: Application) -> Stage:
    """The stage that was asked for; the card's own where only a place is named."""
    given = request.form.get("stage", "") or application.stage
    if given not in list(Stage):
        abort(422, description="The board has no such stage.")
    return Stage(given)


def wanted_place(given: Mapping[str, str]) -> Placement:
    """Before or after a card, as asked for."""
    return Placement(
        before=whole_number(given.get("before", "")), after=whole_number(given.get("after", ""))
    )


def check_version(application: Application) -> None:
    """Refuse a move that was made on an older state of the card."""
    if not application.live:
        abort(409, description="This card was archived in the meantime.")
    if not is_current(application.version):
        raise Outdated


def render_move_conflict(application: Application) -> ResponseReturnValue:
    """What another device did with the card, and a way to move it all the same."""
    wanted, here = wanted_stage(application), application.stage
    words = meanwhile_words(application)
    note_meanwhile(words, application.version)
    if not htmx:
        return render_stage_sheet(
            application, meanwhile=words, wanted=None if wanted == here else wanted
        )
    said: dict[str, object] = {"text": words, "stays": True}
    if wanted != here:
        said |= {
            "card": application.id,
            "move_url": f"/applications/{application.id}/stage",
            "move_key": str(uuid.uuid4()),
            "move_version": application.version,
            "move_stage": wanted.value,
            "move_label": f"Move it to {wanted.label}",
        }
    return render_moved_card(application, said, status=409)


def meanwhile_words(application: Application) -> str:
    """Where it was moved, or that it was changed; the form says where it was thought to be."""
    thought = request.form.get("from", application.stage)
    if thought == application.stage:
        return f"It was changed meanwhile, and is in {application.stage_label}."
    return f"It was moved to {application.stage_label} meanwhile."


def render_move_answer(
    application: Application, change_id: int, stood: Placement | None = None, back: str = ""
) -> ResponseReturnValue:
    """What changed: the card, the counts, a toast that offers Undo."""
    change = db.session().get(StageChange, change_id) if change_id else None
    if back:
        toast = toast_of_undo(application, back)
    elif change is None:
        toast = toast_of_order(application, stood)
    else:
        toast = toast_of_move(application, change)
    if not htmx:
        say(toast)
        return see_other(return_address(application))
    return render_moved_card(application, toast)


def return_address(application: Application) -> str:
    """Back to the application's own page if the move was made there, else to its card."""
    page_of_it = f"/applications/{application.id}"
    if came_from().path == page_of_it:
        return page_of_it
    return board_address(db.session(), application)
