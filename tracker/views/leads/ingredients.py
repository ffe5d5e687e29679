"""Your ingredients: what excited you so far, and where."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.leads.ingredients import Ingredient
from tracker.models.reads.leads.ingredients import read_hunt
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("ingredients", __name__, url_prefix="/leads/ingredients")
KINDS = {
    "spark": "What excites you",
    "skill": "Skills",
    "role": "Words of the roles",
    "setting": "Ways of working",
    "topic": "What the jobs were about",
}
LESS = "What excited you less"
MOST, MOST_OTHERS = 30, 10
PLACES = 6


class PresentedIngredient(NamedTuple):
    """What the template shows of one."""

    name: str
    companies: int
    """Of companies at which it was met."""
    where: str


class Group(NamedTuple):
    """Those of one kind."""

    id: str
    title: str
    found: list[PresentedIngredient]


@blueprint.get("")
def index() -> ResponseReturnValue:
    """What draws, kind by kind, and what draws less."""
    user = me()
    today = day_of(now(), user.zone)
    hunt = read_hunt(db.session(), user.id, today)
    found = [each for each in hunt.ranking(today).ingredients if each.kind in KINDS]
    drawing = [each for each in found if each.weight > 0][:MOST]
    others = [each for each in found if each.weight < 0][:MOST_OTHERS]
    groups = [
        Group(kind, title, [present(each, "From") for each in drawing if each.kind == kind])
        for kind, title in KINDS.items()
    ]
    less = Group("others", LESS, [present(each, "At") for each in others])
    return page(
        "leads/ingredients.html",
        drawing=[each for each in groups if each.found],
        others=[less] if others else [],
    )


def present(ingredient: Ingredient, before: str) -> PresentedIngredient:
    """In words."""
    places = list(dict.fromkeys(company for company, _ in ingredient.met if company))
    return PresentedIngredient(
        shortened(ingredient.name, 80),
        len(places),
        where(places, before) or "You wrote it down",
    )


def where(names: Sequence[str], before: str) -> str:
    """From Acme, Bond and 2 more."""
    if not names:
        return ""
    told, further = [shortened(each, 40) for each in names[:PLACES]], len(names) - PLACES
    if further > 0:
        return f"{before} {', '.join(told)} and {further} more"
    return f"{before} {' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))}"
