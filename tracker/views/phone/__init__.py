"""Onward as an app: how it is installed, and what the phone's own menus hand to it."""

from flask import Blueprint

from tracker.views.phone import install, manifest, share

blueprint = Blueprint("phone", __name__)
for part in (install, manifest, share):
    blueprint.register_blueprint(part.blueprint)
