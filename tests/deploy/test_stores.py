"""The files for app stores say what the program is, in the form that each store asks for."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import defusedxml.ElementTree
import pytest

from tests.deploy.files import FOLDER, PORT, SETTINGS, STORES, read, version
from tracker.config.settings import read_settings

IMAGE = f"registry.example.org/onward:{version()}"
UMBREL, CASAOS, TRUENAS = STORES / "umbrel/onward", STORES / "casaos/Onward", STORES / "truenas"
UNRAID_ELEMENTS = {
    *("Name", "Repository", "Registry", "Network", "MyIP", "Shell", "Privileged", "Support"),
    *("Project", "Overview", "Category", "WebUI", "TemplateURL", "Icon", "ExtraParams"),
    *("PostArgs", "CPUset", "DateInstalled", "DonateText", "DonateLink", "Requires", "Config"),
}
UNRAID_ATTRIBUTES = {
    *("Name", "Target", "Default", "Mode", "Description", "Type", "Display", "Required", "Mask"),
}


def takes(tmp_path: Path, environment: dict[str, str]) -> None:
    """The program starts with these settings, and waits for the code that was chosen."""
    assert set(environment) <= SETTINGS
    given = environment | {"ONWARD_INSTANCE": str(tmp_path), "ONWARD_SETUP_CODE": "apple-pear-7"}
    assert read_settings(given).setup_code == "apple-pear-7"


def plain(environment: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in environment.items() if "$" not in str(value)}


def test_every_file_of_a_store_belongs_to_one_that_the_page_names() -> None:
    page = (STORES / "README.md").read_text("utf-8")

    for folder in STORES.iterdir():
        assert folder.name == "README.md" or f"`{folder.name}/" in page
    assert "None has been run on its system" in page


@pytest.mark.parametrize("file", sorted(STORES.rglob("*.*ml")), ids=lambda file: file.name)
def test_no_file_promises_an_image_or_an_address_that_is_not_there(file: Path) -> None:
    hosts = set(re.findall(r"https?://([\w.-]+)", file.read_text("utf-8")))

    assert hosts <= {"example.org", "registry.example.org", "jobs.example.org", "127.0.0.1"}


def test_umbrel_finds_every_field_that_its_linter_asks_for() -> None:
    app = read(UMBREL / "umbrel-app.yml")

    assert app["manifestVersion"] in (1, 1.1, 1.2)
    assert app["id"] == UMBREL.name == "onward"
    assert app["version"] == version()
    assert app["category"] in (
        *("files", "bitcoin", "media", "networking", "social", "automation", "finance", "ai"),
        "developer",
    )
    assert 1 <= len(app["name"]) <= 50
    assert 1 <= len(app["tagline"]) <= 100
    assert not app["tagline"].endswith(".")
    assert 1 <= len(app["description"]) <= 5000
    assert len(app["developer"]) <= 50
    assert len(app["submitter"]) <= 50
    assert app["dependencies"] == []
    assert app["gallery"]
    assert 0 < app["port"] <= 65535
    assert app["deterministicPassword"] is True
    for link in ("website", "repo", "support", "submission"):
        assert app[link].startswith("https://")


def test_umbrel_reaches_the_program_through_its_proxy(tmp_path: Path) -> None:
    services = read(UMBREL / "docker-compose.yml")["services"]
    proxy, web = services["app_proxy"]["environment"], services["web"]

    assert proxy["APP_HOST"] == "onward_web_1"
    assert proxy["APP_PORT"] == PORT
    assert web["image"] == IMAGE
    assert web["volumes"] == [f"${{APP_DATA_DIR}}/data:{FOLDER}"]
    assert (UMBREL / "data").is_dir()
    assert web["environment"]["ONWARD_SETUP_CODE"] == "${APP_PASSWORD}"
    takes(tmp_path, plain(web["environment"]))
    assert web["environment"]["ONWARD_TRUSTED_PROXIES"] == "1"


def test_casaos_finds_every_field_that_its_page_asks_for() -> None:
    compose = read(CASAOS / "docker-compose.yml")
    app = compose["x-casaos"]

    assert re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+", app["id"])
    assert app["main"] in compose["services"]
    assert app["port_map"] == compose["services"]["onward"]["ports"][0]["published"]
    assert isinstance(app["port_map"], str)
    assert app["category"] in (
        *("Media", "Productivity", "Home", "Networking", "AI", "Finance", "Social", "Developer"),
        "Others",
    )
    assert app["version"] == version()
    assert {"index", "icon", "author", "developer", "architectures"} <= set(app)
    for words in (app["title"], app["tagline"], app["description"], *app["tips"].values()):
        assert words["en_US"]


def test_casaos_runs_the_program(tmp_path: Path) -> None:
    compose = read(CASAOS / "docker-compose.yml")
    onward = compose["services"]["onward"]

    assert onward["image"] == IMAGE
    assert onward["container_name"] == "onward"
    assert onward["ports"][0]["target"] == PORT
    assert onward["volumes"] == [{"type": "volume", "source": "data", "target": FOLDER}]
    assert "data" in compose["volumes"]
    assert "ONWARD_SETUP_CODE" in onward["environment"]
    takes(tmp_path, plain(onward["environment"]))


def unraid() -> Element:
    root: Element = defusedxml.ElementTree.parse(STORES / "unraid" / "onward.xml").getroot()
    return root


def configs(kind: str) -> list[Element]:
    return [each for each in unraid().iter("Config") if each.get("Type") == kind]


def test_unraid_reads_only_elements_that_it_writes_itself() -> None:
    root = unraid()

    assert (root.tag, root.get("version")) == ("Container", "2")
    assert {each.tag for each in root} == UNRAID_ELEMENTS
    for config in root.iter("Config"):
        assert set(config.attrib) == UNRAID_ATTRIBUTES
        assert (config.text or "") == config.get("Default")
    assert root.findtext("Privileged") == "false"
    for needed in ("Name", "Repository", "Category", "Icon", "Overview", "Project", "Support"):
        assert root.findtext(needed)


def test_unraid_runs_the_program(tmp_path: Path) -> None:
    root = unraid()
    (port,), (path,) = configs("Port"), configs("Path")
    variables = {str(each.get("Target")): each for each in configs("Variable")}

    assert root.findtext("Repository") == IMAGE
    assert port.get("Target") == str(PORT)
    assert root.findtext("WebUI") == f"http://[IP]:[PORT:{PORT}]/"
    assert (path.get("Target"), path.get("Mode")) == (FOLDER, "rw")
    assert variables["ONWARD_SETUP_CODE"].get("Required") == "true"
    assert variables["ONWARD_SETUP_CODE"].get("Mask") == "true"
    takes(tmp_path, {name: str(each.get("Default")) for name, each in variables.items()})


def questions(asked: list[dict[str, Any]]) -> dict[str, Any]:
    """What each variable may hold, by its name; one with parts as a table of them."""
    return {
        each["variable"]: questions(each["schema"]["attrs"])
        if each["schema"]["type"] == "dict"
        else each["schema"]
        for each in asked
    }


def test_truenas_asks_for_what_its_template_uses() -> None:
    folder = TRUENAS / "onward"
    page, values = read(folder / "questions.yaml"), read(folder / "ix_values.yaml")
    template = (folder / "templates/docker-compose.yaml").read_text("utf-8")
    asked = questions(page["questions"]) | values
    tried = read(folder / "templates/test_values/basic-values.yaml")

    for way in set(re.findall(r"values((?:\.\w+)+)", template)):
        found: Any = asked
        for name in way.split(".")[1:]:
            assert name in found, way
            found = found[name]
    for name in asked["onward"]:
        assert f"values.onward.{name}" in template
    assert set(tried["onward"]) == set(asked["onward"])
    assert {each["group"] for each in page["questions"]} == {
        group["name"] for group in page["groups"]
    }
    assert asked["onward"]["setup_code"]["required"] is True
    assert asked["onward"]["setup_code"]["min_length"] == 8


def test_truenas_runs_the_program(tmp_path: Path) -> None:
    folder = TRUENAS / "onward"
    image = read(folder / "ix_values.yaml")["images"]["image"]
    app = read(folder / "app.yaml")
    template = (folder / "templates/docker-compose.yaml").read_text("utf-8")

    assert f"{image['repository']}:{image['tag']}" == IMAGE
    assert app["app_version"] == version()
    assert app["name"] == folder.name
    assert f'add_storage("{FOLDER}", values.storage.data)' in template
    names = set(re.findall(r'add_env\("(\w+)"', template))
    assert "ONWARD_SETUP_CODE" in names
    tried = read(folder / "templates/test_values/basic-values.yaml")["onward"]
    takes(
        tmp_path,
        {name: str(tried[name.removeprefix("ONWARD_").lower()]) for name in names},
    )
