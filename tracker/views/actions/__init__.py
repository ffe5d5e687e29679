"""What to do about what they said."""

from flask import Blueprint

from tracker.views.actions import (
    actions,
    changes,
    points,
)

blueprint = Blueprint("actions", __name__)
for part in (
    actions,
    changes,
    points,
):
    blueprint.register_blueprint(part.blueprint)
