"""The server's own key for push services, made at first use, and who it says that it is."""

import base64
import json
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.config.private_file import write_once

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

FILE = "push-key"
LASTS = 12 * 60 * 60
"""Seconds for which a push service may believe a signature; they allow a day."""
NOBODY = "mailto:onward@example.org"
"""Whom a push service could write to, where no address of ours is known."""


@cache
def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("cryptography") is not None


def server_key(instance: Path) -> "EllipticCurvePrivateKey":
    """The one of this server; two who make it at once agree on one."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        load_pem_private_key,
    )

    file = instance / FILE
    if not file.exists():
        made = ec.generate_private_key(ec.SECP256R1())
        pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        write_once(file, pem)
    key = load_pem_private_key(file.read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def public_bytes(key: "EllipticCurvePrivateKey") -> bytes:
    """Its public half, as browsers and push services read it."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def authorization(key: "EllipticCurvePrivateKey", endpoint: str, site: str) -> str:
    """The header by which a push service knows whose message it is (VAPID).

    Raises ValueError where the endpoint is no address.
    """
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    parts = urlsplit(endpoint)
    whose = site if site.startswith("https://") else NOBODY
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(time.time()) + LASTS,
        "sub": whose,
    }
    said = ".".join(_json(each) for each in ({"typ": "JWT", "alg": "ES256"}, claims))
    pair = decode_dss_signature(key.sign(said.encode(), ec.ECDSA(SHA256())))
    signature = encoded(b"".join(number.to_bytes(32, "big") for number in pair))
    return f"vapid t={said}.{signature}, k={encoded(public_bytes(key))}"


def _json(value: object) -> str:
    return encoded(json.dumps(value, separators=(",", ":")).encode())


def encoded(raw: bytes) -> str:
    """In the letters of addresses, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
