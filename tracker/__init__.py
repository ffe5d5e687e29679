"""Onward: a job-application tracker that turns every no into the next step."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from tracker.config.settings import Settings

UPLOAD = 52 * 1024 * 1024
FORM = 8 * 1024 * 1024
"""Room for a form with a note of 1 MB however it is encoded; a longer note is refused kindly."""


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The whole program, bound to one instance; reads the environment when no settings are given.

    Raises Misconfigured. All parts are imported here: a command that needs none starts at once.
    """
    from flask import Flask
    from werkzeug.middleware.proxy_fix import ProxyFix

    from tracker import database, views
    from tracker.config.settings import read_settings
    from tracker.extensions import bind_migrations, csrf, db, htmx, login
    from tracker.paths import TEMPLATES
    from tracker.web import (
        access,
        address_use,
        cookies,
        errors,
        logs,
        metrics,
        queued_changes,
        rendering,
        security,
        sub_path,
        templating,
    )
    from tracker.web.request import LimitedRequest

    settings = settings or read_settings()
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=None)
    app.request_class = LimitedRequest
    app.testing = settings.testing
    app.config.update(
        ONWARD=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=database.engine_options(settings.database_url),
        SESSION_COOKIE_NAME="onward",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=365 * 24 * 3600,
        MAX_CONTENT_LENGTH=UPLOAD,
        MAX_FORM_MEMORY_SIZE=FORM,
        WTF_CSRF_SSL_STRICT=False,
        WTF_CSRF_TIME_LIMIT=None,
        TEMPLATES_AUTO_RELOAD=settings.development,
    )
    logs.init_app(app, settings.log_format)
    rendering.init_app(app)
    rendering.cache_templates(app, settings.instance)
    security.init_app(app)
    cookies.init_app(app)
    db.init_app(app)
    bind_migrations(app)
    htmx.init_app(app)
    login.init_app(app)
    access.init_app(app)
    address_use.init_app(app)
    csrf.init_app(app)
    templating.init_app(app)
    errors.init_app(app)
    views.init_app(app)
    metrics.init_app(app, settings.metrics)
    sub_path.init_app(app, settings.root)
    queued_changes.init_app(app)
    bind_assets(app, settings)
    with app.app_context():
        database.prepare(db.engine)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    if settings.root:
        app.wsgi_app = sub_path.SubPath(app.wsgi_app, settings.root)  # type: ignore[method-assign]
    return app


def bind_assets(app: "Flask", settings: "Settings") -> None:
    """Style and script: bundled in production, as they are in development and tests."""
    from tracker.paths import PACKAGE, STATIC, TEMPLATES
    from tracker.web.assets import Assets

    bundled = not (settings.development or settings.testing)
    assets = Assets(
        STATIC, settings.instance, bundled, pages=[TEMPLATES, PACKAGE], root=settings.root
    )
    app.extensions["assets"] = assets
    app.jinja_env.globals["assets"] = assets
    app.wsgi_app = assets.wrap(app.wsgi_app)  # type: ignore[assignment, method-assign]
