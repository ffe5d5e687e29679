import pytest

from tests.imports.labelled.measure import SETS, measured, table

CERTAIN_IS_RIGHT = 0.99
READ_UNASKED = {"statuses": 0.85, "headers": 0.85, "dates": 0.9}
MANY = {"statuses": 250, "headers": 120, "dates": 80}


@pytest.mark.parametrize("name", SETS)
def test_what_is_certain_is_right_in_99_of_100_with_the_part_that_was_held_back_too(name: str):
    parts = measured(name)

    assert sum(each.count for each in parts.values()) >= MANY[name]
    for part, each in parts.items():
        assert each.precision >= CERTAIN_IS_RIGHT, (part, table())
        assert each.recall >= READ_UNASKED[name], (part, table())


@pytest.mark.parametrize("name", SETS)
def test_a_third_is_held_back(name: str):
    parts = measured(name)

    assert 0.25 <= parts["held back"].count / (sum(p.count for p in parts.values())) <= 0.42


def test_what_nobody_can_tell_is_always_asked_about():
    for each in SETS["statuses"]():
        assert each.tellable or not each.certain, each.name if not each.held_back else "held back"


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str]):
    print(table())

    assert capsys.readouterr().out.count("held back") == len(SETS)
