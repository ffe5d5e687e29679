"""Passkeys, by the fido2 library where it is installed: questions to a browser, and its answers."""

import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from flask import request

from tracker.models.user import User
from tracker.web.security import base_url, is_address

Read = TypeVar("Read")
LONGEST = 50_000
"""Characters of an answer; a usual one has a thousand or two."""


class PasskeyRefused(Exception):
    """An answer that does not fit the question, or is none."""


class Site(NamedTuple):
    """Where a passkey holds: a name, and the one address from which it may be used."""

    name: str
    origin: str


class Made(NamedTuple):
    """What a browser made."""

    credential_id: str
    public: bytes
    counter: int


@cache
def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("fido2") is not None


def site() -> Site | None:
    """This site, if browsers have passkeys for it: a name over HTTPS, or localhost."""
    if not is_installed():
        return None
    used, ours = urlsplit(request.host_url), urlsplit(base_url() or "")
    if used.hostname == "localhost":
        return Site("localhost", request.host_url.rstrip("/"))
    if ours.scheme != "https" or not ours.hostname or is_address(ours.hostname):
        return None
    return Site(ours.hostname, f"https://{ours.netloc}") if used.hostname == ours.hostname else None


def ask_to_make(here: Site, user: User, known: list[bytes]) -> tuple[str, Any]:
    """The question for a new passkey, and what its answer has to fit to."""
    from fido2.webauthn import (
        PublicKeyCredentialDescriptor,
        PublicKeyCredentialType,
        PublicKeyCredentialUserEntity,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    person = PublicKeyCredentialUserEntity(
        id=str(user.id).encode(), name=user.email, display_name=user.name or user.email
    )
    options, state = _server(here).register_begin(
        person,
        [
            PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=each)
            for each in known
        ],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.dumps(dict(options)["publicKey"]), dict(state)


def made_by(here: Site, state: Any, answer: str) -> Made:
    """The passkey that was made. Raises NotTaken."""

    def read() -> Made:
        made = _server(here).register_complete(state, _read(answer))
        if made.credential_data is None:
            raise PasskeyRefused
        credential = made.credential_data.credential_id.hex()
        return Made(credential, bytes(made.credential_data), made.counter)

    return _taking(read)


def ask_to_sign_in(here: Site) -> tuple[str, Any]:
    """The question that any of somebody's passkeys may answer."""
    from fido2.webauthn import UserVerificationRequirement

    options, state = _server(here).authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return json.dumps(dict(options)["publicKey"]), dict(state)


def named_by(answer: str) -> str:
    """Which passkey answers. Raises NotTaken."""
    from fido2.webauthn import AuthenticationResponse

    return _taking(lambda: bytes(AuthenticationResponse.from_dict(_read(answer)).raw_id).hex())


def counter_of(here: Site, state: Any, public: bytes, user_id: int, answer: str) -> int:
    """How often it was used by now, if it is right, and that person's. Raises NotTaken."""
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

    def read() -> int:
        given = AuthenticationResponse.from_dict(_read(answer))
        _server(here).authenticate_complete(state, [AttestedCredentialData(public)], given)
        if given.response.user_handle not in (None, b"", str(user_id).encode()):
            raise PasskeyRefused
        return int(given.response.authenticator_data.counter)

    return _taking(read)


def _taking(read: Callable[[], Read]) -> Read:
    """What was read; whatever is wrong with it is the same to us."""
    try:
        return read()
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise PasskeyRefused from error


def _read(answer: str) -> dict[str, Any]:
    read = json.loads(answer) if len(answer) <= LONGEST else None
    if not isinstance(read, dict):
        raise PasskeyRefused
    return read


def _server(here: Site) -> Any:
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    entity = PublicKeyCredentialRpEntity(name="Onward", id=here.name)
    return Fido2Server(entity, verify_origin=lambda origin: origin == here.origin)
