"""What they would have liked to hear is something to improve, whatever it is about."""

import pytest

from tracker.loop.feedback_reading import read_feedback
from tracker.loop.feedback_reading.kinds import point_kind
from tracker.loop.feedback_reading.themes import themes_of


@pytest.mark.parametrize(
    "words",
    [
        "We would have liked to hear more about rostering software.",
        "We would have loved to see more about weekend availability.",
        "We wished you had said more about night shifts.",
        "I wish you had told us about your weekend work.",
        "It would have been good to hear more about your visa.",
        "We'd have liked more on how you plan a roster.",
        "The panel would have liked to hear about your notice period.",
        "We had hoped to hear how you handle a full house.",
        "We wanted to hear more about your driving licence.",
        "They told me they would have loved to see a sample lesson.",
        "We'd have preferred a shorter letter.",
        "We missed a word about your move to Perth.",
        "A bit more about your start date would have helped us.",
        "Wir hätten gern mehr über Schichtarbeit gehört.",
        "Gern hätten wir ein Beispiel aus der Nachtschicht gesehen.",
        "Wir hätten uns mehr zu Ihren Arbeitszeiten gewünscht.",
        "Schön wäre gewesen, mehr über Ihre Zeit im Lager zu hören.",
    ],
)
def test_what_they_missed_is_to_improve_and_never_set_aside(words: str) -> None:
    assert [point.kind for point in read_feedback(words).points] == ["improve"]


@pytest.mark.parametrize(
    "words",
    [
        "We would have loved to see you on the team.",
        "We would have loved to hire you.",
        "We would have liked to see someone who can start on Monday.",
        "We had hoped to see you again in the second round.",
        "I wish you had got the job.",
        "We wish you had been available in May.",
        "It would have been lovely to see you join us.",
        "We would have liked more applicants.",
        "We had hoped to see more applicants from the region.",
        "Wir hätten Sie gern in unserem Team gesehen.",
    ],
)
def test_what_they_wished_for_you_or_of_another_is_nothing_to_improve(words: str) -> None:
    found = point_kind(words, themes_of(words))
    assert found is None or found.kind in (None, "not_me", "strength")
