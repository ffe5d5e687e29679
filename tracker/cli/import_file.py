"""`onward import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.failure import Failure
from tracker.cli.import_mapping import missing_words, read_map, waiting_words
from tracker.cli.import_outcome import forecast, import_table

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
    help="A mapping as --dry-run prints it, edited or not, or only what shall be read otherwise.",
)
@click.option("--afresh", is_flag=True, help="Forget what was said of such a file before.")
@click.option("--sheet", help="Which table of a workbook or a .zip, where there are several.")
@click.option("--take-changes", is_flag=True, help="Take over what has changed since in the sheet.")
@click.option("--dry-run", is_flag=True, help="Print the mapping and the counts; save nothing.")
def import_(
    file: Path,
    email: str,
    day_first: bool | None,
    duplicates: str,
    map_file: Path | None,
    afresh: bool,
    sheet: str | None,
    take_changes: bool,
    dry_run: bool,
) -> None:  # fmt: skip
    """Bring in a spreadsheet (CSV, .xlsx, .ods, or one in a .zip), or a whole account (JSON).

    It is read as the web page does.
    """
    from tracker.account_file.row_stream import looks_like_one
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
                table, mapping = read_file(stream, user, now(), map_file, day_first, afresh, sheet)
                if dry_run:
                    click.echo(mapping.dumps())
                if mapping.missing:
                    raise Failure(missing_words(table, mapping))
                if mapping.told_on:
                    click.echo(told_words(mapping), err=True)
                if dry_run:
                    click.echo(forecast(table, mapping, duplicates, user, now()), err=True)
                    click.echo(waiting_words(mapping), err=True, nl=False)
                else:
                    click.echo(
                        import_table(user, file.name, table, mapping, duplicates, take_changes)
                    )
        except (Unreadable, OSError) as error:
            raise Failure(str(error)) from error


def restore_account_file(user: "User", stream: Any, dry_run: bool) -> str:
    """A whole account into an empty one; what it holds in a sentence. Raises Unreadable."""
    from tracker.account_file import restore
    from tracker.account_file.account import Account
    from tracker.cli import accounts
    from tracker.clock import now
    from tracker.models.account_event import Happened

    account = Account(stream.read())
    if dry_run:
        return f"Would bring back {account.in_words}."
    restore.restore_account(user, account, now())
    accounts.note_event(user, Happened.ACCOUNT_FILE)
    return f"Brought back {account.in_words}."


def read_file(
    stream: Any, user: "User", now: "datetime", map_file: Path | None, day_first: bool | None,
    afresh: bool, sheet: str | None,
) -> tuple["Table", "Mapping"]:  # fmt: skip
    """The table, and how it shall be read. Raises Failure, Unreadable."""
    from tracker.extensions import db
    from tracker.imports.files import SeveralTables, read_table
    from tracker.imports.reading.survey import count_questions
    from tracker.imports.steps.proposal import guess, propose
    from tracker.values.days import day_of

    today = day_of(now, user.zone)
    try:
        table = read_table(stream, sheet)
    except SeveralTables as error:
        raise Failure(f"{error} Say which with --sheet.") from error
    anew = afresh or map_file is not None
    mapping = guess(user, table, now) if anew else propose(db.session(), user, table, now)
    if map_file is not None:
        read_map(map_file, mapping)
    if day_first is not None:
        mapping.choose_order("day_first" if day_first else "month_first")
    if map_file is not None or day_first is not None:
        mapping.settle(table.rows(), today)
        count_questions(mapping, table.rows())
    return table, mapping


def told_words(mapping: "Mapping") -> str:
    """That an earlier file decides how this one is read, and how to do without."""
    from datetime import date

    from tracker.values.formatting import plain_day

    day = plain_day(date.fromisoformat(mapping.told_on))
    return f"Read as you said on {day} of a file with these columns; --afresh reads it again."
