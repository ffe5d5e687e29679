"""The keys that do something, told: a dialog over any page, or a page of its own."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.web.rendering import page

blueprint = Blueprint("keys", __name__)


@blueprint.get("/board/keys")
def index() -> ResponseReturnValue:
    """Which keys there are, and how to turn off those that are pressed alone."""
    return page("board/keys.html", fragment="board/_keys.html")
