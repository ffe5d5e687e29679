"""Small files that would take all memory, all time, or more than their due."""

import io
import json
import re
import time
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.cli.served import Client, Server
from tests.torture.fault import Fault, Work, must
from tests.torture.kills import history

MEGABYTE = 1_000_000
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PARTS = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": "<Relationships/>",
    "xl/workbook.xml": f'<workbook {NAMESPACE}><sheets><sheet name="A"/></sheets></workbook>',
}  # fmt: skip


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive, packed as tightly as it goes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def workbook(rows: str) -> bytes:
    """An .xlsx file with these rows."""
    sheet = f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>"
    return zipped({**PARTS, SHEET: sheet})


def open_document(rows: str) -> bytes:
    """An .ods file with these rows."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": mimetype, "content.xml": content})


def million_entries() -> bytes:
    """An archive of 200,000 empty files: its directory alone takes megabytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(200_000):
            archive.writestr(f"{number}.csv", b"")
    return made.getvalue()


ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    f"<worksheet {NAMESPACE}><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
)
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
REPEATED = (
    '<table:table-row table:number-rows-repeated="1048576">'
    '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    "</table:table-cell></table:table-row>"
)
FILES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "2,000,000 nested elements": lambda: ("a.xlsx", workbook("<a>" * 2_000_000)),
    "one cell of 190 MB": lambda: ("a.xlsx", workbook(CELL.format("x" * 190 * MEGABYTE))),
    "cells A1 and XFD1048576": lambda: (
        "a.xlsx",
        workbook(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        ),
    ),
    "an .ods sheet full of one repeated cell": lambda: ("a.ods", open_document(REPEATED)),
    "an .ods cell of 100 MB": lambda: (
        "a.ods",
        open_document(f"<table:table-row><table:table-cell>{'x' * 100 * MEGABYTE}"),
    ),
    "1 GB of zeros in a .zip": lambda: ("a.zip", zipped({"a.csv": b"\0" * 1_000 * MEGABYTE})),
    "200,000 files in a .zip": lambda: ("a.zip", million_entries()),
    "an entity that names a file": lambda: ("a.xlsx", zipped({**PARTS, SHEET: ENTITY})),
    "a path that escapes": lambda: ("a.zip", zipped({"../../../../tmp/onward.csv": "a,b\n1,2\n"})),
    "a workbook cut off": lambda: ("a.xlsx", workbook(CELL.format("Acme") * 50)[:-40]),
    "a CSV cell of 8,000 tabs, 200 times": lambda: (
        "a.csv",
        b"Company,Role\n" + (b"Acme," + b"\t" * 8_000 + b"x\n") * 200,
    ),
    "one line of 30 MB": lambda: ("a.csv", b"Company,Role\n" + b"x" * 30 * MEGABYTE),
    "a quote that never ends": lambda: ("a.csv", b'Company,Role\n"' + b"a,b\n" * 5 * MEGABYTE),
    "JSON of 1,000,000 brackets": lambda: ("a.json", b"[" * MEGABYTE),
    "an account file of 40 MB of numbers": lambda: (
        "a.json",
        json.dumps({"onward": 1, "tables": {"notes": [1] * 13 * MEGABYTE}}).encode(),
    ),
    "bytes by chance": lambda: ("a.xlsx", bytes(i * 7919 % 251 for i in range(300_000))),
}


def upload(client: Client, name: str, content: bytes) -> tuple[int, str]:
    """The status, and where it led to."""
    boundary = uuid.uuid4().hex
    body = (
        f"--{boundary}\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{uuid.uuid4()}\r\n"
        f"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n"
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + content + f"\r\n--{boundary}--\r\n".encode()  # fmt: skip
    return client.upload("/imports", body, f"multipart/form-data; boundary={boundary}")


def peak(process: int) -> float:
    """MB of memory that it held at most."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000


def bring(work: Work) -> str:
    """One after the other, to one server that goes on serving."""
    prepared = work.prepared()
    before = history(prepared.instance)
    seen, held = [], True
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        upload(client, "warm.csv", b"Company,Role\nAcme,Clerk\n")
        for what, make in list(FILES.items())[:: work.times(1, 4)]:
            name, content = make()
            base, began = peak(server.process.pid), time.perf_counter()
            status, place = upload(client, name, content)
            while place and "progress" in (page := client.get(place)[1]):
                must(time.perf_counter() - began < 120, f"{what}: never ended")
                time.sleep(0.1)
            took = time.perf_counter() - began
            grew = peak(server.process.pid) - base
            well = status < 500 and took < 5 and grew < 100
            held = held and well
            seen.append(f"{what}: {status}, {took:.1f} s, + {grew:.0f} MB{'' if well else ' (!)'}")
            if place and (found := re.match(r"/imports/\d+", place)):
                client.post(f"{found[0]}/deletion")
                del page
        must(server.healthy(), "the server went away")
    must(history(prepared.instance) == before, "the applications changed")
    must(held, "; ".join(seen))
    return "; ".join(seen)


FAULT = Fault(
    "12",
    f"{len(FILES)} hostile files brought in by the page",
    "no 5xx, under 5 s, under + 100 MB each, applications unchanged",
    bring,
)
