"""The service worker: the script that a browser keeps beside our pages."""

import json

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from tracker.web.access import for_machines
from tracker.web.assets import Assets
from tracker.web.queued_changes import queueable_routes

blueprint = Blueprint("worker", __name__)
PARTS = ("rows", "marks", "list")
"""Of the script that shows what the worker has to say; the last for one page alone."""
POLICY = "default-src 'none'; connect-src 'self'"
"""A worker lives under the policy of its own answer, and fetches only from here."""


@blueprint.get("/sw.js")
@for_machines
def show() -> ResponseReturnValue:
    """Another one with each build, so that browsers notice; asked for anew each time."""
    assets: Assets = current_app.extensions["assets"]
    told = {
        "build": assets.build,
        "root": current_app.config["ONWARD"].root,
        "routes": queueable_routes(),
        "script": assets.url("js/later/waiting.js"),
        "parts": [assets.url(f"js/later/waiting-{part}.js") for part in PARTS],
        "style": assets.sheet_urls("offline"),
        "face": assets.url("icons/icon-192.png"),
        "mark": assets.url("icons/monochrome-192.png"),
        "files": [*assets.style_urls, *assets.script_urls, assets.hold_url],
    }
    response = Response(
        f"const ONWARD = {json.dumps(told)};\n".encode() + assets.worker(),
        mimetype="text/javascript",
        headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"},
    )
    response.add_etag()
    return response.make_conditional(request)
