"""Openings not applied for yet."""

from flask import Blueprint

from tracker.views.leads import (
    changes,
    ingredients,
    leads,
    similar,
)

blueprint = Blueprint("leads", __name__)
for part in (
    changes,
    ingredients,
    leads,
    similar,
):
    blueprint.register_blueprint(part.blueprint)
