"""What is not ticked is nowhere in a file for others, however one looks at it."""

import pytest

from tests.builders import Build
from tests.exports.made import ALL, made
from tests.exports.readers import EVERYTHING_IN, WITH_EVERY_PART
from tests.sharing.test_record import somebody
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart

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
@pytest.mark.parametrize("part", sorted(SHOWN_BY_ITSELF - {SharedPart.APPLICATIONS}))
def test_a_part_that_is_not_ticked_is_not_in_the_file(
    build: Build, name: str, part: SharedPart
) -> None:
    user, everything = somebody(build), EVERYTHING_IN[name]

    assert f"MARK-{part}" in everything(made(user, name))
    assert f"MARK-{part}" not in everything(made(user, name, without(part)))


@pytest.mark.parametrize("name", WITH_EVERY_PART)
@pytest.mark.parametrize("part", FOR_LINKS)
def test_one_part_alone_shows_nothing_of_the_others(
    build: Build, name: str, part: SharedPart
) -> None:
    user, everything = somebody(build), EVERYTHING_IN[name]
    shown = everything(made(user, name, Selection(frozenset({part}), people=True)))
    others = SHOWN_BY_ITSELF - {part, SharedPart.APPLICATIONS}

    assert [each for each in others if f"MARK-{each}" in shown] == []


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


@pytest.mark.parametrize("name", WITH_EVERY_PART)
def test_companies_are_letters_everywhere_where_that_is_wanted(build: Build, name: str) -> None:
    user, everything = build.user(), EVERYTHING_IN[name]
    for number in range(6):
        card = build.application(
            user,
            company="Banksia Software",
            link="https://banksia.example/jobs",
            source="Banksia Software careers",
        )
        build.interview(card, went_well="At Banksia Software all went well.")
        build.rejection(card, words="Banksia Software says no.")
        answer = build.feedback(card, f"Banksia Software looks for more, {number}.")
        build.point(answer, theme_id=build.theme(user, f"Banksia Software {number}").id)
        build.note(card, "banksia software rang")
        build.action(user, what="Visit Banksia Software", application_id=card.id)
    masked = Selection(frozenset(FOR_LINKS), companies=False, people=True)

    assert "anksia" in everything(made(user, name, ALL))
    assert "anksia" not in everything(made(user, name, masked))


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
