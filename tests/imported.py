"""Bringing a file in on the web, in the words of the test."""

import io
import re

from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.browser import Browser
from tracker.extensions import db
from tracker.models import Import


def send(
    browser: Browser, content: bytes | str, name: str = "jobs.csv", key: str = ""
) -> TestResponse:
    """Choose a file and send it."""
    body = content.encode() if isinstance(content, str) else content
    return browser.post(
        "/imports",
        data={"file": (io.BytesIO(body), name), "key": key},
        content_type="multipart/form-data",
    )


def brought(browser: Browser, content: bytes | str, name: str = "jobs.csv", **typed: str) -> str:
    """Send a file and say that it looks right; the address of its preview."""
    sent = send(browser, content, name)
    assert sent.status_code == 303, sent.text
    url: str = sent.headers["Location"]
    matched = browser.post(f"{url}/mapping", data=typed)
    assert matched.status_code == 303, matched.text
    finish(browser, url)
    return url


def added(browser: Browser, content: bytes | str, name: str = "jobs.csv", **typed: str) -> str:
    """Send a file, and add all that is ready."""
    url = brought(browser, content, name, **typed)
    browser.post(f"{url}/landing")
    finish(browser, url)
    return url


def newest() -> str:
    """Where the last import is."""
    return f"/imports/{db.session.scalar(select(func.max(Import.id)))}"


def finish(browser: Browser, url: str) -> None:
    """Go on with the step at hand until it is done, as its page would."""
    while db.session.get_one(Import, int(url.rpartition("/")[2])).at_work:
        browser.post(f"{url}/staging")


def heading(page: TestResponse) -> str:
    """What the page says first."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    assert found is not None
    return found.group(1).strip()


def row_url(page: TestResponse, number: int) -> str:
    """Where a row of the list is changed."""
    row = page.text.partition(f'id="row-{number}"')[2]
    found = re.search(r"/imports/\d+/rows/\d+", row)
    assert found is not None
    return found.group(0)


def told(page: TestResponse) -> tuple[str, str]:
    """What came of it: the heading, and the sentence about what was there already."""
    found = re.search(r"<p>(\d[\d,]* (?:was|were) there already[^<]*)</p>", page.text)
    return heading(page), found.group(1) if found else ""
