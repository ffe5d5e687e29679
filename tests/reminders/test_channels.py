"""What goes out by each way, and what a server that is not trusted gets: nothing."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.reminders.services import Post, Service, post_office, service, ways
from tracker.config.smtp import OFF, STARTTLS, TLS, Smtp
from tracker.reminders.channels.email import written
from tracker.reminders.channels.every_channel import send
from tracker.reminders.channels.outgoing import DeliveryRefused, Gone, Outgoing, Ways

SAID = Outgoing(
    "Two things for today", "Something you planned.", "digest-2026-11-24", "onward.7.20261124",
    "/today", "https://onward.example.org", datetime(2026, 11, 24, 7, tzinfo=UTC), 3600,
)  # fmt: skip


@pytest.fixture(scope="module")
def office() -> Iterator[tuple[Smtp, Post]]:
    with post_office() as running:
        yield running


@pytest.fixture(scope="module")
def web() -> Iterator[Service]:
    with service() as running:
        yield running


def test_an_email_is_plain_and_the_same_each_time_it_is_tried(
    tmp_path: Path, office: tuple[Smtp, Post]
) -> None:
    smtp, box = office
    for _ in range(2):
        send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path, smtp))
    mail, again = box.mails

    assert mail["Message-ID"] == again["Message-ID"] == "<onward.7.20261124@example.org>"
    assert mail.get_content_type() == "text/plain"
    assert mail["List-Unsubscribe"] == "<https://onward.example.org/settings/reminders>"
    assert mail["Auto-Submitted"] == "auto-generated"
    words = mail.get_payload(decode=True).decode().replace("\r\n", "\n")
    assert words.startswith("Something you planned.\n\nOpen it: https://onward.example.org/today")


def test_no_line_can_be_put_into_the_head_of_an_email(
    tmp_path: Path, office: tuple[Smtp, Post]
) -> None:
    smtp, box = office
    before, by = len(box.mails), ways(tmp_path, smtp)
    with pytest.raises(DeliveryRefused):
        send("email", {"address": "jo@example.org\r\nBcc: all@example.org"}, SAID, by)
    assert len(box.mails) == before
    told = SAID._replace(title="Hello\r\nBcc: all@example.org")
    send("email", {"address": "jo@example.org"}, told, by)

    assert box.mails[-1]["Bcc"] is None
    assert box.mails[-1]["Subject"] == "Hello Bcc: all@example.org"
    assert set(box.to) == {"jo@example.org"}


def test_an_email_in_any_letters_comes_through(tmp_path: Path, office: tuple[Smtp, Post]) -> None:
    smtp, box = office
    told = SAID._replace(
        title="Morgen um 10:00: Gespräch mit Café Zürich", body="日本語\n.\nAlles Gute"
    )
    send("email", {"address": "jo@example.org"}, told, ways(tmp_path, smtp))

    assert str(box.mails[-1]["Subject"]) == told.title
    assert "日本語\n.\nAlles Gute" in box.mails[-1].get_content().replace("\r\n", "\n")
    assert message_from_bytes(bytes(written("jo@example.org", told, "o@example.org")))["To"]


@pytest.mark.parametrize("tls", [STARTTLS, TLS])
def test_nothing_is_said_to_a_mail_server_without_a_good_certificate(
    tmp_path: Path, office: tuple[Smtp, Post], tls: str
) -> None:
    smtp, box = office
    before = len(box.mails)
    wanted = replace(smtp, tls=tls, user="me", password="secret")
    with pytest.raises(DeliveryRefused) as refused:
        send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path, wanted))

    assert "secret" not in str(refused.value)
    assert len(box.mails) == before


def test_a_mail_server_that_refuses_or_is_away_is_said(
    tmp_path: Path, office: tuple[Smtp, Post]
) -> None:
    smtp, box = office
    box.refuses = "451 later"
    with pytest.raises(DeliveryRefused, match="at the moment"):
        send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path, smtp))
    box.refuses = ""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with pytest.raises(DeliveryRefused, match="at the moment"):
        send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path, replace(smtp, port=port)))
    with pytest.raises(DeliveryRefused, match="sends no mail"):
        send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path))


@pytest.mark.parametrize("tls", [OFF, STARTTLS, TLS])
def test_a_mail_server_that_stays_silent_or_slow_is_left_by_the_deadline(
    tmp_path: Path, tls: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        smtp = Smtp("127.0.0.1", silent.getsockname()[1], tls, "onward@example.org")
        with pytest.raises(DeliveryRefused, match="at the moment"):
            send("email", {"address": "jo@example.org"}, SAID, ways(tmp_path, smtp).in_a_hurry(0.2))


def test_what_is_not_on_this_machine_any_more_is_said_and_not_tried(tmp_path: Path) -> None:
    for kind, given in (("ntfy", None), ("ntfy", {}), ("fax", {"url": "x"}), ("push", {})):
        with pytest.raises(Gone):
            send(kind, given, SAID, Ways(tmp_path))


def test_what_is_kept_and_is_no_address_is_said_to_be_none(tmp_path: Path, web: Service) -> None:
    for url in ("http://[/t", "http://[1.2.3.4]/t", "https://a℀b/t"):
        for kind in ("ntfy", "gotify"):
            with pytest.raises(DeliveryRefused, match="whole address"):
                send(kind, {"url": url, "token": "A"}, SAID, ways(tmp_path))
        with pytest.raises(Gone):
            send("push", web.phone().given() | {"endpoint": url}, SAID, ways(tmp_path))


def test_a_token_can_put_no_line_into_a_request(tmp_path: Path, web: Service) -> None:
    given = {"url": f"{web.url}/x", "token": "a\r\nX-Y: z"}
    with pytest.raises(DeliveryRefused):
        send("ntfy", given, SAID, ways(tmp_path))

    assert web.got == []


def test_an_apprise_address_is_one_and_never_one_that_acts_on_the_server(
    tmp_path: Path, web: Service
) -> None:
    web.status, mine = 200, f"json://127.0.0.1:{web.port}/mine"
    web.got.clear()
    further = f"json://127.0.0.1:{web.port}/further"
    told = {"url": f"{mine},{further};{further} {further}, {further}\n{further}"}
    with suppress(DeliveryRefused):
        send("apprise", told, SAID, ways(tmp_path))
    paths = [each.path for each in web.got]

    assert len(paths) <= 1
    assert not any(path.startswith("/further") for path in paths)


def test_what_acts_on_the_server_is_not_done_whoever_kept_its_address(tmp_path: Path) -> None:
    for url in ("syslog://", "SYSLOG://_/,json://127.0.0.1/"):
        with pytest.raises(DeliveryRefused):
            send("apprise", {"url": url}, SAID, ways(tmp_path))


def test_apprise_itself_says_it_in_a_process_of_its_own(tmp_path: Path, web: Service) -> None:
    web.status = 200
    address = {"url": f"json://127.0.0.1:{web.port}/secret-path"}
    send("apprise", address, SAID, ways(tmp_path))

    assert b"Two things for today" in web.got[-1].body
    web.status = 500
    with pytest.raises(DeliveryRefused) as refused:
        send("apprise", address, SAID, ways(tmp_path))
    assert "secret-path" not in str(refused.value)
    assert "refused it" in str(refused.value)
    with pytest.raises(DeliveryRefused, match="no service by an address like that"):
        send("apprise", {"url": "nothing-such://secret-path"}, SAID, ways(tmp_path))
