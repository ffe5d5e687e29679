"""Asking for advice after a no: the call, the letters, the log."""

from flask import Blueprint

from tracker.views.ask import (
    ask,
    attempts,
    closure,
    follow_up,
    legal_ways,
    letters,
    results,
    self_analysis,
)

blueprint = Blueprint("ask", __name__)
for part in (
    results,
    ask,
    attempts,
    closure,
    follow_up,
    legal_ways,
    letters,
    self_analysis,
):
    blueprint.register_blueprint(part.blueprint)
