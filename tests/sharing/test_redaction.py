"""Names that must not be seen are found wherever they stand."""

import pytest

from tracker.sharing.redaction import Redaction, letters


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Banksia Pty Ltd called.", "Company A called."),
        ("banksia pty ltd called", "Company A called"),
        ("Banksia called", "Company A called"),
        ("Banksia’s recruiter", "Company A’s recruiter"),
        ("I like banksias", "I like banksias"),
        ("Wattle & Co. said", "Company B. said"),
        ("株式会社ヤマトより", "Company Cより"),
        ("ask IT about it", "ask Company D about it"),
        ("see https://banksia.example/jobs/1 today", "see [link] today"),
        ("write to jo@banksia.example", "write to [address]"),
    ],
)
def test_a_company_is_a_letter_in_running_text(words: str, shown: str) -> None:
    mask = Redaction(["Banksia Pty Ltd", "Wattle & Co.", "株式会社ヤマト", "IT"], None)

    assert mask.text(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Mary O’Connor rang.", "[name] rang."),
        ("mary o'connor rang", "[name] rang"),
        ("Thank you, Mary!", "Thank you, [name]!"),
        ("it was a long day, Long said", "it was a long day, [name] said"),
        ("ring 0400 000 000 or +61 2 9999 0000", "ring [number] or [number]"),
        ("on 2026-03-02 10:00 we spoke", "on 2026-03-02 10:00 we spoke"),
        ("write to jo@x.example", "write to [address]"),
    ],
)
def test_a_person_is_a_name_in_brackets(words: str, shown: str) -> None:
    mask = Redaction(None, ["Mary O'Connor", "Wei Long"])

    assert mask.text(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Send Lorikeet Telecom what they ask for", "Send Lorikeet Telecom what they ask for"),
        ("Dana of Dana Foods: dana foods it is", "[name] of Dana Foods: dana foods it is"),
        ("Lee of Morgan & Lee rang", "[name] of Morgan & Lee rang"),
        ("with Morgan and Lee", "with [name] and [name]"),
        ("Dana Foodstore", "[name] Foodstore"),
        ("Quill said so", "[name] said so"),
        ("田中さん、田中商店", "[name]さん、田中商店"),
    ],
)
def test_a_company_that_is_shown_stays_whole_though_people_are_called_as_it_is(
    words: str, shown: str
) -> None:
    people = ["Tern Telecom", "Dana Wren", "Ann Morgan", "Jo Lee", "Ada Quill", "田中 太郎"]
    companies = ["Lorikeet Telecom", "Dana Foods", "Morgan & Lee", "Quill", "田中商店"]
    mask = Redaction(None, people, shown=companies)

    assert mask.text(words) == mask.without_people(words) == shown
    assert mask.source("Dana Foods careers page") == "Dana Foods careers page"
    assert mask.source("Dana told me") == "[name] told me"


def test_a_company_keeps_its_letter_when_others_come_after_it() -> None:
    before, after = (
        Redaction(["Baker", "Carpenter"], None),
        Redaction(["Baker", "Carpenter", "Clerk"], None),
    )

    assert before.company("Carpenter") == after.company("CARPENTER ") == "Company B"


def test_nothing_changes_where_all_may_be_named() -> None:
    words = "Mary of Banksia: https://banksia.example, 0400 000 000"

    assert Redaction(None, None).text(words) == words


def test_the_longest_name_that_fits_is_replaced() -> None:
    assert Redaction(["Red Gum", "Red Gum Studio"], None).text("Red Gum Studio") == "Company B"


def test_thousands_of_names_cost_little() -> None:
    mask = Redaction([f"Company number {n} Pty Ltd" for n in range(5000)], None)

    assert mask.text("a word " * 20_000 + "Company number 4999").endswith("Company GJH")


def test_letters_go_on_after_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Jo told me", "[name] told me"),
        ("jo’s friend", "[name]’s friend"),
        ("Jo", "A person"),
        ("Jo Wren and Dee", "A person"),
        ("Jobs board", "Jobs board"),
        ("Seek", "Seek"),
        ("", ""),
    ],
)
def test_a_source_that_begins_with_the_first_name_of_somebody_known_hides_it(
    words: str, shown: str
) -> None:
    mask = Redaction(None, ["Jo Wren", "Dee Grey"])

    assert mask.source(words) == shown
    assert Redaction(None, None).source(words) == words


def test_nothing_is_left_of_a_field_that_only_holds_a_hidden_name() -> None:
    assert Redaction(None, ["Jo Wren"]).person("Jo Wren") == ""
    assert Redaction(["Wattle"], None).person("Jo of Wattle") == "Jo of Company A"
    assert Redaction(None, ["Jo Wren"]).whom("Jo Wren, TAFE") == "[name], TAFE"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("I hit my target in May", "I hit my target in May"),
        ("They may ask, I will answer", "They may ask, I will answer"),
        ("a gap in my résumé", "a gap in my résumé"),
        ("May I ask for advice? Will you write?", "May I ask for advice? Will you write?"),
        ("since May 2026, on 3 May", "since May 2026, on 3 May"),
        ("At Target they smiled", "At Company A they smiled"),
        ("Target said no", "Company A said no"),
        ("Will and May rang", "[name] and [name] rang"),
        ("at Gap, or GAP Inc", "at Company B, or GAP Inc"),
        (
            "general assembly of the club, General Assembly",
            "general assembly of the club, Company C",
        ),
    ],
)
def test_ordinary_words_are_spared_where_they_are_no_names(words: str, shown: str) -> None:
    mask = Redaction(["Target", "Gap", "General Assembly"], ["Will Ng", "May"])

    assert mask.text(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("see acmewidgets.com/jobs and careers.acme-widgets.com.au", "see [link] and [link]"),
        ("AcmeWidgets is hiring", "Company A is hiring"),
        ("on commbank.com.au", "on [link]"),
        ("on jobs.commbank.com.au.", "on [link]."),
        ("joinacmewidgets.io", "[link]"),
        ("I know Node.js and ASP.NET, see e.g. seek.com.au", None),
        ("Wattle wrote", "a company wrote"),
        ("wattle-hq.example", "[link]"),
    ],
)
def test_letters_cover_domains_and_companies_that_were_not_applied_to(
    words: str, shown: str | None
) -> None:
    mask = Redaction(
        ["Acme Widgets Pty Ltd", "CBA"],
        None,
        others=["Wattle", "CBA"],
        links=["https://www.commbank.com.au/careers/7", "https://seek.com.au/1", "jo@gmail.com"],
    )

    assert mask.text(words) == (words if shown is None else shown)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Jose and JOSÉ Núñez", "[name] and [name]"),
        ("田中さん rang, 田中 太郎 too", "[name]さん rang, [name] too"),
        ("Jo wrote; Jo’s words", "[name] wrote; [name]’s words"),
        ("No, do it", "No, do it"),
        ("Ma\u00adry and W\u200bren", "[name] and [name]"),
        ("see linkedin.com/in/mary-wren-7", "see [link]"),
    ],
)
def test_people_are_found_however_they_are_written(words: str, shown: str) -> None:
    mask = Redaction(None, ["José Núñez", "田中 太郎", "Jo Wren", "Mary Wren", "Do Nguyen"])

    assert mask.text(words) == shown


def test_many_names_that_begin_alike_cost_little() -> None:
    names = [f"Firm {n} Widgets" for n in range(5000)]
    mask = Redaction(names, None, names, [f"https://firm{n}.example" for n in range(5000)])
    words = " ".join(f"At Firm {n} Widgets, see firm{n}.example." for n in range(5000))

    assert "Widgets" not in mask.text(words) and "firm" not in mask.text(words)
