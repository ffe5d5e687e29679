"""`kill -9` while people write: what was acknowledged is there, and the database is whole.

TEST_KILLS=50 makes the long run of it.
"""

import contextlib
import http.client
import os
import re
import sqlite3
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.served import PATIENCE, Client, Prepared, Server

KILLS = int(os.environ.get("TEST_KILLS", "1"))
MOVES = 5
"""Of each phone, all acknowledged, before the server is killed in the middle of the next ones."""
CLIENTS = 6
STAGES = ("interview", "applied")


@dataclass
class Mover:
    """One person's phone, moving one card to and fro, and what it was told."""

    card: int
    version: str
    moves: int
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
                if self.moves >= begun + MOVES:
                    self.often.set()
        self.often.set()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path, cards=CLIENTS)
    acknowledged = unsure = 0
    for _ in range(KILLS):
        before = history(tmp_path)
        movers = [Mover(card, version, moves) for card, (moves, version) in before.items()]
        with Server.running(tmp_path) as server:
            client = prepared.client(server)
            client.headers |= {"HX-Request": "true", "HX-Request-Type": "partial"}
            phones = [threading.Thread(target=mover.write, args=(client,)) for mover in movers]
            for phone in phones:
                phone.start()
            assert all(mover.often.wait(PATIENCE) for mover in movers)
            server.kill()
            for phone in phones:
                phone.join()
        after = history(tmp_path)
        for mover in movers:
            assert not mover.refused
            saved = after[mover.card][0]
            assert mover.moves <= saved <= mover.moves + mover.unsure
            acknowledged += mover.moves - before[mover.card][0]
            unsure += saved - mover.moves
    print(f"{KILLS} kills, {acknowledged:,} acknowledged, 0 lost, {unsure} more were saved")
    assert acknowledged >= KILLS * CLIENTS * MOVES


def history(instance: Path) -> dict[int, tuple[int, str]]:
    """How often each card was moved and its version, from a whole database."""
    with sqlite3.connect(instance / "onward.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute(
            """SELECT a.id, a.version, a.stage, count(s.id) - 1,
            (SELECT after FROM stage_changes WHERE application_id = a.id ORDER BY id DESC LIMIT 1)
            FROM applications AS a JOIN stage_changes AS s ON s.application_id = a.id
            GROUP BY a.id"""
        ).fetchall()
    database.close()
    assert all(stage == last for _, _, stage, _, last in rows)
    return {card: (moves, str(version)) for card, version, _, moves, _ in rows}
