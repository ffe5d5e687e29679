"""Which application said no: from the home screen's shortcut, where no card is in hand."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.reads.awaiting_word import FIRST, MOST, awaiting_word
from tracker.values.text import clean_line
from tracker.views.rejection.choice_presenter import present_choices
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("choice", __name__)
LONGEST = 200
"""Characters of a query."""


@blueprint.get("/rejections/new")
def new() -> ResponseReturnValue:
    """Those on which an answer may still come, ten at first; as one types, fewer."""
    user, q = me(), clean_line(request.args.get("q", ""))[:LONGEST]
    every = bool(q or request.args.get("all"))
    rows, more = awaiting_word(db.session(), user.id, q, MOST if every else FIRST)
    return page(
        "rejection/choice.html",
        fragment="rejection/_choice.html",
        q=q,
        rows=present_choices(rows, user, now()),
        more=more,
        every=every,
    )
