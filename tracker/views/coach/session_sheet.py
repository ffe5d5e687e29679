"""One page to take to a coach: looked at, printed, or as a PDF."""

from io import BytesIO

from flask import Blueprint, send_file
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.values.days import day_of
from tracker.web.access import me
from tracker.web.account_events import note_taken
from tracker.web.password_again import prove
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("session_sheet", __name__, url_prefix="/coach")
blueprint.after_request(forbid_storing)


@blueprint.get("/session")
def show() -> ResponseReturnValue:
    """As it is printed."""
    from tracker.exports.session_sheet import TITLE, read_session_sheet

    sheet = read_session_sheet(db.session(), me(), now())
    return page("coach/session_sheet/show.html", sheet=sheet, title=TITLE)


@blueprint.get("/session.pdf")
def as_pdf() -> ResponseReturnValue:
    """Made now: it is one page."""
    from tracker.exports.request import CannotMake
    from tracker.exports.session_sheet import TITLE, make, read_session_sheet

    prove(place="/coach/session")
    user, at = me(), now()
    sheet, country = read_session_sheet(db.session(), user, at), user.country
    day = day_of(at, user.zone)
    db.session().rollback()
    try:
        content = make(sheet, country)
    except CannotMake as error:
        say(str(error))
        return see_other("/coach/session")
    note_taken(TITLE)
    name = f"onward-session-{day}.pdf"
    return send_file(BytesIO(content), "application/pdf", as_attachment=True, download_name=name)
