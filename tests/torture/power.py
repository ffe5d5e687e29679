"""The power fails: what was not synced may be there, may not, or is torn.

Every write and every sync of the server is recorded by strace. Then the disk is rebuilt as it may
look after a power cut at any moment: up to the last sync of a file it holds everything, beyond
that each write by chance, or its first sectors.
"""

import random
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.served import Client, Prepared, Server
from tests.torture.fault import Fault, Work, must

SECTOR = 512
CALL = re.compile(
    r"^\d+\s+(?P<at>\d+\.\d+) (?P<name>pwrite64|fdatasync|fsync|ftruncate)\("
    r"\d+<(?P<file>[^>]+)>(?:, |\)| )(?P<rest>.*)$"
)
SYNCED = re.compile(r"^(?P<thread>\d+)\s+(?P<at>\d+\.\d+) <\.\.\. (?:fdatasync|fsync) resumed>")
BYTES = re.compile(r'^"((?:\\x[0-9a-f]{2})*)", (\d+), (\d+)')
CLIENTS = 4


@dataclass(frozen=True)
class Write:
    """Bytes at a place in a file, or its new length where there are none."""

    at: float
    file: str
    offset: int
    content: bytes | None


@dataclass(frozen=True)
class Sync:
    """From here on all before is on the disk."""

    at: float
    file: str


@dataclass
class Writer:
    """Somebody who adds leads, and when each was acknowledged."""

    name: str
    told: list[tuple[float, str]] = field(default_factory=list)

    def write(self, client: Client, over: threading.Event) -> None:
        """Until it is over."""
        while not over.is_set():
            company = f"{self.name} {len(self.told)}"
            if client.post("/leads", company=company, role="Clerk")[0] == 303:
                self.told.append((time.time(), company))


def recorded(prepared: Prepared, log: Path, enough: int) -> list[tuple[float, str]]:
    """What was acknowledged, and when, while the server's calls were written to the log."""
    traced = "trace=pwrite64,fdatasync,fsync,ftruncate"
    command = ("strace", "-f", "-y", "-ttt", "-xx", "-s", "70000", "-e", traced, "-o", str(log))
    writers = [Writer(f"Company {number}") for number in range(CLIENTS)]
    over = threading.Event()
    with Server.running(prepared.instance, under=command) as server:
        threads = [
            threading.Thread(target=each.write, args=(prepared.client(server), over))
            for each in writers
        ]
        for thread in threads:
            thread.start()
        while sum(len(each.told) for each in writers) < enough:
            must(all(thread.is_alive() for thread in threads), "a writer stopped")
            time.sleep(0.05)
        over.set()
        for thread in threads:
            thread.join()
    return sorted(told for each in writers for told in each.told)


def calls(log: Path) -> Iterator[Write | Sync]:
    """What the log says of the database's files, in order."""
    syncing: dict[str, str] = {}
    for line in log.read_text().splitlines():
        if resumed := SYNCED.match(line):
            if file := syncing.pop(resumed["thread"], None):
                yield Sync(float(resumed["at"]), file)
            continue
        call = CALL.match(line)
        if call is None:
            continue
        at, file = float(call["at"]), unescaped(call["file"]).decode()
        if call["name"] in ("fdatasync", "fsync"):
            if line.endswith("<unfinished ...>"):
                syncing[line.split()[0]] = file
            else:
                yield Sync(at, file)
        elif call["name"] == "ftruncate":
            yield Write(at, file, int(re.split(r"[,) ]", call["rest"])[0]), None)
        elif written := BYTES.match(call["rest"]):
            content = unescaped(written[1])
            must(len(content) == int(written[2]), "the log was cut off")
            yield Write(at, file, int(written[3]), content)


def unescaped(hexadecimal: str) -> bytes:
    """What strace writes as \\x6f\\x6e."""
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


def image(before: Path, after: Path, done: list[Write | Sync], chance: random.Random) -> None:
    """The instance's database as it may look when the power failed after these calls."""
    last = {call.file: number for number, call in enumerate(done) if isinstance(call, Sync)}
    shutil.copytree(before, after)
    opened = {file.name: file.open("r+b") for file in after.iterdir() if file.is_file()}
    for number, call in enumerate(done):
        if isinstance(call, Sync):
            continue
        name = Path(call.file).name
        if name not in opened:
            opened[name] = (after / name).open("w+b")
        kept = survives(call, number < last.get(call.file, -1), chance)
        if kept is None:
            opened[name].truncate(call.offset)
        elif kept:
            opened[name].seek(call.offset)
            opened[name].write(kept)
    for file in opened.values():
        file.close()
    (after / "onward.db-shm").unlink(missing_ok=True)


def survives(write: Write, synced: bool, chance: random.Random) -> bytes | None:
    """What of a write is on the disk; None for a new length."""
    if write.content is None:
        return None if synced or chance.random() < 0.5 else b""
    fate = 0.0 if synced else chance.random()
    if fate < 0.4:
        return write.content
    if fate < 0.8:
        return b""
    return write.content[: SECTOR * chance.randrange(len(write.content) // SECTOR + 1)]


def lose_power(work: Work) -> str:
    """At moments drawn by chance, always the same ones."""
    if shutil.which("strace") is None:
        return "not tried: strace is not installed"
    prepared, images = work.prepared(), work.times(600, 25)
    with sqlite3.connect(prepared.instance / "onward.db") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    before = work.folder / "before"
    shutil.copytree(prepared.instance, before)
    log = work.folder / "calls"
    told = recorded(prepared, log, work.times(800, 60))
    ours = str(prepared.instance / "onward.db")
    done = [call for call in calls(log) if call.file in (ours, f"{ours}-wal")]
    folded = sum(isinstance(call, Sync) and call.file == ours for call in done)
    must(folded > 0 or work.short, "the log was never folded into the database")
    chance = random.Random(11)
    corrupt = lost = 0
    for number in range(images):
        cut = chance.randrange(len(done) // 50, len(done))
        at = work.folder / f"image-{number}"
        image(before, at, done[:cut], chance)
        acknowledged = {company for moment, company in told if moment < done[cut].at}
        held = companies(at)
        corrupt += held is None
        lost += len(acknowledged - held) if held is not None else 0
        shutil.rmtree(at)
    syncs = sum(isinstance(call, Sync) for call in done)
    seen = (
        f"{images} images from {len(done):,} calls ({syncs:,} syncs, {folded} of the database "
        f"itself; {len(told):,} changes acknowledged): {corrupt} corrupt, {lost} changes lost"
    )
    must(corrupt == lost == 0 and syncs >= len(told) / CLIENTS, seen)
    return seen


def companies(instance: Path) -> set[str] | None:
    """Those that are there; None where the database is not whole."""
    try:
        with sqlite3.connect(instance / "onward.db") as database:
            if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            return {company for (company,) in database.execute("SELECT company FROM leads")}
    except sqlite3.DatabaseError:
        return None
    finally:
        database.close()


FAULT = Fault(
    "2",
    "power loss while 4 clients write: images without what was not synced",
    "600 images, 0 corrupt, 0 acknowledged changes lost",
    lose_power,
)
