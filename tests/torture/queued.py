"""`kill -9` while two phones send what waited on them: each change is made once, in its order."""

import contextlib
import http.client
import random
import sqlite3
import threading
import time
import urllib.parse
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.served import PATIENCE, Server
from tests.torture.fault import Fault, Work, must

CHANGES = 10
"""On each phone, each time."""
STAGES = ("interview", "action_taken", "applied")


@dataclass
class Phone:
    """What static/js/worker/sending.js does, for one card."""

    card: int
    version: str
    waiting: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    moves: int = 0
    again: int = 0
    begun: threading.Event = field(default_factory=threading.Event)

    def queue(self, number: int) -> None:
        """A move, or a note, made without a connection."""
        place = f"/applications/{self.card}"
        if number % 3:
            self.moves += 1
            fields = {"stage": STAGES[self.moves % len(STAGES)], "version": ""}
            self.waiting.append((str(uuid.uuid4()), f"{place}/stage", fields))
        else:
            self.waiting.append((str(uuid.uuid4()), f"{place}/notes", {"body": f"Note {number}"}))

    def send(self, port: int, headers: dict[str, str]) -> None:
        """Until the queue is empty, or the server is gone."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            while self.waiting:
                number, path, fields = self.waiting[0]
                if fields.get("version") == "":
                    fields["version"] = self.version
                self.again += 1
                answer = self.post(port, path, fields, {**headers, "Onward-Change": number})
                must(answer.status == 200, f"{path} was answered {answer.status}")
                must(answer.headers["Onward-Done"] == number, "nothing says that it is done")
                for each in (answer.headers["Onward-Versions"] or "").split():
                    self.version = each.rpartition(":")[2]
                del self.waiting[0]
                self.begun.set()
        self.begun.set()

    def post(
        self, port: int, path: str, fields: dict[str, str], headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        """One request; raises where the line is cut."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        with contextlib.closing(connection):
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            origin = {"Origin": f"http://127.0.0.1:{port}"}
            body = urllib.parse.urlencode(fields)
            connection.request("POST", path, body, {**headers, **form, **origin})
            answer = connection.getresponse()
            answer.read()
            return answer


def made(instance: Path, card: int) -> tuple[int, int, str]:
    """Moves, notes and the version of a card, in a whole database."""
    with contextlib.closing(sqlite3.connect(instance / "onward.db")) as database:
        must(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "integrity")
        ((moves, notes, version),) = database.execute(
            """SELECT (SELECT count(*) - 1 FROM stage_changes WHERE application_id = a.id),
            (SELECT count(*) FROM notes WHERE application_id = a.id), version
            FROM applications AS a WHERE id = ?""",
            (card,),
        ).fetchall()
    return moves, notes, str(version)


def happen(work: Work) -> str:
    """Each round the server is killed in the middle, and what still waits goes to the next one."""
    prepared, kills, chance = work.prepared(2), work.times(50, 1), random.Random(26)
    phones = [Phone(card, made(prepared.instance, card)[2]) for card in prepared.cards]
    queued = 0
    for round_ in range(kills + 1):
        if round_ < kills:
            for phone in phones:
                phone.begun.clear()
                for number in range(CHANGES):
                    phone.queue(number)
            queued += CHANGES * len(phones)
        with Server.running(prepared.instance) as server:
            threads = [
                threading.Thread(target=phone.send, args=(server.port, prepared.headers))
                for phone in phones
            ]
            for thread in threads:
                thread.start()
            if round_ < kills:
                must(all(phone.begun.wait(PATIENCE) for phone in phones), "nothing went on")
                time.sleep(chance.random() * 0.03)
                server.kill()
            for thread in threads:
                thread.join()
    found = [made(prepared.instance, phone.card) for phone in phones]
    rows = sum(moves + notes for moves, notes, _ in found)
    left = sum(len(phone.waiting) for phone in phones)
    tries = sum(phone.again for phone in phones)
    seen = f"{queued} changes of two phones, {kills} kills, {tries} requests: {rows} made"
    must((left, rows) == (0, queued), f"{seen}, {left} left")
    must(all(each[2] == phone.version for each, phone in zip(found, phones, strict=True)), seen)
    return f"{seen}, 0 lost, 0 twice, each card at the version that its phone was told"


FAULT = Fault(
    "26",
    "`kill -9` of the server while two phones send what waited on them",
    "every change once, in its order",
    happen,
)
