"""A room a capability: routes, forms, presenters; templates and tests bear its name."""

from flask import Flask

from tracker.views import (
    account,
    actions,
    applications,
    ask,
    backups,
    board,
    coach,
    companies,
    documents,
    exports,
    feedback,
    imports,
    insights,
    leads,
    mail,
    offline,
    people,
    phone,
    postings,
    practice,
    rejection,
    reminders,
    search,
    step_back,
    today,
)
from tracker.web.converters import Route, RowId

BLUEPRINTS = (
    account.blueprint,
    actions.blueprint,
    applications.blueprint,
    ask.blueprint,
    backups.blueprint,
    board.blueprint,
    coach.blueprint,
    companies.blueprint,
    documents.blueprint,
    exports.blueprint,
    feedback.blueprint,
    imports.blueprint,
    insights.blueprint,
    leads.blueprint,
    offline.blueprint,
    mail.blueprint,
    people.blueprint,
    phone.blueprint,
    postings.blueprint,
    practice.blueprint,
    rejection.blueprint,
    reminders.blueprint,
    search.blueprint,
    step_back.blueprint,
    today.blueprint,
)


def init_app(app: Flask) -> None:
    """Bind every blueprint."""
    app.url_rule_class = Route
    app.url_map.converters["id"] = RowId
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
