"""Bringing in spreadsheets, accounts and address books."""

from flask import Blueprint

from tracker.views.imports import (
    account_file,
    changes,
    imports,
    mapping,
    rows,
    steps,
    tables,
    vcards,
)

blueprint = Blueprint("imports", __name__)
for part in (
    account_file,
    changes,
    imports,
    mapping,
    rows,
    steps,
    tables,
    vcards,
):
    blueprint.register_blueprint(part.blueprint)
