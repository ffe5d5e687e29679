"""Signing in, the own account, and who else may use this server."""

from flask import Blueprint

from tracker.views.account import (
    devices,
    health,
    help,
    login,
    members,
    metrics,
    password,
    reset,
    settings,
    setup,
    skills,
)

blueprint = Blueprint("account", __name__)
for part in (
    devices,
    health,
    help,
    login,
    members,
    metrics,
    password,
    reset,
    settings,
    setup,
    skills,
):
    blueprint.register_blueprint(part.blueprint)
