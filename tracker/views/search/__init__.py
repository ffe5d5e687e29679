"""Finding anything."""

from flask import Blueprint

from tracker.views.search import search

blueprint = Blueprint("search", __name__)
blueprint.register_blueprint(search.blueprint)
