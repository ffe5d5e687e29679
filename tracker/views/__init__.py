"""One blueprint a noun: the module's name is the blueprint's and the template folder's."""

from flask import Flask

from tracker.views import (
    application_page,
    applications,
    archival,
    bin,
    board,
    deletion,
    devices,
    documents,
    earlier,
    edits,
    follow_up,
    health,
    import_rows,
    import_steps,
    imports,
    interviews,
    lead_changes,
    leads,
    login,
    members,
    notes,
    offer,
    parts,
    password,
    people,
    rejection,
    removals,
    reset,
    search,
    settings,
    setup,
    skills,
    stage,
    table,
)
from tracker.views.converters import RowId

BLUEPRINTS = (
    application_page.blueprint,
    applications.blueprint,
    archival.blueprint,
    bin.blueprint,
    board.blueprint,
    deletion.blueprint,
    devices.blueprint,
    documents.blueprint,
    earlier.blueprint,
    edits.blueprint,
    follow_up.blueprint,
    health.blueprint,
    import_rows.blueprint,
    import_steps.blueprint,
    imports.blueprint,
    interviews.blueprint,
    lead_changes.blueprint,
    leads.blueprint,
    login.blueprint,
    members.blueprint,
    notes.blueprint,
    offer.blueprint,
    parts.blueprint,
    password.blueprint,
    people.blueprint,
    rejection.blueprint,
    removals.blueprint,
    reset.blueprint,
    search.blueprint,
    settings.blueprint,
    setup.blueprint,
    skills.blueprint,
    stage.blueprint,
    table.blueprint,
)


def init_app(app: Flask) -> None:
    """Bind every blueprint."""
    app.url_map.converters["id"] = RowId
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
