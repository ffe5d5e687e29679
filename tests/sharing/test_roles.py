"""Roles aimed at, in one line."""

from tests.exports.report.written import record
from tracker.sharing.roles import roles_in_words


def aimed_at(*roles: str) -> str:
    one = record().applications[0]
    return roles_in_words(one._replace(role=role) for role in roles)


def test_roles_stand_with_commas_between_them() -> None:
    assert aimed_at("Baker", "baker", "Cook") == "Baker (2), Cook"


def test_a_role_with_commas_in_it_can_be_told_from_the_next() -> None:
    assert aimed_at("Officer, Level 2, part time", "Cook") == "Officer, Level 2, part time; Cook"
