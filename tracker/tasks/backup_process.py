"""The backup of the night in a process of its own, which gives back all memory as it ends.

What looks through a whole database leaves a server a tenth larger for good: Python keeps what was
made room for once.
"""

import subprocess
import sys
from datetime import datetime, tzinfo

from tracker.backup import BackupFailed
from tracker.paths import for_child

NIGHT = "night"
"""The command that does it; nobody is told of it, as it is no use to people."""
SAID_WHY = 1
"""Its status where it wrote a sentence instead of a backup."""


def back_up_apart(at: datetime, zone: tzinfo) -> None:
    """One more, tried and copied. Raises CannotKeep with what the other process says."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tracker.cli", NIGHT, at.isoformat(), str(zone)],
        env=for_child(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == SAID_WHY and done.stdout:
        raise BackupFailed(done.stdout.strip())
    done.check_returncode()
