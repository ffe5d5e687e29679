"""When an email came, as its page says it: never an hour that is still to come."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tracker.clock import now
from tracker.extensions import db
from tracker.models import MailProposal

READ = "/mail/read"
WORDS = "\nSubject: Your application\n\nDear Mia,\n\nUnfortunately you were not successful.\n\nJo"
SYDNEY = ZoneInfo("Australia/Sydney")


def sent_at(browser: Browser, head: str) -> datetime:
    browser.post(READ, data={"text": f"From: Jo <jo@banksia.example>\n{head}{WORDS}"})
    db.session.rollback()
    found = db.session.scalars(select(MailProposal.sent_at)).one()
    assert found is not None
    return found.astimezone(UTC)


@pytest.mark.parametrize(
    "said",
    [
        "Datum: {:%d.%m.%Y %H:%M}",
        "Datum: Montag, {:%d. November %Y %H:%M}",
        "Date: {:%d November %Y at %H:%M}",
        "Date: {:%a, %d %b %Y %H:%M:00}",
    ],
)
def test_an_hour_without_a_zone_is_on_the_persons_own_clock(sign_in, build, said: str) -> None:
    browser = sign_in(build.user(time_zone="Australia/Sydney"))
    there = datetime(2025, 11, 24, 9, 40, tzinfo=SYDNEY)

    assert sent_at(browser, said.format(there)) == there


def test_an_email_whose_clock_runs_ahead_came_when_it_was_pasted(browser: Browser) -> None:
    ahead = now() + timedelta(hours=5)
    came = sent_at(browser, f"Date: {ahead:%a, %d %b %Y %H:%M:%S} +0000")

    assert came <= now()
    assert now() - came < timedelta(minutes=1)
