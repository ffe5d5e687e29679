"""`kill -9` while people write: what was acknowledged is there, and the database is whole."""

import contextlib
import http.client
import re
import sqlite3
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.served import PATIENCE, Client, Prepared, Server
from tests.torture.fault import Fault, Work, must

CLIENTS = 6
STAGES = ("interview", "applied")


@dataclass
class Mover:
    """One person's phone, moving one card to and fro, and what it was told."""

    card: int
    version: str
    moves: int
    enough: int
    """So many are acknowledged before the server is killed in the middle of the next ones."""
    unsure: int = 0
    often: threading.Event = field(default_factory=threading.Event)
    refused: set[int] = field(default_factory=set)

    def write(self, client: Client) -> None:
        """Until the server goes away in the middle of it."""
        known, begun = re.compile(rf'value="{self.card}\.(\d+)"'), self.moves
        with contextlib.suppress(OSError, http.client.HTTPException):
            while not self.refused:
                self.unsure = 1
                status, answer = client.post(
                    f"/applications/{self.card}/stage",
                    stage=STAGES[self.moves % 2],
                    version=self.version,
                )
                self.unsure = 0
                if status != 200:
                    self.refused.add(status)
                    break
                self.moves += 1
                (self.version,) = set(known.findall(answer))
                if self.moves >= begun + self.enough:
                    self.often.set()
        self.often.set()


def kill_while_writing(prepared: Prepared, kills: int, enough: int) -> tuple[int, int, int]:
    """How many changes were acknowledged, how many of them are lost, and how many more are there.

    Six phones at once; each has `enough` acknowledged before each kill.
    """
    instance = prepared.instance
    acknowledged = lost = unsure = 0
    for _ in range(kills):
        before = history(instance)
        movers = [Mover(card, version, moves, enough) for card, (moves, version) in before.items()]
        with Server.running(instance) as server:
            client = prepared.client(server)
            client.headers |= {"HX-Request": "true", "HX-Request-Type": "partial"}
            phones = [threading.Thread(target=mover.write, args=(client,)) for mover in movers]
            for phone in phones:
                phone.start()
            must(all(mover.often.wait(PATIENCE) for mover in movers), "nothing went on")
            server.kill()
            for phone in phones:
                phone.join()
        after = history(instance)
        for mover in movers:
            must(not mover.refused, f"answers of {mover.refused}")
            saved = after[mover.card][0]
            must(saved <= mover.moves + mover.unsure, "a move was saved twice")
            acknowledged += mover.moves - before[mover.card][0]
            lost += max(mover.moves - saved, 0)
            unsure += max(saved - mover.moves, 0)
    return acknowledged, lost, unsure


def history(instance: Path) -> dict[int, tuple[int, str]]:
    """How often each card was moved and its version, from a whole database."""
    with sqlite3.connect(instance / "onward.db") as database:
        must(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "integrity")
        rows = database.execute(
            """SELECT a.id, a.version, a.stage, count(s.id) - 1,
            (SELECT after FROM stage_changes WHERE application_id = a.id ORDER BY id DESC LIMIT 1)
            FROM applications AS a JOIN stage_changes AS s ON s.application_id = a.id
            GROUP BY a.id"""
        ).fetchall()
    database.close()
    must(all(stage == last for _, _, stage, _, last in rows), "a stage without its history")
    return {card: (moves, str(version)) for card, version, _, moves, _ in rows}


def happen(work: Work) -> str:
    """Fifty kills, over ten thousand acknowledged changes."""
    kills, enough = work.times(50, 1), work.times(34, 5)
    acknowledged, lost, unsure = kill_while_writing(work.prepared(CLIENTS), kills, enough)
    seen = f"{kills} kills, {acknowledged:,} acknowledged, {lost} lost, integrity ok every time"
    must(lost == 0 and acknowledged >= kills * CLIENTS * enough, seen)
    return f"{seen}; {unsure} more were saved whose answer was cut off"


FAULT = Fault(
    "1",
    "`kill -9` of the server while 6 clients write",
    "50 kills, 10,000 acknowledged changes or more, 0 lost, integrity ok",
    happen,
)
