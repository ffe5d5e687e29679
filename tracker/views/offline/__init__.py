"""What a phone needs to go on without a connection."""

from flask import Blueprint

from tracker.views.offline import page, token, worker

blueprint = Blueprint("offline", __name__)
for part in (page, token, worker):
    blueprint.register_blueprint(part.blueprint)
