"""Secrets in the instance folder, made on first use."""

import os
import secrets
from pathlib import Path

from tracker.config.misconfigured import Misconfigured


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
            make_secret(file)
    except OSError as error:
        raise Misconfigured(f"The secret can't be kept in {file}.") from error
    secret = file.read_text().strip()
    if len(secret) < 32:
        raise Misconfigured(f"The secret in {file} is shorter than 32 characters.")
    return secret


def make_secret(file: Path) -> None:
    """Written beside its place and linked there whole, so that two starts at once agree on one."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as made:
            made.write(secrets.token_urlsafe(48))
            made.flush()
            os.fsync(made.fileno())
        file.hardlink_to(part)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
