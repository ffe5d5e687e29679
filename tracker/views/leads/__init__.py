"""Openings not applied for yet."""

from flask import Blueprint

from tracker.views.leads import (
    changes,
    leads,
)

blueprint = Blueprint("leads", __name__)
for part in (
    changes,
    leads,
):
    blueprint.register_blueprint(part.blueprint)
