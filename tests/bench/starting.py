"""How long a start takes, and how much memory a server holds."""

import time
from pathlib import Path

from tests.bench.client import Client, SignedIn
from tests.bench.report import Figure, Report
from tests.bench.serving import Served, module, onward


def starts(report: Report, instance: Path, rounds: int) -> None:
    """From the command to the first page, with the database there; not counting the first."""
    taken = []
    for _ in range(rounds + 1):
        with onward(instance) as served:
            taken.append(served.started_in)
    report.add(Figure("start to first answer", "s", taken[1:], budget=0.5))


def idle(report: Report, served: Served) -> None:
    """Resident memory of a server that has shown one page and rests."""
    time.sleep(1)
    report.add(Figure("resident memory, idle", "MB", [served.resident()], budget=60.0))


def after_load(report: Report, served: Served) -> None:
    """Resident memory once all pages, searches and changes have been timed on it."""
    report.add(Figure("resident memory, after load", "MB", [served.resident()], budget=80.0))


def after_import(report: Report, served: Served) -> None:
    """And once it has read a long spreadsheet; there is no budget for that."""
    report.add(Figure("resident memory, after the import", "MB", [served.resident()]))


def least(report: Report, instance: Path) -> None:
    """What the smallest program holds on the same libraries: below that nothing of ours can be."""
    with module("least", instance) as served:
        time.sleep(1)
        report.add(Figure("the least on these libraries, idle", "MB", [served.resident()]))
        client = Client(SignedIn(served.port))
        for _ in range(200):
            client.get("/")
        report.add(Figure("the least, after 200 pages", "MB", [served.resident()]))
