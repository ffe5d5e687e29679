"""Fetching never reaches inside, ends in time, and reads what a page is."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.fetching.sites import PAGE, as_the_web, site
from tracker.fetching.addresses import is_outside, may_be_reached
from tracker.fetching.body import LARGEST, decoded
from tracker.fetching.fetch import Fetcher
from tracker.fetching.refusals import Refused, Why

# From Python 3.13 on an answer that was left open says so in the log.
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")

LOOPBACKS = (
    *("127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "127.1"),
    *("127.0.1", "127.0.0.1.", "localhost", "localhost.", "LOCALHOST", "0.0.0.0", "0", "[::1]"),
    *("[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]"),
    *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "[::1%25lo]", "[fd00::1]"),
    *("①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1", "[2001:0:7f00:1::]", "[ff02::1]"),
    *("router", "printer.local", "nas.fritz.internal", "app.localhost", "x.home.arpa"),
)
INSIDE = (
    *("10.0.0.1", "172.16.5.4", "172.31.255.255", "192.168.1.1", "169.254.169.254", "127.8.8.8"),
    *("100.64.0.1", "100.127.255.254", "0.1.2.3", "192.0.0.8", "192.0.2.1", "198.18.0.1"),
    *("198.51.100.7", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
    *("::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b:1::1"),
    *("2002:0a00:0001::1", "2001:0:4136:e378::1", "2001:db8::1", "3fff::1", "fc00::1", "fd12::1"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1%2", "5f00::1", "100::1"),
    *("", "nobody", "1.2.3", "1.2.3.4.5", "0x7f.1"),
)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_of_the_inside_is_known_as_one(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1111"])
def test_an_address_of_the_web_is_known_as_one(address: str) -> None:
    assert is_outside(address)


def test_no_way_to_write_this_machine_leads_to_it() -> None:
    with site(PAGE + b"inside") as canary:

        def dial(address: tuple[str, int], timeout: float) -> socket.socket:
            return socket.create_connection((address[0], canary.port), timeout)

        for host in LOOPBACKS:
            for scheme in ("http", "https"):
                with pytest.raises(Refused) as refused:
                    Fetcher(dial=dial).fetch(f"{scheme}://{host}/")
                assert refused.value.why in (Why.INSIDE, Why.NO_LINK, Why.UNKNOWN), host
        assert canary.connections == 0


@pytest.mark.parametrize(
    "link",
    [
        *("file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:1", ""),
        *("http://example.org:22/", "http://example.org:8000/", "http://a:b@example.org/", "//x/"),
        *("http://user@example.org/", "http:\\\\example.org", "http://exa mple.org/", "http://"),
        *("http://[::1", "http://example.org:99999/", "http://ex\r\nHost: b/", "data:text/html,x"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_not_followed(link: str) -> None:
    fetcher = Fetcher(resolve=lambda *_: pytest.fail("looked up"))
    with pytest.raises(Refused) as refused:
        fetcher.fetch(link)
    assert refused.value.why in (
        Why.NO_LINK, Why.INSIDE, Why.SCHEME, Why.SIGNED_IN, Why.PORT
    )  # fmt: skip


@pytest.mark.parametrize("inside", ["10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_inside_is_not_connected_to(inside: str) -> None:
    for answer in ([inside], ["8.8.8.8", inside], [inside, "8.8.8.8"]):
        fetcher = Fetcher(
            resolve=lambda *_, answer=answer: answer,
            dial=lambda a, t: pytest.fail(f"{a} was dialled"),
        )
        with pytest.raises(Refused) as refused:
            fetcher.fetch("https://jobs.example.org/1")
        assert refused.value.why == Why.INSIDE


def test_a_name_is_looked_up_once_and_the_checked_address_is_connected_to() -> None:
    """DNS rebinding: a second look-up would get another answer."""
    answers = [["203.0.113.9"], ["127.0.0.1"], ["127.0.0.1"]]
    with site(PAGE + b"<p>Baker") as web:
        fetcher = as_the_web(web.port, resolve=lambda *_: answers.pop(0))
        assert fetcher.fetch("http://jobs.example.org/1").text == "<p>Baker"
        assert len(answers) == 2
        with pytest.raises(Refused) as refused:
            fetcher.fetch("http://jobs.example.org/1")
        assert refused.value.why == Why.INSIDE and web.connections == 1
    assert b"Host: jobs.example.org\r\n" in web.asked[0]


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.1:{port}/", Why.INSIDE),
        ("http://10.0.0.1/", Why.INSIDE),
        ("http://[::1]/", Why.INSIDE),
        ("http://inside.example.org/", Why.INSIDE),
        ("file:///etc/passwd", Why.SCHEME),
        ("http://jobs.example.org:{port}/", Why.PORT),
        ("//localhost/", Why.INSIDE),
        ("http://[", Why.BROKEN),
        ("", Why.BROKEN),
        ("/again", Why.BROKEN),
    ],
)
def test_a_redirect_is_checked_as_the_first_link_is(location: str, why: Why) -> None:
    def look_up(host: str, port: int, seconds: float) -> list[str]:
        return {"jobs.example.org": ["203.0.113.9"]}.get(host, ["10.0.0.1"])

    with site(PAGE + b"inside") as canary:
        said = location.format(port=canary.port).encode()
        moved = b"HTTP/1.1 302 Found\r\nLocation: " + said + b"\r\n\r\n"
        with site(moved) as web:
            with pytest.raises(Refused) as refused:
                as_the_web(web.port, resolve=look_up).fetch("http://jobs.example.org/1")
            assert refused.value.why == why
            assert web.connections <= 4
        assert canary.connections == 0


def test_three_redirects_are_followed() -> None:
    def answer(connected: socket.socket, asked: bytes) -> None:
        step = int(asked.split(b" ")[1].strip(b"/"))
        if step < 3:
            connected.sendall(b"HTTP/1.1 301 Moved\r\nLocation: /%d\r\n\r\n" % (step + 1))
        else:
            connected.sendall(PAGE + "Bäcker".encode())

    with site(answer) as web:
        fetched = as_the_web(web.port).fetch("http://jobs.example.org/0")
    assert fetched.text == "Bäcker" and fetched.url == "http://jobs.example.org/3"


def _drip(head: bytes, forever: bytes):
    def answer(connected: socket.socket, asked: bytes) -> None:
        connected.sendall(head)
        while True:
            connected.sendall(forever)
            time.sleep(0.02)

    return answer


@pytest.mark.parametrize(
    ("head", "forever"),
    [(PAGE, b"a"), (b"HTTP/1.1 200 OK\r\n", b"X"), (b"HTTP/1.1 100 Continue\r\n\r\n", b"\r\n"),
     (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n")],
)  # fmt: skip
def test_a_drip_that_never_ends_is_ended(head: bytes, forever: bytes) -> None:
    began = time.monotonic()
    with site(_drip(head, forever)) as web, pytest.raises(Refused) as refused:
        as_the_web(web.port, seconds=0.5).fetch("http://jobs.example.org/1")
    assert refused.value.why in (Why.SLOW, Why.BROKEN)
    assert time.monotonic() - began < 60  # and not for ever, on whatever machine


def test_no_handshake_and_no_look_up_goes_on_for_ever() -> None:
    over = threading.Event()

    def hang(connected: socket.socket, asked: bytes) -> None:
        over.wait(60)

    with site(hang) as web, pytest.raises(Refused) as refused:
        as_the_web(web.port, seconds=0.3).fetch("https://jobs.example.org/1")
    over.set()
    assert refused.value.why == Why.SLOW


def test_a_page_without_an_end_is_cut_and_a_packed_bomb_too() -> None:
    def endless(connected: socket.socket, asked: bytes) -> None:
        connected.sendall(PAGE)
        while True:
            connected.sendall(b"a" * 65_536)

    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = bomb.compress(b"a" * 200_000_000) + bomb.flush()
    head = PAGE.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    for answer in (endless, head + packed):
        with site(answer) as web:
            text = as_the_web(web.port, seconds=60).fetch("http://jobs.example.org/1").text
        assert len(text) == LARGEST


def test_a_packed_page_is_read_and_a_broken_one_is_not() -> None:
    head = PAGE.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    with site(head + gzip.compress(b"<p>Baker")) as web:
        assert as_the_web(web.port).fetch("http://jobs.example.org/1").text == "<p>Baker"
    with site(head + b"no gzip at all") as web, pytest.raises(Refused):
        as_the_web(web.port).fetch("http://jobs.example.org/1")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", Why.REFUSED),
        (b"HTTP/1.1 999 Request denied\r\n\r\n", Why.REFUSED),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", Why.GONE),
        (b"HTTP/1.1 500 Oh\r\n\r\n", Why.BROKEN),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF", Why.NO_PAGE),
        (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", Why.NO_PAGE),
        (PAGE.replace(b"\r\n\r\n", b"\r\nContent-Encoding: br\r\n\r\n"), Why.NO_PAGE),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Why.BROKEN),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", Why.BROKEN),
        (b"", Why.BROKEN),
    ],
)
def test_what_cannot_be_read_says_why(answer: bytes, why: Why) -> None:
    with site(answer) as web, pytest.raises(Refused) as refused:
        as_the_web(web.port).fetch("http://jobs.example.org/1")
    assert refused.value.why in (why, Why.UNREACHABLE if not answer else why)


def test_the_second_address_is_tried_where_the_first_does_not_answer() -> None:
    with site(PAGE + b"Baker") as web:
        fetcher = as_the_web(web.port, addresses=["203.0.113.1", "203.0.113.9"])
        assert fetcher.fetch("http://jobs.example.org/1").text == "Baker"


def test_only_so_many_are_fetched_at_once_and_others_are_told() -> None:
    began, over = threading.Semaphore(0), threading.Event()

    def hang(connected: socket.socket, asked: bytes) -> None:
        began.release()
        over.wait(60)

    with site(hang) as web:
        fetcher = as_the_web(web.port, seconds=60)

        def fetch() -> None:
            with pytest.raises(Refused):
                fetcher.fetch("http://jobs.example.org/1")

        threads = [threading.Thread(target=fetch) for _ in range(2)]
        for each in threads:
            each.start()
            began.acquire(timeout=60)
        with pytest.raises(Refused) as refused:
            fetcher.fetch("http://jobs.example.org/1")
        assert refused.value.why == Why.BUSY
        over.set()
        for each in threads:
            each.join(60)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Bäcker – 20 €".encode("cp1252"), "iso-8859-1"),
        ("Bäcker – 20 €".encode(), ""),
        ("Bäcker – 20 €".encode("cp1252"), ""),
        (b"<meta charset=windows-1252>" + "Bäcker – 20 €".encode("cp1252"), ""),
        ("Bäcker – 20 €".encode("utf-16"), "utf-8"),
        ("Bäcker – 20 €".encode(), "no-such-letters"),
        ("Bäcker – 20 €".encode(), "hex"),
    ],
)
def test_letters_are_read_as_they_are_written(body: bytes, named: str) -> None:
    assert "Bäcker – 20 €" in decoded(body, named)


def test_this_machines_own_address_is_no_place_to_go() -> None:
    assert not may_be_reached("127.0.0.1")
    assert not may_be_reached("no address")


def _certificate(folder: Path, name: str) -> ssl.SSLContext:
    """What a site shows for a name that it vouches for itself; the file is beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "site.pem"
    kept = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem.write_bytes(kept + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_a_safe_page_is_read_and_one_that_vouches_for_another_name_is_not(tmp_path: Path) -> None:
    secure = _certificate(tmp_path, "jobs.example.org")

    def answer(connected: socket.socket, asked: bytes) -> None:
        connected.sendall(PAGE + b"Baker")

    with site(answer, secure) as web:
        fetcher = as_the_web(web.port)
        with pytest.raises(Refused) as refused:
            fetcher.fetch("https://jobs.example.org/1")
        assert refused.value.why == Why.UNSAFE
        fetcher = as_the_web(web.port)
        fetcher.trusts = lambda: ssl.create_default_context(cafile=str(tmp_path / "site.pem"))
        assert fetcher.fetch("https://jobs.example.org/1").text == "Baker"
        with pytest.raises(Refused) as refused:
            fetcher.fetch("https://other.example.org/1")
        assert refused.value.why == Why.UNSAFE
