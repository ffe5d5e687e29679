"""Onward on a phone: how it gets there, and what an address without HTTPS can't do."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from tracker.web.access import me
from tracker.web.rendering import page
from tracker.web.urls import is_for_this_machine_alone, link
from tracker.web.ways_in import webauthn

blueprint = Blueprint("install", __name__)


@blueprint.get("/settings/phone")
def show() -> ResponseReturnValue:
    """By the address that people use: the steps, and what HTTPS adds where it is missing."""
    address = link("")
    return page(
        "phone/install.html",
        address=address,
        secure=address.startswith("https:"),
        alone=is_for_this_machine_alone(address),
        editable=current_app.config["ONWARD"].base_url is None,
        passkeys=webauthn.is_installed(),
        keeper=me().is_keeper,
    )
