"""`onward import`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.failure import Failure

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.imports.files.table import Table
    from tracker.imports.reading.mapping import Mapping
    from tracker.models.user import User


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--user", "email", required=True, help="Whose applications they will be: an email.")
@click.option("--day-first/--month-first", default=None, help="How 3/4 is read; else guessed.")
@click.option(
    "--duplicates",
    type=click.Choice(["skip", "keep"]),
    default="skip",
    show_default=True,
    help="Rows that are the same as an earlier one in every cell.",
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A mapping as --dry-run prints it, edited or not.",
)
@click.option("--dry-run", is_flag=True, help="Print the mapping and the counts; save nothing.")
def import_(
    file: Path,
    email: str,
    day_first: bool | None,
    duplicates: str,
    map_file: Path | None,
    dry_run: bool,
) -> None:  # fmt: skip
    """Bring in a spreadsheet (CSV or .xlsx), or a whole account (JSON), as the web page does."""
    from tracker.account_file.reading import looks_like_one
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app
    from tracker.clock import now
    from tracker.imports.files.table import Unreadable

    with opened_app():
        user = accounts.find(email)
        try:
            with file.open("rb") as stream:
                if looks_like_one(stream):
                    click.echo(restore_account_file(user, stream, dry_run))
                    return
                table, mapping = read_file(stream, user, now(), map_file, day_first)
                if dry_run:
                    click.echo(mapping.dumps())
                    click.echo(forecast(table, mapping, duplicates, user, now()), err=True)
                else:
                    click.echo(import_table(user, file.name, table, mapping, duplicates))
        except (Unreadable, OSError) as error:
            raise Failure(str(error)) from error


def restore_account_file(user: "User", stream: Any, dry_run: bool) -> str:
    """A whole account into an empty one; what it holds in a sentence. Raises Unreadable."""
    from tracker.account_file import restore
    from tracker.account_file.account import Account
    from tracker.clock import now

    account = Account(stream.read())
    if dry_run:
        return f"Would bring back {account.in_words}."
    restore.restore_account(user, account, now())
    return f"Brought back {account.in_words}."


def read_file(
    stream: Any, user: "User", now: "datetime", map_file: Path | None, day_first: bool | None
) -> tuple["Table", "Mapping"]:
    """The table, and how it shall be read. Raises Failure, Unreadable."""
    from tracker.imports.files import read_table
    from tracker.imports.reading.guess_mapping import guess_mapping
    from tracker.imports.reading.survey import count_questions
    from tracker.imports.steps.upload import currency_of
    from tracker.values.days import day_of

    today = day_of(now, user.zone)
    table = read_table(stream)
    mapping = guess_mapping(table, today, currency_of(user))
    if map_file is not None:
        mapping = read_mapping(map_file, mapping)
    if day_first is not None:
        mapping.choose_order("day_first" if day_first else "month_first")
    if map_file is not None or day_first is not None:
        mapping.settle(table.rows(), today)
        count_questions(mapping, table.rows())
    missing = mapping.missing
    if missing:
        raise Failure(f"No column of the file is known as the {missing[0]}. Name it with --map.")
    return table, mapping


def read_mapping(map_file: Path, proposed: "Mapping") -> "Mapping":
    """The mapping of a file, in the order of this sheet's columns. Raises Failure."""
    from tracker.imports.reading.mapping import Mapping

    try:
        mapping = Mapping.from_json(json.loads(map_file.read_text(encoding="utf-8")))
    except ValueError as error:
        raise Failure(f"{map_file} can't be used as a mapping: {error}") from error
    named = {column.header: column for column in mapping.columns}
    unknown = set(named) - {column.header for column in proposed.columns}
    if unknown:
        raise Failure(f"{map_file} names a column that the file lacks: {min(unknown)}")
    mapping.confirm()
    mapping.columns = [named.get(column.header, column) for column in proposed.columns]
    return mapping


def forecast(
    table: "Table", mapping: "Mapping", duplicates: str, user: "User", now: "datetime"
) -> str:
    """What would come of it, if nothing were there yet."""
    from tracker.imports.reading import interpret
    from tracker.values.days import day_of

    today = day_of(now, user.zone)
    kinds = {"application": 0, "lead": 0}
    looks = doubles = 0
    for row in interpret(table.rows(), mapping, today=today):
        if row.kind == "blank":
            continue
        looks += row.needs_a_look
        double = row.is_double_of is not None and not row.needs_a_look
        doubles += double
        kinds[row.kind] += not row.needs_a_look and (duplicates == "keep" or not double)
    return (
        f"Would add {kinds['application']:,} applications and {kinds['lead']:,} leads; "
        f"{looks:,} need a look, {doubles:,} likely doubles."
    )


def import_table(
    user: "User", name: str, table: "Table", mapping: "Mapping", duplicates: str
) -> str:
    """The same steps as on the web, one after the other; what came of it in a sentence."""
    from tracker.clock import now
    from tracker.database import writing
    from tracker.extensions import db
    from tracker.imports.steps import insert, staging, upload
    from tracker.models.imports import Import

    with writing(user) as session:
        made = upload.begin(session, user, name, table, mapping, now()).id
    upload.store_rows(user, made, table)
    with writing(user) as session:
        brought = session.get_one(Import, made)
        brought.duplicates = duplicates
        staging.begin(session, brought, mapping)
    staging.stage_rows(user, made, now(), seconds=float("inf"))
    with writing(user) as session:
        insert.begin(session, session.get_one(Import, made))
    insert.insert_ready_rows(user, made, now(), seconds=float("inf"))
    db.session.rollback()
    return outcome_words(made)


def outcome_words(import_id: int) -> str:
    """142 added, 3 already there, 2 need a look; and where to find them."""
    from tracker.extensions import db
    from tracker.imports.counts import in_words
    from tracker.models.imports import Import
    from tracker.web.security import base_url

    counts = db.session.get_one(Import, import_id).counts(db.session())
    waiting = counts["needs_a_look"] + counts["likely_double"]
    doubles = counts["likely_double"]
    said = in_words(counts) + (f", {doubles:,} likely doubles left out" if doubles else "") + "."
    return f"{said} See {base_url() or ''}/imports/{import_id}" if waiting else said
