"""The folder that all of an instance lies in."""

import contextlib
import os
from pathlib import Path

from tracker.config.misconfigured import PREFIX, Misconfigured
from tracker.paths import instance as usual_instance


def instance_folder(given: str) -> Path:
    """The one that is named, or the usual one."""
    try:
        return (Path(given) if given else usual_instance()).expanduser()
    except RuntimeError as error:  # nobody knows where this user is at home
        raise Misconfigured(f"Set {PREFIX}INSTANCE to the whole path of a folder.") from error


def make_instance(folder: Path, named: bool) -> None:
    """The folder that was named, or the usual one. Raises Misconfigured."""
    try:
        make_folder(folder)
    except Misconfigured as error:
        if named:
            raise
        raise Misconfigured(f"{error} Set {PREFIX}INSTANCE to a folder of your own.") from error


def make_folder(folder: Path) -> None:
    """The folder, private to its owner; one that was there keeps its contents.

    One that belongs to somebody else who lets us write there stays as they made it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            with contextlib.suppress(PermissionError):
                folder.chmod(0o700)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError
    except OSError as error:
        user = os.geteuid() if hasattr(os, "geteuid") else 0
        who = f" Onward runs as user {user}." if user else ""
        raise Misconfigured(f"The folder {folder} can't be written to.{who}") from error
