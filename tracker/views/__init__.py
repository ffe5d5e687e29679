"""One blueprint a noun: the module's name is the blueprint's and the template folder's."""

from flask import Flask

from tracker.views import (
    applications,
    archival,
    bin,
    board,
    deletion,
    devices,
    documents,
    earlier,
    edits,
    health,
    lead_changes,
    leads,
    login,
    members,
    password,
    reset,
    settings,
    setup,
    skills,
    stage,
)
from tracker.views.converters import RowId

BLUEPRINTS = (
    applications.blueprint,
    archival.blueprint,
    bin.blueprint,
    board.blueprint,
    deletion.blueprint,
    devices.blueprint,
    documents.blueprint,
    earlier.blueprint,
    edits.blueprint,
    health.blueprint,
    lead_changes.blueprint,
    leads.blueprint,
    login.blueprint,
    members.blueprint,
    password.blueprint,
    reset.blueprint,
    settings.blueprint,
    setup.blueprint,
    skills.blueprint,
    stage.blueprint,
)


def init_app(app: Flask) -> None:
    """Bind every blueprint."""
    app.url_map.converters["id"] = RowId
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
