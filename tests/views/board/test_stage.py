"""Moving a card."""

import re
import threading
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tracker.extensions import db
from tracker.models import Application, StageChange


def stage_of(card: Application) -> str:
    db.session.rollback()
    stage = db.session.scalar(select(Application.stage).where(Application.id == card.id))
    assert stage is not None
    return stage


def column_of(user_id: int, stage: str) -> list[int]:
    db.session.rollback()
    return list(
        db.session.scalars(
            select(Application.id)
            .where(Application.user_id == user_id, Application.stage == stage)
            .order_by(Application.position)
        )
    )


def version_of(card: Application) -> int:
    db.session.rollback()
    return db.session.get_one(Application, card.id, populate_existing=True).version


def toast_of(page: str) -> str:
    found = re.search(r'<div class="toast.*?</form>', page, re.DOTALL)
    assert found, "no toast"
    return found[0]


def history(card: Application) -> list[tuple[str | None, str]]:
    db.session.rollback()
    return [
        (change.before, change.after)
        for change in db.session.scalars(
            select(StageChange)
            .where(StageChange.application_id == card.id)
            .order_by(StageChange.id)
        )
    ]


def test_card_of_another_person_cannot_be_moved(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    card = build.application(sign_in().user)

    response = browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": "1"}
    )

    assert response.status_code == 404
    assert stage_of(card) == "applied"


def test_move_to_no_such_stage_is_refused(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)

    response = browser.post(
        f"/applications/{card.id}/stage", data={"stage": "hired", "version": card.version}
    )

    assert response.status_code == 422
    assert stage_of(card) == "applied"


def test_move_from_another_site_is_refused(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)

    response = browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "rejected", "version": card.version},
        headers={"Origin": "https://evil.example"},
    )

    assert response.status_code == 403
    assert stage_of(card) == "applied"


def test_card_moved_by_hand_offers_the_fact_that_is_missing_and_no_other(
    browser: Browser, build: Build
) -> None:
    for stage, fact, place in (
        ("interview", "interview", "interviews/new"),
        ("rejected", "rejection", "rejection"),
        ("feedback_received", "feedback", "feedback/new"),
        ("action_taken", "action", "lesson"),
    ):
        bare, told = build.application(browser.user), build.application(browser.user)
        if fact == "action":
            build.action(browser.user, application_id=told.id, done_on=LONG_AGO.date())
        elif fact == "rejection":
            told = build.application(browser.user, stage="feedback_received")
            build.rejection(told)
        else:
            getattr(build, fact)(told)
        pages = []
        for card in (bare, told):
            sent = {"stage": stage, "version": version_of(card)}
            assert browser.post(f"/applications/{card.id}/stage", data=sent).status_code == 303, (
                stage,
                fact,
                place,
            )
            pages.append(toast_of(browser.get(f"/applications/{card.id}").text))
        assert stage_of(bare) == stage
        assert history(bare) == [(None, "applied"), ("applied", stage)]

        assert f'href="/applications/{bare.id}/{place}"' in pages[0], (stage, fact, place)
        assert "href=" not in pages[1], (stage, fact, place)


def test_card_moved_by_hand_to_action_taken_is_asked_what_was_done_before_it_is_put_away(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "action_taken", "version": card.version}
    )

    page = browser.get(f"/applications/{card.id}").text

    assert "What did you do? One line is enough." in page
    assert f'class="button main" href="/applications/{card.id}/lesson"' in page


def test_moved_card_stands_on_top(browser: Browser, build: Build) -> None:
    there = [build.application(browser.user, stage="interview").id for _ in range(2)]
    card = build.application(browser.user)

    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )

    assert column_of(browser.user.id, "interview") == [card.id, there[1], there[0]]


def test_card_can_be_put_before_or_after_another(browser: Browser, build: Build) -> None:
    with build.together():
        ids = [build.application(browser.user, stage="interview", position=n).id for n in range(3)]
        first, second = (build.application(browser.user) for _ in range(2))

    for card, where in ((first, "before"), (second, "after")):
        sent = {"stage": "interview", where: ids[1], "version": 1}
        browser.post(f"/applications/{card.id}/stage", data=sent)

    expected = [ids[0], first.id, ids[1], second.id, ids[2]]
    assert column_of(browser.user.id, "interview") == expected


@pytest.mark.both_databases
def test_order_within_a_column_changes_without_a_row_in_the_history(
    browser: Browser, build: Build
) -> None:
    ids = [build.application(browser.user, position=n).id for n in range(3)]
    card = db.session.get_one(Application, ids[2])

    browser.post(f"/applications/{card.id}/stage", data={"before": ids[0], "version": card.version})

    assert column_of(browser.user.id, "applied") == [ids[2], ids[0], ids[1]]
    assert history(card) == [(None, "applied")]


def way_back(page: str) -> str:
    found = re.search(r'action="([^"]+/place/reversal[^"]*)"', toast_of(page))
    assert found, "no Undo"
    return found[1]


def test_undo_of_another_order_puts_the_card_back_where_it_stood(
    browser: Browser, build: Build
) -> None:
    with build.together():
        ids = [build.application(browser.user, position=n).id for n in range(3)]
        build.application(browser.user, stage="interview")
    for of, where, beside in ((0, "after", 2), (1, "before", 0), (2, "before", 0)):
        card = db.session.get_one(Application, ids[of])
        sent = {where: ids[beside], "version": version_of(card)}
        answer = browser.post(f"/applications/{ids[of]}/stage", data=sent, htmx=True)
        assert column_of(browser.user.id, "applied") != ids
        undo, key = way_back(answer.text), {"key": f"{of}" * 32}

        for _ in range(2):
            answer = browser.post(undo, data=key, htmx=True)

            assert "is back where it was." in answer.text
            assert column_of(browser.user.id, "applied") == ids
        assert history(card) == [(None, "applied")]


def test_undo_of_another_order_is_refused_where_the_cards_have_moved_since(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    ids = [build.application(browser.user, position=n).id for n in range(3)]
    sent = {"before": ids[0], "version": 1}
    undo = way_back(browser.post(f"/applications/{ids[2]}/stage", data=sent, htmx=True).text)
    card = db.session.get_one(Application, ids[2])
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": version_of(card)}
    )

    assert browser.post(undo).status_code == 409
    assert stage_of(card) == "rejected"
    for nowhere in ("", "?before=0", "?before=x", f"?before={card.id}", "?after=999999"):
        assert browser.post(undo.partition("?")[0] + nowhere).status_code == 409
    assert sign_in().post(undo).status_code == 404


def test_order_of_a_card_that_is_alone_has_nothing_to_undo(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)

    answer = browser.post(f"/applications/{card.id}/stage", data={"version": 1}, htmx=True)

    assert "moved to 1 of 1." in answer.text
    assert "Undo" not in answer.text


def test_stale_move_says_what_happened_and_offers_the_move_again(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    url, version = f"/applications/{card.id}/stage", card.version
    browser.post(url, data={"stage": "interview", "version": version})
    wanted = {"stage": "rejected", "version": version, "from": "applied"}

    page = browser.post(url, data=wanted)
    toast = browser.post(url, data=wanted, htmx=True)

    for answer in (page, toast):
        assert answer.status_code == 409
        assert "It was moved to Interview meanwhile." in answer.text
        assert "Move it to Rejected</button>" in answer.text
    assert f'id="card-{card.id}"' in toast.text
    given = dict(re.findall(r'name="(version|stage|key)" value="([^"]+)"', toast.text))
    assert browser.post(url, data=given).status_code == 303
    assert stage_of(card) == "rejected"


def test_stale_move_to_where_the_card_is_by_now_offers_nothing(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    url = f"/applications/{card.id}/stage"
    data = {"stage": "interview", "version": card.version, "from": "applied"}
    browser.post(url, data=data)

    for htmx in (False, True):
        answer = browser.post(url, data=data, htmx=htmx)
        assert answer.status_code == 409
        assert "It was moved to Interview meanwhile." in answer.text
        assert "Move it to" not in answer.text


def test_move_of_a_card_that_was_edited_meanwhile_says_that_it_was_changed(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)

    answer = browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "interview", "version": card.version - 1, "from": "applied"},
    )

    assert "It was changed meanwhile, and is in Applied." in answer.text


def test_same_move_sent_twice_is_one_move_and_the_same_answer(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    form = {"stage": "interview", "version": card.version, "key": "a-key"}

    answers = [
        browser.post(f"/applications/{card.id}/stage", data=form).status_code for _ in range(2)
    ]

    assert answers == [303, 303]
    assert len(history(card)) == 2


def test_undo_puts_the_card_back_and_keeps_both_moves(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    since = card.stage_since
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": card.version}
    )
    change = db.session.scalars(select(StageChange).order_by(StageChange.id.desc())).first()
    assert change is not None

    response = browser.post(f"/applications/{card.id}/stage/{change.id}/reversal")

    assert response.status_code == 303
    assert history(card)[1:] == [("applied", "rejected"), ("rejected", "applied")]
    assert db.session.get_one(Application, card.id).stage_since == since


def test_undo_is_refused_after_a_later_move(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )
    change = db.session.scalars(select(StageChange).order_by(StageChange.id.desc())).first()
    assert change is not None
    version = db.session.get_one(Application, card.id).version
    db.session.rollback()
    browser.post(f"/applications/{card.id}/stage", data={"stage": "rejected", "version": version})

    response = browser.post(f"/applications/{card.id}/stage/{change.id}/reversal")

    assert response.status_code == 409
    assert stage_of(card) == "rejected"


def test_fragment_carries_only_the_card_the_counts_and_a_toast(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    build.application(browser.user, company="Another")

    response = browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "interview", "version": card.version},
        htmx=True,
    )

    assert response.status_code == 200
    assert response.text.count("<article") == 1
    assert "Another" not in response.text
    assert 'hx-target="#count-applied"' in response.text
    assert "Undo" in response.text


def test_move_sheet_is_a_page_without_script(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)

    page = browser.get(f"/applications/{card.id}/stage").text

    assert page.count('name="stage"') == 4
    assert page.count('name="told" value="now"') == 1


@pytest.mark.both_databases
def test_of_two_phones_that_move_one_card_at_once_one_wins_and_one_is_told(
    app: Flask, sign_in: Callable[..., Browser], build: Build
) -> None:
    first = sign_in()
    phones = [first, sign_in(first.user)]
    for _ in range(5):
        card = build.application(first.user)
        form = {"version": card.version}
        tokens = [phone.token() for phone in phones]
        statuses: list[int] = []
        url, start = f"/applications/{card.id}/stage", threading.Barrier(2)

        def move(
            phone: Browser,
            token: str,
            stage: str,
            url: str = url,
            start: threading.Barrier = start,
            form: dict[str, int] = form,
            statuses: list[int] = statuses,
        ) -> None:
            start.wait()
            answer = phone.post(url, data=form | {"stage": stage}, headers={"X-CSRFToken": token})
            statuses.append(answer.status_code)

        threads = [
            threading.Thread(target=move, args=(phone, token, stage))
            for phone, token, stage in zip(phones, tokens, ("interview", "rejected"), strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(statuses) == [303, 409]
