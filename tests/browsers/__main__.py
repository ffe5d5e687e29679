"""`python -m tests.browsers`."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browsers import firefox, shared_phone, story, webkit
from tests.browsers.engine import Engine
from tests.serving import serving
from tracker import create_app, schema
from tracker.cli.demo import grow, make_account
from tracker.config.settings import Settings

PHONE = (390, 844)
HOW = "On Debian: apt install firefox-esr webkit2gtk-driver xvfb"
STEPS = story.STEPS + shared_phone.STEPS


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.browsers", description=__doc__)
    parser.add_argument("--only", choices=["firefox", "webkit"], help="one of the two")
    parser.add_argument("--dark", action="store_true", help="as somebody who has it dark")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep one of each step")
    return parser.parse_args()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A made-up hunt of sixty on a server of its own; where it is."""
    database = f"sqlite:///{folder / 'onward.db'}"
    schema.upgrade(database)
    app = create_app(Settings(instance=folder, database_url=database, secret_key="for one run" * 4))
    with app.app_context():
        grow(make_account(story.EMAIL, story.PASSWORD), 1, 60)
    with serving(app, 6, 30) as server:
        yield f"http://127.0.0.1:{server.effective_port}"


def tried(browser: Engine, pictures: Path | None) -> list[str]:
    """What each step said."""
    browser.resize(*PHONE)
    said = []
    for number, (_, step) in enumerate(STEPS, start=1):
        try:
            said.append(step(browser))
        except (AssertionError, RuntimeError) as error:
            said.append(f"**fell**: {str(error).splitlines()[0]}")
        browser.keep_picture(pictures, f"{number:02}")
    return said


def main() -> int:
    """A table of what each browser did; the status says whether all of it held."""
    options = read_options()
    kinds = {
        "firefox": (firefox.installed, firefox.Firefox),
        "webkit": (webkit.installed, webkit.WebKit),
    }
    columns: dict[str, list[str]] = {}
    for name, (installed, make) in kinds.items():
        if options.only not in (None, name):
            continue
        if not installed():
            print(f"{name} is not there. {HOW}")
            continue
        with tempfile.TemporaryDirectory(prefix="onward-browsers-") as made:
            server, home = Path(made) / "server", Path(made) / "home"
            server.mkdir()
            home.mkdir(mode=0o700)
            with served(server) as base:
                browser = make(base, home, "dark" if options.dark else "light")
                try:
                    columns[browser.name] = tried(browser, options.pictures)
                finally:
                    browser.close()
    if columns:
        print(f"| | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for number, (name, _) in enumerate(STEPS):
            print(f"| {name} | {' | '.join(said[number] for said in columns.values())} |")
    return int(any("**fell**" in each for said in columns.values() for each in said))


if __name__ == "__main__":
    raise SystemExit(main())
