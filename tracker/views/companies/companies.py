"""A company's page, by its name: there is no row that it could be the number of."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.base import LINE
from tracker.models.reads.companies.history import read_history
from tracker.values.text import clean_line
from tracker.views.companies.companies_presenter import present_company
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("companies", __name__)


@blueprint.get("/companies")
def show() -> ResponseReturnValue:
    """All there was with them (`name=`)."""
    name = clean_line(request.args.get("name", ""))[:LINE]
    if not name:
        abort(404)
    user = me()
    history = read_history(db.session(), user.id, name)
    return page("companies/show.html", **present_company(history, name, now(), user.zone))
