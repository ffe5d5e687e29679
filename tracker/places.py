"""Where the templates and static files stand: beside the package in a checkout, in it if installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def in_checkout(package: Path = PACKAGE) -> bool:
    """Whether the package runs from a clone (an editable install is one) and not from a wheel."""
    return (package.parent / "pyproject.toml").is_file()


def home(package: Path = PACKAGE) -> Path:
    """The folder that holds `templates` and `static`."""
    return package.parent if in_checkout(package) else package


TEMPLATES = home() / "templates"
STATIC = home() / "static"
