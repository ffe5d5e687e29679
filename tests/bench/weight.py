"""Bytes: on the wire, of our own style and script, and of what is installed."""

import gzip
import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import islice
from pathlib import Path

from packaging.requirements import Requirement

from tests.bench.client import Client, SignedIn
from tests.bench.jobs import mover_of
from tests.bench.report import Figure, Report
from tracker.paths import STATIC
from tracker.web.assets import bundle

ROOT = Path(__file__).parents[2]


def on_the_wire(report: Report, known: SignedIn) -> None:
    """The board, and the answer to a move, as they are sent."""
    client = Client(known)
    board = client.get("/board")
    report.add(Figure("board on the wire, whole answer", "KB", [board.size / 1000], budget=10.0))
    answers = [len_ / 1000 for _, len_ in islice(mover_of(client), 9)]
    report.add(Figure("answer to a move, body", "KB", answers, budget=1.5))


def own_code(report: Report) -> None:
    """What the board fetches of our own, compressed as it is served; htmx is not in it."""
    ours = [name for name in bundle.scripts(STATIC) if name != bundle.FIRST_SCRIPT]
    for kind, names, budget in (("script", ours, 8.0), ("style", bundle.styles(STATIC), 10.0)):
        own = b"\n".join((STATIC / name).read_bytes() for name in names)
        packed = len(gzip.compress(bundle.lean(names[0], own), 9))
        report.add(Figure(f"our own {kind}, compressed", "KB", [packed / 1000], budget=budget))


def installed(report: Report) -> None:
    """The program and all that it needs, without extras, as the files lie on the disk."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found: dict[str, int] = {}
    for wanted in project["dependencies"]:
        _add(Requirement(wanted), found)
    for folder in ("tracker", "templates", "static"):
        files = (ROOT / folder).rglob("*")
        found[folder] = sum(
            file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc"
        )
    note = f"{len(found) - 3} packages, compiled files included"
    report.add(Figure("installed, no extras", "MB", [sum(found.values()) / 1e6], 200.0, note=note))


def _add(wanted: Requirement, found: dict[str, int]) -> None:
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
        return
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    found[name] = _size(package)
    for needed in package.requires or []:
        _add(Requirement(needed), found)


def _size(package: Distribution) -> int:
    paths = (Path(str(package.locate_file(file))) for file in package.files or [])
    return sum(path.stat().st_size for path in paths if path.is_file())
