"""From what was said to a question, an own story, and the story said aloud."""

from flask import Blueprint

from tracker.views.practice import (
    runs,
    stories,
)

blueprint = Blueprint("practice", __name__)
for part in (
    runs,
    stories,
):
    blueprint.register_blueprint(part.blueprint)
