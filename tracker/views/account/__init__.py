"""Signing in, the own account, and who else may use this server."""

from flask import Blueprint

from tracker.views.account import (
    codes,
    devices,
    health,
    help,
    history,
    login,
    members,
    metrics,
    more,
    ownership,
    passkey_login,
    passkeys,
    password,
    password_again,
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
    password_again,
    codes,
    devices,
    health,
    help,
    history,
    login,
    members,
    metrics,
    more,
    ownership,
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
