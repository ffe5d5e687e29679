"""A person's own word on one row: corrected facts, and where it stands."""

from collections.abc import Mapping
from typing import Any

from tracker.imports.reading import LEAD_HAS, row_stage
from tracker.imports.reading.rows import ReadRow
from tracker.values.pay import read_pay

CHOICES = (
    "applied",
    "interview",
    "rejected",
    "rejected_after_interview",
    "silence",
    "offer",
    "offer_accepted",
    "offer_declined",
    "offer_taken_back",
    "withdrawn",
    "role_closed",
    "archived",
    "lead",
)
"""Where a person may say that a row stands."""


def change(row: ReadRow, facts: Mapping[str, Any], choice: str, notes: str, currency: str) -> None:
    """Take over what was typed; what was asked or not understood is answered by that."""
    for name, value in facts.items():
        if value:
            row.facts[name] = value
        else:
            row.facts.pop(name, None)
    _read_pay(row, currency)
    row.notes = notes
    if choice != row_stage.stage_choice(row) or not row.path:
        row_stage.apply_choice(row, choice)
    row.problems, row.questions, row.remarks = [], [], []
    if row.kind == "lead":
        row.facts = {name: value for name, value in row.facts.items() if name in LEAD_HAS}


def _read_pay(row: ReadRow, currency: str) -> None:
    pay = read_pay(row.facts.get("pay_text", ""), currency)
    numbers = {"pay_min": pay.minimum, "pay_max": pay.maximum, "pay_currency": pay.currency,
               "pay_period": pay.period}  # fmt: skip
    for name, value in numbers.items():
        row.facts.pop(name, None)
        if value is not None:
            row.facts[name] = value
