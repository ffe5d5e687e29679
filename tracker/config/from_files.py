"""Settings that stand in files of their own, which nobody sees in a list of processes."""

from collections.abc import Mapping
from pathlib import Path

from tracker.config.misconfigured import PREFIX, Misconfigured

IN_FILES = {"SECRET_KEY", "DATABASE_URL", "SETUP_CODE", "OIDC_CLIENT_SECRET", "SMTP_PASSWORD"}
"""Settings that may stand in a file, which `ONWARD_<name>_FILE` names: nobody sees those in a list
of processes."""


def with_files(given: Mapping[str, str]) -> dict[str, str]:
    """Settings with those that stand in files read. Raises Misconfigured."""
    found = dict(given)
    for name in sorted(IN_FILES):
        file = found.pop(f"{name}_FILE", "")
        if not file:
            continue
        if found.get(name):
            raise Misconfigured(f"Set {PREFIX}{name} or {PREFIX}{name}_FILE, not both.")
        try:
            found[name] = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise Misconfigured(f"{PREFIX}{name}_FILE: {file} can't be read ({reason}).") from error
        if not found[name]:
            raise Misconfigured(f"{PREFIX}{name}_FILE: {file} is empty.")
    return found
