"""One line a request, as text or JSON, with nothing personal in it: routes, never addresses.

A slow one is a warning.
"""

import json
import logging
import re
import secrets
import time
from typing import Any

from flask import Flask, Response, g, has_request_context, request

log = logging.getLogger("onward")
SLOW = 2000.0
"""Milliseconds from which an answer is named as slow, by its route."""
NAMES_ADDRESS = re.compile(r"\b(serving|request) /\S*")


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **facts_of(record),
        }
        if record.exc_info:
            line["trace"] = trace(record)
        return json.dumps(line)


class TextLines(logging.Formatter):
    """The same for people."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        facts = " ".join(f"{name}={value}" for name, value in facts_of(record).items())
        line = f"{self.formatTime(record)} {record.levelname.lower()} {record.getMessage()} {facts}"
        return f"{line.rstrip()}\n{trace(record)}" if record.exc_info else line.rstrip()


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a line says beside its message: always the request that it came from, if any."""
    asked = {"request": g.get("request_id", "-")} if has_request_context() else {}
    return {**asked, **getattr(record, "facts", {})}


def trace(record: logging.LogRecord) -> str:
    """Where it broke, without the values that it broke on: messages may quote what people typed."""
    error = record.exc_info[1] if record.exc_info else None
    frames = []
    step = error.__traceback__ if error else None
    while step is not None:
        frames.append(f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}")
        step = step.tb_next
    return f"{type(error).__name__} at {' > '.join(frames)}"


def without_address(record: logging.LogRecord) -> bool:
    """Take addresses and values out of what waitress says of a failed request."""
    said = NAMES_ADDRESS.sub(r"\1", record.getMessage())
    if record.exc_info:
        said = f"{said}: {trace(record)}"
    record.msg, record.args, record.exc_info = said, (), None
    return True


def start() -> None:
    """Note when the request came, and give it a name."""
    g.started = time.perf_counter()
    g.request_id = secrets.token_hex(6)


def finish(response: Response) -> Response:
    """One line about it."""
    rule = request.url_rule.rule if request.url_rule else "-"
    took = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    facts = {
        "method": request.method,
        "route": rule,
        "status": response.status_code,
        "ms": round(took, 1),
    }
    if took < SLOW:
        log.info("request", extra={"facts": facts})
    else:
        log.warning("slow request", extra={"facts": facts})
    return response


def init_app(app: Flask, style: str) -> None:
    """Log to standard error in one of two styles."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if style == "json" else TextLines())
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = app.testing
    logging.getLogger("waitress").addFilter(without_address)
    app.before_request(start)
    app.after_request(finish)
