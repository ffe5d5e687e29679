"""What to do now."""

from flask import Blueprint

from tracker.views.today import day_rest, today

blueprint = Blueprint("today", __name__)
blueprint.register_blueprint(today.blueprint)
blueprint.register_blueprint(day_rest.blueprint)
