"""`onward copy-to`: thin."""

import click

from tracker.cli.failure import Failure
from tracker.cli.instance import command_settings


@click.command("copy-to")
@click.argument("target")
def copy_to(target: str) -> None:
    """Copy the whole database into an empty one: from SQLite to PostgreSQL, or back.

    TARGET is an address like postgresql://user:password@host/name, or a file for SQLite. Onward has
    to be stopped meanwhile. The database that is copied stays as it is.
    """
    from tracker.backup import BackupFailed
    from tracker.backup.copy_to import copy_to as copy
    from tracker.values.formatting import plural

    def report(table: str, rows: int) -> None:
        click.echo(f"{table:<22}{plural(rows, 'row'):>14}  the same")

    try:
        done = copy(command_settings(), target, report)
    except BackupFailed as error:
        raise Failure(str(error)) from error
    click.echo(f"Copied and compared: {plural(done.rows, 'row')} in {done.tables} tables.")
    click.echo(
        "To use it, set ONWARD_DATABASE_URL to it and start Onward. This one stays as it was."
    )
