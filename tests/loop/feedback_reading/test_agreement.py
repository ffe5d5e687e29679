"""The floors of the proposals; `python -m tests.loop.agreement` says more."""

import json

import pytest

from tests.loop import agreement
from tests.loop.labelled import DATA, labelled, split_of, unseen
from tracker.loop.feedback_reading import KINDS, THEMES


@pytest.fixture(scope="module")
def held():
    return labelled("held")


def test_the_set_is_as_large_and_as_mixed_as_it_should_be():
    pieces = labelled()
    assert len(pieces) >= 180
    assert len({piece.text for piece in pieces}) == len(pieces)
    assert 0.3 <= len(labelled("held")) / len(pieces) <= 0.37
    for theme in THEMES:
        assert sum(theme in piece.themes for piece in pieces) >= 15
    assert sum(piece.language == "de" for piece in pieces) >= 20
    assert {piece.register for piece in pieces} >= {"email", "phone", "portal", "panel"}


def test_the_held_back_third_is_decided_by_hash():
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    assert all(row["split"] == split_of(row["text"]) for row in rows)


def test_labels_are_on_the_lists_and_quotes_are_verbatim():
    for piece in [*labelled(), *unseen()]:
        assert piece.specificity in agreement.SPECIFICITIES
        assert set(piece.themes) <= set(THEMES)
        for quote, kind, themes in piece.points:
            assert quote in piece.text
            assert kind in KINDS
            assert set(themes) <= set(THEMES)


def test_specific_or_generic_agrees_on_what_was_held_back(held):
    found = agreement.specificity(held)
    assert agreement.macro_f1(found) >= 0.88
    assert found["specific"].f1 >= 0.93
    assert found["generic"].f1 >= 0.84


def test_themes_agree_on_what_was_held_back(held):
    assert agreement.macro_f1(agreement.themes(held)) >= 0.80


def test_kinds_of_points_agree_on_what_was_held_back(held):
    assert agreement.macro_f1(agreement.kinds(held)) >= 0.82


def test_pieces_written_after_the_words_were_fixed_agree_too():
    pieces = unseen()
    assert len(pieces) >= 40
    assert agreement.macro_f1(agreement.specificity(pieces)) >= 0.90
    assert agreement.macro_f1(agreement.themes(pieces)) >= 0.75


def test_the_report_names_every_label(capsys):
    agreement.main()
    report = capsys.readouterr().out
    for label in (*agreement.SPECIFICITIES, *THEMES, *agreement.KINDS):
        assert f"  {label} " in report
