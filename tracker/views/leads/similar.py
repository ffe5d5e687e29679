"""More like this one: saved leads that are like an application, and what to look for elsewhere."""

import re
from collections.abc import Sequence
from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.leads.ingredients import Told, ingredients_of
from tracker.leads.opening import Ranked
from tracker.leads.rank import Ranking
from tracker.leads.reasons import Reason, shared
from tracker.leads.search_words import search_words
from tracker.models.reads.leads.ingredients import read_one
from tracker.models.reads.leads.openings import how_many, openings
from tracker.values.days import day_of
from tracker.views.leads.leads_presenter import present_lead
from tracker.web.access import me, own_application
from tracker.web.rendering import page

blueprint = Blueprint("similar", __name__, url_prefix="/leads/like")
MOST = 20
ALIKE = 0.4
"""What a lead has in common at least: a spark, a word of the role, or two skills."""


@blueprint.get("/<id:application_id>")
def index(application_id: int) -> ResponseReturnValue:
    """The most alike first."""
    user, application = me(), own_application(application_id)
    session, today = db.session(), day_of(now(), user.zone)
    hunt = read_one(session, application, today)
    told: Sequence[Told] = hunt.applications
    found = [each for one in told for each in ingredients_of(one)]
    rows = Ranking(found, hunt.skills, today).rank(
        openings(session, user.id, how_many(session, user.id))
    )
    alike = sorted(filter(is_alike, rows), key=lambda each: -round(each.likeness, 1))[:MOST]
    return page(
        "leads/similar.html",
        application=application,
        leads=[present_lead(each, in_common(each, today), today) for each in alike],
        words=search_words(told[0]) if told else "",
    )


def in_common(row: Ranked, today: date) -> Reason:
    """In common: a small team, Excel."""
    why = shared(row, today)
    return why._replace(because=re.sub(r"^Also ", "In common: ", why.because))


def is_alike(row: Ranked) -> bool:
    """Whether it has enough in common, and may still be applied for."""
    return not row.closed and row.likeness >= ALIKE
