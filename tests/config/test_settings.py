"""Settings: what is given wrong is said with its name, and secrets are kept."""

import os
import threading
from datetime import time
from pathlib import Path

import pytest

from tracker.config.instance_folder import make_folder
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import read_settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ONWARD_DATABSE_URL", "x", "ONWARD_DATABSE_URL is not a setting"),
        ("ONWARD_TRUSTED_PROXIES", "one", "ONWARD_TRUSTED_PROXIES must be a whole number"),
        ("ONWARD_TRUSTED_PROXIES", "-1", "ONWARD_TRUSTED_PROXIES must be a whole number"),
        ("ONWARD_LOG_FORMAT", "xml", "ONWARD_LOG_FORMAT must be text or json"),
        ("ONWARD_METRICS", "yes", "ONWARD_METRICS must be on or off"),
        ("ONWARD_BASE_URL", "jobs.example.org", "ONWARD_BASE_URL must be like https://"),
        ("ONWARD_TRUSTED_USER_HEADER", "Remote-Email", "ONWARD_TRUSTED_USER_PEERS the address"),
        ("ONWARD_TRUSTED_USER_PEERS", "127.0.0.1", "ONWARD_TRUSTED_USER_HEADER names a header"),
        ("ONWARD_BASE_URL", "https://example.org/a b", "ONWARD_BASE_URL must be like https://"),
        ("ONWARD_BASE_URL", "https://example.org//x", "ONWARD_BASE_URL must be like https://"),
        ("ONWARD_SETUP_CODE", "1234", "ONWARD_SETUP_CODE must have 8 letters"),
        ("ONWARD_SECRET_KEY_FILE", "/no/such/file", "SECRET_KEY_FILE: /no/such/file can't be read"),
        ("ONWARD_BASE_URL_FILE", "/etc/hostname", "ONWARD_BASE_URL_FILE is not a setting"),
        ("ONWARD_DATABASE_URL", "mysql://x", "ONWARD_DATABASE_URL must begin with"),
        ("ONWARD_DATABASE_URL", "sqlite:///relative.db", "ONWARD_DATABASE_URL must begin with"),
        ("ONWARD_TASKS", "maybe", "ONWARD_TASKS must be on or off"),
        ("ONWARD_FETCH_POSTINGS", "no", "ONWARD_FETCH_POSTINGS must be on or off"),
        ("ONWARD_BACKUP_AT", "25:00", "ONWARD_BACKUP_AT must be a time like 03:15"),
        ("ONWARD_BACKUP_AT", "night", "ONWARD_BACKUP_AT must be a time like 03:15"),
        ("ONWARD_BACKUP_FOLDER", "backups", "ONWARD_BACKUP_FOLDER must be a whole path"),
        ("ONWARD_BACKUP_MAX_MB", "5 GB", "ONWARD_BACKUP_MAX_MB must be a whole number"),
        ("ONWARD_BACKUP_PING_URL", "hc.example.org", "ONWARD_BACKUP_PING_URL must be an address"),
        ("ONWARD_BACKUP_PING_URL", "file:///etc/passwd", "must be an address that begins with"),
        ("ONWARD_BACKUP_PING_URL", "https://a b", "must be an address that begins with"),
        ("ONWARD_REMINDERS_INSIDE", "yes", "ONWARD_REMINDERS_INSIDE must be on or off"),
        ("ONWARD_SMTP_USER", "me", "ONWARD_SMTP_USER needs ONWARD_SMTP_HOST"),
        ("ONWARD_SMTP_HOST", "mail.example.org", "ONWARD_SMTP_FROM must be an address"),
    ],
)
def test_wrong_setting_is_named(tmp_path: Path, name: str, value: str, said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        read_settings({"ONWARD_INSTANCE": str(tmp_path), name: value})


@pytest.mark.parametrize(
    ("header", "peers"),
    [
        ("Remote-Email", "127.0.0.1, nowhere"),
        ("Remote-Email", "192.168.1.7/24"),
        ("Remote-Email", "0.0.0.0/0"),
        ("Remote-Email", "::/0"),
        ("Remote-Email", " , "),
        ("Remote Email", "127.0.0.1"),
        ("Remote-Email:", "127.0.0.1"),
    ],
)
def test_a_proxy_that_could_be_anybody_is_refused(tmp_path: Path, header: str, peers: str) -> None:
    given = {"ONWARD_TRUSTED_USER_HEADER": header, "ONWARD_TRUSTED_USER_PEERS": peers}
    with pytest.raises(Misconfigured, match="TRUSTED_USER"):
        read_settings({"ONWARD_INSTANCE": str(tmp_path), **given})


def test_the_proxy_is_given_by_addresses_and_networks(tmp_path: Path) -> None:
    given = {"ONWARD_TRUSTED_USER_HEADER": "Remote-Email"}
    given["ONWARD_TRUSTED_USER_PEERS"] = "127.0.0.1, ::1 10.1.0.0/24"
    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path), **given})
    assert [str(each) for each in settings.trusted_user_peers] == [
        "127.0.0.1/32",
        "::1/128",
        "10.1.0.0/24",
    ]


def test_backups_are_set_by_the_environment(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "ONWARD_INSTANCE": str(tmp_path),
            "ONWARD_TASKS": "off",
            "ONWARD_FETCH_POSTINGS": "off",
            "ONWARD_BACKUP_AT": "04:30",
            "ONWARD_BACKUP_FOLDER": "/mnt/other",
            "ONWARD_BACKUP_MAX_MB": "10",
            "ONWARD_BACKUP_PING_URL": "https://hc.example.org/1",
        }
    )

    assert not settings.fetch_postings
    assert (settings.tasks, settings.backup_at, settings.backup_max_mb) == (False, time(4, 30), 10)
    assert settings.backup_folder == Path("/mnt/other")
    assert settings.backup_ping_url == "https://hc.example.org/1"


def test_to_look_makes_neither_folder_nor_secret(tmp_path: Path) -> None:
    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path / "new")}, make=False)

    assert settings.secret_key == ""
    assert not (tmp_path / "new").exists()


def test_defaults_are_a_private_sqlite_instance(tmp_path: Path) -> None:
    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path / "new")})

    assert settings.sqlite_file == tmp_path / "new" / "onward.db"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o777 == 0o600
    assert settings.secret_key == (tmp_path / "new" / "secret").read_text()


def test_old_name_of_postgresql_is_understood(tmp_path: Path) -> None:
    settings = read_settings(
        {"ONWARD_INSTANCE": str(tmp_path), "ONWARD_DATABASE_URL": "postgres://me@db/jobs"}
    )

    assert settings.database_url == "postgresql+psycopg://me@db/jobs"
    assert settings.sqlite_file is None


def test_first_starts_at_once_agree_on_one_secret(tmp_path: Path) -> None:
    secrets: list[str] = []
    ready = threading.Barrier(8)

    def start() -> None:
        ready.wait()
        secrets.append(read_settings({"ONWARD_INSTANCE": str(tmp_path)}).secret_key)

    starts = [threading.Thread(target=start) for _ in range(8)]
    for thread in starts:
        thread.start()
    for thread in starts:
        thread.join()

    assert len(secrets) == 8
    assert len(set(secrets)) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_whoever_watches_has_a_token_of_its_own(tmp_path: Path) -> None:
    assert not read_settings({"ONWARD_INSTANCE": str(tmp_path)}).metrics
    assert not (tmp_path / "metrics-token").exists()

    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path), "ONWARD_METRICS": "on"})

    token = tmp_path / "metrics-token"
    assert settings.metrics
    assert token.stat().st_mode & 0o777 == 0o600
    assert len(token.read_text()) >= 32
    assert token.read_text() != settings.secret_key


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="gives a folder away")
def test_a_folder_of_somebody_else_that_may_be_written_to_will_do(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    os.chown(folder, 4712, 4712)
    folder.chmod(0o1777)
    child = os.fork()
    if not child:  # as a user that no file knows, in a folder that all may come to
        status = 1
        try:
            os.chdir(folder)
            os.setgroups([])
            os.setgid(4711)
            os.setuid(4711)
            make_folder(Path())
            Path("onward.db").write_text("kept")
            status = 0
        finally:
            os._exit(status)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert folder.stat().st_mode & 0o7777 == 0o1777
    assert (folder / "onward.db").stat().st_uid == 4711


def test_secret_that_is_too_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("short")

    with pytest.raises(Misconfigured, match="shorter than 32 characters"):
        read_settings({"ONWARD_INSTANCE": str(tmp_path)})


def test_secrets_may_stand_in_files(tmp_path: Path) -> None:
    secret, url = tmp_path / "key", tmp_path / "url"
    secret.write_text("a secret that is long enough for tests\n")
    url.write_text("postgresql://me@db/jobs\n")

    settings = read_settings(
        {
            "ONWARD_INSTANCE": str(tmp_path),
            "ONWARD_SECRET_KEY_FILE": str(secret),
            "ONWARD_DATABASE_URL_FILE": str(url),
        }
    )

    assert settings.secret_key == "a secret that is long enough for tests"
    assert settings.database_url == "postgresql+psycopg://me@db/jobs"
    assert not (tmp_path / "secret").exists()


def test_secret_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a secret that is long enough for tests")
    with pytest.raises(Misconfigured, match="not both"):
        read_settings(
            {
                "ONWARD_INSTANCE": str(tmp_path),
                "ONWARD_SECRET_KEY": "another secret that is long enough",
                "ONWARD_SECRET_KEY_FILE": str(tmp_path / "key"),
            }
        )


def test_empty_file_of_a_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("\n")
    with pytest.raises(Misconfigured, match="is empty"):
        read_settings(
            {"ONWARD_INSTANCE": str(tmp_path), "ONWARD_SECRET_KEY_FILE": str(tmp_path / "key")}
        )


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("https://home.example.org/onward/", "/onward"),
        ("https://home.example.org/a/b", "/a/b"),
        ("https://home.example.org", ""),
    ],
)
def test_address_may_have_a_path(tmp_path: Path, given: str, root: str) -> None:
    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path), "ONWARD_BASE_URL": given})
    assert settings.root == root
    assert settings.base_url == f"https://home.example.org{root}"


@pytest.mark.parametrize("name", ["a?b", "a%20b"])
def test_folder_whose_name_would_lead_elsewhere_is_refused_and_not_made(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(Misconfigured, match="can't be used"):
        read_settings({"ONWARD_INSTANCE": str(tmp_path / name)})

    assert list(tmp_path.iterdir()) == []


MAIL = {"SMTP_HOST": "mail.example.org", "SMTP_FROM": "onward@example.org"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"SMTP_HOST": "mail.example.org/x"}, "SMTP_HOST must be the name"),
        ({"SMTP_FROM": "a@b\r\nBcc: c@d"}, "SMTP_FROM must be an address"),
        ({"SMTP_PORT": "0"}, "SMTP_HOST must be the name"),
        ({"SMTP_TLS": "ssl"}, "SMTP_TLS must be starttls or tls or off"),
        ({"SMTP_USER": "me"}, "SMTP_USER and ONWARD_SMTP_PASSWORD, or neither"),
        ({"SMTP_USER": "me", "SMTP_PASSWORD": "pw", "SMTP_TLS": "off"}, "for all to read"),
    ],
)
def test_a_mail_server_that_is_none_is_named(
    tmp_path: Path, given: dict[str, str], said: str
) -> None:
    every = {f"ONWARD_{name}": value for name, value in (MAIL | given).items()}

    with pytest.raises(Misconfigured, match=said):
        read_settings(every | {"ONWARD_INSTANCE": str(tmp_path)})


def test_a_mail_server_has_the_port_of_its_kind_and_hides_its_password(tmp_path: Path) -> None:
    (tmp_path / "pw").write_text("hunter-2\n")
    every = {f"ONWARD_{name}": value for name, value in MAIL.items()} | {
        "ONWARD_INSTANCE": str(tmp_path),
        "ONWARD_SMTP_USER": "me@example.org",
        "ONWARD_SMTP_PASSWORD_FILE": str(tmp_path / "pw"),
        "ONWARD_SMTP_TLS": "tls",
    }
    smtp = read_settings(every).smtp

    assert smtp is not None
    assert (smtp.port, smtp.password) == (465, "hunter-2")
    assert "hunter" not in repr(smtp)
