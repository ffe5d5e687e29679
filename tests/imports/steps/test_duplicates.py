from datetime import date

from tests.imports.reads import rows
from tracker.imports.steps.duplicates import Matcher, key

DAY = date(2026, 3, 2)


def test_company_role_and_date_make_the_same_application():
    assert key("Acme ", "The  Clerk", DAY) == key("ACME", "the clerk", DAY)
    assert key("Acme", "Clerk", DAY) != key("Acme", "Clerk", None)


def test_empty_equals_empty():
    assert Matcher([(7, key("Acme", None, None))]).take(key("Acme", "", None)) == 7


def test_two_in_the_file_and_one_there_leave_one_new():
    matcher = Matcher([(7, key("Acme", "Clerk", DAY))])
    assert [matcher.take(key("Acme", "Clerk", DAY)) for _ in range(2)] == [7, None]


def test_rows_alike_in_every_cell_are_likely_doubles_and_others_are_not():
    read = rows("Company,Role,Notes\nA,B,x\nA,B,x\nA,B,y\nA,B, x \n")
    assert [row.is_double_of for row in read] == [None, 2, None, 2]
