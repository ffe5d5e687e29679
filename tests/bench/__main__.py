"""`bin/bench`."""

import argparse
import multiprocessing
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bench import exporting, importing, instance, latency, phone, starting, weight
from tests.bench.client import SignedIn
from tests.bench.report import Report
from tests.bench.serving import module, onward

SIZES = [50, 500, 2000, 10000]
MOST = 20000
WITHOUT_RIVALS = (
    "Other trackers and a naive Flask app can't be installed by this command, so nothing is "
    "compared with them; the ratios are to Flask's hello in the same run."
)


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measures speed and weight.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--quick", action="store_true", help="fewer sizes and rounds: a minute")
    parser.add_argument("--sizes", type=sizes, help="cards of the boards (50,500,2000,10000)")
    parser.add_argument("--rounds", type=int, help="how often everything is measured (5)")
    parser.add_argument("--times", type=int, help="answers timed in each round (60)")
    parser.add_argument("--no-phone", action="store_true", help="leave the browser out")
    options = parser.parse_args()
    few = options.quick
    options.sizes = options.sizes or ([500, 10000] if few else SIZES)
    options.rounds = min(max(options.rounds or (3 if few else 5), 1), 50)
    options.times = min(max(options.times or (40 if few else 60), 5), 1000)
    return options


def sizes(text: str) -> list[int]:
    """Numbers with commas between them."""
    found = sorted({int(part) for part in text.split(",")})
    if not all(0 < size <= MOST for size in found):
        raise argparse.ArgumentTypeError(f"from 1 to {MOST}")
    return found


def run(options: argparse.Namespace, folder: Path) -> Report:
    """Everything, the quiet things first."""
    report = Report()
    people = instance.make(folder, options.sizes)
    starting.starts(report, folder, options.rounds)
    starting.least(report, folder)
    context = multiprocessing.get_context("spawn")
    with (
        onward(folder) as served,
        module("hello", folder) as yard,
        module("canned", folder) as canned,
        ProcessPoolExecutor(latency.CLIENTS, context) as pool,
    ):
        starting.idle(report, served)
        known = {
            size: latency.signed_in(served.port, person.email, person.password)
            for size, person in people.items()
        }
        usual = known[latency.usual_size(known)]
        there = SignedIn(yard.port)
        latency.client_alone(pool, report, SignedIn(canned.port), options.rounds)
        latency.measure(pool, report, there, known, options.rounds, options.times)
        latency.throughput(pool, report, there, usual, 3, 1.0 if options.quick else 3.0)
        starting.after_load(report, served)
        importing.measure(report, known[min(known)])
        starting.after_import(report, served)
        exporting.measure(report, folder, options.rounds)
        weight.on_the_wire(report, usual)
        weight.own_code(report)
        weight.installed(report)
        if not options.no_phone:
            phone.measure(report, usual, 3 if options.quick else 5)
    return report


def main() -> int:
    """Measure, print, and leave nothing behind."""
    options = read_options()
    folder = Path(tempfile.mkdtemp(prefix="onward-bench-"))
    begun = time.perf_counter()
    try:
        report = run(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(report.table())
    print(f"{WITHOUT_RIVALS}\nTook {time.perf_counter() - begun:.0f} s.")
    if options.json:
        report.write(options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
