"""Reminders: what they are about and when, where they go, and what was sent."""

from flask import Blueprint

from tracker.views.reminders import channels, new_channel, sent, wishes

blueprint = Blueprint("reminders", __name__)
for part in (wishes, new_channel, channels, sent):
    blueprint.register_blueprint(part.blueprint)
