"""What they said, its points and themes, and own lessons."""

from flask import Blueprint

from tracker.views.feedback import (
    feedback,
    lessons,
    point,
    points,
    themes,
)

blueprint = Blueprint("feedback", __name__)
for part in (
    feedback,
    lessons,
    point,
    points,
    themes,
):
    blueprint.register_blueprint(part.blueprint)
