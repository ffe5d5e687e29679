"""Each kind of fault that programs like this one have had is looked for by tests."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.torture.ledger import LEDGER

ROOT = Path(__file__).parents[1]


@cache
def functions(file: str) -> set[str]:
    return {
        each.name
        for each in ast.parse((ROOT / file).read_text("utf-8")).body
        if isinstance(each, ast.FunctionDef)
    }


@pytest.mark.parametrize("kind", LEDGER)
def test_a_kind_of_fault_has_its_tests(kind: str) -> None:
    named = [test.partition("::") for test in LEDGER[kind]]

    assert named
    assert [name for file, _, name in named if name not in functions(file)] == []
