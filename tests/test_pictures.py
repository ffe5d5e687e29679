"""The pictures of the README and the docs: each one that is named is there, and light."""

import re
from pathlib import Path

from tests.pictures.shown import PICTURES
from tests.pictures.small import MOST

CHECKOUT = Path(__file__).parent.parent
SCREENSHOTS = CHECKOUT / "docs" / "screenshots"


def test_every_picture_that_is_named_is_there_and_every_one_there_is_light() -> None:
    pages = [CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")]
    named = {
        (page.parent / link).resolve()
        for page in pages
        for link in re.findall(r"!\[[^]]*\]\(([^)]+\.png)\)", page.read_text())
    }
    taken = {file.stem: file.stat().st_size for file in SCREENSHOTS.glob("*.png")}

    assert len(named) > 5
    assert [str(file) for file in named if not file.is_file()] == []
    assert set(taken) == {picture.name for picture in PICTURES}
    assert [name for name, size in taken.items() if size > MOST] == []
    assert sum(file.stat().st_size for file in SCREENSHOTS.rglob("*.png")) < 1_500_000
