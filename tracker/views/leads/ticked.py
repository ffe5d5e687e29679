"""A lead that is ticked in a list stays in its place, and says what came of it."""

import re

from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db, htmx
from tracker.models.lead import Lead
from tracker.values.days import day_of
from tracker.views.leads.leads_presenter import present_one
from tracker.views.leads.similar import present_like
from tracker.web.access import me
from tracker.web.rendering import answer_with_partials, see_other
from tracker.web.return_to import came_from
from tracker.web.ticked import list_again

LEADS = "/leads"
LIKE = re.compile(rf"{LEADS}/like/(\d{{1,18}})")
LIST = re.compile(rf"{LEADS}|{LIKE.pattern}")


def answer_in_list(lead: Lead) -> ResponseReturnValue:
    """Its row alone where a script asks; else the list at this row, beside those ticked before."""
    user, ticked = me(), lead.application_id is not None
    if not htmx:
        return see_other(list_again("lead", lead.id, ticked))
    like = LIKE.fullmatch(came_from().path)
    shown = present_like(int(like[1]), lead.id) if like else None
    if shown is None:
        shown, _ = present_one(db.session(), user.id, lead, day_of(now(), user.zone))
    return answer_with_partials(
        "leads/answer_row.html",
        lead=shown,
        kept=came_from().path == LEADS,
        said="On the board." if ticked else "It is a lead again.",
    )
