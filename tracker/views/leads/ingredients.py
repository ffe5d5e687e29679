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
    "spark": "",
    "skill": "Skill",
    "role": "Role",
    "setting": "Way of working",
    "topic": "Topic",
}
MOST, MOST_OTHERS = 30, 10
PLACES = 2


class PresentedIngredient(NamedTuple):
    """What the template shows of one."""

    name: str
    kind: str
    where: str


@blueprint.get("")
def index() -> ResponseReturnValue:
    """What draws, and what draws less."""
    user = me()
    today = day_of(now(), user.zone)
    hunt = read_hunt(db.session(), user.id, today)
    found = [each for each in hunt.ranking(today).ingredients if each.kind in KINDS]
    return page(
        "leads/ingredients.html",
        drawing=present([each for each in found if each.weight > 0][:MOST], "From"),
        others=present([each for each in found if each.weight < 0][:MOST_OTHERS], "At"),
    )


def present(found: Sequence[Ingredient], before: str) -> list[PresentedIngredient]:
    """In words."""
    return [
        PresentedIngredient(
            shortened(each.name, 80), KINDS[each.kind], where(each, before) or "You wrote it down"
        )
        for each in found
    ]


def where(ingredient: Ingredient, before: str) -> str:
    """From Acme, Bond and 2 others."""
    names = list(dict.fromkeys(company for company, _ in ingredient.met if company))
    if not names:
        return ""
    told, further = [shortened(each, 30) for each in names[:PLACES]], len(names) - PLACES
    if further > 0:
        return f"{before} {', '.join(told)} and {further} more"
    return f"{before} {' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))}"
