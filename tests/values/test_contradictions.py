"""Days that can hardly be right together, or not yet."""

from datetime import date, timedelta

import pytest

from tracker.values.contradictions import doubt

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", ["no", "feedback", "attempt", "offer", "applied"])
def test_what_has_happened_is_never_still_ahead(kind) -> None:
    assert "still ahead" in doubt(kind, TODAY + DAY, TODAY)
    assert doubt(kind, TODAY, TODAY) == ""


@pytest.mark.parametrize("kind", ["interview", "due"])
def test_what_may_lie_ahead_is_asked_about_where_it_is_far(kind) -> None:
    assert doubt(kind, TODAY + 366 * DAY, TODAY) == ""
    assert "more than a year ahead" in doubt(kind, TODAY + 367 * DAY, TODAY)


@pytest.mark.parametrize("kind", ["no", "feedback", "attempt", "offer", "interview"])
def test_nothing_comes_back_before_one_has_applied(kind) -> None:
    applied = TODAY - 9 * DAY

    assert doubt(kind, applied, TODAY, applied) == ""
    assert "before you applied, on Sat 21 Feb 2026" in doubt(kind, applied - DAY, TODAY, applied)
    assert doubt(kind, applied - DAY, TODAY, None) == ""


def test_one_has_applied_before_anything_came_back() -> None:
    assert doubt("applied", TODAY, TODAY, answered_on=TODAY) == ""
    assert "came back before that" in doubt("applied", TODAY, TODAY, answered_on=TODAY - DAY)


def test_no_day_is_no_contradiction() -> None:
    assert doubt("no", None, TODAY, TODAY) == ""
    assert doubt("due", TODAY - 9 * DAY, TODAY, TODAY) == ""
