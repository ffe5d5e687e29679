"""Backups, for the keeper: what there is, one more, taking one away, bringing one back."""

from flask import Blueprint

from tracker.views.backups import backups, restoration

blueprint = Blueprint("backups", __name__)
blueprint.register_blueprint(backups.blueprint)
blueprint.register_blueprint(restoration.blueprint)
