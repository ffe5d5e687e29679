"""Firefox by Marionette, its own wire: no driver beside it is needed."""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.browsers.engine import PATIENCE, Engine
from tests.browsers.ports import free_port
from tests.browsers.served import Served

QUIET = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "",
    "toolkit.telemetry.enabled": False,
}


def installed() -> str | None:
    """Where it is, if it is there."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox(Engine):
    """One window without a screen."""

    def __init__(
        self, served: Served, folder: Path, scheme: str = "light", private: bool = False
    ) -> None:
        self.served, self.number, port = served, 0, free_port()
        settings: dict[str, Any] = QUIET | {
            "marionette.port": port,
            "browser.privatebrowsing.autostart": private,
            "layout.css.prefers-color-scheme.content-override": 0 if scheme == "dark" else 1,
        }
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in settings.items()]
        (folder / "user.js").write_text("\n".join(lines))
        self.process = subprocess.Popen(
            [str(installed()), "--headless", "--marionette", "--no-remote", "--profile", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": str(folder)},
        )
        self.wire = self._connected(port)
        self._read()
        session = self._send("WebDriver:NewSession")
        kind = "private Firefox" if private else "Firefox"
        self.name = f"{kind} {session['capabilities']['browserVersion']}"

    def _connected(self, port: int) -> socket.socket:
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE * 2)
            except OSError:
                if self.process.poll() is not None or time.monotonic() > give_up:
                    raise
                time.sleep(0.1)

    def _read(self) -> Any:
        size = b""
        while (sign := self.wire.recv(1)) != b":":
            if not sign:
                raise ConnectionError("Firefox has gone")
            size += sign
        text = b""
        while len(text) < int(size):
            text += self.wire.recv(int(size) - len(text))
        return json.loads(text)

    def _send(self, command: str, **values: Any) -> Any:
        self.number += 1
        text = json.dumps([0, self.number, command, values]).encode()
        self.wire.sendall(b"%d:%s" % (len(text), text))
        _, _, error, value = self._read()
        if error:
            raise RuntimeError(error["message"])
        return value

    def navigate(self, address: str) -> None:
        self._send("WebDriver:Navigate", url=address)

    def script(self, code: str, *values: Any) -> Any:
        return self._send("WebDriver:ExecuteScript", script=code, args=values)["value"]

    def press(self, element: Any) -> None:
        self._send("WebDriver:ElementClick", id=next(iter(element.values())))

    def keys(self, element: Any, text: str) -> None:
        self._send("WebDriver:ElementSendKeys", id=next(iter(element.values())), text=text)

    def back(self) -> None:
        self._send("WebDriver:Back")

    def resize(self, width: int, height: int) -> None:
        self._send("WebDriver:SetWindowRect", width=width, height=height)

    def picture(self) -> bytes:
        return base64.b64decode(self._send("WebDriver:TakeScreenshot", full=False)["value"])

    def printed(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self._send("WebDriver:Print", background=True)["value"])

    def close(self) -> None:
        try:
            self._send("Marionette:Quit", flags=["eForceQuit"])
        except (OSError, RuntimeError):
            self.process.kill()
        self.process.wait(PATIENCE)
