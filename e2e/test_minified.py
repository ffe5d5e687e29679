"""What is sent of our style says the same as what is written, as a browser reads it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tracker.paths import STATIC
from tracker.web.assets import minify

RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText);
}"""


def test_the_minified_style_holds_the_same_rules(open_page: Callable[..., Page]) -> None:
    page = open_page(path="/login")
    for file in sorted(STATIC.glob("css/*.css")):
        written = page.evaluate(RULES, file.read_text())
        sent = page.evaluate(RULES, minify.style(file.read_bytes()).decode())
        assert len(written) >= 2, file.name
        assert comparable(sent) == comparable(written), file.name


def comparable(rules: list[str]) -> list[bytes]:
    """A browser repeats what has a variable in it letter for letter, spaces and all."""
    return [minify.style(rule.encode()) for rule in rules]
