"""One blueprint a noun: the module's name is the blueprint's and the template folder's."""

from flask import Flask

from tracker.views import (
    board,
    devices,
    health,
    login,
    members,
    password,
    reset,
    settings,
    setup,
    stage,
)
from tracker.views.converters import RowId

BLUEPRINTS = (
    board.blueprint,
    devices.blueprint,
    health.blueprint,
    login.blueprint,
    members.blueprint,
    password.blueprint,
    reset.blueprint,
    settings.blueprint,
    setup.blueprint,
    stage.blueprint,
)


def init_app(app: Flask) -> None:
    """Bind every blueprint."""
    app.url_map.converters["id"] = RowId
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
