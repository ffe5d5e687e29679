from datetime import date

from tracker.models.changes.merge_edits import NAMES, merge, sign_of, signs_of

BLANK = dict.fromkeys(NAMES) | {"sparks": [], "skills": [], "tags": []}
WAS = BLANK | {"company": "Acme", "role": "Baker", "sparks": ["bread"]}


def test_both_changed_in_two_ways_is_a_conflict() -> None:
    merged = merge(WAS | {"role": "Cook"}, WAS | {"role": "Chef"}, signs_of(WAS), ())
    assert merged.conflicts == ["role"]
    assert merged.facts["role"] == "Cook"


def test_without_a_word_on_how_it_was_every_difference_is_asked_about() -> None:
    merged = merge(WAS | {"role": "Cook"}, WAS, {}, ())
    assert merged.conflicts == ["role"]


def test_what_only_the_other_changed_is_kept() -> None:
    merged = merge(WAS | {"role": "Cook"}, WAS | {"company": "Bond"}, signs_of(WAS), ())
    assert not merged.conflicts
    assert (merged.facts["company"], merged.facts["role"]) == ("Bond", "Cook")


def test_both_changed_in_the_same_way_is_none() -> None:
    both = WAS | {"applied_on": date(2026, 3, 1), "sparks": ["bread", "team"]}
    assert not merge(both, both | {"sparks": ["Team", "bread"]}, signs_of(WAS), ()).conflicts


def test_theirs_can_be_taken_fact_by_fact() -> None:
    mine = WAS | {"role": "Cook", "company": "Bond"}
    theirs = WAS | {"role": "Chef", "company": "Corp"}
    merged = merge(mine, theirs, signs_of(WAS), {"role"})
    assert merged.conflicts == ["company"]
    assert merged.facts["role"] == "Chef"


def test_nothing_and_empty_have_the_same_sign() -> None:
    assert sign_of(None) == sign_of("") == sign_of([])
    assert sign_of(True) != sign_of(False)
