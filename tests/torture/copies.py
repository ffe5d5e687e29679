"""Backups while people write."""

import sqlite3
import threading
import time

from tests.cli.served import Server, onward
from tests.torture.fault import Fault, Work, must


def back_up_while_writing(work: Work) -> str:
    """Each copy holds all that was acknowledged when it began, and is whole."""
    prepared, wanted = work.prepared(), work.times(60, 3)
    acknowledged, over = 0, threading.Event()
    whole = complete = 0
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)

        def write() -> None:
            nonlocal acknowledged
            while not over.is_set():
                fields = {"company": "Acme", "role": "Clerk"}
                acknowledged += client.post("/leads", **fields)[0] == 303

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(wanted):
                before = acknowledged
                file = work.folder / f"copy-{number}"
                made = onward("backup", file, instance=prepared.instance)
                must(made.returncode == 0, made.stderr)
                with sqlite3.connect(file) as copy:
                    whole += copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                    (held,) = copy.execute("SELECT count(*) FROM leads").fetchone()
                complete += before <= held
                copy.close()
                if number < wanted - 1:
                    file.unlink()
        finally:
            over.set()
            writer.join()
    began = time.monotonic()
    elsewhere = work.new_folder()
    done = onward("restore", file, instance=elsewhere)
    checked = onward("check", instance=elsewhere)
    took = time.monotonic() - began
    seen = (
        f"{wanted} copies while {acknowledged:,} changes were made: {whole} whole, {complete} "
        f"complete; the last restored elsewhere and checked in {took:.0f} s"
    )
    must(whole == complete == wanted and done.returncode == checked.returncode == 0, seen)
    must(took < 60, seen)
    return seen


FAULT = Fault(
    "9",
    "backup while writing, 60 times",
    "60 whole and complete; restored elsewhere in under 60 s",
    back_up_while_writing,
)
