"""Without a connection: pages can be read, and changes wait; each of them is made once."""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect
from sqlalchemy import delete, func, select

from e2e.browser.storage import KEPT, WAITING
from e2e.browser.wire import Wire
from e2e.conftest import PATIENCE, PHONE, Server, until
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models import (
    Action,
    Application,
    Device,
    Feedback,
    Lead,
    Note,
    OwnLine,
    Rejection,
    StageChange,
    User,
)
from tracker.models.changes.stage import move as move_in_database

AS_OTHERS_DO = b"""{
  const { get } = Object.getOwnPropertyDescriptor(FetchEvent.prototype, "preloadResponse");
  const preload = { get() { return get.call(this).catch(() => Response.error()) } };
  Object.defineProperty(FetchEvent.prototype, "preloadResponse", preload);
  Object.defineProperty(FetchEvent.prototype, "clientId", { get: () => "" });
}
"""
"""As tests.browsers saw it: Firefox gives a preload that failed as an answer, and neither it nor
WebKit names the page that a form was sent from."""
NOTHING_WAITS = "!document.getElementById('waits')"


@pytest.fixture
def phone(open_page: Callable[..., Page], wire: Wire) -> Callable[[User], Page]:
    """A phone with somebody signed in, whose worker has begun."""

    def opened(user: User, path: str = "/board") -> Page:
        page = open_page(PHONE, user=user, base_url=wire.url, service_workers="allow", path=path)
        until(page, "!!navigator.serviceWorker.controller")
        page.goto(path)
        return page

    return opened


@pytest.fixture
def card(build: Build, person: User) -> Application:
    """One that is open."""
    return build.application(person, role="Cook", company="Blue Kettle", stage="applied")


def sign_in(page: Page, server: Server, user: User) -> None:
    """Whoever was signed in before, and whoever is known to the browser."""
    page.context.add_cookies([server.cookie(user)])  # type: ignore[list-item]


def count(model: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def bar(page: Page) -> Any:
    return page.locator("#waits")


def online(page: Page, wanted: str = NOTHING_WAITS) -> None:
    """The browser says that there is a connection again, until that is so."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        with suppress(Error):  # the page gave way to the next one
            page.evaluate("dispatchEvent(new Event('online'))")
            page.wait_for_timeout(300)
            if page.evaluate(wanted):
                return
    raise AssertionError(f"never true: {wanted}, but {bar(page).text_content()}")


def is_kept(page: Page, *paths: str) -> None:
    until(page, f"{KEPT}.then((kept) => {list(paths)}.every((path) => kept.includes(path)))")


def move(page: Page, card: int, stage: str) -> None:
    page.locator(f"#card-{card}").get_by_role("button", name="Move").tap()
    page.locator(f"#move-sheet .stages [data-stage={stage}]").tap()


def change_stage(page: Page, card: int, action: int) -> None:
    page.goto("/board")
    move(page, card, "interview")


def hear_no(page: Page, card: int, action: int) -> None:
    page.goto("/board")
    move(page, card, "rejected")


def write_note(page: Page, card: int, action: int) -> None:
    page.goto(f"/applications/{card}")
    page.locator("#note-box #body").fill("Words that stay")
    page.get_by_role("button", name="Save note").tap()


def write_feedback(page: Page, card: int, action: int) -> None:
    page.goto(f"/applications/{card}/feedback/new")
    page.get_by_label("Their words").fill("Words that stay")
    page.get_by_role("button", name="Save", exact=True).tap()


def do_action(page: Page, card: int, action: int) -> None:
    page.goto("/actions")
    page.locator(f'form[action="/actions/{action}/completion"] button').first.tap()


def apply_for_lead(page: Page, card: int, action: int) -> None:
    page.goto("/leads")
    page.get_by_role("button", name="I applied: Miller").tap()


def add_application(page: Page, card: int, action: int) -> None:
    page.goto("/applications/new")
    page.get_by_label("Company").first.fill("Red Kettle")
    page.get_by_label("Role").first.fill("Waiter")
    page.get_by_role("button", name="Save", exact=True).tap()


def add_lead(page: Page, card: int, action: int) -> None:
    page.goto("/leads/new")
    page.get_by_label("Role").first.fill("Baker")
    page.get_by_role("button", name="Save", exact=True).tap()


KINDS: dict[str, tuple[Callable[[Page, int, int], None], Any]] = {
    "a move": (change_stage, StageChange),
    "they said no": (hear_no, Rejection),
    "a note": (write_note, Note),
    "feedback": (write_feedback, Feedback),
    "an action": (do_action, None),
    "a lead that is ticked": (apply_for_lead, "ticked"),
    "an application": (add_application, Application),
    "a lead": (add_lead, Lead),
}


def made(model: Any) -> int:
    if model not in (None, "ticked"):
        return count(model)
    db.session.rollback()
    if model == "ticked":
        applied = select(func.count()).where(Lead.application_id.is_not(None))
        return db.session.scalar(applied) or 0
    return db.session.scalar(select(func.count()).where(Action.done_on.is_not(None))) or 0


@pytest.fixture
def opened(phone: Callable[..., Page], build: Build, person: User, card: Application) -> Page:
    """A phone that keeps all the pages on which the changes are made."""
    build.action(person, what="Ring them")
    build.lead(person, role="Miller", company="Grain & Co")
    page = phone(person, "/leads/new")
    opened = ["/applications/new", f"/applications/{card.id}", "/actions", "/leads", "/board"]
    for path in [*opened, f"/applications/{card.id}/feedback/new"]:
        page.goto(path)
        is_kept(page, path)
    return page


def test_changes_of_every_kind_wait_for_the_line_and_are_each_made_once(
    opened: Page, card: Application, wire: Wire
) -> None:
    before = {name: made(model) for name, (_, model) in KINDS.items()}
    action = only_action()
    wire.sever()
    for number, (act, _) in enumerate(KINDS.values(), 1):
        act(opened, card.id, action)
        expect(bar(opened)).to_contain_text(f"{number} change")
        if act is do_action:  # its row keeps its shape, and reads as done
            row = opened.locator(f"#action-{action}.ticked")
            expect(row.get_by_role("button", name="Done: Ring them", pressed=True)).to_be_visible()
            expect(row).to_contain_text("Done. Will be sent")
        if act is apply_for_lead:
            lead = opened.locator(".ticked", has_text="Miller")
            expect(lead.get_by_role("button", name="I applied: Miller")).to_have_attribute(
                "aria-pressed", "true"
            )
            expect(lead).to_contain_text("I applied. Will be sent")
            with opened.expect_navigation():  # the list is shown anew, as it was
                lead.get_by_role("button", name="Undo", exact=True).tap()
            expect(bar(opened)).to_contain_text(f"{number - 1} change")
            act(opened, card.id, action)
            expect(bar(opened)).to_contain_text(f"{number} change")
    opened.goto("/offline")
    expect(opened.locator("#waiting-list")).to_contain_text("Done: Ring them")
    expect(opened.locator("#waiting-list")).to_contain_text("I applied: Miller")
    opened.goto("/leads")
    assert {name: made(model) for name, (_, model) in KINDS.items()} == before

    wire.mend()
    opened.evaluate("dispatchEvent(new Event('online'))")
    expect(opened.locator(".ticked", has_text="Miller")).to_contain_text("On the board.")
    online(opened)
    after = {name: made(model) for name, (_, model) in KINDS.items()}
    # With those of the no, the feedback and what is new; a lead that is ticked is one of these.
    more = {"a move": before["a move"] + 5, "an application": before["an application"] + 2}
    assert after == {name: many + 1 for name, many in before.items()} | more


@pytest.mark.parametrize(
    ("when", "kinds"), [("during", ("they said no", "feedback")), ("after", ("a move", "a note"))]
)
def test_each_change_is_made_once_where_the_line_is_cut_in_it_or_before_its_answer(
    opened: Page, card: Application, wire: Wire, when: str, kinds: tuple[str, ...]
) -> None:
    action = only_action()
    for name in kinds:
        act, model = KINDS[name]
        before = made(model)
        wire.sever_at_change(when)
        act(opened, card.id, action)
        expect(bar(opened)).to_contain_text("1 change waiting")
        assert made(model) == before + (when == "after"), name
        wire.mend()
        online(opened)
        assert made(model) == before + 1, name


def only_action() -> int:
    """The one that there is."""
    db.session.rollback()
    return db.session.scalars(select(Action.id)).one()


def test_eight_changes_of_two_phones_are_eight(
    phone: Callable[..., Page], build: Build, person: User, wire: Wire
) -> None:
    cards = [build.application(person, role=f"Cook {n}", stage="applied").id for n in range(4)]
    phones = {phone(person): cards[:2], phone(person): cards[2:]}
    before = count(StageChange)
    wire.sever()
    for page, own in phones.items():
        page.goto("/board")
        for stage in ("interview", "action_taken"):  # the second on a page that shows the first
            for number, each in enumerate(own, 1 if stage == "interview" else 3):
                move(page, each, stage)
                expect(bar(page)).to_contain_text(f"{number} change")  # no card moves any more
        expect(bar(page)).to_contain_text("Offline: 4 changes waiting.")
        expect(page.get_by_text("Will be sent", exact=True)).to_have_count(2)
    assert count(StageChange) == before

    wire.mend()
    for page in phones:
        online(page)
    assert count(StageChange) == before + 8
    assert [stages(each)[-2:] for each in cards] == [["interview", "action_taken"]] * 4


def stages(card: int) -> list[str]:
    """Where it was, one after another."""
    db.session.rollback()
    of_card = select(StageChange.after).where(StageChange.application_id == card)
    return list(db.session.scalars(of_card.order_by(StageChange.id)))


def test_what_another_phone_changed_shows_both_and_both_ways_on(
    phone: Callable[..., Page], build: Build, person: User, wire: Wire
) -> None:
    moved = [build.application(person, role=role, stage="applied") for role in ("Cook", "Baker")]
    gone = build.application(person, role="Waiter", stage="applied")
    page = phone(person, f"/applications/{gone.id}")
    page.goto("/applications/new")
    page.goto("/board")
    is_kept(page, f"/applications/{gone.id}", "/applications/new", "/board")
    wire.sever()
    for each in moved:
        move(page, each.id, "interview")
    write_note(page, gone.id, 0)
    page.goto("/applications/new")
    page.get_by_label("Company").first.fill("Red Kettle")
    page.get_by_label("Role").first.fill("Waiter")
    page.get_by_label("Applied on").first.fill("2999-01-01")
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(bar(page)).to_contain_text("4 changes waiting")
    with writing(person) as session:
        for each in moved:
            move_in_database(session, session.merge(each), Stage.ACTION_TAKEN, now())
        session.merge(gone).deleted_at = now()

    wire.mend()
    page.goto("/offline")
    rows = page.locator("#waiting-list > li")
    expect(rows.filter(has_text="Needs a look")).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("Move to Interview: Cook")
    expect(rows.nth(0)).to_contain_text("It was moved to Action taken meanwhile.")
    expect(rows.nth(2)).to_contain_text("Words that stay")
    rows.nth(2).get_by_role("button", name="Let it go").tap()
    expect(rows).to_have_count(3)
    rows.nth(1).get_by_role("button", name="Leave it there").tap()
    expect(rows).to_have_count(2)
    rows.nth(0).get_by_role("button", name="Move it to Interview").tap()
    expect(rows).to_have_count(1)
    assert [stages(each.id)[-1] for each in moved] == ["interview", "action_taken"]

    rows.get_by_role("button", name="Look at it").tap()  # a form comes back with what was typed
    expect(page.get_by_label("Company").first).to_have_value("Red Kettle")
    page.get_by_label("Applied on").first.fill("2026-01-01")
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page).to_have_url(re.compile("/board"))
    page.goto("/offline")
    expect(page.get_by_text("All that you changed is sent.")).to_be_visible()
    expect(rows).to_have_count(0)


def test_pages_are_there_within_a_second_and_of_nobody_else(
    phone: Callable[..., Page],
    server: Server,
    build: Build,
    person: User,
    card: Application,
    wire: Wire,
) -> None:
    for number in range(3):
        build.application(person, role=f"Cook {number}", stage="applied")
    page = phone(person)
    private = f"/applications/{card.id}/check-in"
    talk = build.application(person, role="Waiter", stage="interview")
    build.interview(talk, starts_at=now() + timedelta(hours=20))
    page.goto(private)
    page.goto("/today")
    is_kept(page, f"/applications/{talk.id}/interviews/coming")
    page.goto("/board")
    is_kept(page, "/today", "/board", f"/applications/{card.id}")
    assert private not in page.evaluate(KEPT)
    page.goto("/settings/phone")
    is_kept(page, "/settings/phone")
    wire.sever()
    page.goto("/today")
    for path in ("/board", f"/applications/{card.id}", "/", "/today"):
        began = time.monotonic()
        page.goto(path, wait_until="commit")
        assert time.monotonic() - began < PATIENCE / 4  # one second where the machine is idle
        expect(bar(page)).to_contain_text(re.compile(r"Offline\. Saved at \d\d:\d\d\."))
    page.goto("/people")
    expect(page.get_by_role("heading", name="You can still read these")).to_be_visible()
    expect(page.get_by_role("link", name="Board")).to_be_visible()
    expect(page.get_by_role("link", name="On your phone")).to_have_count(0)
    expect(page.locator("#away")).to_contain_text(re.compile(r"As of \d\d:\d\d\."))
    prepare = page.get_by_role("listitem").filter(has_text="Prepare · Waiter")
    expect(prepare).to_contain_text(talk.company)

    page.goto("/applications/new")
    page.evaluate(
        f"caches.open('onward-pages-{person.id}').then((pages) => "
        "Promise.all(['/board', '/today'].map((path) => pages.delete(path))))"
    )
    page.get_by_label("Company").fill("Banksia")
    page.get_by_label("Role", exact=True).fill("Cook")
    page.get_by_role("button", name="Save").first.tap()
    expect(page.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    expect(page.get_by_text("Add Cook, Banksia")).to_be_visible()

    wire.mend()
    kim = build.user(name="Kim")
    sign_in(page, server, kim)
    page.goto("/board")
    until(page, f"{KEPT}.then((kept) => !kept.includes('/applications/{card.id}'))")


def test_signing_out_asks_first_and_empties_the_phone(
    phone: Callable[..., Page], card: Application, person: User, wire: Wire
) -> None:
    page = phone(person)
    wire.sever()
    move(page, card.id, "interview")
    expect(bar(page)).to_contain_text("1 change waiting")
    page.get_by_role("button", name="More").tap()
    page.get_by_role("button", name="Sign out").tap()
    expect(page.locator("#leave")).to_contain_text("If you sign out now, it is lost.")
    wire.mend()
    page.get_by_role("button", name="Sign out anyway").tap()
    expect(page).to_have_url(re.compile("/login$"))
    until(page, "caches.keys().then((names) => !names.length)")
    assert waiting(page) == 0
    assert stages(card.id) == ["applied"]


def test_what_waits_can_be_undone_and_what_cannot_wait_stays_on_its_page(
    phone: Callable[..., Page], card: Application, person: User, wire: Wire
) -> None:
    page = phone(person)
    wire.sever()
    page.goto("/board")  # from now on the worker knows that the server is away
    move(page, card.id, "interview")
    expect(page.locator("#toast")).to_contain_text("Will be sent when you’re connected.")
    page.get_by_role("button", name="Undo").tap()
    expect(page.locator(f"#column-applied #card-{card.id}")).to_be_visible()
    assert waiting(page) == 0

    wire.mend()
    page.goto("/lines")
    page.get_by_text("Write one").tap()
    line = page.get_by_label("A sentence that helps you")
    line.fill("Words that stay")
    wire.sever()
    page.get_by_role("button", name="Save this line").tap()
    expect(page.locator("#toast")).to_contain_text("No connection, so this was not saved.")
    expect(line).to_have_value("Words that stay")
    wire.mend()
    page.get_by_role("button", name="Save this line").tap()
    expect(page.locator("main")).to_contain_text("Words that stay")
    assert (count(OwnLine), stages(card.id)) == (1, ["applied"])


def test_firefox_and_safari_read_kept_pages_and_hear_what_was_not_saved(
    phone: Callable[..., Page],
    server: Server,
    card: Application,
    person: User,
    wire: Wire,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assets = server.app.extensions["assets"]
    own = assets.worker()
    monkeypatch.setattr(assets, "worker", lambda: AS_OTHERS_DO + own)
    page = phone(person)
    page.goto("/lines")
    page.get_by_text("Write one").tap()
    page.get_by_label("A sentence that helps you").fill("Words that stay")
    wire.sever()
    page.get_by_role("button", name="Save this line").tap()
    expect(page.locator("#toast")).to_contain_text("No connection, so this was not saved.")
    page.get_by_role("button", name="More").tap()
    page.get_by_role("button", name="Sign out").tap()
    expect(page.locator("#toast")).to_contain_text("you are still signed in")
    page.goto("/board")
    expect(bar(page)).to_contain_text("Saved at")


def test_a_page_of_somebody_who_was_signed_in_before_writes_nothing_for_the_next_one(
    phone: Callable[..., Page], server: Server, build: Build, person: User, wire: Wire
) -> None:
    page = phone(person, "/applications/new")
    sign_in(page, server, build.user(name="Kim"))
    page.context.new_page().goto(f"{wire.url}/board")
    page.get_by_label("Company").first.fill("Red Kettle")
    page.get_by_label("Role").first.fill("Waiter")
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page).to_have_url(re.compile("/applications$"))  # the server asks whether it is Kim's
    assert (waiting(page), count(Application)) == (0, 0)


def test_another_sites_page_can_neither_write_nor_sign_out_through_the_phone(
    phone: Callable[..., Page], card: Application, person: User, wire: Wire
) -> None:
    page = phone(person)
    for path in (f"/applications/{card.id}/notes", "/logout"):
        form = f'<form method=post action="{wire.url}{path}"><input name=text value=forged>'
        page.goto(f"data:text/html,{form}<button>Win</button></form>")
        page.get_by_role("button").tap()
        expect(page.locator("body")).to_contain_text("This came from another site")
    page.goto("/board")
    expect(page.locator(f"#card-{card.id}")).to_be_visible()
    assert (waiting(page), count(Note)) == (0, 0)


def waiting(page: Page) -> int:
    return int(page.evaluate(WAITING))


def test_changes_wait_while_nobody_is_signed_in_and_go_out_after_that(
    phone: Callable[..., Page],
    server: Server,
    build: Build,
    card: Application,
    person: User,
    wire: Wire,
) -> None:
    page = phone(person)
    wire.sever()
    move(page, card.id, "interview")
    expect(bar(page)).to_contain_text("1 change waiting")
    with writing() as session:
        session.execute(delete(Device))
    wire.mend()
    online(page, "document.body.textContent.includes('Sign in again to send it.')")
    assert (waiting(page), stages(card.id)) == (1, ["applied"])

    sign_in(page, server, build.user(name="Kim"))
    page.goto("/board")
    sign_in(page, server, person)
    page.goto("/board")
    online(page, f"{WAITING}.then((many) => !many)")
    assert stages(card.id) == ["applied", "interview"]


def test_a_new_build_takes_over_with_a_full_queue(
    phone: Callable[..., Page],
    server: Server,
    card: Application,
    person: User,
    wire: Wire,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = phone(person)
    wire.sever()
    move(page, card.id, "interview")
    expect(bar(page)).to_contain_text("1 change waiting")
    monkeypatch.setitem(vars(server.app.extensions["assets"]), "build", "another")
    wire.mend()
    page.evaluate(
        """navigator.serviceWorker.oncontrollerchange = () => { window.changed = true }
        navigator.serviceWorker.getRegistration().then((found) => found.update())"""
    )
    until(page, "window.changed")
    online(page)
    assert (waiting(page), stages(card.id)) == (0, ["applied", "interview"])
