"""What the environment decides, read once at the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit

from tracker.config.base_url import base_url
from tracker.config.from_files import with_files
from tracker.config.instance_folder import instance_folder, make_instance
from tracker.config.misconfigured import PREFIX, Misconfigured
from tracker.config.one_setting import (
    NIGHT,
    one_of,
    setup_code,
    time_of_day,
    web_address,
    whole_number,
    whole_path,
)
from tracker.config.secrets import read_metrics_token, read_or_make_secret
from tracker.config.smtp import Smtp, smtp
from tracker.config.who_signs_in import Network, SignInProvider, provider, trusted_user

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
    "MAILBOX_INSIDE",
    "REMINDERS_INSIDE",
    "SMTP_HOST",
    "SMTP_PORT",
    "SMTP_USER",
    "SMTP_PASSWORD",
    "SMTP_FROM",
    "SMTP_TLS",
    "TASKS",
    "BACKUP_AT",
    "BACKUP_FOLDER",
    "BACKUP_MAX_MB",
    "BACKUP_PING_URL",
    "FETCH_POSTINGS",
}
MOST_MB = 5000
"""What backups that are made by themselves take up together, unless a setting says otherwise."""


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
    provider: SignInProvider | None = None
    tasks: bool = True
    """Whether the server does anything by itself: backups, sweeping what is past its day."""
    backup_at: time = NIGHT
    backup_folder: Path | None = None
    """Where a second copy of each of those backups goes."""
    backup_max_mb: int = MOST_MB
    backup_ping_url: str | None = None
    fetch_postings: bool = True
    """Whether the page behind a link to a posting may be fetched."""
    development: bool = False
    testing: bool = False
    setup_code: str = ""
    """The code of the first start, where somebody chose it."""
    metrics: bool = False
    """Whether numbers for Prometheus are counted and shown to whoever has the token."""
    mailbox_inside: bool = False
    """Whether a mailbox may be read from a server inside this network."""
    reminders_inside: bool = False
    """Whether reminders may be sent to servers inside this network."""
    smtp: Smtp | None = None
    """By which server mail is sent, if by any."""

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
        mailbox_inside=one_of("MAILBOX_INSIDE", given.get("MAILBOX_INSIDE") or "off", ("on", "off"))
        == "on",
        reminders_inside=one_of(
            "REMINDERS_INSIDE", given.get("REMINDERS_INSIDE") or "off", ("on", "off")
        )
        == "on",
        smtp=smtp(given),
        fetch_postings=one_of("FETCH_POSTINGS", given.get("FETCH_POSTINGS") or "on", ("on", "off"))
        == "on",
        tasks=one_of("TASKS", given.get("TASKS") or "on", ("on", "off")) == "on",
        backup_at=time_of_day("BACKUP_AT", given.get("BACKUP_AT", "")),
        backup_folder=whole_path("BACKUP_FOLDER", given.get("BACKUP_FOLDER", "")),
        backup_max_mb=whole_number("BACKUP_MAX_MB", given.get("BACKUP_MAX_MB") or str(MOST_MB)),
        backup_ping_url=web_address("BACKUP_PING_URL", given.get("BACKUP_PING_URL", "")),
    )


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
