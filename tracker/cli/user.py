"""`onward user`: accounts from the terminal."""

import sys

import click

from tracker.cli.failure import Failure


@click.group()
def user() -> None:
    """Add people, list them, help with a forgotten password."""


@user.command()
@click.argument("email")
@click.option("--name", default="", help="How the person is called.")
@click.option(
    "--keeper", is_flag=True, help="Makes them an owner (administrator), as the first account is."
)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add(email: str, name: str, keeper: bool, password_stdin: bool) -> None:
    """Add a person; without a password a link to set one is printed.

    With --keeper somebody who has an account becomes an owner, too.
    """
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app

    with opened_app():
        email, name = accounts.read_email(email), accounts.read_name(name)
        if keeper and accounts.make_owner(email):
            click.echo(f"{email} is an owner of this server now.")
            return
        accounts.refuse_known(email)
        password = chosen_password(email, name, password_stdin)
        made = accounts.add(email, name, keeper, password)
        click.echo(f"Added {made.email}{', an owner of this server' if made.is_keeper else ''}.")
        if password is None:
            click.echo(f"To set a password, within two days: {accounts.reset_link(made)}")


@user.command("list")
def list_() -> None:
    """Everybody with an account: email, role, last seen, name."""
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app

    with opened_app():
        rows = accounts.rows()
    if not rows:
        click.echo("No accounts yet.")
    for row in rows:
        click.echo("\t".join(row))


@user.command()
@click.argument("email")
@click.option("--password-stdin", is_flag=True, help="Read the new password from standard input.")
@click.option("--no-code", is_flag=True, help="Turn the code at sign-in off, too: phone gone.")
def reset(email: str, password_stdin: bool, no_code: bool) -> None:
    """Print a link to set a new password, or set one; that signs the person out everywhere."""
    from tracker.cli import accounts
    from tracker.cli.app_context import opened_app

    with opened_app():
        known = accounts.find(email)
        if password_stdin:
            accounts.set_password(known, read_password(known.email, known.name), no_code)
            click.echo(f"The password of {known.email} is set, and every device signed out.")
        else:
            click.echo(f"To set a password, within two days: {accounts.reset_link(known, no_code)}")


def chosen_password(email: str, name: str, stdin: bool) -> str | None:
    """From standard input, else asked for where there is a terminal, else none."""
    if stdin:
        return read_password(email, name)
    if not sys.stdin.isatty():
        return None
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return checked_password(typed, email, name)


def read_password(email: str, name: str) -> str:
    """The first line of standard input. Raises Failure."""
    return checked_password(sys.stdin.readline().rstrip("\r\n"), email, name)


def checked_password(password: str, email: str, name: str) -> str:
    """The password, if it will do. Raises Failure."""
    from tracker.values import passwords

    for problem in passwords.problems(password, email, name):
        raise Failure(f"That password won't do. {problem}")
    return password
