"""Praise by rank: whoever the strongest, the first or the only one is said of is praised."""

import pytest

from tracker.loop.feedback_reading import read_feedback
from tracker.loop.feedback_reading.kinds import point_kind
from tracker.loop.feedback_reading.themes import themes_of


def kinds_in(words: str) -> list[str | None]:
    return [point.kind for point in read_feedback(words).points]


@pytest.mark.parametrize(
    "words",
    [
        "Of all the finalists your written test was the strongest.",
        "Out of everyone, your interview answers were the clearest.",
        "Your presentation was the only one that finished on time.",
        "Your application was among the top three.",
        "On paper you were the strongest candidate.",
        "Your test was the strongest.",
        "Your case study was the most thorough we received.",
        "You were the only applicant who had read our annual report.",
        "Yours was the only portfolio without a mistake.",
        "You came first in the typing test.",
        "You scored highest on the written exercise.",
        "Out of forty applicants, yours was the tidiest letter.",
        "You had the best grasp of food safety of anyone we spoke to.",
        "Nobody else finished the task.",
        "Kein anderer Bewerber kannte unsere Filialen so gut.",
        "Only you had looked at our menu.",
        "Of everybody we spoke to, you seemed the most at home with children.",
        "You were our top pick for the customer role.",
        "You were the only person to bring questions.",
        "Sie waren als Einzige pünktlich.",
        "Mit Ihrer Mappe lagen Sie unter den besten fünf.",
        "Ihr Anschreiben war das beste von allen.",
        "Im Vergleich zu den anderen wirkten Sie am besten vorbereitet.",
        "Von allen Bewerbern hatten Sie die klarste Struktur.",
        "Ihre Arbeitsprobe war die stärkste.",
        "Sie waren die Einzige, die unsere Zahlen kannte.",
        "Ihre Präsentation gehörte zu den besten drei.",
    ],
)
def test_whoever_is_first_of_all_is_praised(words: str) -> None:
    assert kinds_in(words) == ["strength"]
    assert all(theme.theme != "other_candidate" for theme in read_feedback(words).themes)


@pytest.mark.parametrize(
    "words",
    [
        "Of all the finalists your written test was the weakest.",
        "Out of everyone, your answers were the hardest to follow.",
        "Your presentation was the only one that overran.",
        "You were the only one who did not finish on time.",
        "Next to the others, your spreadsheet sample looked thin.",
        "Your test was the strongest, but the interview let you down.",
        "Your answers could have been the clearest with an example.",
        "Im Vergleich zu den anderen wirkten Sie unvorbereitet.",
    ],
)
def test_whoever_is_last_or_alone_in_a_fault_has_something_to_improve(words: str) -> None:
    assert kinds_in(words) == ["improve"]


@pytest.mark.parametrize(
    "words",
    [
        "Another finalist gave the clearest answers.",
        "The person we hired had the strongest test of all.",
        "You were close behind the one who scored highest.",
        "You told us you were the best salesperson in Perth.",
        "You were not in the top three.",
        "Your strongest answer came last.",
        "You should start with the best example.",
        "Die andere Bewerberin hatte die beste Arbeitsprobe.",
        "Sie üben am besten laut.",
    ],
)
def test_where_somebody_else_or_one_of_their_own_things_is_first_nothing_is_praised(words) -> None:
    found = point_kind(words, themes_of(words))
    assert found is None or found.kind != "strength"


@pytest.mark.parametrize(
    "words",
    [
        "Your answer on budgets was the clearest.",
        "Your second example was the best.",
        "You were the only one who brought a brother.",
        "Of all the candidates you were the quietest.",
    ],
)
def test_a_rank_that_may_be_either_is_left_to_the_person(words: str) -> None:
    assert set(kinds_in(words)) <= {None}
