"""Which instance a command works on: the one that is named, else the one that is served."""

import atexit
import contextlib
import os
import stat
from pathlib import Path

import click

from tracker.cli.failure import Failure
from tracker.cli.systemd_unit import Unit, serving_unit
from tracker.config.instance_folder import instance_folder
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import Settings, read_settings

NAMING = ("ONWARD_INSTANCE", "ONWARD_DATABASE_URL")
MAKING = frozenset({"serve", "demo", "add", "restore"})
"""The commands that may make a database where there is none; to look at one makes nothing."""


def command_settings() -> Settings:
    """The settings for the command at hand, after saying which instance it is unless that was
    named.

    Raises Failure where there is no database and this command makes none.
    """
    unit = None if any(os.environ.get(name) for name in NAMING) else serving_unit()
    given = {**(unit.environment if unit else {}), **os.environ}
    folder = instance_folder(given.get("ONWARD_INSTANCE", ""))
    if not any(os.environ.get(name) for name in NAMING):
        click.echo(_told(unit, folder), err=True)
    _hand_over_at_the_end(folder)
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


def _hand_over_at_the_end(folder: Path) -> None:
    """As root: what this command makes in an instance belongs to whoever owns that.

    To become that person would not do: systemd keeps the folder where only root can get to it.
    """
    if os.name != "nt" and os.geteuid() == 0 and folder.exists() and folder.stat().st_uid:
        atexit.register(hand_over, folder.resolve())


def hand_over(folder: Path) -> None:
    """Give root's files in a folder to its owner; none that has another name elsewhere."""
    owner = folder.stat()
    for file in folder.rglob("*"):
        with contextlib.suppress(OSError):
            found = file.lstat()
            if found.st_uid == 0 and (found.st_nlink == 1 or stat.S_ISDIR(found.st_mode)):
                os.chown(file, owner.st_uid, owner.st_gid, follow_symlinks=False)
