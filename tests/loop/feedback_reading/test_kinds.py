"""Plain praise and plain descriptions: the one is a strength, the other the person's to say."""

import pytest

from tracker.loop.feedback_reading import read_feedback


def kinds_in(words: str) -> list[str | None]:
    return [point.kind for point in read_feedback(words).points]


@pytest.mark.parametrize(
    "words",
    [
        "We heard only good things about you.",
        "Everyone had kind words about you.",
        "You are clearly a quick learner.",
        "You learn quickly.",
        "Your attitude is wonderful.",
        "We ranked your portfolio first.",
        "Your last employer would have you back in a heartbeat.",
        "Your old boss would hire you again tomorrow.",
        "You were a stronger candidate than we expected.",
        "You were a better listener than we had expected.",
        "You came across as warm and well prepared, more so than most people we met.",
        "You were calm, more so than the other candidates.",
        "No one else brought such clear examples.",
        "Wir haben nur Gutes über Sie gehört.",
        "Am meisten hat uns Ihre Ruhe überzeugt.",
        "Sie lernen schnell.",
    ],
)
def test_plain_praise_is_a_strength_though_no_theme_is_known(words: str) -> None:
    assert kinds_in(words) == ["strength"]


@pytest.mark.parametrize(
    "words",
    [
        "You told us about your time in Bristol.",
        "You told us about your years of night shifts in Leeds.",
        "You mentioned your forklift licence.",
        "Ich habe eine Ausbildung als Köchin.",
        "Ich habe drei Jahre als Kellner gearbeitet.",
        "I live in Geelong.",
        "I moved from Leeds to Perth.",
        "Ich wohne in Kassel.",
        "You were not as nervous as the others.",
        "Sie erzählten uns von Ihrer Zeit in Wien.",
    ],
)
def test_a_plain_description_is_left_to_the_person(words: str) -> None:
    assert set(kinds_in(words)) <= {None}


@pytest.mark.parametrize(
    "words",
    [
        "You were not quite as strong as the others.",
        "You were not as sure of the figures as the others.",
        "Your figures were not as solid as those of the other candidates.",
        "You weren't as well prepared as the person we hired.",
        "Your answers were less clear than the others.",
        "Sie waren nicht ganz so gut vorbereitet wie die anderen.",
    ],
)
def test_what_is_measured_as_less_is_to_improve(words: str) -> None:
    assert kinds_in(words) == ["improve"]


@pytest.mark.parametrize(
    "words",
    [
        "We really liked you.",
        "Thank you for your kind words.",
        "You were only told good things about your boss.",
        "It was lovely to meet you.",
    ],
)
def test_what_is_only_polite_is_no_strength(words: str) -> None:
    assert "strength" not in kinds_in(words)
