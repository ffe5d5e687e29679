"""`bin/torture`."""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.fault import Fault, Fell, Work
from tests.torture.rows import FAULTS


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="bin/torture", description="Breaks a server of its own, and says what held."
    )
    parser.add_argument("--rows", help="only these numbers, such as 1,4,17")
    parser.add_argument("--short", action="store_true", help="fewer rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was seen here too")
    parser.add_argument("--table", action="store_true", help="as a table in Markdown")
    return parser.parse_args()


def tried(fault: Fault, short: bool) -> dict[str, object]:
    """One row: what was seen, and whether the gate held."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="onward-torture-") as folder:
        try:
            seen, held = fault.happen(Work(Path(folder), short)), True
        except Fell as error:
            seen, held = str(error), False
    return {
        "row": fault.number,
        "fault": fault.what,
        "gate": fault.gate,
        "seen": seen,
        "held": held,
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    """All rows or some; the status says whether every gate held."""
    options = read_options()
    wanted = set(options.rows.split(",")) if options.rows else None
    rows = []
    if options.table:
        print("| # | fault | gate | seen |\n|---|---|---|---|")
    for fault in FAULTS:
        if wanted and fault.number not in wanted:
            continue
        row = tried(fault, options.short)
        rows.append(row)
        if options.table:
            fell = "" if row["held"] else "**Not held.** "
            print(f"| {row['row']} | {row['fault']} | {row['gate']} | {fell}{row['seen']} |")
        else:
            print(f"{'ok  ' if row['held'] else 'FELL'} {row['row']:>3}  {row['fault']}")
            print(f"          {row['seen']}  ({row['seconds']} s)")
        sys.stdout.flush()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    return 0 if all(row["held"] for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
