"""Signing in, the own account, and who else may use this server."""

from flask import Blueprint

from tracker.views.account import (
    again,
    codes,
    devices,
    health,
    help,
    history,
    login,
    members,
    metrics,
    more,
    passkey_login,
    passkeys,
    password,
    provider,
    proxy,
    removal,
    reset,
    second_step,
    settings,
    setup,
    skills,
    tags,
)

blueprint = Blueprint("account", __name__)
for part in (
    again,
    codes,
    devices,
    health,
    help,
    history,
    login,
    members,
    metrics,
    more,
    passkey_login,
    passkeys,
    password,
    provider,
    proxy,
    removal,
    reset,
    second_step,
    settings,
    setup,
    skills,
    tags,
):
    blueprint.register_blueprint(part.blueprint)
