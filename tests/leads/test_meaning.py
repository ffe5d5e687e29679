"""What an ad means, in whatever words: topics, wishes, earlier ads, benefits, companies, levels."""

import pytest

from tests.leads.ranking import line, order, ranked
from tracker.leads.opening import Opening
from tracker.leads.signals import ApplicationSignals
from tracker.leads.topic_table import LEVELS, TABLE
from tracker.leads.topics import BEGINS, WHOLE, topics_of


@pytest.mark.parametrize(
    ("wish", "ad"),
    [
        ("no nights", "Wechselschicht, Bezahlung nach Tarif"),
        ("keine Nachtarbeit", "You work overnight."),
        ("no travel", "Deutschlandweit und im Ausland unterwegs"),
        ("no night shifts", "Nachtdienst alle vier Wochen"),
    ],
)
def test_a_wish_to_do_without_is_broken_by_other_words_too(wish: str, ad: str) -> None:
    told = ApplicationSignals(1, "Fern", "Gardener", 5, False, 10, (wish,))
    broken, plain = Opening(1, "Helper", text=ad), Opening(2, "Helper")
    assert order(broken, plain, told=(told,)) == [2, 1]
    assert line(broken, told=(told,)).startswith(f"Not what you look for: {wish}")


def test_other_words_for_the_same_work_draw_in_both_languages() -> None:
    hospice = ApplicationSignals(1, "Hospiz am See", "Pflegefachkraft Palliativ", 5, False, 20)
    dull = ApplicationSignals(2, "Ledgerly", "Accountant", 1, False, 20)
    alike = Opening(1, "Night companion", text="Sit with the dying and their families.")
    books, neither = Opening(2, "Buchhalter"), Opening(3, "Plumber")
    assert order(books, neither, alike, told=(hospice, dull)) == [1, 3, 2]
    assert line(alike, told=(hospice,)) == "End of life, as at Hospiz am See"
    assert line(books, told=(dull,)) == "Money, which did not excite you at Ledgerly"


def test_the_ad_of_an_earlier_application_tells_what_the_work_was() -> None:
    told = ApplicationSignals(
        1, "Acme", "Officer", 5, False, 20, posting="You teach adults.\nBenefits: dental."
    )
    teaching, dental = Opening(1, "Tutor"), Opening(2, "Dental nurse")
    assert order(dental, teaching, told=(told,)) == [1, 2]
    assert not ranked(dental, told=(told,))[0].matches


def test_benefits_and_small_print_count_next_to_nothing() -> None:
    told = ApplicationSignals(1, "Acme", "Clerk", 5, False, 20, ("healthcare", "dogs"))
    work = Opening(1, "Helper", text="Healthcare for all, and dogs.")
    perks = Opening(2, "Helper", text="Sell tiles.\n- We offer: free lunch\nhealthcare, dogs")
    after = Opening(3, "Helper", text="Benefits: lunch.\nYour tasks: healthcare and dogs.")
    rows = {each.opening.id: each.likeness for each in ranked(work, perks, after, told=(told,))}
    assert rows[1] == rows[3] > 5 * rows[2] > 0


def test_how_high_a_job_is_and_what_it_is_called_are_told_by_its_role_alone() -> None:
    told = ApplicationSignals(1, "Acme", "Senior Weaver", 5, False, 20)
    named, beside = Opening(1, "Senior Cook"), Opening(2, "Cook", text="Ask our senior weavers.")
    assert ranked(named, told=(told,))[0].likeness > 0 == ranked(beside, told=(told,))[0].likeness
    assert ranked(Opening(3, "", text="Weaver wanted"), told=(told,))[0].likeness > 0


def test_a_company_counts_as_it_did_before() -> None:
    told = ApplicationSignals(1, "TeachNow", "Caller", 1, False, 20)
    assert order(Opening(1, "Cook", "teachnow"), Opening(2, "Cook"), told=(told,)) == [2, 1]
    assert line(Opening(1, "Cook", "ACME"), told=(told._replace(company="Acme"),)) == (
        "Acme did not excite you before"
    )


def test_every_topic_is_told_apart_and_no_everyday_word_has_one() -> None:
    names = [each.split(":")[0] for each in TABLE.splitlines() if each[:1].strip()]
    assert len(names) == len({*names}) > 100 and {*names} >= LEVELS
    assert {topic for each in (WHOLE, BEGINS) for found in each.values() for topic in found} <= {
        *names
    }
    everyday = ("we", "you", "stranger", "hundred", "about", "zoom", "und", "counter")
    for word in everyday:
        assert not topics_of(word), word
