"""What to do about what they said."""

from flask import Blueprint

from tracker.views.actions import (
    actions,
    changes,
)

blueprint = Blueprint("actions", __name__)
for part in (
    actions,
    changes,
):
    blueprint.register_blueprint(part.blueprint)
