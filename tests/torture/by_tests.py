"""Rows that tests of the suite hold: run here, and counted."""

import os
import re
import subprocess
import sys

from tests.cli.served import ROOT
from tests.torture.fault import Fault, Work, must

ENDED = re.compile(r"(\d+) (passed|failed|error|skipped)")


def run(*selection: str) -> str:
    """Tests of the suite, on SQLite; says how many passed."""
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", "--database", "sqlite"]
    done = subprocess.run(
        [sys.executable, *command, *selection],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr[-300:]
    counted = {what: int(number) for number, what in ENDED.findall(last)}
    passed = counted.get("passed", 0)
    must(done.returncode == 0 and passed > 0, last)
    return f"{passed} tests passed"


def tests(number: str, what: str, gate: str, *selection: str) -> Fault:
    """A row that is held by them; the short form leaves it to the suite itself."""

    def happen(work: Work) -> str:
        return "in the suite" if work.short else run(*selection)

    return Fault(number, what, gate, happen)


ANOTHERS = "another_person or somebody_else or of_somebody or strangers"
FAULTS = [
    tests(
        "3",
        "a full disk (a file system of 8 MB in memory)",
        "507 and the typed text kept; reading goes on; nothing lost; recovers without a restart",
        "tests/database/test_faults.py",
        "-k=disk or room",
    ),
    tests(
        "8",
        "the same key with another body, or by another person",
        "refused or another thing; nothing leaks",
        "tests/web/test_idempotency.py",
    ),
    tests(
        "10",
        "an upgrade from every released schema, killed at every tenth statement",
        "the old or the new, never between; a copy first; a newer one refused",
        "tests/test_schema.py",
        "tests/test_upgrade.py",
        "-k=killed or upgrade or newer or released or schema",
    ),
    tests(
        "13",
        "odd signs: NUL, lone surrogates, right-to-left, joined emoji, ids over 2⁶³",
        "never 500, the same text back",
        "tests/attacks",
        "tests/web",
        "tests/models/search",
        "-k=odd or surrogate or number or words",
    ),
    tests("14", "notes of 1 MB and over", "kept; 413 with the text kept", "tests", "-k=megabyte"),
    tests(
        "15",
        "daylight saving, zones, a clock set back",
        "a day stays a day; no link comes back to life",
        "tests",
        "-k=clock or zone or daylight or midnight",
    ),
    tests(
        "19",
        "a stolen session",
        "dead once signed out or given a new password",
        "tests/views/account",
        "-k=session or signing_out or device",
    ),
    tests(
        "20",
        "links for coaches",
        "revoked, dead and never-made alike; what is hidden is not in the bytes",
        "tests/views/coach",
        "tests/sharing",
    ),
    tests("21", "formulas in files", "no cell is one", "tests", "-k=formula"),
    tests(
        "23",
        "addresses to come back to",
        "always inside",
        "tests/views/account",
        "tests/web",
        "-k=outside or another_host or hostile_path or inside or followed",
    ),
    tests(
        "24",
        "every route that changes something, forged",
        "403",
        "tests/views/account",
        "tests/attacks",
        "tests/web",
        "-k=forged or another_site or origin",
    ),
    tests(
        "25",
        "a Host or X-Forwarded-Host that is not ours",
        "in no link and no letter",
        "tests/views/account",
        "tests/attacks",
        "-k=host",
    ),
    tests("27", "rows of another person", "404, whatever the form says", "tests", f"-k={ANOTHERS}"),
]
