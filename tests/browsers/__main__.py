"""`python -m tests.browsers`."""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.browsers import firefox, handed_in, shared_phone, story, webkit, without_line
from tests.browsers.engine import Engine, Lacks
from tests.browsers.served import served

PHONE = (390, 844)
KINDS: dict[str, tuple[Callable[[], str | None], Callable[..., Engine]]] = {
    "firefox": (firefox.installed, firefox.Firefox),
    "webkit": (webkit.installed, webkit.WebKit),
    "private": (firefox.installed, partial(firefox.Firefox, private=True)),
}
HOW = "On Debian: apt install firefox-esr webkit2gtk-driver xvfb"
STEPS = story.STEPS + handed_in.STEPS + without_line.STEPS + shared_phone.STEPS


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.browsers", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(KINDS), help="one of them")
    parser.add_argument("--step", metavar="WORDS", help="those with these, and signing in")
    parser.add_argument("--dark", action="store_true", help="as somebody who has it dark")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep one of each step")
    return parser.parse_args()


def chosen(words: str | None) -> list[tuple[str, story.Step]]:
    """All, or those whose names hold the words, and what they begin with."""
    first = (STEPS[0], without_line.STEPS[0])
    return [each for each in STEPS if not words or each in first or words in each[0]]


def tried(browser: Engine, steps: list[tuple[str, story.Step]], pictures: Path | None) -> list[str]:
    """What each step said."""
    browser.resize(*PHONE)
    said = []
    for number, (_, step) in enumerate(steps, start=1):
        try:
            said.append(step(browser))
        except Lacks as lack:
            said.append(f"not tried: {lack}")
        except (AssertionError, RuntimeError) as error:
            said.append(f"**fell**: {str(error).splitlines()[0]}")
        browser.keep_picture(pictures, f"{number:02}")
    return said


def main() -> int:
    """A table of what each browser did; the status says whether all of it held."""
    options = read_options()
    steps = chosen(options.step)
    columns: dict[str, list[str]] = {}
    for name, (installed, make) in KINDS.items():
        if name not in (options.only or ("firefox", "webkit")):
            continue
        if not installed():
            print(f"{name} is not there. {HOW}")
            continue
        with tempfile.TemporaryDirectory(prefix="onward-browsers-") as made:
            server, home = Path(made) / "server", Path(made) / "home"
            server.mkdir()
            home.mkdir(mode=0o700)
            with served(server) as place:
                browser = make(place, home, "dark" if options.dark else "light")
                try:
                    columns[browser.name] = tried(browser, steps, options.pictures)
                finally:
                    browser.close()
    if columns:
        print(f"| | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for number, (name, _) in enumerate(steps):
            print(f"| {name} | {' | '.join(said[number] for said in columns.values())} |")
    return int(any("**fell**" in each for said in columns.values() for each in said))


if __name__ == "__main__":
    raise SystemExit(main())
