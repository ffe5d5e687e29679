"""Which instance a command works on: the one that is named, else the one that is served."""

import os
from pathlib import Path

import click

from tracker.cli.failure import Failure
from tracker.cli.systemd_unit import Unit, serving_unit
from tracker.config import Misconfigured, Settings, read_settings
from tracker.paths import INSTANCE

NAMING = ("ONWARD_INSTANCE", "ONWARD_DATABASE_URL")
MAKING = frozenset({"serve", "demo", "add", "restore"})
"""The commands that may make a database where there is none; to look at one makes nothing."""


def command_settings() -> Settings:
    """The settings for the command at hand, after saying which instance it is unless that was
    named. As root, goes on as whoever owns the instance, so that no file in it becomes root's.

    Raises Failure where there is no database and this command makes none.
    """
    unit = None if any(os.environ.get(name) for name in NAMING) else serving_unit()
    given = {**(unit.environment if unit else {}), **os.environ}
    folder = Path(given.get("ONWARD_INSTANCE") or INSTANCE).expanduser()
    if not any(os.environ.get(name) for name in NAMING):
        click.echo(_told(unit, folder), err=True)
    _become_owner(folder)
    making = may_make()
    try:
        settings = read_settings({**given, "ONWARD_INSTANCE": str(folder)}, make=making)
    except (Misconfigured, PermissionError):
        if unit is None or os.access(folder, os.R_OK | os.X_OK):
            raise
        raise Failure(f"You may not read {folder}: use sudo.") from None
    if not making:
        refuse_nothing(settings)
    return settings


def may_make() -> bool:
    """Whether the command at hand may make a database; outside of a command, anybody may."""
    context = click.get_current_context(silent=True)
    return context is None or context.info_name in MAKING


def refuse_nothing(settings: Settings) -> None:
    """Raises Failure where there is no database, or an empty one."""
    file = settings.sqlite_file
    try:
        there = file is None or (file.exists() and (not file.is_file() or file.stat().st_size))
    except OSError as error:
        raise Failure(f"{file} can't be read ({error.strerror}).") from error
    if file is not None and file.exists() and not file.is_file():
        raise Failure(f"The database {file} is no file.")
    if not there:
        raise Failure(
            f"There is no database in {settings.instance} yet: the first `onward serve` makes it."
            " ONWARD_INSTANCE names another folder."
        )


def _told(unit: Unit | None, folder: Path) -> str:
    by = f", as {unit.name} serves it" if unit else ""
    return f"onward: the instance in {folder}{by}"


def _become_owner(folder: Path) -> None:
    if os.name == "nt" or os.geteuid() != 0 or not folder.exists():
        return
    found = folder.stat()
    if found.st_uid:
        os.setgroups([])
        os.setgid(found.st_gid)
        os.setuid(found.st_uid)
