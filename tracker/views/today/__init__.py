"""What to do now."""

from flask import Blueprint

from tracker.views.today import today

blueprint = Blueprint("today", __name__)
blueprint.register_blueprint(today.blueprint)
