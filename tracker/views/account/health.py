"""For whoever watches the server."""

from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from tracker import schema
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.device import Device
from tracker.models.server.setting import Setting
from tracker.models.user import User
from tracker.web.access import for_machines
from tracker.web.disk_space import read_disk_space

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@for_machines
def show() -> ResponseReturnValue:
    """200 where the database answers, can be read and has this schema, else 503.

    A disk that is nearly full is said and changes no status: a restart would make no room.
    """
    try:
        state = schema.state(db.engine).value
        if state == schema.State.CURRENT.value:
            for table in (Setting, User, Device, Application):
                db.session.execute(select(table.__table__).limit(1))
    except SQLAlchemyError:
        state = "unreachable"
    well = state == schema.State.CURRENT.value
    space = read_disk_space(current_app.config["ONWARD"])
    disk = "nearly full" if space is not None and space.is_low else "ok"
    response = jsonify(status="ok" if well else "unavailable", schema=state, disk=disk)
    response.status_code = 200 if well else 503
    response.headers["Cache-Control"] = "no-store"
    return response
