"""The floors of the proposals; `python -m tests.loop.agreement` says more."""

import json
from dataclasses import replace

import pytest

from tests.loop import agreement, harmful
from tests.loop.labelled import DATA, labelled, others, split_of, unseen
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


def test_sixty_pieces_and_more_are_by_others_and_a_third_of_them_is_held_back():
    assert len(others()) >= 60
    assert 0.3 <= len(others("held")) / len(others()) <= 0.4


def test_specific_or_generic_agrees_on_what_was_held_back(held):
    found = agreement.specificity(held)
    assert agreement.macro_f1(found) >= 0.88
    assert found["specific"].f1 >= 0.93
    assert found["generic"].f1 >= 0.80


def test_themes_agree_on_what_was_held_back(held):
    assert agreement.macro_f1(agreement.themes(held)) >= 0.82


def test_kinds_of_points_agree_on_what_was_held_back(held):
    assert agreement.macro_f1(agreement.kinds(held)) >= 0.81


def test_words_of_others_that_were_held_back_are_read_no_worse_than_they_were():
    pieces = others("held")
    assert agreement.macro_f1(agreement.specificity(pieces)) >= 0.64
    assert agreement.macro_f1(agreement.themes(pieces)) >= 0.64
    assert agreement.macro_f1(agreement.kinds(pieces)) >= 0.50


@pytest.mark.parametrize("read", [harmful.in_quotes, harmful.in_whole_texts])
def test_hardly_ever_is_something_to_improve_read_as_a_strength(read, held):
    held_back, everything = read(held), read([*labelled(), *unseen()])
    assert held_back.improvements >= 100
    assert held_back.of_improvements < harmful.LIMIT
    assert everything.of_improvements < harmful.LIMIT
    assert everything.of_praise < harmful.LIMIT
    assert read(others()).praised == 0


def test_the_count_sees_an_improvement_that_is_read_as_a_strength():
    wrong = replace(
        others()[0],
        text="Your SQL test was excellent.",
        points=(("Your SQL test was excellent.", "improve", ()),),
    )
    for read in (harmful.in_quotes, harmful.in_whole_texts):
        assert read([wrong]) == harmful.Harm(improvements=1, praised=1, set_aside=0, praise=1)
        assert read([wrong]).of_praise == 1.0
        assert read([]).of_improvements == 0.0


def test_pieces_written_after_the_words_were_fixed_agree_too():
    pieces = unseen()
    assert len(pieces) >= 40
    assert agreement.macro_f1(agreement.specificity(pieces)) >= 0.90
    assert agreement.macro_f1(agreement.themes(pieces)) >= 0.75


def test_the_report_names_every_part_and_every_label(capsys, monkeypatch):
    assert set(agreement.parts()) >= {"tuned on", "held back", "by others, held back", "unseen"}
    monkeypatch.setattr(agreement, "parts", lambda: {"unseen": unseen()})
    agreement.main()
    report = capsys.readouterr().out
    assert "a strength: 0 of 27 improvements" in report
    for label in (*agreement.SPECIFICITIES, *THEMES, *agreement.KINDS):
        assert f"  {label} " in report
