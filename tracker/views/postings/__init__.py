"""Put a posting in: a link, a whole ad or a shared page becomes a lead or an application."""

from flask import Blueprint

from tracker.views.postings import (
    postings,
    ways,
)

blueprint = Blueprint("postings", __name__)
for part in (
    postings,
    ways,
):
    blueprint.register_blueprint(part.blueprint)
