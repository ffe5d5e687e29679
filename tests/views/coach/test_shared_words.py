"""Their words on a coach's page: each once, and a point on a line with what it is."""

from tracker.models.feedback import POINTS
from tracker.sharing.loop_rows import PointRow
from tracker.views.coach.shared_words import Line, label, lines


def point(quote: str, kind: str = "strength", theme: str = "Calm", agreed: str = "") -> PointRow:
    return PointRow(1, 1, "Role", "Company", quote, POINTS[kind], theme, agreed)


def test_each_sentence_stands_once_beside_what_it_is() -> None:
    words = "Thanks. It was close, and you stayed calm. Your test\nwas short. Good luck."
    points = [
        point("Your test was short.", "improve", "Test", "I agree"),
        point("you stayed calm"),
    ]

    assert lines(words, points) == [
        Line("Thanks. It was close, and you stayed calm.", "Strength · Calm"),
        Line("Your test\nwas short.", "To improve · Test · I agree"),
        Line("Good luck."),
    ]


def test_two_points_of_one_sentence_part_at_its_comma_or_share_a_line() -> None:
    words = "You were calm, but you spoke softly."
    softly = point("you spoke softly.", "improve", "Voice")

    assert lines(words, [point("You were calm"), softly]) == [
        Line("You were calm,", "Strength · Calm"),
        Line("but you spoke softly.", "To improve · Voice"),
    ]
    assert lines(words, [point(words), softly]) == [
        Line(words, "Strength · Calm; To improve · Voice")
    ]


def test_a_point_that_is_not_in_the_words_any_more_keeps_its_own() -> None:
    assert lines("They rang.", [point("You were calm.")]) == [
        Line("They rang."),
        Line("“You were calm.”", "Strength · Calm"),
    ]
    assert lines("", []) == []


def test_what_is_not_about_the_person_needs_no_theme() -> None:
    assert label(point("Others had more years.", "not_me", "Somebody else")) == "Not about me"


def test_a_coach_reads_their_words_once_and_how_many_noes_are_written_down(browser, build) -> None:
    noted = build.application(browser.user, role="Cook", stage="rejected")
    build.rejection(noted)
    build.application(browser.user, role="Baker", stage="rejected")
    said = build.feedback(noted, "You stayed calm. Others had more years.")
    theme = build.theme(browser.user, name="Somebody else", slug="other_candidate.stronger")
    build.point(said, "Others had more years.", kind="not_me", theme_id=theme.id)

    page = browser.get("/coach/preview").text

    assert "<dt>Rejections</dt><dd>1 written down, 1 not" in page
    assert page.count("Others had more years.") == 1
    assert "Somebody else" not in page
