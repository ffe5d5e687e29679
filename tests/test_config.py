"""Settings: what is given wrong is said with its name, and secrets are kept."""

import threading
from pathlib import Path

import pytest

from tracker.config import Misconfigured, read_settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ONWARD_DATABSE_URL", "x", "ONWARD_DATABSE_URL is not a setting"),
        ("ONWARD_TRUSTED_PROXIES", "one", "ONWARD_TRUSTED_PROXIES must be a whole number"),
        ("ONWARD_TRUSTED_PROXIES", "-1", "ONWARD_TRUSTED_PROXIES must be a whole number"),
        ("ONWARD_LOG_FORMAT", "xml", "ONWARD_LOG_FORMAT must be text or json"),
        ("ONWARD_BASE_URL", "jobs.example.org", "ONWARD_BASE_URL must be like https://"),
        ("ONWARD_BASE_URL", "https://example.org/jobs", "ONWARD_BASE_URL must be like https://"),
        ("ONWARD_TRUSTED_USER_HEADER", "Remote-Email", "ONWARD_TRUSTED_USER_PEERS the address"),
        ("ONWARD_TRUSTED_USER_PEERS", "127.0.0.1", "ONWARD_TRUSTED_USER_HEADER names a header"),
        ("ONWARD_DATABASE_URL", "mysql://x", "ONWARD_DATABASE_URL must begin with"),
        ("ONWARD_DATABASE_URL", "sqlite:///relative.db", "ONWARD_DATABASE_URL must begin with"),
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


def test_secret_that_is_too_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("short")

    with pytest.raises(Misconfigured, match="shorter than 32 characters"):
        read_settings({"ONWARD_INSTANCE": str(tmp_path)})
