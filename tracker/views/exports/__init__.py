"""Files to take away, the calendar and the work-search log."""

from flask import Blueprint

from tracker.views.exports import (
    activities,
    calendar,
    exports,
    work_search,
)

blueprint = Blueprint("exports", __name__)
for part in (
    activities,
    calendar,
    exports,
    work_search,
):
    blueprint.register_blueprint(part.blueprint)
