"""A password that was typed and is not kept yet: for a second try, as some are shown only once.

It is in no page, so that no history of a browser has it: a file of its own that nobody else may
read, for a quarter of an hour, and only for the server that it was typed for.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path

from tracker.config.private_file import write_private
from tracker.mailbox.password_file import FOLDER, trial_of

KEPT_FOR = timedelta(minutes=15)


def keep_trial(instance: Path, user_id: int, host: str, password: str, at: datetime) -> None:
    """`host` is the server that it is for."""
    until = (at + KEPT_FOR).timestamp()
    write_private(trial_of(instance, user_id), json.dumps([host, password, until]))


def read_trial(instance: Path, user_id: int, host: str, at: datetime) -> str:
    """The password; empty where none is there for that server, or not any more."""
    server, password, until = read(trial_of(instance, user_id))
    return password if server == host and until > at.timestamp() else ""


def read(file: Path) -> tuple[str, str, float]:
    """As it was written; else what is over since ever."""
    try:
        host, password, until = json.loads(file.read_text("utf-8"))
        return str(host), str(password), float(until)
    except (OSError, ValueError, TypeError, RecursionError):
        return "", "", 0.0


def sweep_trials(instance: Path, at: datetime) -> None:
    """Those whose time is over."""
    folder = instance / FOLDER
    for file in folder.glob("*.trial") if folder.is_dir() else ():
        if read(file)[-1] <= at.timestamp():
            file.unlink(missing_ok=True)
