"""`onward prepare`: a server's database made or upgraded in a process of its own.

What that takes, the history of the schema and what carries it out, is a fifth of what a server
holds, and nothing that was made room for once is given back before it ends.
"""

import subprocess
import sys

import click

from tracker.cli.app_context import opening
from tracker.config.settings import Settings, read_settings
from tracker.paths import for_child
from tracker.startup import needs_work, prepare_database

PREPARE = "prepare"


@click.command()
def prepare() -> None:
    """Make the database, or bring it up to date; by the settings of the server."""
    with opening():
        prepare_database(read_settings())


def prepare_apart(settings: Settings) -> None:
    """Have it done where there is anything to do; ends where it fails, as that was said by then."""
    with opening():
        if not needs_work(settings):
            return
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tracker.cli", PREPARE],
        env=for_child(),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        sys.exit(1)
