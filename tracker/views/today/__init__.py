"""What to do now."""

from flask import Blueprint

from tracker.views.today import calm, today

blueprint = Blueprint("today", __name__)
blueprint.register_blueprint(today.blueprint)
blueprint.register_blueprint(calm.blueprint)
