"""What goes to a browser: read by another library, signed, and only to where it may go."""

import base64
import json
from pathlib import Path
from stat import S_IMODE

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from tests.reminders.services import Phone, service, ways
from tracker.clock import now
from tracker.reminders.channels import push
from tracker.reminders.channels.outgoing import DeliveryRefused, Gone, Outgoing, Ways
from tracker.reminders.push.encryption import LARGEST, encrypt
from tracker.reminders.push.keys import FILE, decoded, public_bytes, server_key

SAID = Outgoing(
    "Two things for today", "Something you planned.", "digest-2026-11-24", "1", "/today",
    "https://onward.example.org", now(), 3600,
)  # fmt: skip


def test_only_the_browser_reads_it_and_the_service_can_tell_who_sent_it(tmp_path: Path) -> None:
    with service() as running:
        phone = running.phone()
        push.send(phone.given(), SAID, ways(tmp_path))
        push.send(phone.given(), SAID, ways(tmp_path))

    first, second = running.got
    told = {"title": SAID.title, "body": SAID.body, "tag": SAID.tag, "href": "/today"}
    assert phone.read(first.body) == told
    assert first.body != second.body
    assert {first.headers[name] for name in ("TTL", "Topic", "Urgency")} == {
        "3600", "digest-2026-11-24", "normal",
    }  # fmt: skip
    signed, key = first.headers["Authorization"].removeprefix("vapid t=").split(", k=")
    head, claims, signature = signed.split(".")
    raw = decoded(signature)
    pair = (int.from_bytes(half, "big") for half in (raw[:32], raw[32:]))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
    public.verify(encode_dss_signature(*pair), f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    assert json.loads(base64.urlsafe_b64decode(claims + "==")) | {"exp": 0} == {
        "aud": running.url,
        "sub": "https://onward.example.org",
        "exp": 0,
    }
    assert S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert public_bytes(server_key(tmp_path)) == decoded(key)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, Gone), (410, Gone), (403, Gone), (429, DeliveryRefused), (500, DeliveryRefused)],
)
def test_a_device_that_is_gone_is_told_from_a_service_that_is_busy(
    tmp_path: Path, status: int, kind: type[DeliveryRefused]
) -> None:
    with service() as running:
        running.status = status
        with pytest.raises(DeliveryRefused) as refused:
            push.send(running.phone().given(), SAID, ways(tmp_path))

    assert type(refused.value) is kind


@pytest.mark.parametrize(
    "endpoint",
    ["https://127.0.0.1/x", "https://[::1]/x", "https://push.local/x", "http://93.184.216.34/x",
     "https://10.0.0.1/x", "https://u:p@push.example.org/x", "file:///etc/passwd"],
)  # fmt: skip
def test_an_endpoint_is_no_way_inside(tmp_path: Path, endpoint: str) -> None:
    with pytest.raises(DeliveryRefused):
        push.send(Phone(endpoint).given(), SAID, Ways(tmp_path))


def test_keys_that_are_none_and_words_that_are_too_long_are_refused(tmp_path: Path) -> None:
    given = Phone("https://push.example.org/x").given()
    for broken in ({"p256dh": "AAAA"}, {"p256dh": "%"}):
        with pytest.raises(Gone):
            push.send(given | broken, SAID, Ways(tmp_path))
    key, secret = decoded(given["p256dh"]), decoded(given["auth"])
    assert len(encrypt(b"x" * LARGEST, key, secret)) == 4096
    with pytest.raises(ValueError, match="no push service"):
        encrypt(b"x" * (LARGEST + 1), key, secret)
