"""Passkeys: what is refused (e2e/test_passkeys.py has what works, in a browser)."""

import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticatorData, CollectedClientData
from flask import Flask
from sqlalchemy import func, select, update

from tests.browser import Browser
from tests.builders import Build
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, Passkey
from tracker.web.ways_in import webauthn

DEEP = "[" * 20_000 + "]" * 20_000
ODD = [
    "",
    "null",
    "[]",
    "{}",
    "x",
    '{"id": 1}',
    DEEP,
    '{"rawId": "AA", "response": {}}',
    "1" * 60_000,
]


def answer_of(credential_id: str) -> str:
    """An answer of the right shape that nobody signed."""
    import base64

    raw = base64.urlsafe_b64encode(bytes.fromhex(credential_id)).decode().rstrip("=")
    data = json.dumps({"type": "webauthn.get", "challenge": "AA", "origin": "http://localhost"})
    client = base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")
    auth = base64.urlsafe_b64encode(bytes(37)).decode().rstrip("=")
    response = {"clientDataJSON": client, "authenticatorData": auth, "signature": "AA"}
    return json.dumps({"id": raw, "rawId": raw, "type": "public-key", "response": response})


def test_odd_answers_sign_nobody_in_and_add_nothing(visitor: Browser, browser: Browser) -> None:
    for odd in ODD:
        visitor.get("/login/passkey")
        assert visitor.post("/login/passkey", data={"answer": odd}).status_code == 422, odd
        browser.get("/settings/passkeys/new")
        assert browser.post("/settings/passkeys", data={"answer": odd}).status_code == 303, odd
        assert db.session.scalars(select(Passkey)).all() == [], odd
        assert db.session.scalar(select(func.count()).select_from(Device)) == 1, odd


def test_an_answer_that_nobody_signed_reads_as_one_of_an_unknown_passkey(
    visitor: Browser, build: Build
) -> None:
    known = build.passkey(build.user())
    visitor.get("/login/passkey")
    unsigned = visitor.post("/login/passkey", data={"answer": answer_of(known.credential_id)})
    unknown = visitor.post("/login/passkey", data={"answer": answer_of("ffff")})
    for answer in (unsigned, unknown):
        assert answer.status_code == 422
        assert "isn’t known here" in answer.text
    assert db.session.scalars(select(Device)).all() == []


def test_without_a_question_no_answer_is_looked_at(visitor: Browser, build: Build) -> None:
    known = build.passkey(build.user())
    answer = visitor.post("/login/passkey", data={"answer": answer_of(known.credential_id)})
    assert answer.headers["Location"] == "/login"


def test_guesses_are_slowed(visitor: Browser) -> None:
    answers = []
    for _ in range(11):
        visitor.get("/login/passkey")
        answers.append(visitor.post("/login/passkey", data={"answer": "{}"}).status_code)
    assert answers == [422] * 10 + [429]


@pytest.mark.both_databases
def test_an_answer_signs_in_once_also_for_whoever_copied_the_cookie_with_it(
    app: Flask, visitor: Browser, build: Build
) -> None:
    """As a phone that counts nothing answers, and somebody who recorded one sign-in."""
    key = ec.generate_private_key(ec.SECP256R1())
    public = AttestedCredentialData.create(
        bytes(16), b"one", ES256.from_cryptography_key(key.public_key())
    )
    user = build.user()
    build.passkey(user, credential_id=b"one".hex(), public=bytes(public))
    visitor.get("/login/passkey")
    with visitor.session_transaction() as cookie:
        asked = cookie["passkey"]
    client = CollectedClientData.create(
        "webauthn.get", websafe_decode(asked[1]["challenge"]), "http://localhost"
    )
    data = AuthenticatorData.create(sha256(b"localhost"), 0x05, 0)
    response = {
        "clientDataJSON": websafe_encode(client),
        "authenticatorData": websafe_encode(data),
        "signature": websafe_encode(key.sign(data + client.hash, ec.ECDSA(hashes.SHA256()))),
    }
    named = {"id": websafe_encode(b"one"), "rawId": websafe_encode(b"one"), "type": "public-key"}
    sent = {"answer": json.dumps({**named, "response": response})}

    assert visitor.post("/login/passkey", data=sent).status_code == 303
    assert visitor.get("/today").status_code == 200
    copied = Browser.of(app)
    with copied.session_transaction() as cookie:
        cookie["passkey"] = asked
    assert copied.post("/login/passkey", data=sent).status_code == 422
    assert copied.get("/today").status_code == 303


@pytest.mark.parametrize(
    ("base", "asked", "found"),
    [
        (None, "http://localhost:8000", ("localhost", "http://localhost:8000")),
        (None, "http://192.168.1.20:8000", None),
        (None, "http://jobs.example.org", None),
        ("http://jobs.example.org", "http://jobs.example.org", None),
        ("https://192.0.2.7", "https://192.0.2.7", None),
        ("https://jobs.example.org", "https://192.0.2.7", None),
        (
            "https://jobs.example.org",
            "http://jobs.example.org",
            ("jobs.example.org", "https://jobs.example.org"),
        ),
    ],
)
def test_passkeys_hold_for_a_name_over_https_and_for_localhost(
    app: Flask, settings: Settings, base: str | None, asked: str, found: tuple[str, str] | None
) -> None:
    app.config["ONWARD"] = replace(settings, base_url=base)
    with app.test_request_context(base_url=asked):
        assert webauthn.site() == found


def test_where_there_are_none_the_pages_say_so(
    app: Flask, browser: Browser, visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webauthn, "is_installed", lambda: False)
    assert "This server can’t take passkeys yet" in browser.get("/settings/passkeys").text
    assert browser.get("/settings/passkeys/new").headers["Location"] == "/settings/passkeys"
    assert visitor.get("/login/passkey").status_code == 404
    assert "passkey" not in visitor.get("/login").text


def test_adding_and_taking_away_need_the_password_given_lately(
    browser: Browser, build: Build
) -> None:
    known = build.passkey(browser.user)
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
        browser.user.password_hash = "unused"
        session.merge(browser.user)
    assert browser.get("/settings/passkeys/new").headers["Location"] == "/again"
    assert browser.post("/settings/passkeys").status_code == 401
    assert browser.post(f"/settings/passkeys/{known.id}/ending").status_code == 401
    assert db.session.get(Passkey, known.id) is not None
