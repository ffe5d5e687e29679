"""Files of the instance folder that nobody else may read."""

import os
import secrets
from pathlib import Path


def write_private(file: Path, text: str) -> None:
    """A file that only this user may read, there whole or not at all."""
    file.parent.mkdir(mode=0o700, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as made:
            made.write(text)
            made.flush()
            os.fsync(made.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def write_once(file: Path, text: str) -> None:
    """Whoever is first makes it; what the other would have written is thrown away."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.new")
    write_private(part, text)
    try:
        file.hardlink_to(part)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
