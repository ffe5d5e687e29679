"""One blueprint a noun: the module's name is the blueprint's."""

from flask import Flask

from tracker.views import (
    account,
    actions,
    after,
    applications,
    ask,
    board,
    check_ins,
    coach,
    documents,
    exports,
    feedback,
    imports,
    insights,
    leads,
    own_lines,
    people,
    rejection,
    review_requests,
    reviews,
    search,
    step_back,
    step_back_actions,
    thoughts,
    today,
)
from tracker.web.converters import Route, RowId

BLUEPRINTS = (
    account.blueprint,
    actions.blueprint,
    after.blueprint,
    applications.blueprint,
    ask.blueprint,
    board.blueprint,
    check_ins.blueprint,
    coach.blueprint,
    documents.blueprint,
    exports.blueprint,
    feedback.blueprint,
    imports.blueprint,
    insights.blueprint,
    leads.blueprint,
    own_lines.blueprint,
    people.blueprint,
    rejection.blueprint,
    review_requests.blueprint,
    reviews.blueprint,
    search.blueprint,
    step_back.blueprint,
    step_back_actions.blueprint,
    thoughts.blueprint,
    today.blueprint,
)


def init_app(app: Flask) -> None:
    """Bind every blueprint."""
    app.url_rule_class = Route
    app.url_map.converters["id"] = RowId
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
