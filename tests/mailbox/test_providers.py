"""Whose mailbox it is, told by its address: the server is asked for only where nobody knows it."""

import pytest

from tests.sent import form_of
from tracker.mailbox.connection import Inside
from tracker.models import User
from tracker.views.mail.mailbox import ALLOW, ASK, words_of

PLACE = "/settings/mailbox"


def asked(browser, address: str) -> str:
    return browser.get(PLACE, query_string={"at": "other", "username": address}).text


def test_another_provider_asks_for_the_address_first(browser) -> None:
    page = browser.get(f"{PLACE}?at=other").text
    assert 'name="username"' in page
    assert 'name="host"' not in page
    assert 'name="password"' not in page


@pytest.mark.parametrize(
    ("address", "title", "host", "name"),
    [
        ("mia@gmail.com", "Connect Gmail", "imap.gmail.com", "mia@gmail.com"),
        ("Mia@GMX.de", "Connect GMX", "imap.gmx.net", "Mia@GMX.de"),
        ("mia@gmx.com", "Connect GMX", "imap.gmx.com", "mia@gmx.com"),
        ("mia@web.de", "Connect Web.de", "imap.web.de", "mia@web.de"),
        ("mia@icloud.com", "Connect iCloud", "imap.mail.me.com", "mia"),
        ("mia@fastmail.com", "Connect Fastmail", "imap.fastmail.com", "mia@fastmail.com"),
        ("mia@aol.com", "Connect AOL", "imap.aol.com", "mia@aol.com"),
        ("mia@posteo.net", "Connect Posteo", "posteo.de", "mia@posteo.net"),
        ("mia@t-online.de", "Connect T-Online", "secureimap.t-online.de", "mia@t-online.de"),
        ("mia@uni.example", "Another provider", "", "mia@uni.example"),
    ],
)
def test_a_known_address_fills_the_server(browser, address, title, host, name) -> None:
    page = asked(browser, address)
    assert f"<h1>{title}</h1>" in page
    form = form_of(page, PLACE)
    assert (form["host"], form["username"]) == (host, name)
    in_sight = 'name="host"' in page.split('name="password"')[0]
    assert in_sight == (host == "")


@pytest.mark.parametrize("address", ["mia@hotmail.com", "mia@proton.me"])
def test_one_that_lets_no_program_in_says_what_works_instead(browser, address: str) -> None:
    page = asked(browser, address)
    assert "Two ways work" in page
    assert 'name="password"' not in page


def test_a_server_inside_says_how_it_is_allowed_or_whom_to_ask(browser, monkeypatch) -> None:
    error = Inside("nas.local")
    for keeper, words in ((True, ALLOW), (False, ASK)):
        with monkeypatch.context() as patch:
            patch.setattr(User, "is_keeper", property(lambda _, keeper=keeper: keeper))
            patch.setattr("tracker.views.mail.mailbox.me", lambda: browser.user)
            assert words_of(error).endswith(words)
