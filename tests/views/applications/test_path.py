"""The reasons on the path of one application, folded."""

import re
from html import unescape

import pytest

from tests.browser import Browser
from tracker.clock import now
from tracker.database import writing
from tracker.loop.reasons import REASONS, Reason
from tracker.loop.step_kind import PARTS
from tracker.models import Application, Rejection

FOLD = re.compile(r"<details>\s*<summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
NAMES = [
    "They said no",
    "Take a moment",
    "Ask for advice",
    "Their feedback",
    "Act on it",
    "Onward",
]


@pytest.fixture
def told_no(browser: Browser, build) -> Application:
    with build.together():
        card = build.application(browser.user, stage="rejected")
        build.rejection(card, on=now().date(), words="Marked-private-words")
        build.check_in(card, words="Marked-private-words")
        build.thought(card, story="Marked-private-words")
    return card


def path_of(browser: Browser, card: Application) -> str:
    page = browser.get(f"/applications/{card.id}").text
    return unescape(page.partition('id="loop"')[2].partition("</section>")[0])


def folds_of(browser: Browser, card: Application) -> list[tuple[str, str]]:
    """The folded reasons in the path's order; that of the step of now stands above the others."""
    folds = FOLD.findall(path_of(browser, card))
    return sorted(
        folds, key=lambda fold: next(at for at, name in enumerate(NAMES) if f">{name}<" in fold[0])
    )


def lines_of(body: str, reason: Reason) -> list[str]:
    """The two lines of one reason."""
    ours = re.findall(r"<p>(.*?)</p>", body, re.DOTALL)
    at = ours.index(reason.why)
    return ours[at : at + 2]


def test_every_part_has_its_reason_folded_under_its_name(browser, told_no) -> None:
    folds = folds_of(browser, told_no)

    assert len(folds) == len(PARTS)
    for (summary, _), name in zip(folds, NAMES, strict=True):
        question = "Why write it down?" if name == "They said no" else "Why this?"
        assert question in summary
        assert f'<span class="vh">{name}</span>' in summary


def test_every_reason_stands_in_two_lines_the_second_with_its_limit_and_its_source(
    browser, told_no
) -> None:
    for (_, body), part in zip(folds_of(browser, told_no), PARTS, strict=True):
        for reason in REASONS[part]:
            first, second = lines_of(body, reason)
            assert first == reason.why
            assert second.startswith(f"{reason.found} {reason.limit}")
            assert all(source in second for source in reason.sources)
            assert ("<cite>" in second) == bool(reason.sources)


def test_the_reason_for_the_step_of_now_comes_after_what_there_is_to_do(browser, told_no) -> None:
    page = path_of(browser, told_no)
    why, main, rest = (
        page.index("<p dir="),
        page.index('class="button main"'),
        page.index('class="row"'),
    )

    assert why < main < rest < page.index("<details>") < page.index("All six steps")


def test_nothing_private_stands_on_the_path(browser, told_no) -> None:
    assert "Marked-private-words" not in path_of(browser, told_no)


def test_an_open_application_gives_no_reasons(browser, build) -> None:
    card = build.application(browser.user)

    assert "Why this?" not in browser.get(f"/applications/{card.id}").text


def test_a_coach_is_not_shown_the_reasons(browser, visitor, build, told_no) -> None:
    _, token = build.link(browser.user)

    page = visitor.get(f"/s/{token}")

    assert page.status_code == 200
    assert "Why this?" not in page.text
    assert not any(
        reason.found in unescape(page.text) for part in REASONS.values() for reason in part
    )


def test_a_paused_card_says_once_until_when(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    browser.post(f"/applications/{card.id}/rejection", data={"on": "", "how": "email"})
    page = unescape(browser.get(f"/applications/{card.id}").text)

    assert page.count("Paused until") == 1
    assert "Only you can see it." in path_of(browser, card)


def test_each_link_says_what_it_opens(browser, build, told_no) -> None:
    path = path_of(browser, told_no)
    assert "How they told me</a>" in path
    assert "Write it down</a>" in path

    build.feedback(told_no, "Give an example.")
    answered = path_of(browser, told_no)
    assert "Another answer</a>" in answered
    assert "Write it down</a>" not in answered


def test_no_link_beside_the_button_leads_where_the_button_does(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=now().date())
    ask = f'href="/applications/{card.id}/ask"'

    assert f"{ask}>Who to ask</a>" in path_of(browser, card)  # the button is the email

    build.part(card, build.contact(browser.user, phone="0400 000 000"), "interviewer")
    called = path_of(browser, card)

    assert "Ask for advice</a>" in called
    assert ask not in called


def test_a_role_that_they_closed_is_called_so_and_no_no(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    row = build.rejection(card, on=now().date(), how="email", role_cancelled=True)

    page = browser.get(f"/applications/{card.id}").text
    assert "They closed the role today" in page
    assert re.search(r"<h3>They closed the role <small>Done</small></h3>", page)
    assert "They said no" not in page.split("<dialog")[0]
    assert "The role was cancelled" not in page
    assert re.search(r'<p class="flag">They closed the role</p>', browser.get("/board").text)
    with writing(browser.user, now()) as session:
        session.get(Rejection, row.id).role_cancelled = False
    assert "They said no" in browser.get(f"/applications/{card.id}").text
