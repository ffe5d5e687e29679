"""How far an import is: the step at hand is gone on with, and its page says so."""

from flask import Response
from flask.typing import ResponseReturnValue

from tracker.extensions import db, htmx
from tracker.imports.steps import work
from tracker.models.imports import Import
from tracker.models.user import User
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other


def go_on(user: User, import_id: int) -> None:
    """Work on whatever is at hand for a moment; the rest goes on beside the requests."""
    if not work.is_running(import_id) and work.work(user, import_id):
        work.go_on(user, import_id)


def continue_step(import_id: int) -> ResponseReturnValue:
    """Go on, then say how far it came."""
    go_on(me(), import_id)
    brought = own(Import, import_id)
    if brought.at_work and htmx.fragment:
        return render_progress_page(brought, part=True)
    return see_other(f"/imports/{import_id}")


def render_progress_page(brought: Import, part: bool = False) -> Response:
    """How far the step at hand has come."""
    counts = brought.counts(db.session())
    template = "imports/_progress.html" if part else "imports/progress.html"
    running = work.is_running(brought.id)
    if brought.state == "arriving":
        return page(template, brought=brought, done=brought.share, whole=1000, running=running)
    done = {"staging": brought.total - counts["raw"], "landing": counts["landed"] + counts["kept"]}
    todo = {
        "staging": counts["raw"],
        "landing": counts["ready"] + counts["taking"],
        "undoing": counts["landed"] + counts["taken"],
    }
    so_far = done.get(brought.state, brought.total - counts["landed"])
    whole = so_far + todo[brought.state]
    return page(template, brought=brought, done=so_far, whole=whole, running=running)
