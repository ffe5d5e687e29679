"""One application: its page, its facts and what belongs to it."""

from flask import Blueprint

from tracker.views.applications import (
    accepted,
    archival,
    bin,
    cancellation,
    deletion,
    edit,
    ending,
    interview_addition,
    interview_moves,
    interviews,
    new,
    notes,
    offer,
    previous,
    removals,
    show,
    uses,
)

blueprint = Blueprint("applications", __name__)
for part in (
    accepted,
    archival,
    bin,
    cancellation,
    deletion,
    edit,
    ending,
    interview_addition,
    interview_moves,
    interviews,
    new,
    notes,
    offer,
    previous,
    removals,
    show,
    uses,
):
    blueprint.register_blueprint(part.blueprint)
