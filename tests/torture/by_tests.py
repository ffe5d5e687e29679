"""Rows that tests of the suite hold: run here, and counted."""

import os
import re
import subprocess
import sys

from tests.cli.served import ROOT
from tests.torture.fault import Fault, Work, must
from tests.torture.ledger import LEDGER

ENDED = re.compile(r"(\d+) (passed|failed|error|skipped)")


def run(*selection: str, **told: str) -> str:
    """Tests of the suite, on SQLite, with that in their environment; says how many passed."""
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", "--database", "sqlite"]
    done = subprocess.run(
        [sys.executable, *command, *selection],
        cwd=ROOT,
        env={**os.environ, **told, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr[-300:]
    counted = {what: int(number) for number, what in ENDED.findall(last)}
    passed = counted.get("passed", 0)
    must(done.returncode == 0 and passed > 0, last)
    return f"{passed} tests passed"


def tests(number: str, what: str, gate: str, *selection: str, **told: str) -> Fault:
    """A row that is held by them; the short form leaves it to the suite itself."""

    def happen(work: Work) -> str:
        return "in the suite" if work.short else run(*selection, **told)

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
        "9",
        "60 and 1,095 simulated nights of backups, one each; a server without any for two days",
        "the latest of 7 days, 4 weeks and 12 months stay; Today tells the owner after 48 hours",
        "tests/backup/test_retention.py",
        "tests/views/backups/test_backups.py",
        "-k=nights or years or rule or old_backup or two_days or young",
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
        "12",
        "every pattern and reader with its worst texts, whole where a short one takes long",
        "under 3 seconds, and under 8 (pages of 2 MB under 20)",
        "tests/attacks/test_patterns.py",
        "tests/attacks/test_long_texts.py",
        "tests/loop/feedback_reading/test_sentences.py",
        "tests/postings/test_read.py",
        ONWARD_PATTERNS="whole",
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
        "a Host or X-Forwarded-Host that is not ours, however the first account was made",
        "in no link and no letter",
        "tests/views/account",
        "tests/attacks",
        "tests/web",
        "-k=host or settles or settled or base_url",
    ),
    tests(
        "26",
        "changes queued in Chromium: the line cut before, within and after each; two phones",
        "every change once; a conflict shows both versions; signed out they wait",
        "tests/views/offline",
        "tests/web/test_queued_changes.py",
        "e2e/test_offline.py",
    ),
    tests(
        "28",
        "an upgrade without a network, an installation cut off halfway, another Python",
        "starts where nothing new is needed, else says what is; the version before starts",
        "tests/cli/test_environment.py",
    ),
    tests(
        "29",
        "a folder with spaces, umlauts and quotes; a checkout and a folder of somebody else",
        "works, or says what to set",
        "tests/cli/test_odd_places.py",
        "tests/cli/test_any_user.py",
        "tests/cli/test_instance.py",
        "tests/cli/test_environment.py",
        "-k=any_folder or umlauts or any_user or starts_without or belongs_to",
    ),
    tests(
        "30",
        "a wheel built from the tree, installed elsewhere; the database of the release before",
        "serves, templates and static files inside; opens with every row",
        "tests/test_wheel.py",
        "tests/test_upgrade.py",
        "tests/test_released_migrations.py",
    ),
    tests("27", "rows of another person", "404, whatever the form says", "tests", f"-k={ANOTHERS}"),
    tests(
        "27",
        f"the {len(LEDGER)} kinds of fault that such programs have had (`tests/torture/ledger.py`)",
        "each has its tests",
        *(test for named in LEDGER.values() for test in named),
    ),
]
