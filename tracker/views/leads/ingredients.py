"""Your ingredients: what excited you so far, and where."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.leads.ingredients import by_name
from tracker.models.reads.leads.ingredients import read_hunt
from tracker.values.days import day_of
from tracker.views.leads.ingredients_presenter import present_ingredients
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("ingredients", __name__, url_prefix="/leads/ingredients")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """What draws, kind by kind, and what stood in jobs that drew less."""
    user = me()
    today = day_of(now(), user.zone)
    hunt = read_hunt(db.session(), user.id, today)
    found = by_name(hunt.ranking(today).ingredients, hunt.applications)
    return page("leads/ingredients.html", **present_ingredients(found, hunt.skills))
