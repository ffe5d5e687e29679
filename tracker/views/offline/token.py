"""A fresh forgery token, and whose it is, for changes that waited."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from tracker.web.access import public

blueprint = Blueprint("token", __name__)


@blueprint.get("/csrf")
@public
def show() -> ResponseReturnValue:
    """401 where nobody is signed in; never a page to sign in on, which a worker can't read."""
    known = current_user.is_authenticated
    response = jsonify(token=generate_csrf(), person=str(current_user.user_id)) if known else None
    response = response or jsonify()
    response.status_code = 200 if known else 401
    response.headers["Cache-Control"] = "no-store"
    return response
