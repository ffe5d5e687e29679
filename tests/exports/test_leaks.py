"""What is not ticked is nowhere in a file for others, however one looks at it."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.exports.made import ALL, made
from tests.exports.readers import EVERYTHING_IN, WITH_EVERY_PART, closely
from tests.exports.test_csv import rows
from tests.sharing.test_record import somebody
from tracker.clock import now
from tracker.exports.formats import FOR_OTHERS
from tracker.exports.report.read import read_report
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.models import Application, User
from tracker.models.base import MAYBE, PEOPLE, PERSON
from tracker.sharing.named_columns import columns_naming
from tracker.sharing.selection import BEHIND_LINKS, FOR_LINKS, Selection, SharedPart

PAGE, REPORT = "page", "report"
PAPERS = ("pdf", "docx")
OUTPUTS = (*FOR_OTHERS, PAGE)
"""Whatever somebody else may read."""
SOURCES = (REPORT, *(name for name in OUTPUTS if name not in PAPERS))
"""The same, but for PDF and Word what both are written from, and from nothing else."""
LOGS = ("log-pdf", "log-csv")

SHOWN_BY_ITSELF = frozenset(FOR_LINKS) - {
    SharedPart.SUMMARY,
    SharedPart.INSIGHTS,
    SharedPart.HISTORY,
}
"""Parts that hold words of the person's."""


def without(part: SharedPart) -> Selection:
    """All but that one."""
    return Selection(frozenset(FOR_LINKS) - {part}, people=True)


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_every_part_that_is_ticked_is_in_the_file(build: Build, name: str) -> None:
    shown = EVERYTHING_IN[name](made(somebody(build), name))

    assert [part for part in SHOWN_BY_ITSELF if f"MARK-{part}" not in shown] == []


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_one_part_alone_shows_nothing_of_the_others(build: Build, name: str) -> None:
    user, everything = somebody(build), EVERYTHING_IN[name]
    for part in FOR_LINKS:
        shown = everything(made(user, name, Selection(frozenset({part}), people=True)))
        others = SHOWN_BY_ITSELF - {part, SharedPart.APPLICATIONS}

        assert [each for each in others if f"MARK-{each}" in shown] == [], part


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_private_writing_is_in_no_file_for_others_whatever_is_asked(
    build: Build, name: str
) -> None:
    user = somebody(build)

    assert "MARK-private" not in EVERYTHING_IN[name](
        made(user, name, Selection(frozenset(SharedPart), people=True))
    )


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_people_are_named_only_where_that_is_ticked(build: Build, name: str) -> None:
    user, everything = somebody(build), EVERYTHING_IN[name]

    assert "MARK-person" in everything(made(user, name))
    assert "MARK-person" not in everything(made(user, name, Selection(frozenset(FOR_LINKS))))


def test_companies_are_letters_everywhere_where_that_is_wanted(app: Flask, build: Build) -> None:
    with build.together():
        user = build.user(help_wanted="Banksia Software said no. Why?")
        paper = build.document(user, label="For Banksia Software").id
        for number in range(6):
            card = build.application(
                user,
                company="Banksia Software",
                link="https://banksia.example/jobs",
                source="Banksia Software careers",
                posting="Banksia Software is looking for you",
                resume_id=paper,
            )
            build.interview(card, went_well="At Banksia Software all went well.")
            build.rejection(card, words="Banksia Software says no.")
            answer = build.feedback(card, f"Banksia Software looks for more, {number}.")
            build.point(answer, theme_id=build.theme(user, f"Banksia Software {number}").id)
            build.note(card, "banksia software rang")
            build.action(user, what="Visit Banksia Software", application_id=card.id)
    masked = Selection(frozenset(BEHIND_LINKS), companies=False, people=True)

    for name in SOURCES:
        assert "anksia" in shown(app, build, user, name, ALL), name
        assert "anksia" not in shown(app, build, user, name, masked), name


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_a_file_says_nothing_of_another_person_or_of_the_machine(build: Build, name: str) -> None:
    somebody(build)
    user = build.user(email="hidden-address@example.org", name="Kim")
    shown = EVERYTHING_IN[name](made(user, name))

    assert "MARK" not in shown
    assert "hidden-address" not in shown
    assert "/home" not in shown and "/tmp" not in shown and "onward-" not in shown


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_charts_show_no_theme_where_what_they_said_is_not_ticked(build: Build, name: str) -> None:
    user, everything = build.user(), EVERYTHING_IN[name]
    theme = build.theme(user, "MARK-theme")
    for _ in range(6):
        build.point(build.feedback(build.application(user)), theme_id=theme.id)

    assert "MARK-theme" in everything(made(user, name))
    assert "MARK-theme" not in everything(made(user, name, without(SharedPart.FEEDBACK)))


def shown(app: Flask, build: Build, user: User, name: str, choice: Selection) -> str:
    """All that stands in an output, as closely as it could be pieced together.

    The coach's page says what is new, too; the pages of applications stand beside it, and on paper
    is what those hold.
    """
    if name == REPORT:
        return closely(str(read_report(db.session(), user, ExportRequest("pdf", choice), now())))
    if name != PAGE:
        return closely(EVERYTHING_IN[name](made(user, name, choice)))
    _, token = build.link(user, choice=choice.as_json(), seen_before_at=LONG_AGO)
    reader, texts = Browser.of(app), []
    for place in ("", *(f"/applications/{each}" for each in applications_of(user))):
        answer = reader.get(f"/s/{token}{place}")
        assert place or answer.status_code == 200
        texts.append(answer.text)
    return closely("\n".join(texts))


def applications_of(user: User) -> list[int]:
    """The rows of somebody's applications."""
    return list(db.session.scalars(select(Application.id).where(Application.user_id == user.id)))


@pytest.mark.parametrize("name", [REPORT, *OUTPUTS])
def test_no_part_that_is_not_ticked_is_in_any_output(app: Flask, build: Build, name: str) -> None:
    """Every other one at once; the report that papers are written from is asked for each."""
    user, parts = somebody(build), sorted(SHOWN_BY_ITSELF - {SharedPart.APPLICATIONS})
    halves = (parts[::2], parts[1::2])
    for left_out in ([part] for part in parts) if name == REPORT else halves:
        choice = Selection(frozenset(FOR_LINKS) - set(left_out), people=True)
        output = shown(app, build, user, name, choice)
        assert "MARK-" in output
        assert [part for part in left_out if f"MARK-{part}" in output] == []


NAMED = {
    "contact": "Alba Quint",
    "interviewer": "Beda Quist",
    "second interviewer": "Cleo Quarm",
    "giver": "Ebba Quant",
    "reviewer": "Fenn Quoll",
    "somebody met": "Gita Quaife",
    "coach": "Hedi Quorn",
}
"""Somebody in each field that holds names."""


def everybody_named(build: Build) -> User:
    """A person who wrote each of those names into every text that somebody may read, too."""
    with build.together():
        return with_names(build)


def with_names(build: Build) -> User:
    said = "; ".join(f"{name} and {name.split()[0]} said so" for name in NAMED.values())
    user = build.user(name="Robin", help_wanted=said)
    theme = build.theme(user, f"What {NAMED['giver']} said")
    paper = build.document(user, label=f"As {NAMED['reviewer']} wants it").id
    card = build.application(
        user,
        role="Cook, like Alba",
        source="Alba told me",
        pay_text="as Alba said",
        posting=said,
        resume_id=paper,
        letter_id=paper,
        applied_on=now().date() - timedelta(days=9),
    )
    contact = build.contact(user, name=NAMED["contact"])
    build.part(card, contact)
    build.interview(
        card,
        starts_at=now() - timedelta(days=3),
        people=f"{NAMED['interviewer']} (CTO)\n{NAMED['second interviewer']}, HR",
        went_well=said,
        would_change=said,
    )
    build.rejection(card, on=now().date(), words=said, reason=said)
    build.attempt(card, on=now().date(), contact_id=contact.id)
    link, _ = build.link(user)
    build.coach_note(link, "Well done", application_id=card.id, by=NAMED["coach"], answer=said)
    answer = build.feedback(card, said, giver=NAMED["giver"])
    build.point(answer, theme_id=theme.id)
    build.action(user, what=said[:400], proof=said, done_on=now().date())
    soon = now().date() + timedelta(days=2)
    build.action(user, what=said[:400], cue=said[:400], plan=said[:400], due_on=soon)
    build.review(user, by=NAMED["reviewer"], said=said)
    build.note(card, said)
    build.mail_proposal(user, application_id=card.id, sender=NAMED["contact"], text=said)
    build.activity(user, what="Coffee", with_whom=NAMED["somebody met"], result=said)
    return user


def test_nobody_is_named_in_any_output_unless_people_are_ticked(app: Flask, build: Build) -> None:
    user = everybody_named(build)
    words = {each for name in NAMED.values() for each in name.split()}
    for output in (*SOURCES, *LOGS, "ics"):
        whole = shown(app, build, user, output, Selection(frozenset(BEHIND_LINKS)))
        named = shown(app, build, user, output, ALL)

        assert sorted(each for each in words if each in whole) == [], output
        assert [each for each in words if each in named], output


def test_every_field_for_names_is_tried(build: Build) -> None:
    user = everybody_named(build)
    for kind in (PERSON, PEOPLE, MAYBE):
        for column in columns_naming(kind):
            mine = select(column).where(column.table.c.user_id == user.id)
            written = " ".join(map(str, db.session.scalars(mine)))
            assert any(each in written for each in NAMED.values()), str(column)


@pytest.mark.parametrize("name", [REPORT, PAGE])
def test_nobody_is_named_whichever_part_stands_alone(app: Flask, build: Build, name: str) -> None:
    user = everybody_named(build)
    words = {each for name in NAMED.values() for each in name.split()}
    for part in BEHIND_LINKS if name == PAGE else FOR_LINKS:
        alone = shown(app, build, user, name, Selection(frozenset({part})))
        assert sorted(each for each in words if each in alone) == [], part


def test_charts_show_no_source_and_no_resume_where_applications_are_not_ticked(
    app: Flask, build: Build
) -> None:
    with build.together():
        user = build.user()
        papers = [build.document(user, label=f"MARKresume{number}").id for number in (1, 2)]
        for number in range(24):
            sent = now().date() - timedelta(days=200 - 5 * number)
            card = build.application(
                user, source="MARKsource", applied_on=sent, resume_id=papers[number // 12]
            )
            build.interview(card, starts_at=now() - timedelta(days=50)) if number % 2 else None

    for name in SOURCES:
        assert "MARKsource" in shown(app, build, user, name, ALL), name
        rest = shown(app, build, user, name, without(SharedPart.APPLICATIONS))
        assert "MARKsource" not in rest and "MARKresume" not in rest, name


def test_a_company_is_nowhere_named_by_its_domain_or_from_a_lead(app: Flask, build: Build) -> None:
    user = build.user(help_wanted="Write to jobs@zilbakka.example or see zilbakka.example")
    build.lead(user, company="Wurrumby Works")
    card = build.application(
        user,
        company="Zilbakka Pty Ltd",
        link="https://zilbakka.example/1",
        source="zilbakka.example",
    )
    said = (
        "I saw zilbakka.example, careers.zilbakka.com.au and wurrumbyworks.example. Wurrumby Works"
    )
    build.note(card, said)
    build.feedback(card, said)
    build.action(user, what=said)
    masked = Selection(frozenset(FOR_LINKS), companies=False, people=True)

    for name in SOURCES:
        open_, covered = (shown(app, build, user, name, each).lower() for each in (ALL, masked))
        for word in ("zilbakka", "wurrumby"):
            assert word in open_ and word not in covered, (name, word)


def test_applications_are_counted_as_the_person_counts_them(build: Build) -> None:
    for _ in range(20):
        build.application(build.user())
    user = build.user()
    for _ in range(2):
        build.note(build.application(user))
    book = load_workbook(BytesIO(made(user, "xlsx")))
    sheets = {sheet.title: next(sheet.iter_cols(values_only=True)) for sheet in book.worksheets}

    assert sheets["Applications"] == ("No.", 2, 1)
    assert sheets["Notes"] == ("No.", 2, 1)
    assert {row["No."] for row in rows(user, "notes.csv")} == {"1", "2"}
