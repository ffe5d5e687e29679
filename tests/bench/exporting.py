"""Files for 5,000 applications, each made in a process of its own: how long, how much memory."""

import json
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from tests.bench.instance import grow
from tests.bench.report import Figure, Report

APPLICATIONS = 5000
BUDGETS = {"pdf": 1.0, "xlsx": 2.0, "docx": 2.0, "json": 1.0, "csv": None}
"""Seconds."""
MEMORY = 100.0
"""MB that one may take on top of what the program holds."""
EMAIL = f"exporter{APPLICATIONS}@example.org"


def measure(report: Report, instance: Path, rounds: int) -> None:
    """Those formats that are there."""
    grow(instance, EMAIL, APPLICATIONS)
    for name, budget in BUDGETS.items():
        if not is_there(name):
            report.skip(f"export of {APPLICATIONS:,}, {name}", "no such format")
            continue
        ran = [made(instance, name) for _ in range(rounds)]
        seconds = [each["seconds"] for each in ran]
        busy = median(each["processor"] for each in ran)
        said = f"{busy:.1f} s of processor, {ran[0]['size'] / 1e6:.1f} MB"
        report.add(Figure(f"export of {APPLICATIONS:,}, {name}", "s", seconds, budget, note=said))
        more = [each["memory"] for each in ran]
        report.add(Figure(f"export of {APPLICATIONS:,}, {name}, memory", "MB", more, MEMORY))


def is_there(name: str) -> bool:
    """Whether the module that makes a format is part of this checkout."""
    from tracker.exports.formats import FORMATS

    return find_spec(FORMATS[name].module) is not None


def made(instance: Path, name: str) -> dict[str, float]:
    """One file, made by a new process that has its libraries loaded, as a server has."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.exporting", name],
        env={**os.environ, "ONWARD_INSTANCE": str(instance)},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, float] = json.loads(ran.stdout)
    return answer


def make(name: str) -> dict[str, float]:
    """In that process: a small file first, then the large one."""
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app
    from tracker.clock import now
    from tracker.exports.formats import FORMATS
    from tracker.exports.request import ExportRequest
    from tracker.extensions import db
    from tracker.sharing.selection import FOR_LINKS, Selection
    from tracker.values.date_range import DateRange

    with opened_app():
        user, session = accounts.find(EMAIL), db.session()
        choice, at, maker = Selection(frozenset(FOR_LINKS), people=True), now(), FORMATS[name].make
        span = DateRange.between(at.date(), at.date())
        maker(session, user, ExportRequest(name, choice, span), at, lambda _: None)
        session.rollback()
        Path("/proc/self/clear_refs").write_text("5")  # the most so far begins anew
        before, computed, begun = memory("VmRSS"), processor(), time.perf_counter()
        content = maker(session, user, ExportRequest(name, choice), at, lambda _: None)
        taken = time.perf_counter() - begun
    return {
        "seconds": taken,
        "processor": processor() - computed,
        "memory": memory("VmHWM") - before,
        "size": len(content),
    }


def memory(name: str) -> float:
    """What Linux says of this process, in MB: VmRSS for now, VmHWM for the most so far."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def processor() -> float:
    """Seconds that this process and its children have computed."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    print(json.dumps(make(sys.argv[1])))
