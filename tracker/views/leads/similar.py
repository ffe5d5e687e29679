"""More like this one: saved leads that are like an application, and what to look for elsewhere."""

from collections.abc import Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.leads.city import city_of_place, country_of_place
from tracker.leads.ingredients import ingredients_of
from tracker.leads.job_sites import job_sites
from tracker.leads.near import common, is_near, telling
from tracker.leads.opening import Ranked
from tracker.leads.rank import Ranking
from tracker.leads.reasons import listed, shared
from tracker.leads.role_name import is_same_role, role_name
from tracker.leads.search_words import search_words
from tracker.leads.told import Told
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
    same, others = alike(rows, application.role)
    country = country_of_place(application.location) or user.country
    city = city_of_place(application.location, user.country)
    role = role_name(application.role)
    return page(
        "leads/similar.html",
        application=application,
        liked=liked,
        same=[present_lead(each, shared(each, today, same_role=True), today) for each in same],
        others=[present_lead(each, shared(each, today), today) for each in others],
        words=search_words(role, city) if role else "",
        searched=role,
        city=city,
        sites=job_sites(role, city, country) if role else [],
    )


def alike(rows: Sequence[Ranked], role: str) -> tuple[list[Ranked], list[Ranked]]:
    """Those of the same role, and those that are near: with what is telling, the nearest first."""
    same, others, without = list[Ranked](), list[Ranked](), common(rows)
    for each in sorted(rows, key=lambda each: -round(each.likeness, 1)):
        if is_same_role(each.opening.role, role) and not each.closed:
            apart = telling(each, role, without)
            alone = all(match.ingredient.kind == "role" for match in apart)
            same.append(each._replace(matches=telling(each, role) if alone else apart))
        elif is_near(each, role, without):
            others.append(each._replace(matches=telling(each, role, without)))
    return same[:MOST], others[:MOST]
