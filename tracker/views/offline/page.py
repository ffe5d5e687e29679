"""The page in the place of one that can't be reached; all that is private on it the phone adds."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.web.access import for_machines
from tracker.web.rendering import page

blueprint = Blueprint("page", __name__)


@blueprint.get("/offline")
@for_machines
def show() -> ResponseReturnValue:
    """The same for everybody, as it is kept beside the stylesheet."""
    return page("offline/show.html")
