"""A custom element brings its script to the pages that hold it, and to no others."""

import re
from pathlib import Path

import pytest

from tests.browser import Browser
from tracker.paths import STATIC, TEMPLATES

ELEMENTS = STATIC / "js" / "elements"
OPENED = re.compile(r"<([a-z]+-[a-z-]+)")
FETCHED = re.compile(r'\{\{ element\("([a-z-]+)"\) \}\}')
NOT_OURS = {"hx-partial"}


def templates_with_elements() -> dict[Path, set[str]]:
    found = {
        file: set(OPENED.findall(file.read_text())) - NOT_OURS
        for file in sorted(TEMPLATES.rglob("*.html"))
    }
    return {file: names for file, names in found.items() if names}


@pytest.mark.parametrize("file", templates_with_elements(), ids=lambda file: file.name)
def test_a_template_that_holds_an_element_fetches_its_script(file: Path) -> None:
    text = file.read_text()
    assert set(OPENED.findall(text)) - NOT_OURS == set(FETCHED.findall(text))


def test_every_element_is_used_and_defined_in_the_file_of_its_name() -> None:
    held = set().union(*templates_with_elements().values())
    assert {file.stem for file in ELEMENTS.glob("*.js")} == held
    for name in held:
        assert f'customElements.define("{name}"' in (ELEMENTS / f"{name}.js").read_text()


def test_a_page_with_two_of_an_element_fetches_its_script_once(browser: Browser) -> None:
    page = browser.get("/settings/password").text
    assert page.count("<show-password>") == 2
    assert page.count("/static/js/elements/show-password.js") == 1


def test_the_board_fetches_no_element(browser: Browser) -> None:
    assert "/static/js/elements/" not in browser.get("/board").text
