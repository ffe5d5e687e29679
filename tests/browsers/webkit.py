"""WebKitGTK by its driver, on a screen that nobody sees."""

import base64
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.browsers.engine import PATIENCE, Engine
from tests.browsers.ports import free_port
from tests.browsers.served import Served

WINDOWS = Path("/usr/lib")
NEAR = """
const { top, bottom } = arguments[0].getBoundingClientRect()
const near = { block: "center", behavior: "instant" }
if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView(near)
"""


def browser() -> Path | None:
    """The window around the engine that comes with it."""
    return next(iter(sorted(WINDOWS.glob("*/webkit2gtk-4.*/MiniBrowser"))), None)


def installed() -> str | None:
    """Where its driver is, if all that it takes is there."""
    return shutil.which("WebKitWebDriver") if browser() and shutil.which("Xvfb") else None


class WebKit(Engine):
    """One window."""

    def __init__(self, served: Served, folder: Path, scheme: str = "light") -> None:
        self.served, port = served, free_port()
        reading, writing = os.pipe()
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        dark = {"GTK_THEME": "Adwaita:dark"} if scheme == "dark" else {}
        home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self.driver = subprocess.Popen(
            [str(installed()), f"--port={port}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ
            | home
            | dark
            | {"DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
            | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"},  # root has no sandbox
        )
        self.at = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(browser()), "args": ["--automation"]}
        session = self._begun({"alwaysMatch": {"webkitgtk:browserOptions": options}})
        self.at += f"/{session['sessionId']}"
        self.name = f"WebKitGTK {session['capabilities']['browserVersion']}"

    def _begun(self, wanted: dict[str, Any]) -> Any:
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                return self._send("POST", "", capabilities=wanted)
            except OSError:
                if self.driver.poll() is not None or time.monotonic() > give_up:
                    raise
                time.sleep(0.1)

    def _send(self, method: str, path: str, **values: Any) -> Any:
        body = json.dumps(values).encode() if method == "POST" else None
        asked = urllib.request.Request(
            self.at + path, body, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE * 2) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            raise RuntimeError(f"{told['error']}: {told['message']}") from error

    def navigate(self, address: str) -> None:
        self._send("POST", "/url", url=address)

    def script(self, code: str, *values: Any) -> Any:
        return self._send("POST", "/execute/sync", script=code, args=values)

    def press(self, element: Any) -> None:
        self.script(NEAR, element)  # where the page scrolls smoothly, its driver is too early
        self._send("POST", f"/element/{next(iter(element.values()))}/click")

    def keys(self, element: Any, text: str) -> None:
        typed = text.replace("\n", "\ue006")  # its driver types no other end of a line
        self._send("POST", f"/element/{next(iter(element.values()))}/value", text=typed)

    def back(self) -> None:
        self._send("POST", "/back")

    def resize(self, width: int, height: int) -> None:
        self._send("POST", "/window/rect", width=width, height=height)

    def picture(self) -> bytes:
        return base64.b64decode(self._send("GET", "/screenshot"))

    def close(self) -> None:
        try:
            self._send("DELETE", "")
        finally:
            for process in (self.driver, self.screen):
                process.terminate()
                process.wait(PATIENCE)
