"""What comes of a table that `onward import` brings in, in the words of the terminal."""

from typing import TYPE_CHECKING

from tracker.cli.import_mapping import waiting_words

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.imports.files.table import Table
    from tracker.imports.reading.mapping import Mapping
    from tracker.models.user import User


def forecast(
    table: "Table", mapping: "Mapping", duplicates: str, user: "User", now: "datetime"
) -> str:
    """What would come of it, if nothing were there yet."""
    from tracker.imports.steps.forecast import of_rows

    coming = of_rows(table.rows(), mapping, now, user, keep=duplicates == "keep")
    return (
        f"Would add {coming.applications:,} applications and {coming.leads:,} leads; "
        f"{coming.waiting:,} need a look, {coming.doubles:,} probably duplicates"
        + (f", {coming.joined:,} joined with another row." if coming.joined else ".")
    )


def import_table(
    user: "User",
    name: str,
    table: "Table",
    mapping: "Mapping",
    duplicates: str,
    take_changes: bool = False,
) -> str:
    """The same steps as on the web, one after the other; what came of it in a sentence."""
    from tracker.cli import accounts
    from tracker.clock import now
    from tracker.database import writing
    from tracker.extensions import db
    from tracker.imports.steps import insert, staging, upload
    from tracker.models.account_event import SHEET, Happened
    from tracker.models.imports import Import

    with writing(user) as session:
        made = upload.begin(session, user, name, table, mapping, now()).id
    upload.store_rows(user, made, table)
    accounts.note_event(user, Happened.IMPORTED, SHEET)
    with writing(user) as session:
        brought = session.get_one(Import, made)
        brought.duplicates = duplicates
        staging.begin(session, brought, mapping)
    staging.stage_rows(user, made, now(), seconds=float("inf"))
    with writing(user) as session:
        insert.begin(session, session.get_one(Import, made), take=take_changes)
    insert.insert_ready_rows(user, made, now(), seconds=float("inf"))
    db.session.rollback()
    return outcome_words(made, waiting_words(mapping))


def outcome_words(import_id: int, asked: str) -> str:
    """142 added, 2 need a look; what was there already, what is asked, and where to find them."""
    from tracker.extensions import db
    from tracker.imports.counts import in_words, there_words
    from tracker.imports.steps.missing_rows import no_longer_there
    from tracker.models.imports import Import
    from tracker.web.security import base_url

    counts = db.session.get_one(Import, import_id).counts(db.session())
    waiting = counts["needs_a_look"] + counts["likely_double"]
    doubles = counts["likely_double"]
    left_out = f", {doubles:,} probably {'a duplicate' if doubles == 1 else 'duplicates'} left out"
    joined = f", {counts['joined']:,} joined with another row" if counts["joined"] else ""
    said = in_words(counts) + (left_out if doubles else "") + f"{joined}."
    if there := there_words(counts):
        said += f" {there}"
    if gone := no_longer_there(db.session(), db.session.get_one(Import, import_id)):
        rows = "row of the earlier sheet is" if gone == 1 else "rows of the earlier sheet are"
        said += f" {gone:,} {rows} no longer in it; nothing is removed."
    if changed := counts["changed"]:
        waiting += changed
        said += f" {changes_words(import_id)}"
    where = f"See {base_url() or ''}/imports/{import_id}"
    if waiting and asked:
        return f"{said}\n{asked}Or answer on the web. {where}"
    return f"{said} {where}" if waiting else said


def changes_words(import_id: int) -> str:
    """What has changed in the sheet since and waits: the first few, and how to answer."""
    from tracker.extensions import db
    from tracker.imports.steps.changed_words import changed_words

    said, more = changed_words(db.session(), import_id)
    lines = "".join(f"\n  {each}" for each in said) + (f"\n  … and {more:,} more" if more else "")
    return f"Updates in the sheet:{lines}\n--take-changes takes over what only it changed."
