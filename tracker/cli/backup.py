"""`onward backup`, `onward restore` and `onward check`: thin."""

from pathlib import Path

import click

from tracker.cli.failure import Failure
from tracker.cli.instance import command_settings

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=FILE)
def backup(file: Path | None) -> None:
    """Make a whole copy of the database, also while people write.

    FILE may be a folder; without it the copy goes into the backups folder of the instance.
    """
    from tracker.backup import BackupFailed
    from tracker.backup.backup import back_up
    from tracker.clock import now
    from tracker.values.formatting import bytes_size, plural

    try:
        made = back_up(command_settings(), file, now())
    except BackupFailed as error:
        raise Failure(str(error)) from error
    click.echo(f"{made.file}")
    held = plural(made.applications, "application")
    click.echo(f"Whole and checked: {held}, {bytes_size(made.size)}.")


@click.command()
@click.argument("file", type=FILE)
@click.option("--try", "trial", is_flag=True, help="Only look what a restore would bring.")
def restore(file: Path, trial: bool) -> None:
    """Put a backup in the place of the database, which is put aside first.

    Onward has to be stopped meanwhile. Everybody signs in again afterwards; what was ended since
    the backup stays ended.
    """
    if trial:
        try_one(file)
        return
    from tracker.backup import BackupFailed, ended_access
    from tracker.backup.restore import restore as put_back
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app
    from tracker.clock import now

    settings = command_settings()
    try:
        done = put_back(settings, file, now())
    except BackupFailed as error:
        raise Failure(str(error)) from error
    with opened_app(settings):
        accounts.note_restored()
    click.echo(f"{file.name} is the database now. {ended_access.words(done.known)}")
    if done.aside is not None:
        click.echo(f"What was there before: {done.aside}")


def try_one(file: Path) -> None:
    """Into a scratch file beside the backups, also while Onward runs."""
    from tracker.backup import BackupFailed
    from tracker.backup.trial import try_restore
    from tracker.clock import now

    try:
        found = try_restore(command_settings(), file, now())
    except BackupFailed as error:
        raise Failure(str(error)) from error
    click.echo(f"{file.name} was restored as a test: {found.words()}.")


@click.command()
@click.option("--repair", is_flag=True, help="Make summaries, search and permissions right.")
def check(repair: bool) -> None:
    """Look whether the database is whole and everything in it agrees."""
    from tracker.backup import BackupFailed
    from tracker.backup.check import run_checks
    from tracker.backup.repair import repair as put_right
    from tracker.cli.app_context import opened_app, refuse_empty
    from tracker.clock import now

    settings = command_settings()
    try:
        if repair:
            refuse_empty(settings)
            with opened_app(settings):
                put_right(settings, now())
        found = run_checks(settings, now())
    except BackupFailed as error:
        raise Failure(str(error)) from error
    for part in found:
        click.echo(f"{part.about:<13}{part.said if part.well else 'WRONG: ' + part.said}")
    wrong = [part.about.lower() for part in found if not part.well]
    if wrong:
        raise Failure(f"Not well: {', '.join(wrong)}.")
    click.echo("All is well.")
