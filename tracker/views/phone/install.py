"""Onward on a phone: how it gets there, and what an address without HTTPS can't do."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue

from tracker.web.access import me
from tracker.web.address_use import opened
from tracker.web.rendering import page
from tracker.web.urls import (
    answers_this_machine_alone,
    here_for,
    is_for_this_machine_alone,
    link,
    own_port,
)
from tracker.web.user_agent import device
from tracker.web.ways_in import webauthn

blueprint = Blueprint("install", __name__)
HOW = "https://tailscale.com/docs/features/tailscale-serve"
"""The shorter of two ways to an address with HTTPS, in the words of those who offer it."""


@blueprint.get("/settings/phone")
def show() -> ResponseReturnValue:
    """By the address that people use: the steps of this phone, and what HTTPS adds."""
    what = device(request.user_agent.string)
    address = link("")
    if what != "computer" and is_for_this_machine_alone(address):
        address = here_for(what)  # whoever reads this on a phone has opened it there
    return page(
        "phone/install.html",
        address=address,
        how=HOW,
        here=urlsplit(address)[:2] == urlsplit(request.host_url)[:2],
        device=what,
        secure=address.startswith("https:"),
        alone=what == "computer" and is_for_this_machine_alone(address),
        editable=current_app.config["ONWARD"].base_url is None,
        passkeys=webauthn.is_installed(),
        keeper=me().is_keeper,
        opened=opened(),
        zone=me().zone,
        port=own_port(),
        unheard=answers_this_machine_alone(address),
    )
