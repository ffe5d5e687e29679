"""Undo of a deletion."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.web.undo import put_back, put_back_on

blueprint = Blueprint("removals", __name__)


@blueprint.post("/applications/<id:application_id>/removals/<id:removal_id>/reversal")
def beside(application_id: int, removal_id: int) -> ResponseReturnValue:
    """Put back what was taken off an application."""
    return put_back_on(application_id, removal_id)


@blueprint.post("/people/removals/<id:removal_id>/reversal")
def person(removal_id: int) -> ResponseReturnValue:
    """Put back a person, with the parts that they play."""
    return put_back("person", removal_id, "/people/{}", "Undone.")
