"""Signing in, the own account, and who else may use this server."""

from flask import Blueprint

from tracker.views.account import (
    again,
    devices,
    health,
    help,
    history,
    login,
    members,
    password,
    removal,
    reset,
    settings,
    setup,
    skills,
)

blueprint = Blueprint("account", __name__)
for part in (
    again,
    devices,
    health,
    help,
    history,
    login,
    members,
    password,
    removal,
    reset,
    settings,
    setup,
    skills,
):
    blueprint.register_blueprint(part.blueprint)
