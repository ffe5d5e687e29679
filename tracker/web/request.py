"""What a request may bring: forms, of so many fields and so much text."""

from io import BytesIO
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

MOST_FIELDS = 5_000
"""Ten times the largest form that a page of ours makes; two million would take 200 MB."""


class FormParser(FormDataParser):
    """Holds a plain form to the limits that Werkzeug sets only to one that can carry files."""

    def _parse_urlencoded(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        most = -1 if self.max_form_memory_size is None else self.max_form_memory_size + 1
        body = stream.read(most)
        if len(body) == most or body.count(b"&") >= MOST_FIELDS:
            raise RequestEntityTooLarge
        parsed = super()._parse_urlencoded(BytesIO(body), mimetype, content_length, options)
        return stream, *parsed[1:]


class LimitedRequest(Request):
    """A request that brings forms only."""

    form_data_parser_class = FormParser

    @property
    def is_json(self) -> bool:
        """Never: Flask-WTF would take JSON for a form, with values that are no text."""
        return False
