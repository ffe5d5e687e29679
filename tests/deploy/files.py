"""What is in `deploy`, read as machines read it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from tracker.config.from_files import IN_FILES
from tracker.config.misconfigured import PREFIX
from tracker.config.settings import NAMES

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
STORES = DEPLOY / "stores"
SETTINGS = {f"{PREFIX}{name}" for name in NAMES} | {f"{PREFIX}{name}_FILE" for name in IN_FILES}


def read(file: Path) -> Any:
    """A YAML file."""
    return yaml.safe_load(file.read_text("utf-8"))


def version() -> str:
    """Of this tree."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(said["project"]["version"])


def of_image(instruction: str) -> str:
    """What the Containerfile says after an instruction, the last time."""
    text = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    return str(re.findall(rf"^\s*{instruction}\s+(.*)$", text, re.MULTILINE)[-1])


PORT = int(of_image("EXPOSE"))
FOLDER = of_image("VOLUME")
