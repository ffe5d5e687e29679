"""`python -m tests.pictures`."""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import select

from tests.pictures.shown import PHONE, PICTURES, Picture
from tests.pictures.small import MOST, make_small, tool
from tests.serving import serving
from tracker import create_app, schema
from tracker.cli.demo import grow, make_account
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, User

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
EMAIL = "you@example.org"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FONTS = ("Roboto", "Inter")


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    names = [picture.name for picture in PICTURES]
    parser.add_argument("only", nargs="*", metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--into", type=Path, default=FOLDER, help="else docs/screenshots")
    options = parser.parse_args()
    if unknown := set(options.only) - set(names):
        parser.error(f"there is no picture {', '.join(sorted(unknown))}")
    return options


def phones_font() -> str:
    """The font that pages will have here, if it is one of a phone."""
    if not shutil.which("fc-match"):
        return ""
    told = subprocess.run(["fc-match", "system-ui", "family"], capture_output=True, text=True)
    return next((name for name in FONTS if told.stdout.startswith(name)), "")


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, str]]:
    """A made-up hunt of sixty on a server of its own: where, and the cookie of who is signed in."""
    database = f"sqlite:///{folder / 'onward.db'}"
    schema.upgrade(database)
    app = create_app(Settings(instance=folder, database_url=database, secret_key="for one run" * 4))
    with app.app_context():
        grow(make_account(EMAIL, "a pebble and two ferries"), 1, 60)
        device = Device.sign_in(somebody(), "A browser", now())
        with writing() as session:
            session.add(device)
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        assert signer is not None
        cookie = signer.dumps({"_user_id": device.token, "_fresh": True})
        with serving(app, 6, 30) as server:
            yield f"http://127.0.0.1:{server.effective_port}", str(cookie)


def somebody() -> User:
    """Whose hunt it is."""
    person = db.session.scalar(select(User))
    assert person is not None
    return person


def take(browser: Browser, base: str, cookie: str, picture: Picture, file: Path) -> None:
    """One picture, in a browser that knows nothing of the others."""
    width, height = picture.size
    about: dict[str, Any] = {"is_mobile": True, "has_touch": True} if picture.size == PHONE else {}
    context = browser.new_context(
        base_url=base,
        viewport={"width": width, "height": height},
        device_scale_factor=1.5 if about else 1,
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
        locale="en-AU",
        **about,
    )
    context.add_cookies([{"name": "onward", "value": cookie, "url": base, "httpOnly": True}])
    page = context.new_page()
    picture.open(page, somebody())
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file, animations="disabled", caret="hide")
    context.close()


def main() -> int:
    """Take them, and say what each weighs; the status says whether all are small enough."""
    options = read_options()
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        print("Chromium is not installed (Debian: apt install chromium-headless-shell)")
        return 1
    if not (font := phones_font()):
        print("No phone’s font is set up here: install Roboto or Inter, and name it for system-ui.")
    if not tool():
        print("Neither pngquant nor ImageMagick is installed: the pictures will be large.")
    options.into.mkdir(parents=True, exist_ok=True)
    heavy = 0
    with (
        tempfile.TemporaryDirectory(prefix="onward-pictures-") as folder,
        served(Path(folder)) as (base, cookie),
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for picture in PICTURES:
            if options.only and picture.name not in options.only:
                continue
            file = options.into / f"{picture.name}.png"
            take(browser, base, cookie, picture, file)
            size = make_small(file)
            heavy += size > MOST
            print(f"{file.name}: {size // 1000} KB{', too heavy' if size > MOST else ''}")
        browser.close()
    print(f"Font: {font or 'none of a phone'}. Days are counted from today.")
    return min(heavy, 1)


if __name__ == "__main__":
    raise SystemExit(main())
