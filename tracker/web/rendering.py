"""Pages, fragments and answers: the only place that decides which of them goes out."""

import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import (
    Flask,
    Response,
    current_app,
    get_flashed_messages,
    make_response,
    render_template,
    request,
    session,
)
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from werkzeug.wrappers import Response as AnyResponse

from tracker.extensions import htmx
from tracker.models.device import Device
from tracker.values.whole_number import whole_number
from tracker.web.return_to import still_opened_from
from tracker.web.urls import parts_of

AHEAD = "Onward-Ahead"
"""Of a request for a page that a phone keeps for later: nobody sees it now."""
REFUSED = {413, 422, 429}
"""A form that comes back with these wants another look, and its title says so."""
SMALLEST = 500
"""Bytes below which compressing an answer gains nothing."""


def page(
    template: str, *, fragment: str | None = None, status: int = 200, **context: Any
) -> Response:
    """The whole page, or only its fragment where htmx asks for a part and there is one."""
    if fragment is not None and htmx.fragment:
        template = fragment
    context["to_mend"] = status in REFUSED or bool(context.get("conflict"))
    response = make_response(render_template(template, **context), status)
    if fragment is not None:
        response.vary.update(("HX-Request", "HX-Request-Type"))
    return response


def answer_with_partials(template: str, *, status: int = 200, **context: Any) -> Response:
    """What changed, as `<hx-partial>`s; the toast tells the page which draft was saved."""
    if isinstance(context.get("toast"), dict):
        context["toast"] = {"saved": request.form.get("key", "")[:64]} | context["toast"]
    return make_response(render_template(template, **context), status)


def see_other(url: str) -> AnyResponse:
    """After a change: a plain form is sent on, htmx is told where to go."""
    if htmx:
        response = make_response("", 200)
        here = parts_of(htmx.current_url).path
        if urlsplit(url).path == here:
            response.headers["HX-Refresh"] = "true"  # an address that differs by its # is no move
        else:
            response.headers["HX-Redirect"] = url
        return response
    return Response(status=303, headers={"Location": still_opened_from(url)})


def page_mark(device: Device, good_until: datetime | None) -> str:
    """The mark of a page: whose, of which revision and build, and until when it reads the same.

    A fragment has another one than its page: browsers ask for both at the same address. Whose: by
    what no other device has, for after a backup was restored a number is given again.
    """
    until = int(good_until.timestamp()) if good_until else 0
    build = current_app.extensions["assets"].build
    part = "part" if htmx.fragment else "page"
    return f"{build}-{part}-{device.token_hash[:16]}-{device.user.revision}-{until}"


def unchanged(device: Device, now: datetime) -> Response | None:
    """A 304 where the browser's copy still reads right; nothing is asked of the database."""
    if "_flashes" in session:
        return None
    for mark in request.if_none_match.as_set(include_weak=True):
        if still_reads(mark, device, now):
            response = Response(status=304)
            response.set_etag(mark, weak=True)
            return response
    return None


def still_reads(mark: str, device: Device, now: datetime) -> bool:
    """Whether a mark is of this revision and build, and its moment has not come yet."""
    until = whole_number(mark.rpartition("-")[2])
    if until is None or mark != f"{page_mark(device, None)[:-1]}{until}":
        return False
    return until == 0 or now.timestamp() < until


def mark_page(response: Response, device: Device, good_until: datetime | None) -> Response:
    """Mark a page so that it can be answered by a 304 next time; a page with a toast is not."""
    if not request.environ.get("onward.flashed"):
        response.set_etag(page_mark(device, good_until), weak=True)
    response.headers["Vary"] = "Cookie, HX-Request, HX-Request-Type"
    return response


def forbid_storing(response: Response) -> Response:
    """For pages of private writing: no browser keeps a copy on its disk."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


def toast() -> dict[str, Any] | None:
    """What the last plain form has to say, once, and to somebody who sees it."""
    if AHEAD in request.headers:
        return None
    said: list[Any] = list(get_flashed_messages())
    if not said:
        return None
    request.environ["onward.flashed"] = True
    return dict(said[-1])


def compress(response: Response) -> Response:
    """gzip what is worth it: pages are made afresh, so a low level serves them sooner."""
    if (
        response.direct_passthrough
        or response.status_code in (204, 304)
        or not (response.mimetype or "").startswith(("text/", "application/json"))
        or "Content-Encoding" in response.headers
        or "gzip" not in request.headers.get("Accept-Encoding", "")
    ):
        return response
    body = response.get_data()
    if len(body) < SMALLEST:
        return response
    packer = zlib.compressobj(3, zlib.DEFLATED, 31)
    response.set_data(packer.compress(body) + packer.flush())
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates as Jinja compiled them at an earlier start: reading them takes a tenth of the time.

    They lie in the instance folder, which only its owner may write to.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one; a disk that is full must not keep a page from being shown."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def cache_templates(app: Flask, instance: Path) -> None:
    """Compile templates once, not at each start; each version of a template is kept by itself."""
    folder = instance / "templates"
    folder.mkdir(mode=0o700, exist_ok=True)
    app.jinja_env.bytecode_cache = CompiledTemplates(str(folder))


def init_app(app: Flask) -> None:
    """Bind compression, and `toast()` in templates."""
    app.after_request(compress)
    app.jinja_env.globals["take_toast"] = toast
