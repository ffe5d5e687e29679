"""Numbers for Prometheus, where `ONWARD_METRICS=on`, for whoever shows the token."""

import hmac
from collections.abc import Iterator

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from tracker.backup.listing import newest
from tracker.clock import now
from tracker.config.secrets import read_metrics_token
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.paths import version
from tracker.web.access import for_machines
from tracker.web.disk_space import read_disk_space
from tracker.web.metrics import BOUNDS, RequestCounts

blueprint = Blueprint("metrics", __name__)
TYPE = "text/plain; version=0.0.4; charset=utf-8"


@blueprint.get("/metrics")
@for_machines
def show() -> ResponseReturnValue:
    """A 404 where nobody wants them, a 401 without the token.

    Not "from this machine only": behind a proxy on this machine everybody comes from it.
    """
    settings: Settings = current_app.config["ONWARD"]
    if not settings.metrics:
        abort(404)
    told = (request.authorization.token if request.authorization else None) or ""
    if not hmac.compare_digest(told.encode(), read_metrics_token(settings.instance).encode()):
        return Response(
            "The token is missing or another one.\n",
            401,
            {"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"},
            content_type="text/plain",
        )
    lines = [*counted(current_app.extensions["metrics"]), *sizes(settings)]
    body = "".join(f"{line}\n" for line in lines)
    return Response(body, content_type=TYPE, headers={"Cache-Control": "no-store"})


def counted(counts: RequestCounts) -> Iterator[str]:
    """What was asked and how long it took."""
    found = counts.read()
    yield from metric("onward_info", "gauge", "The version that runs.")
    yield f'onward_info{{version="{version()}"}} 1'
    yield from metric("onward_requests_total", "counter", "Answered, by route and status.")
    for (route, kind), number in sorted(found.requests.items()):
        yield f'onward_requests_total{{route="{quoted(route)}",status="{kind}"}} {number}'
    yield from metric("onward_request_seconds", "histogram", "How long answers took.")
    for bound, number in zip((*map(str, BOUNDS), "+Inf"), found.within, strict=True):
        yield f'onward_request_seconds_bucket{{le="{bound}"}} {number}'
    yield f"onward_request_seconds_sum {found.seconds:.6f}"
    yield f"onward_request_seconds_count {found.within[-1]}"


def sizes(settings: Settings) -> Iterator[str]:
    """How large the database is, what room there is, when the last backup was; what is known."""
    given = (
        ("onward_database_bytes", "How large the database is.", database_size(settings)),
        ("onward_last_backup_timestamp_seconds", "Of the latest backup.", last_backup(settings)),
    )
    for name, about, value in given:
        if value is not None:
            yield from metric(name, "gauge", about)
            yield f"{name} {value}"
    space = read_disk_space(settings)
    if space is not None:
        yield from metric("onward_disk_free_bytes", "gauge", "Room left for Onward.")
        yield f"onward_disk_free_bytes {space.free}"
        yield from metric("onward_disk_size_bytes", "gauge", "How large that disk is.")
        yield f"onward_disk_size_bytes {space.size}"


def metric(name: str, kind: str, about: str) -> tuple[str, str]:
    """What a metric begins with."""
    return f"# HELP {name} {about}", f"# TYPE {name} {kind}"


def quoted(value: str) -> str:
    """As the format wants a label's value."""
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def database_size(settings: Settings) -> int | None:
    """In bytes, with what SQLite has beside its file; None where it can't be told."""
    file = settings.sqlite_file
    try:
        if file is not None:
            log = file.with_name(f"{file.name}-wal")
            return file.stat().st_size + (log.stat().st_size if log.exists() else 0)
        asked = text("select pg_database_size(current_database())")
        return int(db.session.execute(asked).scalar_one())
    except (OSError, SQLAlchemyError):
        return None


def last_backup(settings: Settings) -> int | None:
    """When the latest was made, if there is one."""
    made = newest(settings, now())
    return int(made.timestamp()) if made else None
