"""For whoever watches the server."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from tracker import schema
from tracker.extensions import db
from tracker.web.access import public

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@public
def show() -> ResponseReturnValue:
    """200 where the database answers and the schema is current, else 503."""
    try:
        state = schema.state(db.engine).value
    except SQLAlchemyError:
        state = "unreachable"
    well = state == schema.State.CURRENT.value
    response = jsonify(status="ok" if well else "unavailable", schema=state)
    response.status_code = 200 if well else 503
    response.headers["Cache-Control"] = "no-store"
    return response
