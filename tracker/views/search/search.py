"""Search, from anywhere."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.extensions import db
from tracker.models.search.results import MOST
from tracker.values.text import clean_line
from tracker.views.search import results_presenter
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("search", __name__)

LONGEST = 200
"""Characters of a query; nothing longer is typed, and what follows is left out."""


@blueprint.get("/search")
def index() -> ResponseReturnValue:
    """What holds all the words, as they are typed."""
    q, user, session = clean_line(request.args.get("q", ""))[:LONGEST], me(), db.session()
    groups = results_presenter.present_groups(session, user, q) if q else []
    return page(
        "search/index.html",
        fragment="search/answer.html",
        q=q,
        groups=groups,
        more=any(len(group.results) == MOST for group in groups),
    )
