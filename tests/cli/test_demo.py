import pytest
from click.testing import CliRunner
from sqlalchemy import select

from tracker.cli import app_context
from tracker.cli import demo as command
from tracker.cli.app_context import opened_app
from tracker.cli.demo import demo
from tracker.cli.failure import Failure
from tracker.extensions import db
from tracker.models import Application, User
from tracker.values.passwords import verify_password

WORDS = "plum gravel seven tins"


@pytest.fixture
def onward_demo(settings, app, monkeypatch):
    """Runs `onward demo` on this test's own database, in this test's app."""
    monkeypatch.setattr(app_context, "create_app", lambda settings: app)
    monkeypatch.setattr(command, "opened_app", lambda: opened_app(settings))

    def run(*options, given=None):
        said = CliRunner().invoke(demo, options, input=given)
        if isinstance(said.exception, Failure):
            return 1, str(said.exception)
        if said.exception is not None and not isinstance(said.exception, SystemExit):
            raise said.exception
        return said.exit_code, said.output

    return run


@pytest.fixture
def people(settings):
    """Who is there now, with how many applications."""

    def counted():
        with opened_app(settings):
            everybody = list(db.session.scalars(select(User)))
            return {
                one.email: len(list(db.session.scalars(Application.of(one.id))))
                for one in everybody
            }

    return counted


def test_a_hunt_is_made_for_a_new_account_and_the_password_is_told(onward_demo, people, settings):
    status, said = onward_demo("--applications", "20")
    assert status == 0
    assert "demo@example.org now has 20 made-up applications." in said
    told = said.split("The password is")[1].strip()
    assert people() == {"demo@example.org": 20}
    with opened_app(settings):
        person = db.session.scalar(User.by_email("demo@example.org"))
        assert verify_password(person.password_hash, told)
        assert person.is_keeper


def test_a_given_password_is_taken_and_not_repeated(onward_demo, settings):
    status, said = onward_demo(
        "--applications",
        "5",
        "--email",
        "Robin@Example.org",
        "--password-stdin",
        given=f"{WORDS}\n",
    )
    assert status == 0
    assert "password" not in said
    with opened_app(settings):
        person = db.session.scalar(User.by_email("robin@example.org"))
        assert verify_password(person.password_hash, WORDS)


def test_where_there_is_a_keeper_the_account_is_a_members(onward_demo, settings, build):
    build.user(email="keeper@example.org", keeper=True)
    onward_demo("--applications", "5")
    with opened_app(settings):
        assert not db.session.scalar(User.by_email("demo@example.org")).is_keeper


def test_an_account_without_applications_is_used_and_keeps_its_password(onward_demo, people, build):
    build.user(email="robin@example.org")
    status, said = onward_demo("--applications", "7", "--email", "robin@example.org")
    assert (status, "password" in said) == (0, False)
    assert people()["robin@example.org"] == 7


def test_a_hunt_is_never_mixed_with_another(onward_demo, people):
    onward_demo("--applications", "5")
    status, said = onward_demo("--applications", "5")
    assert status == 1
    assert "has applications already" in said
    assert people() == {"demo@example.org": 5}


def test_an_existing_accounts_password_is_never_changed(onward_demo, people, build):
    build.user(email="robin@example.org")
    status, said = onward_demo(
        "--email", "robin@example.org", "--password-stdin", given=f"{WORDS}\n"
    )
    assert status == 1
    assert "has a password already" in said
    assert people() == {"robin@example.org": 0}


def test_a_password_that_will_not_do_makes_no_account(onward_demo, people):
    status, said = onward_demo("--password-stdin", given="password123\n")
    assert status == 1
    assert "Many people use this one" in said
    assert people() == {}


@pytest.mark.parametrize(
    "options", [["--applications", "0"], ["--email", "robin"], ["--seed", "x"]]
)
def test_wrong_use_is_status_2(onward_demo, options):
    assert onward_demo(*options)[0] == 2
