"""Recruiters, hiring managers and others."""

from flask import Blueprint

from tracker.views.people import (
    on_application,
    people,
)

blueprint = Blueprint("people", __name__)
for part in (
    on_application,
    people,
):
    blueprint.register_blueprint(part.blueprint)
