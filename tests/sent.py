"""What a form of a page would send back untouched, and how many queries a page asks."""

import re
from collections.abc import Callable
from html import unescape

from sqlalchemy import event

from tracker.extensions import db


def form_of(page: str, action: str) -> dict[str, str]:
    """The fields of the form with this address."""
    found = re.search(
        rf'<form [^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert found, f"no form for {action}"
    form, sent = found[1], {}
    for tag in re.findall(r"<input [^>]*>", form):
        given = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if given.get("type") in ("checkbox", "radio") and " checked" not in tag:
            continue
        if "name" in given and given["name"] != "csrf_token":
            sent[given["name"]] = unescape(given.get("value", ""))
    for name, text in re.findall(
        r'<textarea [^>]*name="(\w+)"[^>]*>\r?\n?(.*?)</textarea>', form, re.DOTALL
    ):
        sent[name] = unescape(text)
    for name, options in re.findall(
        r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = unescape(chosen[1]) if chosen else ""
    return sent


def undo_of(page: str) -> str:
    """Where the toast's Undo is sent."""
    found = re.search(
        r'class="toast".*?<form method="post" action="([^"]+)"[^>]*>(?=.*?>Undo<)', page, re.DOTALL
    )
    assert found, "no Undo"
    return unescape(found[1])


def queries(ask: Callable[[], object]) -> int:
    """How many SELECTs were asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len([each for each in asked if each.startswith("SELECT")])
