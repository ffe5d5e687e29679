"""A browser that is driven: what all of them can do, and what is waited for."""

import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from tests.browsers.served import Served

PATIENCE = 60.0
"""Seconds that anything may take: a busy machine is slow and not wrong."""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
VISIBLE = """
const [selector, words] = arguments
return [...document.querySelectorAll(selector)].find((part) =>
  part.getClientRects().length && getComputedStyle(part).visibility === "visible"
  && part.textContent.replace(/\\s+/g, " ").includes(words)) ?? null
"""


class Fell(AssertionError):
    """A step went otherwise than it should."""


class Lacks(Exception):
    """The engine has no such thing, or its driver can't do it: said in the table."""


class Engine(ABC):
    """One window; `served` is the program that it looks at."""

    name: str
    served: Served

    @property
    def base(self) -> str:
        """Where the program is."""
        return self.served.line.url

    @abstractmethod
    def navigate(self, address: str) -> None:
        """Open it and wait until it is loaded."""

    @abstractmethod
    def script(self, code: str, *values: Any) -> Any:
        """What the body of a function gives back on the page."""

    @abstractmethod
    def press(self, element: Any) -> None:
        """A real click, which something that lies over it would take."""

    @abstractmethod
    def keys(self, element: Any, text: str) -> None:
        """Type, or name a file."""

    @abstractmethod
    def back(self) -> None:
        """The browser's own Back."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """The window's outside."""

    @abstractmethod
    def picture(self) -> bytes:
        """A PNG of what is seen."""

    @abstractmethod
    def close(self) -> None:
        """End the browser and what was started for it."""

    def go(self, path: str) -> None:
        """Open a page of the program."""
        self.navigate(self.base + path)

    def ask(self, expression: str) -> Any:
        """What an expression is on the page now; None while one page gives way to the next."""
        try:
            return self.script(f"return ({expression})")
        except OSError:
            raise
        except RuntimeError:
            return None

    def until(self, expression: str, what: str = "") -> Any:
        """What it is once it is true."""
        give_up = time.monotonic() + PATIENCE
        while not (found := self.ask(expression)):
            if time.monotonic() > give_up:
                raise Fell(f"never so: {what or expression}")
            time.sleep(0.05)
        return found

    def find(self, selector: str, words: str = "") -> Any:
        """The first that can be seen and holds these words."""
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                if found := self.script(VISIBLE, selector, words):
                    return found
            except RuntimeError:
                pass  # one page gives way to the next
            if time.monotonic() > give_up:
                raise Fell(f"not there: {selector} {words}")
            time.sleep(0.05)

    def tap(self, selector: str, words: str = "") -> None:
        """Press it, where a finger would."""
        try:
            self.press(self.find(selector, words))
        except RuntimeError as error:
            raise Fell(f"could not be pressed: {selector} {words} ({error})") from error

    def type(self, selector: str, text: str) -> None:
        """Type into the first field of that kind."""
        self.keys(self.find(selector), text)

    def head(self, words: str) -> None:
        """Wait for the page with that title."""
        self.until(
            f"document.querySelector('h1')?.textContent.includes({words!r})", f"a page {words!r}"
        )

    def keep_picture(self, folder: Path | None, name: str) -> None:
        """For somebody who looks."""
        if folder:
            browser = self.name.rpartition(" ")[0].lower().replace(" ", "-")
            (folder / f"{browser}-{name}.png").write_bytes(self.picture())
