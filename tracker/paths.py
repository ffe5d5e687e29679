"""Where templates and static files stand: beside the package in a clone, in it once installed."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def in_checkout(package: Path = PACKAGE) -> bool:
    """Whether the package runs from a clone (an editable install is one) and not from a wheel."""
    return (package.parent / "pyproject.toml").is_file()


def home(package: Path = PACKAGE) -> Path:
    """The folder that holds `templates` and `static`."""
    return package.parent if in_checkout(package) else package


def instance(package: Path = PACKAGE) -> Path:
    """The folder for the database and the secret where ONWARD_INSTANCE names none.

    Raises RuntimeError for somebody who has no home, as a container's user may.
    """
    if in_checkout(package):
        return package.parent / "instance"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "onward"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "onward"


def for_child() -> dict[str, str]:
    """The environment in which another process finds this package, before what else was named."""
    ours = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, ours))}


def version(package: Path = PACKAGE) -> str:
    """Of the checkout, as pyproject.toml has it, or of what was installed from one."""
    if in_checkout(package):
        import tomllib

        said = tomllib.loads((package.parent / "pyproject.toml").read_text("utf-8"))
        return str(said["project"]["version"])
    from importlib import metadata

    return metadata.version("onward")


CHECKOUT = home()
TEMPLATES = CHECKOUT / "templates"
STATIC = CHECKOUT / "static"
