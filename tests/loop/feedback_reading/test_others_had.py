"""What others had is not about the person, by one rule, whatever it was that they had."""

import pytest

from tracker.loop.feedback_reading import read_feedback


def kinds_in(words: str) -> list[str | None]:
    return [point.kind for point in read_feedback(words).points]


@pytest.mark.parametrize(
    "words",
    [
        "On paper others had more hospital experience than you.",
        "Others on the shortlist had more years in retail.",
        "The other finalist had run a payroll team for six years.",
        "Others had stronger examples than you.",
        "The person we hired had a forklift licence.",
        "Some candidates had more aged care experience than you did.",
        "The successful person had more Excel than you.",
        "We had applicants with more hospital experience than you.",
        "We had people with more senior experience than yours.",
        "There were candidates with more relevant experience in aged care.",
        "Someone else had more years in hospitals than you.",
        "One applicant had worked in hospitals for ten years.",
        "Andere hatten mehr Erfahrung im Krankenhaus als Sie.",
        "Eine Mitbewerberin hatte mehr Erfahrung im Einzelhandel.",
    ],
)
def test_what_others_had_is_not_about_the_person(words: str) -> None:
    assert kinds_in(words) == ["not_me"]


@pytest.mark.parametrize(
    "words",
    [
        "Others had more hospital experience, so a placement would help you.",
        "Others brought figures; you could bring yours next time.",
        "Others had a portfolio, and we suggest you build one.",
        "You had less experience than others.",
        "Compared to others, your answers lacked detail.",
        "The others answered the budget question with numbers, which you did not.",
        "We need somebody with stronger skills in Xero.",
    ],
)
def test_what_to_do_about_it_is_to_improve(words: str) -> None:
    assert kinds_in(words) == ["improve"]


def test_praise_beside_what_others_had_is_left_to_what_it_says() -> None:
    said = "Others had more years, but your references were glowing."
    assert "strength" not in kinds_in(said)
    assert kinds_in("Their references were glowing.") == [None]
