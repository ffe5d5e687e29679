"""No table and no column is forgotten: each is in the file, or left out with a reason."""

from pathlib import Path

from tracker.account_file.allowed import NUMBERS, WORDS
from tracker.account_file.tables import (
    COLUMNS_OUT,
    ORDER,
    PERSON,
    PRIVATE,
    TABLES,
    TABLES_LEFT_OUT,
    USER_OUT,
)
from tracker.account_file.values import OWN
from tracker.models import Base

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def test_every_table_is_in_the_file_or_left_out_for_a_reason() -> None:
    assert set(Base.metadata.tables) == {*ORDER, *TABLES_LEFT_OUT, "users"}
    assert not set(ORDER) & set(TABLES_LEFT_OUT)


def test_every_column_is_named_in_the_documentation_or_left_out_for_a_reason() -> None:
    told = documented()
    for name, kept in TABLES.items():
        left_out = {"user_id", *COLUMNS_OUT.get(name, {})}
        columns = set(kept.table.columns.keys())

        assert {column.name for column in kept.columns} == columns - left_out, name
        assert told[name] == columns - left_out, f"docs/json.md on {name}"
    person = set(Base.metadata.tables["users"].columns.keys())
    assert {column.name for column in PERSON} == person - set(USER_OUT)
    assert told["user"] == person - set(USER_OUT), "docs/json.md on user"


def test_documentation_says_what_is_left_out_and_why() -> None:
    text = DOCS.read_text()
    for name, reason in {**TABLES_LEFT_OUT, **USER_OUT}.items():
        assert f"| `{name}` | {reason} |" in text, name
    for name, columns in COLUMNS_OUT.items():
        for column in columns:
            assert f"`{name}.{column}`" in text, f"{name}.{column}"


def test_what_is_left_out_is_really_there_to_be_left_out() -> None:
    for name, columns in COLUMNS_OUT.items():
        assert set(columns) <= set(Base.metadata.tables[name].columns.keys())
    assert set(USER_OUT) <= set(Base.metadata.tables["users"].columns.keys())
    assert set(ORDER) >= PRIVATE


def test_every_check_of_a_value_is_about_a_column_that_there_is() -> None:
    known = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
    }
    assert {*WORDS, *NUMBERS, *OWN} <= known


def test_no_secret_is_in_the_file() -> None:
    names = {f"{kept.name}.{column.name}" for kept in TABLES.values() for column in kept.columns}
    names |= {column.name for column in PERSON}
    for name in names:
        assert not {"password", "token", "secret"} & set(name.replace(".", "_").split("_")), name


def test_what_a_row_names_stands_before_it() -> None:
    for place, name in enumerate(ORDER):
        for column, target in TABLES[name].names.items():
            assert target in ORDER[: place + 1], f"{name}.{column}"


def documented() -> dict[str, set[str]]:
    """The fields of each table, as the documentation names them."""
    told: dict[str, set[str]] = {}
    for line in DOCS.read_text().splitlines():
        if line.startswith("### `"):
            told[line.split("`")[1]] = fields = set()
        elif line.startswith("| `") and told:
            fields.add(line.split("`")[1])
    return told
