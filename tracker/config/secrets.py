"""Secrets in the instance folder, made on first use."""

import secrets
from pathlib import Path

from tracker.config.misconfigured import Misconfigured
from tracker.config.private_file import write_once


def read_metrics_token(instance: Path) -> str:
    """What whoever watches the server shows, made on first use."""
    return read_or_make_secret(instance, name="metrics-token")


def read_or_make_secret(instance: Path, make: bool = True, name: str = "secret") -> str:
    """The secret in the instance folder, made on first use with mode 600, or else empty."""
    file = instance / name
    try:
        if not file.exists():
            if not make:
                return ""
            write_once(file, secrets.token_urlsafe(48))  # two starts at once agree on one
    except OSError as error:
        raise Misconfigured(f"The secret can't be kept in {file}.") from error
    secret = file.read_text().strip()
    if len(secret) < 32:
        raise Misconfigured(f"The secret in {file} is shorter than 32 characters.")
    return secret
