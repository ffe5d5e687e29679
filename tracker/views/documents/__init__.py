"""Résumés and letters, version by version."""

from flask import Blueprint

from tracker.views.documents import (
    documents,
    versions,
)

blueprint = Blueprint("documents", __name__)
for part in (
    documents,
    versions,
):
    blueprint.register_blueprint(part.blueprint)
