"""One address or form of every kind, for scanners that should come to their end.

    scan/bin/python -m tests.attacks.kinds wapiti 8001
    scan/bin/python -m tests.attacks.kinds wapiti 8001 /s/TOKEN /calendar/TOKEN.ics  # a stranger

writes a session of Wapiti into the folder, as if it had crawled to these and to nothing else
(`--skip-crawl --store-session wapiti`). It runs with the Python that Wapiti is installed in.
"""

import asyncio
import hashlib
import sys
from pathlib import Path
from typing import Any

FRESH = [("csrf_token", "x"), ("key", "x")]
"""The gate puts right ones into their place."""
ASKED: dict[str, dict[str, str]] = {
    "/people": {"q": "a", "from": "1", "page": "1"},
    "/board/table": {"q": "a", "stage": "applied", "sort": "role", "page": "1"},
    "/work-search/log.csv": {"period": "dates", "from": "2026-11-01", "to": "2026-11-30"},
    "/applications/1/ask/letter/nudge": {"tone": "warm", "language": "en", "to": "1"},
    "/exports/new": {"format": "pdf"},
}
"""Search, pages, stages, sorting, days, choices, somebody's number."""
SHOWING = "/people /leads /actions /today /board /board/table /work-search /documents /themes"
SHOWING += " /skills /applications/1 /search /exports"
"""More pages on which what was kept comes to be seen, for `permanentxss`."""
SENT: dict[str, dict[str, str]] = {
    "/people": {
        "name": "Alex Reed",
        "phone": "0400 000 000",
        "email": "alex@example.org",
        "title": "Recruiter",
        "company": "Reed",
        "notes": "Met at a fair",
    },
    "/leads": {
        "role": "Planner",
        "company": "Reed",
        "link": "https://jobs.example.org/1",
        "closes_on": "2026-12-20",
        "excitement": "3",
        "location": "Perth",
        "source": "Board",
        "pay_text": "90,000",
        "notes": "Ask Alex",
        "posting": "We look for a planner",
    },
    "/actions": {
        "cue": "Saturday",
        "what": "Call Alex",
        "due_on": "2026-12-03",
        "first_step": "Find the number",
        "plan": "If busy, write",
        "kind": "other",
    },
    "/work-search/activities": {
        "what": "Fair",
        "on": "2026-11-29",
        "minutes": "60",
        "kind": "other",
        "with_whom": "Alex",
        "result": "Two cards",
    },
    "/themes": {"name": "Pay", "parent": "1"},
    "/applications/1/stage": {"version": "1", "from": "applied", "stage": "applied", "told": "now"},
    "/exports": {
        "format": "pdf",
        "preset": "all",
        "parts": "summary",
        "companies": "names",
        "people": "y",
        "span": "all",
        "first_day": "2026-11-01",
        "last_day": "2026-11-30",
    },
    "/documents": {"label": "Planner", "kind": "resume"},
}
"""Lines, words, links, days, numbers, choices, ticks, what is hidden, another row, a file."""
FILES = {"/documents": ("file", ("resume.txt", b"Robin Quill\nPlanner\n", "text/plain"))}
TYPES = {".csv": "text/csv", ".ics": "text/calendar"}
"""What shows no tags, however they came there."""
NOTE = {"body": "Well done", "suggestion": "Call them", "by": "Mia"}


def of_a_stranger(link: str, calendar: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is open to somebody who is not signed in."""
    asked = {
        "/login": {"email": "a@example.org"},
        link: {"kept": "1"},
        f"{link}/applications/1": {"kept": "1"},
        "/share": {"title": "a", "text": "b", "url": "https://jobs.example.org/1"},
        calendar: {"day": "1"},
    }
    sent = {
        "/login": {"email": "a@example.org", "password": "x", "carried": ""},
        "/setup": {"code": "x"},
        f"{link}/notes": NOTE,
        f"{link}/applications/1/notes": NOTE,
    }
    return asked, sent


async def main(folder: str, port: str, *stranger: str) -> None:
    """Write the session."""
    import httpx
    from wapitiCore.net import Request  # type: ignore[import-not-found]
    from wapitiCore.net.response import Response  # type: ignore[import-not-found]
    from wapitiCore.net.sql_persister import SqlPersister  # type: ignore[import-not-found]

    base = f"http://127.0.0.1:{port}"
    known = hashlib.sha256(f"{base}/".encode()).hexdigest()[:8]
    Path(folder).mkdir(parents=True, exist_ok=True)
    kept = SqlPersister(str(Path(folder) / f"127.0.0.1_{port}_folder_{known}.db"))
    await kept.create()
    await kept.set_root_url(f"{base}/")
    asked, sent = of_a_stranger(*stranger) if stranger else (ASKED, SENT)
    requests = [Request(base + each, get_params=listed(asked[each])) for each in asked]
    if not stranger:
        requests += [Request(base + each) for each in SHOWING.split()]
    for path, fields in sent.items():
        file = FILES.get(path)
        more = {"file_params": [list(file)], "enctype": "multipart/form-data"} if file else {}
        pairs = listed(dict(FRESH) | fields)
        requests.append(
            Request(base + path, "POST", post_params=pairs, referer=base + path, **more)
        )
    for request in requests:
        request.set_headers(httpx.Headers({"accept": "*/*"}))
        page = httpx.Response(
            200,
            headers={"content-type": TYPES.get(Path(request.path).suffix, "text/html")},
            content=b"<html></html>",
            request=httpx.Request("GET", request.url),
        )
        await kept.save_request(request, Response(page, request.url))
    await kept.close()


def listed(fields: dict[str, str]) -> list[list[str]]:
    return [[name, value] for name, value in fields.items()]


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
