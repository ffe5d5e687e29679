"""Looking at the whole search, and reviews by others."""

from flask import Blueprint

from tracker.views.step_back import (
    actions,
    review_requests,
    reviews,
    step_back,
)

blueprint = Blueprint("step_back", __name__)
for part in (
    actions,
    review_requests,
    reviews,
    step_back,
):
    blueprint.register_blueprint(part.blueprint)
