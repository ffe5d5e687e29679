"""`onward backup`, `onward restore` and `onward check`: thin."""

from pathlib import Path

import click

from tracker.cli.failure import Failure

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=FILE)
def backup(file: Path | None) -> None:
    """Make a whole copy of the database, also while people write.

    FILE may be a folder; without it the copy goes into the backups folder of the instance.
    """
    from tracker.backup import CannotKeep
    from tracker.backup.backup import back_up
    from tracker.clock import now
    from tracker.config import read_settings
    from tracker.values.formatting import bytes_size, plural

    try:
        made = back_up(read_settings(), file, now())
    except CannotKeep as error:
        raise Failure(str(error)) from error
    click.echo(f"{made.file}")
    held = plural(made.applications, "application")
    click.echo(f"Whole and checked: {held}, {bytes_size(made.size)}.")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Put a backup in the place of the database, which is put aside first.

    Onward has to be stopped meanwhile. Everybody signs in again afterwards.
    """
    from tracker.backup import CannotKeep
    from tracker.backup.restore import restore as put_back
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app
    from tracker.clock import now
    from tracker.config import read_settings

    settings = read_settings()
    try:
        done = put_back(settings, file, now())
    except CannotKeep as error:
        raise Failure(str(error)) from error
    with opened_app(settings):
        accounts.note_restored()
    click.echo(f"{file.name} is the database now. Everybody signs in again.")
    if done.aside is not None:
        click.echo(f"What was there before: {done.aside}")


@click.command()
@click.option("--repair", is_flag=True, help="Make summaries, search and permissions right.")
def check(repair: bool) -> None:
    """Look whether the database is whole and everything in it agrees."""
    from tracker.backup import CannotKeep
    from tracker.backup.check import run_checks
    from tracker.backup.repair import repair as put_right
    from tracker.cli.app_context import opened_app
    from tracker.clock import now
    from tracker.config import read_settings

    settings = read_settings()
    try:
        if repair:
            with opened_app(settings):
                put_right(settings, now())
        found = run_checks(settings, now())
    except CannotKeep as error:
        raise Failure(str(error)) from error
    for part in found:
        click.echo(f"{part.about:<13}{part.said if part.well else 'WRONG: ' + part.said}")
    wrong = [part.about.lower() for part in found if not part.well]
    if wrong:
        raise Failure(f"Not well: {', '.join(wrong)}.")
    click.echo("All is well.")
