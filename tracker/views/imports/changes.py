"""What has changed in a sheet since: ticks kept, all or none, taken over, or left as it is here."""

from flask import abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.imports.steps import insert, remember, take_over
from tracker.models.import_row import ImportRow, RowCursor
from tracker.models.imports import Import
from tracker.views.imports.changes_form import keep_ticks
from tracker.views.imports.imports import render_rows_page
from tracker.views.imports.progress import continue_step
from tracker.web.access import me, own
from tracker.web.rendering import see_other
from tracker.web.toasts import say

ACTS = ("all", "none", "more", "take", "keep")


def choose(import_id: int) -> ResponseReturnValue:
    """Keep the ticks, and do what the button says."""
    own(Import, import_id)
    act = request.form.get("act", "more")
    if act not in ACTS:
        abort(400)
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        if not brought.shows_changes:
            abort(409)
        shown = keep_ticks(session, brought)
        if act in ("all", "none"):
            _tick_all(session, brought, ticked=act == "all")
        elif act == "keep":
            _keep_what_is_here(session, shown)
        begun = act == "take" and _take(session, brought)
    if act == "take" and not begun:
        return render_rows_page(own(Import, import_id), unticked=True)
    if act == "take":
        return continue_step(import_id)
    if act == "keep":
        say("Saved as it is here. If the sheet changes again, you are asked again.")
    after = RowCursor.parse(request.form.get("after", "")) if act == "more" else None
    return see_other(f"/imports/{import_id}{f'?changed={after}' if after else ''}#changes")


def _take(session: Session, brought: Import) -> bool:
    """False where nothing is ticked, so that there is nothing to begin."""
    if brought.state == "landed":
        if take_over.is_all_unticked(session, brought):
            return False
        insert.begin(session, brought)
    return True


def _tick_all(session: Session, brought: Import, ticked: bool) -> None:
    for row in ImportRow.by_part(session, brought.id, ("changed",)):
        take_over.choose(row, [each["name"] for each in row.changes or ()] if ticked else [])


def _keep_what_is_here(session: Session, shown: list[ImportRow]) -> None:
    """Those of which nothing is ticked are decided."""
    kept = [row for row in shown if not any(each["take"] for each in row.changes or ())]
    for row in kept:
        row.state = "left_out"
    session.flush()
    remember.remember(session, kept)
