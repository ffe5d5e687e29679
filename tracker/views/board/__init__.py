"""The board and its table, and many at once."""

from flask import Blueprint

from tracker.views.board import (
    board,
    bulk_changes,
    keys,
    many,
    saved_views,
    stage,
    table,
)

blueprint = Blueprint("board", __name__)
for part in (
    board,
    bulk_changes,
    keys,
    many,
    saved_views,
    stage,
    table,
):
    blueprint.register_blueprint(part.blueprint)
