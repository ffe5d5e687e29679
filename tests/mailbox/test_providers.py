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


@pytest.mark.parametrize(
    ("domains", "title"),
    [
        ("outlook.de outlook.com.au outlook.fr hotmail.de hotmail.co.uk live.com.au live.de "
         "live.nl msn.com windowslive.com", "Outlook"),
        ("yahoo.de yahoo.co.uk yahoo.com.au yahoo.fr ymail.com rocketmail.com", "Connect Yahoo"),
        ("gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr gmx.co.uk", "Connect GMX"),
        ("icloud.com me.com mac.com", "Connect iCloud"),
        ("gmail.com googlemail.com", "Connect Gmail"),
        ("aol.com aol.de aol.co.uk", "Connect AOL"),
        ("uni.example outlook.uni.example live.example mail.com yahoo.co.jp", "Another provider"),
    ],
)  # fmt: skip
def test_every_domain_of_a_provider_leads_to_its_page(browser, domains: str, title: str) -> None:
    for domain in domains.split():
        assert f"<h1>{title}</h1>" in asked(browser, f"mia@{domain}"), domain


def test_gmx_of_other_countries_has_its_other_server(browser) -> None:
    assert form_of(asked(browser, "mia@gmx.fr"), PLACE)["host"] == "imap.gmx.com"
    assert form_of(asked(browser, "mia@gmx.at"), PLACE)["host"] == "imap.gmx.net"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("hotmial.de", "hotmail.de"),
        ("outlok.com", "outlook.com"),
        ("outlook.con", "outlook.com"),
        ("yahooo.de", "yahoo.de"),
        ("iclod.com", "icloud.com"),
        ("googelmail.com", "googlemail.com"),
    ],
)
def test_a_near_miss_is_asked_about_and_what_was_typed_stays(browser, typed, meant) -> None:
    page = asked(browser, f"mia@{typed}")
    assert "Did you mean" in page
    assert f">mia@{meant}</a>?" in page
    assert f'value="mia@{typed}"' in page
    assert 'name="host"' not in page
    query = {"at": "other", "username": f"mia@{typed}", "typed": f"mia@{typed}"}
    assert 'name="host"' in browser.get(PLACE, query_string=query).text


@pytest.mark.parametrize("domain", ["mail.com", "email.com", "tmail.example", "acme.com", "pm.org"])
def test_what_only_looks_like_one_is_asked_about_by_nobody(browser, domain: str) -> None:
    assert "Did you mean" not in asked(browser, f"mia@{domain}")
