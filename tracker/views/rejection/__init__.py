"""A no, and the moment after it."""

from flask import Blueprint

from tracker.views.rejection import (
    check_ins,
    choice,
    own_lines,
    rejection,
    reply,
    rest,
    thoughts,
)

blueprint = Blueprint("rejection", __name__)
for part in (
    check_ins,
    choice,
    own_lines,
    rejection,
    reply,
    rest,
    thoughts,
):
    blueprint.register_blueprint(part.blueprint)
