"""Defaults, and the ONWARD_* environment that overrides them."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tracker.paths import INSTANCE

PREFIX = "ONWARD_"
NAMES = {
    "INSTANCE",
    "DATABASE_URL",
    "SECRET_KEY",
    "BASE_URL",
    "TRUSTED_PROXIES",
    "LOG_FORMAT",
    "SETUP_CODE",
}
IN_FILES = {"SECRET_KEY", "DATABASE_URL", "SETUP_CODE"}
"""Settings that may stand in a file, which `ONWARD_<name>_FILE` names: nobody sees those in a list
of processes."""


ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")
SHORTEST_CODE = 8


class Misconfigured(Exception):
    """Says, in one line that can be shown as it is, what is wrong with the configuration."""


@dataclass(frozen=True)
class Settings:
    """What the environment decides; everything else is a constant or stands in the database."""

    instance: Path
    database_url: str
    secret_key: str
    base_url: str | None = None
    trusted_proxies: int = 0
    log_format: str = "text"
    development: bool = False
    testing: bool = False
    setup_code: str = ""
    """The code of the first start, where somebody chose it."""

    @property
    def root(self) -> str:
        """The path below which the program is served, or nothing."""
        return urlsplit(self.base_url or "").path

    @property
    def sqlite_file(self) -> Path | None:
        """The database's file, or None on PostgreSQL."""
        prefix = "sqlite:///"
        return (
            Path(self.database_url.removeprefix(prefix))
            if self.database_url.startswith(prefix)
            else None
        )


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; makes the instance folder and the secret where absent.

    Raises Misconfigured with a one-line reason.
    """
    environ = os.environ if environ is None else environ
    given = with_files(
        {k.removeprefix(PREFIX): v for k, v in environ.items() if k.startswith(PREFIX)}
    )
    unknown = sorted(set(given) - NAMES)
    if unknown:
        raise Misconfigured(f"{PREFIX}{unknown[0]} is not a setting that Onward knows.")
    instance = Path(given.get("INSTANCE") or INSTANCE).expanduser().resolve()
    database = database_url(given.get("DATABASE_URL", ""), instance)
    make_folder(instance)
    return Settings(
        instance=instance,
        database_url=database,
        secret_key=given.get("SECRET_KEY") or read_or_make_secret(instance),
        base_url=base_url(given.get("BASE_URL", "")),
        trusted_proxies=whole_number("TRUSTED_PROXIES", given.get("TRUSTED_PROXIES") or "0"),
        log_format=one_of("LOG_FORMAT", given.get("LOG_FORMAT") or "text", ("text", "json")),
        setup_code=setup_code(given.get("SETUP_CODE", "")),
    )


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


def setup_code(given: str) -> str:
    """A code for the first start that is no easy guess, or none."""
    if given and len(re.sub(r"[\W_]", "", given)) < SHORTEST_CODE:
        raise Misconfigured(
            f"{PREFIX}SETUP_CODE must have {SHORTEST_CODE} letters and digits or more."
        )
    return given


def make_folder(folder: Path) -> None:
    """The folder, private to its owner; one that was there keeps its contents."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError
    except OSError as error:
        raise Misconfigured(f"The folder {folder} can't be written to.") from error


def read_or_make_secret(instance: Path) -> str:
    """The secret in the instance folder, made on first use with mode 600."""
    file = instance / "secret"
    try:
        if not file.exists():
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


def database_url(given: str, instance: Path) -> str:
    """A SQLAlchemy address: SQLite in the instance folder unless one is given."""
    if not given:
        if set("?%") & set(str(instance)):
            raise Misconfigured(f"The folder {instance} can't be used: no ? and no % in its name.")
        return f"sqlite:///{instance / 'onward.db'}"
    for old in ("postgres://", "postgresql://"):
        if given.startswith(old):
            return "postgresql+psycopg://" + given.removeprefix(old)
    if given.startswith(("sqlite:////", "postgresql+psycopg://")):
        return given
    raise Misconfigured(
        f"{PREFIX}DATABASE_URL must begin with postgresql:// or sqlite:/// and a whole path."
    )


def base_url(given: str) -> str | None:
    """The address that people use, without a slash at the end."""
    if not given:
        return None
    parts = urlsplit(given)
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not parts.hostname or not ROOT.fullmatch(path):
        raise Misconfigured(
            f"{PREFIX}BASE_URL must be like https://jobs.example.org"
            " or https://home.example.org/onward."
        )
    return f"{parts.scheme}://{parts.netloc}{path}"


def whole_number(name: str, given: str) -> int:
    """A count of zero or more."""
    if not given.isascii() or not given.isdigit():
        raise Misconfigured(f"{PREFIX}{name} must be a whole number, not {given!r}.")
    return int(given)


def one_of(name: str, given: str, choices: tuple[str, ...]) -> str:
    """One of a few words."""
    if given not in choices:
        raise Misconfigured(f"{PREFIX}{name} must be {' or '.join(choices)}, not {given!r}.")
    return given
