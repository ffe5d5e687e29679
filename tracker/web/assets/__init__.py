"""The static files: as they are in development, bundled and cached for good in production."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from whitenoise import WhiteNoise

from tracker.web.assets.bundle import (
    HOLD,
    PREFIX,
    SCRIPT,
    STYLE,
    WORKER,
    find_or_make,
    read_static,
    scripts,
    sheet,
    short_hash,
    stamps,
    styles,
    worker_parts,
)

if TYPE_CHECKING:
    from wsgiref.headers import Headers

    from _typeshed.wsgi import WSGIApplication


class Assets:
    """The addresses of the static files, and the part of the server that answers them.

    The files under `pages` are not served; they only make `build` change with them.
    """

    def __init__(
        self,
        static_folder: Path,
        instance_folder: Path,
        bundled: bool,
        pages: Iterable[Path] = (),
        root: str = "",
    ) -> None:
        self.bundled = bundled
        self._front = root + PREFIX
        self._static, self._pages = static_folder, tuple(pages)
        self._served = static_folder
        if bundled:
            content = read_static(static_folder)
            made = find_or_make(content, instance_folder / "assets")
            self._served = made / "files"
            self._names: dict[str, str] = json.loads((made / "names.json").read_bytes())
            self._build = short_hash(made.name, *stamps(self._pages))

    @property
    def build(self) -> str:
        """Short, and another one whenever a cached page may have gone stale."""
        return self._build if self.bundled else short_hash(*stamps((self._static, *self._pages)))

    @property
    def style_urls(self) -> list[str]:
        """The stylesheets of every page, in their order."""
        return [self.url(name) for name in ([STYLE] if self.bundled else styles(self._static))]

    def sheet_urls(self, folder: str) -> list[str]:
        """The stylesheets of a folder that only some pages ask for, in their order."""
        names = [f"css/{folder}.css"] if self.bundled else sheet(self._static, folder)
        return [self.url(name) for name in names]

    @property
    def script_urls(self) -> list[str]:
        """The scripts of every page, in their order."""
        return [self.url(name) for name in ([SCRIPT] if self.bundled else scripts(self._static))]

    @property
    def hold_url(self) -> str:
        """The script that holds a page until its style is there."""
        return self.url(HOLD)

    def worker(self) -> bytes:
        """The service worker's script; it is served at an address of its own."""
        if self.bundled:
            return (self._served / self._names[WORKER]).read_bytes()
        parts = worker_parts(self._static)
        return b"\n".join((self._static / name).read_bytes() for name in parts)

    def url(self, name: str) -> str:
        """The address of a file named as in the static folder. Raises KeyError if there is none."""
        if self.bundled:
            return self._front + self._names[name]
        if not (self._static / name).is_file():
            raise KeyError(name)
        return self._front + name

    def wrap(self, app: "WSGIApplication") -> "WSGIApplication":
        """The app, with static files answered before it is asked."""
        server = WhiteNoise(
            app,
            autorefresh=not self.bundled,
            max_age=0,
            allow_all_origins=False,
            immutable_file_test=lambda path, url: self.bundled,
            add_headers_function=protect,
        )
        server.add_files(str(self._served), PREFIX)
        wrapped: WSGIApplication = server
        return wrapped


def protect(headers: "Headers", path: str, url: str) -> None:
    """What security.py says of pages, for the answers that it never sees."""
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Referrer-Policy"] = "same-origin"
