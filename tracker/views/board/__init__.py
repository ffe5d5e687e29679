"""The board and its table."""

from flask import Blueprint

from tracker.views.board import (
    board,
    stage,
    table,
)

blueprint = Blueprint("board", __name__)
for part in (
    board,
    stage,
    table,
):
    blueprint.register_blueprint(part.blueprint)
