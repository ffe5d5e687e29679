"""What stands under More in the bar, for browsers in which that button opens nothing."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.web.rendering import page

blueprint = Blueprint("more", __name__)


@blueprint.get("/more")
def index() -> ResponseReturnValue:
    """Every place that the bar of a phone has no room for."""
    return page("account/more.html")
