"""Other ways to hear more: first those between people, the legal ones last."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.loop.legal_requests import legal_requests_of, speaks_english
from tracker.loop.legal_ways import COUNTRIES, legal_ways_of
from tracker.web.access import me, own_application
from tracker.web.rendering import page

blueprint = Blueprint("legal_ways", __name__)


@blueprint.get("/applications/<id:application_id>/ask/more")
def show(application_id: int) -> ResponseReturnValue:
    """Those of the person's country, or of another one."""
    country = request.args.get("country", me().country)
    application = own_application(application_id)
    return page(
        "ask/legal_ways/show.html",
        application=application,
        ways=legal_ways_of(country),
        requests=legal_requests_of(country, application.role),
        foreign=not speaks_english(country),
        country=country if country in COUNTRIES else "",
        countries=COUNTRIES,
    )
