"""`python -m tests.pictures.icons`: the app's icons as PNG, drawn anew from the one SVG.

Phones want bitmaps: one with its own corners, one whose corners the phone cuts (all that matters
lies in the middle 80 percent), one for an iPhone, one in a single colour, and the shortcuts'.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.pictures.small import make_small

ICONS = Path(__file__).parents[2] / "static" / "icons"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
GROUND = re.compile(r"<rect [^>]*/>")
BOX, MIDDLE = 64, (32, 30.5)
"""The side of the drawing, and the middle of the mark in it."""
COLOUR, TINT = "#28644b", "#e6efe9"


class Icon(NamedTuple):
    """One file: how many pixels, how large the mark is in it, and whether the ground fills it."""

    name: str
    size: int
    scale: float = 1
    full: bool = False
    one_colour: bool = False
    line: str = ""
    """Another drawing in place of the mark: a path on 24 by 24."""


ADD = "M12 6v12M6 12h12"
TODAY = (
    "M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4l1.4-1.4M17 7l1.4-1.4"
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z"
)
SAID_NO = "M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5"
DRAWN = (
    Icon("icon-192", 192),
    Icon("icon-512", 512),
    Icon("maskable-192", 192, 0.8, full=True),
    Icon("maskable-512", 512, 0.8, full=True),
    Icon("apple-touch-icon", 180, 0.92, full=True),
    Icon("monochrome-192", 192, 0.92, one_colour=True),
    Icon("favicon-48", 48),
    *(
        Icon(f"shortcut-{name}", 96, line=line)
        for name, line in (("add", ADD), ("today", TODAY), ("no", SAID_NO))
    ),
)


def drawing(icon: Icon, source: str) -> str:
    """The SVG of one of them."""
    inside = source[source.index(">") + 1 : source.rindex("</svg>")]
    mark = GROUND.sub("", inside)
    if icon.line:
        ground = f'<circle cx="32" cy="32" r="32" fill="{TINT}"/>'
        mark = (
            f'<path transform="translate(14 14) scale(1.5)" d="{icon.line}" fill="none"'
            f' stroke="{COLOUR}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>'
        )
    else:
        ground = f'<rect width="{BOX}" height="{BOX}" fill="{COLOUR}"/>' if icon.full else ""
        ground = ground or ("" if icon.one_colour else "".join(GROUND.findall(inside)))
        x, y = MIDDLE
        centre = f"translate({BOX / 2} {BOX / 2}) scale({icon.scale}) translate({-x} {-y})"
        mark = f'<g transform="{centre}">{mark}</g>'
    if icon.one_colour:
        mark = re.sub(r'stroke="#\w+"', 'stroke="#fff"', mark)
    size = f'width="{icon.size}" height="{icon.size}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX} {BOX}" {size}>'
        f"{ground}{mark}</svg>"
    )


def main() -> int:
    """Draw them all, and say what each weighs."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        print("Chromium is not installed (Debian: apt install chromium-headless-shell)")
        return 1
    source = (ICONS / "favicon.svg").read_text("utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        for icon in DRAWN:
            page.set_viewport_size({"width": icon.size, "height": icon.size})
            style = "<style>body{margin:0}svg{display:block}</style>"
            page.set_content(style + drawing(icon, source))
            file = ICONS / f"{icon.name}.png"
            page.screenshot(path=file, omit_background=True)
            print(f"{file.name}: {make_small(file):,} bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
