"""Defaults, and the ONWARD_* environment that overrides them."""

import contextlib
import ipaddress
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from tracker.paths import instance as usual_instance

PREFIX = "ONWARD_"
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
NAMES = {
    "INSTANCE",
    "DATABASE_URL",
    "SECRET_KEY",
    "BASE_URL",
    "TRUSTED_PROXIES",
    "LOG_FORMAT",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_ISSUER",
    "TRUSTED_USER_HEADER",
    "TRUSTED_USER_PEERS",
    "SETUP_CODE",
    "METRICS",
    "TASKS",
    "BACKUP_AT",
    "BACKUP_FOLDER",
    "BACKUP_MAX_MB",
    "BACKUP_PING_URL",
}
IN_FILES = {"SECRET_KEY", "DATABASE_URL", "SETUP_CODE", "OIDC_CLIENT_SECRET"}
"""Settings that may stand in a file, which `ONWARD_<name>_FILE` names: nobody sees those in a list
of processes."""
NIGHT = time(3, 15)
"""When backups are made by themselves, on the keeper's clock."""
MOST_MB = 5000
"""What backups that are made by themselves take up together, unless a setting says otherwise."""
ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")
SHORTEST_CODE = 8


class Misconfigured(Exception):
    """Says, in one line that can be shown as it is, what is wrong with the configuration."""


@dataclass(frozen=True)
class Provider:
    """An OpenID provider that may say who is there."""

    issuer: str
    client_id: str
    client_secret: str


@dataclass(frozen=True)
class Settings:
    """What the environment decides; everything else is a constant or stands in the database."""

    instance: Path
    database_url: str
    secret_key: str
    base_url: str | None = None
    trusted_proxies: int = 0
    log_format: str = "text"
    trusted_user_header: str | None = None
    trusted_user_peers: tuple[Network, ...] = ()
    provider: Provider | None = None
    tasks: bool = True
    """Whether the server does anything by itself: backups, sweeping what is past its day."""
    backup_at: time = NIGHT
    backup_folder: Path | None = None
    """Where a second copy of each of those backups goes."""
    backup_max_mb: int = MOST_MB
    backup_ping_url: str | None = None
    development: bool = False
    testing: bool = False
    setup_code: str = ""
    """The code of the first start, where somebody chose it."""
    metrics: bool = False
    """Whether numbers for Prometheus are counted and shown to whoever has the token."""

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


def read_settings(environ: Mapping[str, str] | None = None, make: bool = True) -> Settings:
    """Settings from the environment; makes the instance folder and the secret where absent, unless
    it is only looked at: then there may be none.

    Raises Misconfigured with a one-line reason.
    """
    environ = os.environ if environ is None else environ
    given = with_files(
        {k.removeprefix(PREFIX): v for k, v in environ.items() if k.startswith(PREFIX)}
    )
    unknown = sorted(set(given) - NAMES)
    if unknown:
        raise Misconfigured(f"{PREFIX}{unknown[0]} is not a setting that Onward knows.")
    header, peers = trusted_user(given)
    instance = instance_folder(given.get("INSTANCE", "")).resolve()
    database = database_url(given.get("DATABASE_URL", ""), instance)
    if make:
        make_instance(instance, named=bool(given.get("INSTANCE")))
    metrics = one_of("METRICS", given.get("METRICS") or "off", ("on", "off")) == "on"
    if metrics and make:
        read_metrics_token(instance)
    return Settings(
        instance=instance,
        database_url=database,
        secret_key=given.get("SECRET_KEY") or read_or_make_secret(instance, make),
        base_url=base_url(given.get("BASE_URL", "")),
        trusted_proxies=whole_number("TRUSTED_PROXIES", given.get("TRUSTED_PROXIES") or "0"),
        log_format=one_of("LOG_FORMAT", given.get("LOG_FORMAT") or "text", ("text", "json")),
        trusted_user_header=header,
        trusted_user_peers=peers,
        provider=provider(given),
        setup_code=setup_code(given.get("SETUP_CODE", "")),
        metrics=metrics,
        tasks=one_of("TASKS", given.get("TASKS") or "on", ("on", "off")) == "on",
        backup_at=time_of_day("BACKUP_AT", given.get("BACKUP_AT", "")),
        backup_folder=whole_path("BACKUP_FOLDER", given.get("BACKUP_FOLDER", "")),
        backup_max_mb=whole_number("BACKUP_MAX_MB", given.get("BACKUP_MAX_MB") or str(MOST_MB)),
        backup_ping_url=web_address("BACKUP_PING_URL", given.get("BACKUP_PING_URL", "")),
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


def instance_folder(given: str) -> Path:
    """The one that is named, or the usual one."""
    try:
        return (Path(given) if given else usual_instance()).expanduser()
    except RuntimeError as error:  # nobody knows where this user is at home
        raise Misconfigured(f"Set {PREFIX}INSTANCE to the whole path of a folder.") from error


def make_instance(folder: Path, named: bool) -> None:
    """The folder that was named, or the usual one. Raises Misconfigured."""
    try:
        make_folder(folder)
    except Misconfigured as error:
        if named:
            raise
        raise Misconfigured(f"{error} Set {PREFIX}INSTANCE to a folder of your own.") from error


def make_folder(folder: Path) -> None:
    """The folder, private to its owner; one that was there keeps its contents.

    One that belongs to somebody else who lets us write there stays as they made it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            with contextlib.suppress(PermissionError):
                folder.chmod(0o700)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError
    except OSError as error:
        user = os.geteuid() if hasattr(os, "geteuid") else 0
        who = f" Onward runs as user {user}." if user else ""
        raise Misconfigured(f"The folder {folder} can't be written to.{who}") from error


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


def provider(given: Mapping[str, str]) -> Provider | None:
    """The OpenID provider, if there is one; its library has to be there, too."""
    issuer, client = given.get("OIDC_ISSUER", ""), given.get("OIDC_CLIENT_ID", "")
    secret = given.get("OIDC_CLIENT_SECRET", "")
    if not (issuer or client or secret):
        return None
    if not (issuer.startswith(("https://", "http://")) and client and secret):
        raise Misconfigured(
            f"{PREFIX}OIDC_ISSUER must be like https://id.example.org, with {PREFIX}OIDC_CLIENT_ID"
            f" and {PREFIX}OIDC_CLIENT_SECRET (or {PREFIX}OIDC_CLIENT_SECRET_FILE)."
        )
    if find_spec("authlib") is None:
        raise Misconfigured(f"{PREFIX}OIDC_ISSUER needs the extra: pip install 'onward[oidc]'.")
    return Provider(issuer.rstrip("/"), client, secret)


def trusted_user(given: Mapping[str, str]) -> tuple[str | None, tuple[Network, ...]]:
    """The header in which a proxy says who is there, and the addresses of that proxy."""
    header, peers = given.get("TRUSTED_USER_HEADER"), given.get("TRUSTED_USER_PEERS", "")
    if not header and not peers:
        return None, ()
    if not header or not HEADER.fullmatch(header) or not peers.strip(" ,"):
        raise Misconfigured(
            f"{PREFIX}TRUSTED_USER_HEADER names a header such as Remote-Email, and"
            f" {PREFIX}TRUSTED_USER_PEERS the address of the proxy that alone may send it."
        )
    try:
        networks = tuple(ipaddress.ip_network(each) for each in peers.replace(",", " ").split())
    except ValueError as error:
        raise Misconfigured(
            f"{PREFIX}TRUSTED_USER_PEERS is a list of addresses or networks: {error}."
        ) from error
    if any(network.prefixlen == 0 for network in networks):
        raise Misconfigured(f"{PREFIX}TRUSTED_USER_PEERS would let everybody sign in as anybody.")
    return header, networks


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


def time_of_day(name: str, given: str) -> time:
    """Such as 03:15."""
    try:
        return time.fromisoformat(given).replace(tzinfo=None) if given else NIGHT
    except ValueError as error:
        raise Misconfigured(f"{PREFIX}{name} must be a time like 03:15, not {given!r}.") from error


def whole_path(name: str, given: str) -> Path | None:
    """A folder by its whole path; whether it is there is asked when it is used."""
    if given and (not Path(given).expanduser().is_absolute() or "\0" in given):
        raise Misconfigured(f"{PREFIX}{name} must be a whole path, like /mnt/other-disk/onward.")
    return Path(given).expanduser() if given else None


def web_address(name: str, given: str) -> str | None:
    """An address that begins with http:// or https://; what stands in it is never said."""
    if not given:
        return None
    try:
        fits = urlsplit(given).scheme in ("http", "https") and bool(urlsplit(given).hostname)
    except ValueError:
        fits = False
    if not fits or not given.isascii() or not given.isprintable() or " " in given:
        raise Misconfigured(f"{PREFIX}{name} must be an address that begins with https://.")
    return given
