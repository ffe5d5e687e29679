"""A page links each sheet that only some pages need, if it uses what that one alone draws."""

import re
from functools import cache
from pathlib import Path

from tracker.paths import STATIC, TEMPLATES
from tracker.web.assets import bundle

READS = re.compile(r'{%-?\s*(?:include|extends|import|from)\s+"([^"]+)"')
CLASSES = re.compile(r'class="([^"]*)"')
SHEETS = bundle.sheets_of_some(STATIC)
PAGES = sorted(
    str(file.relative_to(TEMPLATES))
    for file in TEMPLATES.rglob("*.html")
    if re.search(r'{%-?\s*extends "layouts/', file.read_text()) and "layouts" not in file.parts
)


@cache
def drawn(*names: str) -> set[str]:
    """The classes, and the elements of our own, that stylesheets have rules for."""
    text = "".join((STATIC / name).read_text() for name in names)
    rules = re.findall(r"([^{}]+){", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    named = r"\.([a-z][\w-]*)|(?:^|(?<=[\s,(]))([a-z]+-[a-z]+)\b"
    return {one or other for rule in rules for one, other in re.findall(named, rule)}


@cache
def read_by(template: str) -> str:
    """A template and all that it is put together from."""
    text = (TEMPLATES / template).read_text()
    parts = [part for part in READS.findall(text) if (TEMPLATES / part).is_file()]
    return text + "".join(read_by(part) for part in parts if not part.startswith("layouts/"))


@cache
def used_by(page: str) -> set[str]:
    text = re.sub(r"{{.*?}}", " ", read_by(page), flags=re.DOTALL)
    words = re.sub(r"{%.*?%}", " ", " ".join(CLASSES.findall(text)))
    return {*re.findall(r"[a-z][\w-]*", words), *re.findall(r"<([a-z]+-[a-z]+)", text)}


def test_there_are_pages_and_sheets_to_look_at() -> None:
    assert len(PAGES) > 100
    assert "application" in SHEETS
    assert Path(TEMPLATES / "applications/show.html").is_file()


def test_a_page_links_the_sheet_whose_classes_it_uses() -> None:
    everywhere = drawn(*bundle.styles(STATIC))
    own = {sheet: drawn(*bundle.sheet(STATIC, sheet)) - everywhere for sheet in SHEETS}
    lacking = {}
    for sheet in SHEETS:
        alone = own[sheet].difference(*(own[other] for other in SHEETS if other != sheet))
        lacking |= {
            (sheet, page): sorted(alone & used_by(page))
            for page in PAGES
            if alone & used_by(page) and f'style("{sheet}")' not in read_by(page)
        }
    assert not lacking
