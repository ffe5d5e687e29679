"""Where to find somebody to talk to."""

from pathlib import Path
from typing import Any

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from tracker.config.settings import Settings
from tracker.loop.help_lines import EVERYWHERE, NAME, help_lines
from tracker.values.regions import countries
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("help", __name__)


@blueprint.get("/help")
def index() -> ResponseReturnValue:
    """One's own country first, then all of them."""
    found, problem = help_lines(instance())
    names, code = dict(countries()), me().country
    return page(
        "account/help/index.html",
        here=names.get(code, code),
        own=found.get(code),
        others=[(names.get(each, each), found[each]) for each in found if each != code],
        everywhere=EVERYWHERE,
        problem=problem if me().is_keeper else "",
        file=NAME if me().is_keeper else "",
    )


@blueprint.get("/accessibility")
def access() -> ResponseReturnValue:
    """What helps where a page is hard to use, and what is known not to work."""
    return page("account/help/access.html")


def nearby() -> dict[str, Any]:
    """What the quiet line at the foot of a page says."""
    found, _ = help_lines(instance())
    code = me().country
    return {
        "help_country": dict(countries()).get(code, code),
        "help_here": found.get(code),
        "help_everywhere": EVERYWHERE,
    }


def instance() -> Path:
    """The folder in which the keeper may put a list."""
    settings: Settings = current_app.config["ONWARD"]
    return settings.instance
