"""Bringing in a spreadsheet on the web: until its rows are shown, and until they are added."""

import csv
import io
import time
from urllib.parse import urlsplit

from tests.bench.client import Client, Form, SignedIn
from tests.bench.instance import SEED
from tests.bench.report import Figure, Report
from tracker.clock import now
from tracker.demo.hunt import hunt

ROWS = 5000
MOST_STEPS = 500
BETWEEN_LOOKS = 0.1
"""Seconds; the page itself looks every 0.7, which would blur what is measured."""
WORKING = 'id="work"'
STATUSES = {
    "applied": "Applied",
    "interview": "Interview",
    "rejected": "Rejected",
    "feedback_received": "Feedback received",
    "action_taken": "Rejected",
}


def measure(report: Report, known: SignedIn) -> None:
    """Once: the rows of a second time would be there already."""
    client = Client(known)
    begun = time.perf_counter()
    page = client.upload("/imports", "jobs.csv", spreadsheet(ROWS))
    url = urlsplit(page.headers["location"]).path
    form = Form.on(client.get(url).text, f"{url}/mapping")
    client.post(f"{url}/mapping", form.fields)
    finish(client, url)
    shown = time.perf_counter()
    client.post(f"{url}/landing", [("csrf_token", client.known.token)])
    finish(client, url)
    added = time.perf_counter()
    report.add(Figure(f"import of {ROWS:,} rows, preview", "s", [shown - begun], budget=2.0))
    report.add(Figure(f"import of {ROWS:,} rows, import", "s", [added - shown], budget=2.0))


def finish(client: Client, url: str) -> None:
    """Let it work until nothing is left; who looked again at once would only be in its way."""
    for _ in range(MOST_STEPS):
        if WORKING not in client.get(url).text:
            return
        client.post(f"{url}/staging", [("csrf_token", client.known.token)])
        time.sleep(BETWEEN_LOOKS)
    raise TimeoutError(url)


def spreadsheet(rows: int) -> bytes:
    """One row an application, as people keep them."""
    text = io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(["Company", "Role", "Status", "Applied", "Location", "Source", "Pay", "Link"])
    for made in hunt(SEED + 1, rows, now().date()).applications:
        sheet.writerow(
            [
                made.company,
                made.role,
                STATUSES[made.stage],
                f"{made.applied_on:%d/%m/%Y}",
                made.location,
                made.source,
                made.pay_text,
                made.link,
            ]
        )
    return text.getvalue().encode()
