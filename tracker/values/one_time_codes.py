"""Codes that change every half minute (TOTP), and those for the day that the phone is gone."""

import base64
import hmac
import secrets
from datetime import datetime

STEP = 30
"""Seconds for which a code is shown."""
EITHER_SIDE = 1
"""Codes before and after that are taken, too: clocks differ, and typing takes a while."""
HOW_MANY = 10
GROUP = 4
LONGEST = 100


def new_salt() -> str:
    """What a secret is made of, beside the server's own."""
    return secrets.token_urlsafe(24)


def derived_secret(key: str, salt: str) -> str:
    """A secret of 160 bits, as an app takes it: without the server's key, the salt tells nothing.

    HMAC-SHA256 is what keys are derived by (RFC 5869); so the secret is never written down.
    """
    made = hmac.digest(key.encode(), f"onward one-time codes {salt}".encode(), "sha256")
    return base64.b32encode(made[:20]).decode()


def mark_of(key: str) -> str:
    """Tells one server's key from another's, and nothing else of it."""
    return hmac.digest(key.encode(), b"onward one-time codes", "sha256")[:8].hex()


def address_of(secret: str, email: str) -> str:
    """What the QR code says."""
    import pyotp

    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name="Onward")


def grouped(secret: str) -> str:
    """The secret, to be typed."""
    return " ".join(secret[start : start + GROUP] for start in range(0, len(secret), GROUP))


def code_at(secret: str, counter: int) -> str:
    """The code of one half minute."""
    import pyotp

    return pyotp.TOTP(secret).generate_otp(counter)


def counter_at(at: datetime) -> int:
    """The half minute that a moment lies in, counted from 1970."""
    return int(at.timestamp()) // STEP


def counter_of(secret: str, typed: str, at: datetime, after: int = -1) -> int | None:
    """Which half minute a code is of, if it may be used now and is later than the last one."""
    code = "".join(typed[:LONGEST].split())
    if not (code.isascii() and code.isdigit()):
        return None
    found = None
    for counter in range(counter_at(at) - EITHER_SIDE, counter_at(at) + EITHER_SIDE + 1):
        fits = secrets.compare_digest(code_at(secret, max(counter, 0)), code)
        if fits and counter > after:
            found = counter
    return found


def new_recovery_codes() -> list[str]:
    """Ten of 80 bits each, like abcd-efgh-2345-wxyz."""
    made = [base64.b32encode(secrets.token_bytes(10)).decode().lower() for _ in range(HOW_MANY)]
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in made]


def plain_recovery_code(typed: str) -> str:
    """A recovery code as it is compared, however it was typed."""
    return "".join(letter for letter in typed[:LONGEST].lower() if letter.isalnum())
