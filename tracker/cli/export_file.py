"""`onward export`."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.failure import Failure

if TYPE_CHECKING:
    from tracker.exports.request import ExportRequest
    from tracker.models.user import User

FORMATS = ("json", "csv", "xlsx", "pdf", "docx", "ics", "vcard", "log-pdf", "log-csv")
STANDARD_OUTPUT = "-"
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--user", "email", required=True, help="Whose applications: an email.")
@click.option("--format", "name", required=True, type=click.Choice(FORMATS))
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="The file; - writes it to standard output.",
)
@click.option("--from", "first", type=DAY, metavar="DAY", help="The first day, like 2026-03-01.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="The last day; both are within.")
@click.option("--parts", help="What is in it, with commas between; usually what the page ticks.")
@click.option("--letters-for-companies", "letters", is_flag=True, help="Company A, Company B ...")
@click.option("--people", is_flag=True, help="People by their names.")
@click.option("--private", is_flag=True, help="Private writing too; in JSON only.")
@click.option("--divider", type=click.Choice(["comma", "semicolon"]), help="Between CSV columns.")
@click.option("--force", is_flag=True, help="Take the place of a file that is there.")
def export(
    email: str,
    name: str,
    out: Path,
    first: datetime | None,
    last: datetime | None,
    parts: str | None,
    letters: bool,
    people: bool,
    private: bool,
    divider: str | None,
    force: bool,
) -> None:
    """Write a person's search into a file, as the Exports page does.

    CSV is a zip with one file for each part. The file is there whole or not at all.
    """
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app

    if private and name != "json":
        raise click.UsageError("Private writing goes into JSON only.")
    chosen = read_parts(parts)
    days = (first.date() if first else None, last.date() if last else None)
    piped = str(out) == STANDARD_OUTPUT
    if not piped and out.exists() and not force:
        raise Failure(f"{out} is there already. Choose another name, or add --force.")
    with opened_app():
        user = accounts.find(email)
        wanted = export_request(name, chosen, days, letters, people, private, divider)
        if piped:
            click.echo(make_export(user, wanted), nl=False)
        else:
            click.echo(f"{out} ({write_export(user, wanted, out)})")
        accounts.note_export(user, name)


def read_parts(words: str | None) -> frozenset[str] | None:
    """The parts that were named. Raises UsageError."""
    from tracker.sharing.selection import IN_TABLES

    if words is None:
        return None
    named = frozenset(word.strip() for word in words.split(",") if word.strip())
    known = [part.value for part in IN_TABLES]
    if not named or not named <= set(known):
        raise click.UsageError(f"--parts knows {', '.join(known)}.")
    return named


def export_request(
    name: str,
    parts: frozenset[str] | None,
    days: tuple[date | None, date | None],
    letters: bool,
    people: bool,
    private: bool,
    divider: str | None,
) -> "ExportRequest":
    """What was asked for; the person's own copy holds everything by its name."""
    from tracker.exports.formats import FOR_OTHERS
    from tracker.exports.request import ExportRequest
    from tracker.sharing.selection import EVERYTHING, USUAL, Selection, SharedPart
    from tracker.values.date_range import DateRange

    if name in FOR_OTHERS:
        choice = Selection.of(USUAL if parts is None else parts, not letters, people)
    else:
        choice = Selection(EVERYTHING | ({SharedPart.PRIVATE} if private else set()), people=True)
    options = {"divider": divider} if divider else {}
    return ExportRequest(name, choice, DateRange.between(*days), options)


def make_export(user: "User", wanted: "ExportRequest") -> bytes:
    """The whole file. Raises Failure."""
    from tracker.clock import now
    from tracker.exports.formats import FORMATS
    from tracker.exports.request import CannotMake
    from tracker.extensions import db

    try:
        return FORMATS[wanted.format].make(db.session(), user, wanted, now(), lambda _: None)
    except CannotMake as error:
        raise Failure(str(error)) from error


def write_export(user: "User", wanted: "ExportRequest", out: Path) -> str:
    """Make it and put it in its place; how large it is. Raises Failure."""
    from tracker.backup import BackupFailed
    from tracker.backup.files import replacing_file
    from tracker.values.formatting import bytes_size

    try:
        with replacing_file(out) as part:
            content = make_export(user, wanted)
            part.write_bytes(content)
    except (BackupFailed, OSError) as error:
        raise Failure(str(error)) from error
    return bytes_size(len(content))
