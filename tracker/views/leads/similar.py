"""More like this one: saved leads that are like an application, and what to look for elsewhere."""

from collections.abc import Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import select

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
from tracker.models.application import Application
from tracker.models.reads.leads.ingredients import HuntSignals, read_one
from tracker.models.reads.leads.openings import how_many, openings
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.leads.leads_presenter import PresentedLead, present_lead
from tracker.web.access import me, own_application
from tracker.web.paging import address
from tracker.web.rendering import page
from tracker.web.ticked import ticked_here

blueprint = Blueprint("similar", __name__, url_prefix="/leads/like")
MOST, FEW = 20, 3


@blueprint.get("/<id:application_id>")
def index(application_id: int) -> ResponseReturnValue:
    """The most alike first."""
    user, application = me(), own_application(application_id)
    hunt = read_one(db.session(), application, day_of(now(), user.zone))
    sparks = [shortened(name, 40) for one in hunt.applications for name in one.sparks[:FEW]]
    liked = listed(sparks) if sparks else ""
    same, others = leads_like(application, hunt, ticked_here())
    country = country_of_place(application.location) or user.country
    city = city_of_place(application.location, user.country)
    role = role_name(application.role)
    return page(
        "leads/similar.html",
        application=application,
        liked=liked,
        same=same,
        others=others,
        saving=address("/leads/new", {"role": role, "like": application.id}),
        words=search_words(role, city) if role else "",
        searched=role,
        city=city,
        sites=job_sites(role, city, country) if role else [],
    )


def leads_like(
    application: Application, hunt: HuntSignals, ticked: Sequence[int]
) -> tuple[list[PresentedLead], list[PresentedLead]]:
    """Leads of the same role, and others that are near; `ticked` ones stay among them."""
    user, session = me(), db.session()
    today = day_of(now(), user.zone)
    found = [each for one in hunt.applications for each in ingredients_of(one)]
    rows = Ranking(found, hunt.skills, today).rank(
        openings(session, user.id, how_many(session, user.id, ticked), ticked)
    )
    same, others = alike(rows, application.role)
    return (
        [present_lead(each, shared(each, today, same_role=True), today) for each in same],
        [present_lead(each, shared(each, today), today) for each in others],
    )


def present_like(application_id: int, lead_id: int) -> PresentedLead | None:
    """One of them by itself, with what it has in common with that application."""
    application = db.session().scalar(
        select(Application).where(Application.id == application_id, Application.user_id == me().id)
    )
    if application is None:
        return None
    hunt = read_one(db.session(), application, day_of(now(), me().zone))
    found = [each for group in leads_like(application, hunt, [lead_id]) for each in group]
    return next((each for each in found if each.id == lead_id), None)


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
