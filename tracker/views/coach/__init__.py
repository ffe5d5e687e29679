"""What a coach sees, and the links and notes around it."""

from flask import Blueprint

from tracker.views.coach import (
    coach,
    links,
    notes,
    session_sheet,
    shared_page,
)

blueprint = Blueprint("coach", __name__)
for part in (
    coach,
    links,
    notes,
    session_sheet,
    shared_page,
):
    blueprint.register_blueprint(part.blueprint)
