"""What every template can use."""

import re
from collections.abc import Iterator

from flask import Flask, current_app, request
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from markupsafe import Markup, escape

from tracker.clock import now
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models import contact, document, interview, rejection, skill
from tracker.sharing.selection import SharedPart
from tracker.values import formatting, initials, markdown
from tracker.web.return_to import opened_from, way_back

BREAK = re.compile(r"\s*\n\s*|[ \t]{2,}")
IN_ADDRESS = re.compile(r"(?<=[@.])(?=.)")


class LineBreaks(Extension):
    """A template's lines are broken for its readers; no browser is sent their indentation.

    A break inside a sentence or a tag is sent as the one space it stands for, a break between two
    tags as a bare line's end.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template as it is compiled."""
        for token in stream:
            if token.type == TOKEN_DATA:
                yield Token(token.lineno, TOKEN_DATA, BREAK.sub(_break, token.value))
            else:
                yield token


def _break(found: re.Match[str]) -> str:
    text, start, end = found.string, *found.span()
    between_tags = text.endswith(">", 0, start) and text.startswith("<", end)
    return "\n" if "\n" in found[0] and between_tags else " "


def init_app(app: Flask) -> None:
    """Filters, choices by name, and lean output."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension(LineBreaks)
    app.jinja_env.filters.update(
        day=formatting.day,
        full_day=formatting.full_day,
        plain_day=formatting.plain_day,
        inside=formatting.in_sentence,
        full_moment=formatting.full_moment,
        full_when=formatting.full_when,
        mid_sentence=formatting.mid_sentence,
        dashed=formatting.dashed,
        unbroken=formatting.unbroken,
        shortened=formatting.shortened,
        moment=formatting.moment,
        ago=formatting.ago,
        plural=formatting.plural,
        count=formatting.count,
        bytes_size=formatting.bytes_size,
        initial=initials.initial,
        hue=initials.hue,
        breakable=breakable,
        markdown=markdown_html,
        opened_from=opened_from,
    )
    app.jinja_env.globals.update(
        now=now,
        element=element,
        style=style,
        way_back=way_back,
        STAGES=list(Stage),
        OUTCOMES=list(Outcome),
        INTERVIEW_KINDS=interview.KINDS,
        INTERVIEW_OUTCOMES=interview.OUTCOMES,
        REJECTION_WAYS=rejection.WAYS,
        PARTS=contact.PARTS,
        SKILL_LEVELS=skill.LEVELS,
        DOCUMENT_KINDS=document.KINDS,
        behind_proxy_sign_in=bool(app.config["ONWARD"].trusted_user_header),
        SHOWN_PARTS={part.value: part for part in SharedPart},
    )


def markdown_html(text: str) -> Markup:
    """Markdown as safe HTML."""
    return markdown.render(text)


def element(name: str) -> Markup:
    """The script that defines a custom element: once on a page, however many of it the page holds.

    It stands beside the element, so that a page fetches the elements that it holds and no others.
    """
    fetched: set[str] = request.environ.setdefault("onward.elements", set())
    if name in fetched:
        return Markup()
    fetched.add(name)
    url = current_app.extensions["assets"].url(f"js/elements/{name}.js")
    return Markup('<script src="{}" defer></script>').format(url)


def style(folder: str) -> Markup:
    """The stylesheets that only some pages need, for the head of these pages."""
    urls = current_app.extensions["assets"].sheet_urls(folder)
    return Markup("").join(Markup('<link rel="stylesheet" href="{}">').format(url) for url in urls)


def breakable(address: str) -> Markup:
    """An email address that a narrow screen breaks after its @ and dots, not within a word."""
    return Markup("<wbr>").join(escape(part) for part in IN_ADDRESS.split(address))
