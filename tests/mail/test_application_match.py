"""Which application a mail is about: one, several to ask about, or none."""

import pytest

from tracker.mail import Mail
from tracker.mail.application_match import Candidate, match

CARDS = [
    Candidate(1, "Brightwater Pty Ltd", "Data Analyst", "https://careers.brightwater.example/1"),
    Candidate(2, "Orbit Labs", "Backend Developer", addresses=("sam@talentbridge.example",)),
    Candidate(3, "Orbit Labs", "Data Engineer"),
    Candidate(4, "ABB", "Planner", waiting=False),
    Candidate(5, "Target", "Cashier"),
    Candidate(6, "Currawong Care", "Help Desk Analyst (Level 1)"),
    Candidate(7, "Currawong Care", "Clerk"),
]


@pytest.mark.parametrize(
    ("mail", "sure"),
    [
        (Mail("x", address="jo@brightwater.example"), 1),
        (Mail("x", address="jo@mail.brightwater.example"), 1),
        (Mail("x", name="Brightwater", address="no-reply@greenhouse.io"), 1),
        (Mail("x", "Your application to Brightwater", address="no-reply@myworkday.com"), 1),
        (Mail("x", address="sam@talentbridge.example"), 2),
        (Mail("Re your Data Engineer application", address="a@orbitlabs.example"), 3),
        (Mail("x", "Backend Developer", address="a@orbitlabs.example"), 2),
        (Mail("x", address="a@abb.example"), 4),
        (Mail("x", "Help Desk Analyst", address="a@currawong.example"), 6),
        (Mail("We have no target for this", address="a@else.example"), None),
        (Mail("x", address="a@orbitlabs.example"), None),
        (Mail("x", address="a@notbrightwater.example"), None),
        (Mail("Brightwater", address="friend@gmail.com"), None),
        (Mail("x", address="jobs@greenhouse.io"), None),
    ],
)
def test_mail_is_about_the_application_that_it_names(mail: Mail, sure: int | None) -> None:
    assert match(mail, CARDS).sure == sure


@pytest.mark.parametrize(
    ("company", "address", "sure", "likely"),
    [
        ("Acme", "talent@acme.com.au", True, True),
        ("Acme Pty Ltd", "jo@mail.acme.com.au", True, True),
        ("Acme Widgets", "jo@acme-widgets.com.au", True, True),
        ("Transport for NSW", "hr@transport.nsw.gov.au", True, True),
        ("University of Sydney", "hr@sydney.edu.au", False, True),
        ("Acme", "jo@acmefoods.com.au", False, True),
        ("Acme", "acme@gmail.com", False, False),
        ("Acme", "acme@optusnet.com.au", False, False),
        ("Optus", "mia@optusnet.com.au", False, False),
        ("Acme", "acme@myworkday.com", False, False),
        ("Acme", "no-reply@us.greenhouse-mail.io", False, False),
        ("Seek", "jobs@seek.com.au", False, False),
        ("Net Co", "jo@fibre.net.au", False, False),
        ("Edu", "jo@fibre.edu.au", False, False),
    ],
)
def test_a_domain_alone_proposes_a_company_and_one_of_many_proposes_none(
    company: str, address: str, sure: bool, likely: bool
) -> None:
    mail = Mail("Could you come in on Tuesday?", "A chat", address=address)
    found = match(mail, [Candidate(1, company, "Clerk"), Candidate(2, "Zebra", "Cook")])

    assert (found.sure == 1, found.likely == (1,)) == (sure, likely)
    assert found.by_domain == found.likely


def test_what_names_the_company_is_not_known_by_its_domain_alone() -> None:
    mail = Mail("Could you come to Acme on Tuesday?", address="jo@acme.com.au")

    assert match(mail, [Candidate(1, "Acme", "Clerk")]) == (1, (1,), ())


def test_where_two_fit_both_are_offered_and_neither_is_taken() -> None:
    found = match(Mail("x", address="a@orbitlabs.example"), CARDS)

    assert (found.sure, set(found.likely)) == (None, {2, 3})


def test_whoever_names_none_is_about_none() -> None:
    assert match(Mail("Hello there", "Sunday", "Mum", "mum@home.example"), CARDS) == (None, (), ())


def test_the_address_of_a_site_with_openings_of_several_companies_speaks_for_none() -> None:
    cards = [
        Candidate(1, "Brightwater", "Clerk", "https://jobs.example.com/1"),
        Candidate(2, "Orbit Labs", "Planner", "https://jobs.example.com/2"),
    ]
    news = Mail("12 new jobs for you", address="alerts@jobs.example.com")

    assert match(news, cards).likely == ()
    assert match(news, cards[:1]).likely == (1,)


@pytest.mark.parametrize(
    "facts",
    [
        {"link": "https://emuplains.example/jobs/4"},
        {"addresses": ("careers@emuplains.example",)},
    ],
)
def test_a_web_address_says_which_company_and_never_which_role(facts: dict[str, object]) -> None:
    cards = [
        Candidate(1, "Emu Plains", "Data Officer", **facts),  # type: ignore[arg-type]
        Candidate(2, "Emu Plains", "Dispatch Clerk"),
    ]
    mail = Mail("Thank you for applying to Emu Plains.", "News", address="hr@emuplains.example")
    assert match(mail, cards).sure is None
    assert set(match(mail, cards).likely) == {1, 2}

    named = Mail("You applied as Dispatch Clerk.", "News", address="hr@emuplains.example")
    assert match(named, cards).sure == 2


def test_a_person_of_one_of_two_writes_about_that_one() -> None:
    cards = [
        Candidate(1, "Emu Plains", "Data Officer", addresses=("jo@emuplains.example",)),
        Candidate(2, "Emu Plains", "Dispatch Clerk"),
    ]
    assert match(Mail("Hello", address="jo@emuplains.example"), cards).sure == 1


@pytest.mark.parametrize(
    ("company", "called"),
    [
        ("University of the Highlands", "University of the Highlands"),
        ("The University of the Highlands", "University of the Highlands"),
        ("University of the Highlands", "The University of the Highlands"),
        ("Trust Company of the Coast Ltd", "Trust Company of the Coast"),
        ("Bowling Group Services Pty Ltd", "Bowling Group Services"),
        ("Bowling Group Services Pty Ltd", "Bowling Services"),
        ("Corella & Co. Lawyers", "Corella & Co Lawyers"),
        ("Corella & Co. Lawyers", "Corella and Co Lawyers"),
        ("Corella Co Australia", "Corella Australia"),
        ("Harbour Group", "Harbour"),
        ("Harbour", "Harbour Group Holdings Pty Ltd"),
        ("Nordlicht Energie GmbH & Co. KG", "Nordlicht Energie"),
        ("Muster AG Bremen", "Muster Bremen"),
        ("Stadtwerke AG & Söhne", "Stadtwerke AG & Söhne"),
        ("Thistle & Rye Catering", "Thistle and Rye Catering"),
        ("The Company", "The Company"),
        ("Group of Eight", "Group of Eight"),
        ("Home in the Hills Company Ltd", "Home in the Hills Company"),
        ("Bank of the South Seas SE", "Bank of the South Seas"),
    ],
)
def test_a_company_is_found_by_its_whole_and_by_its_bare_name(company: str, called: str) -> None:
    mail = Mail("Please come in.", f"Interview: Clerk, {called}", address="hr@host.example")
    told = Mail(f"Thanks for applying to be Clerk at\n{called}.", address="hr@host.example")
    cards = [Candidate(1, company, "Clerk"), Candidate(2, "Zebra", "Clerk")]

    assert (match(mail, cards).sure, match(told, cards).sure) == (1, 1)


@pytest.mark.parametrize("company", ["Company of Animals", "Group of Eight", "The Group for Us"])
def test_no_name_is_what_is_left_when_the_words_of_owning_are_gone(company: str) -> None:
    mail = Mail("We have a lot of animals, of eight kinds, and some for us.")

    assert match(mail, [Candidate(1, company, "Clerk")]).likely == ()
