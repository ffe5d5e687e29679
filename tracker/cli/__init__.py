"""The `onward` command: thin; each command's module is imported only when it is used."""

import sys
from importlib import import_module
from typing import NoReturn

import click

from tracker.cli.failure import Failure
from tracker.cli.gc_pause import loading
from tracker.config.misconfigured import Misconfigured

COMMANDS = {
    "serve": ("tracker.cli.serve", "serve"),
    "user": ("tracker.cli.user", "user"),
    "demo": ("tracker.cli.demo", "demo"),
    "import": ("tracker.cli.import_file", "import_"),
    "export": ("tracker.cli.export_file", "export"),
    "backup": ("tracker.cli.backup", "backup"),
    "restore": ("tracker.cli.backup", "restore"),
    "check": ("tracker.cli.backup", "check"),
    "copy-to": ("tracker.cli.copy_to", "copy_to"),
    "night": ("tracker.cli.night", "night"),
    "prepare": ("tracker.cli.prepare", "prepare"),
}
OF_SERVERS = frozenset({"night", "prepare"})
"""Which a server asks for; people are not told of them."""


class Commands(click.Group):
    """Finds a command's module by name, so that `onward serve` loads nothing of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table."""
        return [name for name in COMMANDS if name not in OF_SERVERS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        with loading():
            command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, option, asked: say_version(context) if asked else None,
    help="Show the version and exit.",
)
def onward() -> None:
    """Onward: a job-application tracker that turns every no into the next step."""


def say_version(context: click.Context) -> None:
    """Such as: onward, version 0.2.0."""
    from tracker.paths import version

    click.echo(f"onward, version {version()}")
    context.exit()


def main() -> NoReturn:
    """Run a command: status 0 on success, 2 on wrong use, 1 on failure, said in one line."""
    try:
        onward.main(standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(1)
    except (Failure, Misconfigured, click.ClickException) as error:
        click.echo(f"onward: {one_line(error)}", err=True)
        sys.exit(1)
    except Exception as error:
        of_database = type(error).__module__.partition(".")[0] in ("sqlalchemy", "sqlite3")
        what = "The database can't be used" if of_database else type(error).__name__
        click.echo(f"onward: {what}: {one_line(error)}", err=True)
        sys.exit(1)
    sys.exit(0)


def one_line(error: Exception) -> str:
    """What an error says, on one line."""
    said = error.format_message() if isinstance(error, click.ClickException) else str(error)
    return " ".join(said.split())[:500]
