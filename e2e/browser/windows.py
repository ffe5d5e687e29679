"""Windows of a browser that go from test to test: to start one takes longer than to load a page."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page
from playwright.sync_api._generated import Clock

LASTING: tuple[tuple[type, tuple[str, ...]], ...] = (
    (Page, ("add_init_script", "emulate_media", "on", "route", "set_viewport_size")),
    (BrowserContext, ("add_init_script", "on", "route")),
    (CDPSession, ("send",)),
    (Clock, ("install",)),
)
"""What a test does to a window that no next page takes back: it is closed, and not handed on."""
ALWAYS = BrowserContext.add_init_script
EMPTIED = "localStorage.clear(), sessionStorage.clear(), window.name = ''"


class Windows:
    """One or two of each kind of device."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, list[Page]] = {}
        self._opened: list[tuple[str, Page]] = []
        self._contexts: list[BrowserContext] = []
        self._changed = False
        for kind, names in LASTING:
            for name in names:
                self._watch(kind, name)

    def _watch(self, kind: type, name: str) -> None:
        as_it_is = getattr(kind, name)

        def changing(*given: Any, **more: Any) -> Any:
            if not (kind is CDPSession and given[1].startswith("Input.")):  # a finger goes up again
                self._changed = True
            return as_it_is(*given, **more)

        setattr(kind, name, changing)

    def begin(self) -> None:
        """A test begins."""
        self._changed = False

    def usual(self, options: dict[str, Any], script: str) -> Page:
        """A window like those of other tests, one of theirs if there is."""
        kind = repr(sorted(options.items()))
        kept = self._kept.get(kind)
        page = kept.pop() if kept else self._made(options, script)
        self._opened.append((kind, page))
        return page

    def odd(self, options: dict[str, Any], script: str) -> Page:
        """A window for this test alone."""
        page = self._made(options, script)
        self._contexts.append(page.context)
        return page

    def _made(self, options: dict[str, Any], script: str) -> Page:
        context = self._browser.new_context(**options)
        if script:
            ALWAYS(context, script)
        return context.new_page()

    def leave(self) -> None:
        """The test is over: keep what is as it was, and close all else."""
        for kind, page in self._opened:
            if self._changed or not _emptied(page):
                page.context.close()
            else:
                self._kept.setdefault(kind, []).append(page)
        for context in self._contexts:
            context.close()
        self._opened.clear()
        self._contexts.clear()


def _emptied(page: Page) -> bool:
    """Whether nothing is left in it of this test."""
    context = page.context
    try:
        context.set_offline(False)
        for other in context.pages:
            if other is not page:
                other.close()
        context.clear_cookies()
        page.goto("/healthz")  # nothing of us runs there
        page.evaluate(EMPTIED)
    except Error:
        return False
    return True
