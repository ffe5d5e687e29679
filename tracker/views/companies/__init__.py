"""One company: all there was with them."""

from flask import Blueprint

from tracker.views.companies import companies

blueprint = Blueprint("companies", __name__)
for part in (companies,):
    blueprint.register_blueprint(part.blueprint)
