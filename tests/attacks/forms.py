"""Every form of every page, as a browser would send it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.views.test_routes import Walk, filled, routes

TYPED = {
    *("text", "search", "email", "url", "tel", "password", "number", "date", "time"),
    *("datetime-local", "month", "color", "hidden", "textarea"),
}
ENDS = ("/logout", "/sign-out", "deletion", "removal", "password", "/settings/devices")
"""What would end the test, or what it is about: sent last, or not at all."""


@dataclass
class PageForm:
    """Where it goes, what stands in it, and of what kind each field is."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def typed(self) -> list[str]:
        """Fields that hold what somebody writes, and hidden ones; not the forgery token."""
        found = [name for name, kind in self.kinds.items() if kind in TYPED]
        return [name for name in found if name != "csrf_token"]

    def filled(self, **changed: str) -> dict[str, list[str]]:
        """What is sent, with some fields another; whoever sends it has a token of their own."""
        sent: dict[str, list[str]] = {}
        for name, value in self.fields:
            if name not in changed and name != "csrf_token":
                sent.setdefault(name, []).append(value)
        return sent | {name: [value] for name, value in changed.items()}


OF_FORMS = re.compile(
    r"""<textarea\b.*?</textarea>"""
    r"""|</?(?:form|input|select|option|button)\b(?:"[^"]*"|'[^']*'|[^'">])*>""",
    re.DOTALL,
)
"""All that is read of a page: the parser takes seconds for the rest of two hundred."""


class FormsOf(HTMLParser):
    """Reads a page's forms; fields that name another form by its id go there."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.forms: list[PageForm] = []
        self.named: dict[str, PageForm] = {}
        self._open: PageForm | None = None
        self._select: tuple[PageForm, str] | None = None
        self._area: tuple[PageForm, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Forms, and what stands in them."""
        got = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.url, got.get("action") or self.url)
            self._open = PageForm(action, got.get("method", "get").lower())
            self.forms.append(self._open)
            self.named[got.get("id", "")] = self._open
            return
        form = self.named.get(got["form"]) if "form" in got else self._open
        name = got.get("name", "")
        if tag == "option" and self._select is not None:
            owner, chosen = self._select
            known = [each for each, _ in owner.fields]
            if "selected" in got or chosen not in known:
                owner.fields = [each for each in owner.fields if each[0] != chosen]
                owner.fields.append((chosen, got.get("value", "")))
        if form is None or not name:
            return
        if tag == "input":
            kind = got.get("type", "text")
            form.kinds[name] = kind
            if kind not in ("checkbox", "radio", "file", "submit") or "checked" in got:
                form.fields.append((name, got.get("value", "")))
        elif tag == "textarea":
            form.kinds[name] = "textarea"
            self._area = (form, name)
            form.fields.append((name, ""))
        elif tag == "select":
            form.kinds[name] = "select"
            self._select = (form, name)
        elif tag == "button" and got.get("value"):
            form.kinds.setdefault(name, "button")

    def handle_endtag(self, tag: str) -> None:
        """Leaves them again."""
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        """What stands in a large field."""
        if self._area is not None:
            form, name = self._area
            form.fields = [each for each in form.fields if each[0] != name]
            form.fields.append((name, data))


def rule_of(app: Flask, form: PageForm) -> str:
    """The route that takes it."""
    try:
        made = app.url_map.bind("localhost").match(
            urlsplit(form.action).path, form.method.upper(), return_rule=True
        )
    except HTTPException:
        return ""
    return made[0].rule


def forms_of_all_pages(app: Flask, walk: Walk) -> Iterator[tuple[str, PageForm]]:
    """Of each route one form with each set of fields; those that take away come last."""
    found: dict[tuple[str, str, frozenset[str]], PageForm] = {}
    for method, rule in routes(app):
        if method != "GET":
            continue
        answer = walk.answers[rule.rule][0]
        if answer.mimetype != "text/html":
            continue
        reader = FormsOf(filled(rule, walk.numbers))
        reader.feed("".join(OF_FORMS.findall(answer.text)))
        for form in reader.forms:
            name = rule_of(app, form)
            if name:
                found.setdefault((name, form.method, frozenset(form.kinds)), form)
    for (name, _, _), form in sorted(found.items(), key=lambda each: takes_away(each[0][0])):
        yield name, form


def takes_away(rule: str) -> bool:
    """Whether pages may be gone once it was sent."""
    return any(rule.endswith(end) or end in rule for end in ENDS)
