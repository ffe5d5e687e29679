"""More like this one: saved leads that are like an application, and what to look for elsewhere."""

from collections import Counter
from collections.abc import Mapping, Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.leads.ingredients import ingredients_of
from tracker.leads.opening import Ranked
from tracker.leads.rank import Ranking
from tracker.leads.reasons import listed, shared
from tracker.leads.role_name import role_key
from tracker.leads.search_words import search_words
from tracker.leads.told import Kind, Told
from tracker.models.reads.leads.ingredients import read_one
from tracker.models.reads.leads.openings import how_many, openings
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.leads.leads_presenter import present_lead
from tracker.web.access import me, own_application
from tracker.web.rendering import page
from tracker.web.ticked import ticked_here

blueprint = Blueprint("similar", __name__, url_prefix="/leads/like")
MOST, FEW = 20, 3
ALIKE: Mapping[Kind, int] = {"spark": 1, "role": 1, "company": 1, "skill": 2, "topic": 2}
"""What a lead has in common at least: one of these, or two of those."""
LITTLE = 0.1
"""What stands among an ad's benefits adds less."""


@blueprint.get("/<id:application_id>")
def index(application_id: int) -> ResponseReturnValue:
    """The most alike first."""
    user, application = me(), own_application(application_id)
    session, today = db.session(), day_of(now(), user.zone)
    hunt = read_one(session, application, today)
    told: Sequence[Told] = hunt.applications
    found = [each for one in told for each in ingredients_of(one)]
    ticked = ticked_here()
    rows = Ranking(found, hunt.skills, today).rank(
        openings(session, user.id, how_many(session, user.id, ticked), ticked)
    )
    sparks = [shortened(name, 40) for one in told for name in one.sparks[:FEW]]
    liked = listed(sparks) if sparks else ""
    same, others = [], []
    for each in sorted(rows, key=lambda each: -round(each.likeness, 1)):
        is_same = role_key(each.opening.role) == role_key(application.role)
        if is_same and not each.closed:
            same.append(present_lead(each, shared(each, today, same_role=True), today))
        elif is_alike(each):
            others.append(present_lead(each, shared(each, today), today))
    return page(
        "leads/similar.html",
        application=application,
        liked=liked,
        same=same[:MOST],
        others=others[:MOST],
        words=search_words(application.role, application.location),
    )


def is_alike(row: Ranked) -> bool:
    """Whether it has enough in common, and may still be applied for."""
    found = Counter(each.ingredient.kind for each in row.matches if each.adds > LITTLE)
    enough = any(found[kind] >= many for kind, many in ALIKE.items())
    return enough and row.likeness > 0 and not row.closed
