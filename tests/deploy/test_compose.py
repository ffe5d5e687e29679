"""The compose file and the image agree with the program and with each other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.files import DEPLOY, FOLDER, PORT, ROOT, SETTINGS, of_image, read
from tracker.config.settings import read_settings

FILE = DEPLOY / "compose.yaml"
OF_COMPOSE = {f"ONWARD_{name}" for name in ("IMAGE", "TAG", "SOURCE", "PORT", "DATA", "UID", "GID")}
"""What the file itself asks for, and the program never sees."""


def filled_in(value: Any, **given: str) -> Any:
    """As compose fills in `${NAME:-default}`."""
    if isinstance(value, dict):
        return {name: filled_in(each, **given) for name, each in value.items()}
    if isinstance(value, list):
        return [filled_in(each, **given) for each in value]
    if isinstance(value, str):
        return re.sub(
            r"\$\{(\w+)(?::-([^}]*))?\}", lambda found: given.get(found[1]) or found[2], value
        )
    return value


def service(**given: str) -> dict[str, Any]:
    found: dict[str, Any] = filled_in(read(FILE), **given)["services"]["onward"]
    return found


def test_without_any_settings_it_builds_its_own_image_and_asks_no_registry() -> None:
    onward = service()

    assert onward["image"] == "localhost/onward:latest"
    assert onward["build"] == {"context": "..", "dockerfile": "deploy/Containerfile"}
    assert (DEPLOY / ".." / "deploy" / "Containerfile").is_file()


def test_image_source_port_folder_and_user_are_variables() -> None:
    onward = service(
        ONWARD_IMAGE="registry.example.org/onward",
        ONWARD_TAG="0.2.0",
        ONWARD_SOURCE="https://example.org/onward.git",
        ONWARD_PORT="127.0.0.1:9000",
        ONWARD_DATA="./onward-data",
        ONWARD_UID="1000",
        ONWARD_GID="1000",
    )

    assert onward["image"] == "registry.example.org/onward:0.2.0"
    assert onward["build"]["context"] == "https://example.org/onward.git"
    assert onward["ports"] == [f"127.0.0.1:9000:{PORT}"]
    assert onward["volumes"] == [f"./onward-data:{FOLDER}"]
    assert onward["user"] == "1000:1000"


def test_by_itself_it_runs_as_the_user_of_the_image_on_a_volume() -> None:
    onward = service()

    assert onward["user"] == of_image("USER")
    assert onward["ports"] == [f"{PORT}:{PORT}"]
    assert onward["volumes"] == [f"data:{FOLDER}"]
    assert "data" in read(FILE)["volumes"]


def test_its_environment_is_what_the_program_takes(tmp_path: Path) -> None:
    environment = {name: str(value) for name, value in service()["environment"].items()}

    settings = read_settings({"ONWARD_INSTANCE": str(tmp_path), **environment})

    assert set(environment) <= SETTINGS
    assert (settings.setup_code, settings.base_url, settings.trusted_proxies) == ("", None, 0)
    assert not settings.metrics


def test_a_code_of_ones_own_reaches_the_program(tmp_path: Path) -> None:
    environment = service(ONWARD_SETUP_CODE="apple-pear-7")["environment"]

    given = {name: str(value) for name, value in environment.items()}
    assert read_settings({"ONWARD_INSTANCE": str(tmp_path), **given}).setup_code == "apple-pear-7"


def test_nothing_but_the_data_may_be_written_and_no_right_is_kept() -> None:
    onward = service()

    assert onward["read_only"] is True
    assert onward["tmpfs"] == ["/tmp"]
    assert onward["cap_drop"] == ["ALL"]
    assert onward["security_opt"] == ["no-new-privileges:true"]


def test_compose_and_image_ask_after_its_health_in_the_same_way() -> None:
    check = service()["healthcheck"]
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    (of_the_image,) = re.findall(r"^HEALTHCHECK .*\\\n\s*CMD (\[.*\])$", text, re.MULTILINE)

    assert check["test"] == ["CMD", *json.loads(of_the_image)]
    assert f"127.0.0.1:{PORT}/healthz" in check["test"][-1]


def test_every_name_in_it_means_something_and_is_explained() -> None:
    text = FILE.read_text("utf-8")
    names = set(re.findall(r"ONWARD_[A-Z]+(?:_[A-Z]+)*", text))

    assert names - SETTINGS == OF_COMPOSE
    head = text.partition("\nname: onward\n")[0]
    assert {name for name in OF_COMPOSE if name not in head} == set()


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_in_the_page_on_servers(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "deploy.md").read_text("utf-8")
