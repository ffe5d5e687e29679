"""`onward night`: what a server has done in a process of its own (tasks/backup_process.py)."""

import sys
import traceback
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import read_settings


@click.command()
@click.argument("at", type=datetime.fromisoformat)
@click.argument("zone", type=ZoneInfo)
def night(at: datetime, zone: ZoneInfo) -> None:
    """Make the backup of this night; by the settings of the server, whose environment this is."""
    from tracker.backup import BackupFailed
    from tracker.backup.automatic import back_up_by_itself
    from tracker.tasks.backup_process import SAID_WHY

    try:
        back_up_by_itself(read_settings(), at, zone)
    except (BackupFailed, Misconfigured) as error:
        sys.stdout.buffer.write(str(error).encode())
        sys.exit(SAID_WHY)
    except Exception:
        traceback.print_exc()  # the server's log is where this is written to
        sys.exit(SAID_WHY + 1)
