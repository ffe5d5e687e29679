"""What works, in honest numbers."""

from flask import Blueprint

from tracker.views.insights import insights

blueprint = Blueprint("insights", __name__)
blueprint.register_blueprint(insights.blueprint)
