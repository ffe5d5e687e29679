"""`python -m tests.reminders --days 7`: what a week of a made-up hunt would send, to be read.

Ask of each: would I have wanted this?
"""

import argparse
import tempfile
from pathlib import Path

from tests.reminders.simulation import grow, midnight, simulate
from tracker import create_app, schema
from tracker.cli.demo import make_account
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.reminders.channels.email import written

ADDRESS = "https://onward.example.org"


def main() -> None:
    """A lock screen without names, and the mail of somebody who has them on."""
    parser = argparse.ArgumentParser(prog="python -m tests.reminders", description=__doc__)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--applications", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/onward.db"
        schema.upgrade(database)
        settings = Settings(Path(folder), database, "for one run" * 4, base_url=ADDRESS)
        app = create_app(settings)
        with app.app_context():
            for named in (False, True):
                person = make_account(f"{named}@example.org".lower(), "a pebble and two ferries")
                begin = midnight(now(), person)
                grow(person, options.seed, options.applications, begin, named)
                print("\nAs mail, with names\n" if named else "On a locked screen\n")
                got = simulate(app, person, options.days, begin)
                for each in got:
                    print(f"{each.at:%a %d %b %H:%M}  {each.message.title}")
                    print(f"                  {each.message.body}")
                if named and got:
                    print("\n", written("you@example.org", got[0].message, "onward@example.org"))


if __name__ == "__main__":
    main()
