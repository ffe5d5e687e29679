"""What a phone asks when Onward is put on its home screen: the manifest, and icons by old names."""

import json
from typing import Any

from flask import Blueprint, Response, current_app, request, send_file
from flask.typing import ResponseReturnValue

from tracker.config.settings import Settings
from tracker.paths import STATIC
from tracker.web.access import public

blueprint = Blueprint("manifest", __name__)

HOUR, DAY = 3600, 24 * 3600
PAPER = "#f6f4ef"
"""The light one of tokens.css; pages say for themselves what they are in the dark."""
ICONS = (
    ("icon-192", 192, "any"),
    ("icon-512", 512, "any"),
    ("maskable-192", 192, "maskable"),
    ("maskable-512", 512, "maskable"),
    ("monochrome-192", 192, "monochrome"),
)
SHORTCUTS = (
    ("Add an application", "Add", "/applications/new", "shortcut-add"),
    ("Today", "Today", "/today", "shortcut-today"),
    ("They said no", "They said no", "/rejections/new", "shortcut-no"),
)
SHARED = ("title", "text", "url")
SHARED_FILES = ["message/rfc822", ".eml", "text/plain", ".txt"]
BY_CUSTOM = {
    "/favicon.ico": "favicon-48",
    "/apple-touch-icon.png": "apple-touch-icon",
    "/apple-touch-icon-precomposed.png": "apple-touch-icon",
}
"""What browsers ask for without having been told of it."""


@blueprint.get("/manifest.webmanifest")
@public
def show() -> ResponseReturnValue:
    """The manifest; every address in it as it is reached from outside."""
    said = json.dumps(described(), ensure_ascii=False)
    response = Response(said, mimetype="application/manifest+json")
    response.headers["Cache-Control"] = f"public, max-age={HOUR}"
    response.add_etag()
    return response.make_conditional(request)


def described() -> dict[str, Any]:
    """The app as its phone will know it; nothing of who uses it."""
    settings: Settings = current_app.config["ONWARD"]
    root = settings.root
    return {
        "id": f"{root}/",
        "name": "Onward",
        "short_name": "Onward",
        "description": "A job-application tracker that turns every no into the next step.",
        "lang": "en-AU",
        "dir": "ltr",
        "start_url": f"{root}/today",
        "scope": f"{root}/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["productivity", "business"],
        "icons": [icon(*each) for each in ICONS],
        "shortcuts": [
            {
                "name": name,
                "short_name": short,
                "url": f"{root}{path}",
                "icons": [icon(drawn, 96)],
            }
            for name, short, path, drawn in SHORTCUTS
        ],
        "share_target": {
            "action": f"{root}/share",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {name: name for name in SHARED}
            | {"files": [{"name": "file", "accept": SHARED_FILES}]},
        },
    }


def icon(name: str, size: int, purpose: str = "any") -> dict[str, str]:
    """One of static/icons, square."""
    return {
        "src": current_app.extensions["assets"].url(f"icons/{name}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


@public
def by_custom() -> ResponseReturnValue:
    """The icons under the names that older browsers try."""
    file = STATIC / "icons" / f"{BY_CUSTOM[request.path]}.png"
    return send_file(file, mimetype="image/png", max_age=DAY)


for path in BY_CUSTOM:
    blueprint.add_url_rule(path, view_func=by_custom)
