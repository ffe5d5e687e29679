"""The board and its table."""

from flask import Blueprint

from tracker.views.board import (
    board,
    keys,
    stage,
    table,
)

blueprint = Blueprint("board", __name__)
for part in (
    board,
    keys,
    stage,
    table,
):
    blueprint.register_blueprint(part.blueprint)
