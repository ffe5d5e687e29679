"""What only one browser can read: aes128gcm for web push (RFC 8291)."""

import os
import struct

LARGEST = 3_993
"""Bytes of a message: with what is put around it, 4,096, which every push service takes."""


def encrypt(message: bytes, browser_key: bytes, secret: bytes) -> bytes:
    """For the browser with this public key and this secret. Raises ValueError."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from tracker.reminders.push.keys import public_bytes

    if len(message) > LARGEST:
        raise ValueError("a message that no push service takes")
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), browser_key)
    mine, salt = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
    shared, public = mine.exchange(ec.ECDH(), theirs), public_bytes(mine)
    keying = _derived(shared, secret, b"WebPush: info\0" + browser_key + public, 32)
    key = _derived(keying, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(keying, salt, b"Content-Encoding: nonce\0", 12)
    sealed = AESGCM(key).encrypt(nonce, message + b"\x02", None)
    return salt + struct.pack("!LB", 4_096, len(public)) + public + sealed


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, salt, info).derive(secret)
