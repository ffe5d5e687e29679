from datetime import date

import pytest

from tracker.loop.ask.address import in_english, in_german, in_greeting
from tracker.loop.ask.grammar import BREAK, a, day_de, day_en, question, subject_line, tidy
from tracker.loop.ask.names import possessive, read_name

PHRASES = """
a barista
an analyst
an HR adviser
a UX designer
an IT officer
an honest broker
a university tutor
a user researcher
an undertaker
an urban planner
an hourly cleaner
an 8-week contract
an 11th grader
an 18-month post
a 1-year post
a one-off
a European buyer
an SEO specialist
a TAFE teacher
an R developer
a Python developer
an e-commerce lead
a house painter
an NDIS planner
a Unix engineer
an uber driver
an umpire
a utility worker
a ewe farmer
an X-ray technician
an MRI nurse
a 110-metre run
"""


@pytest.mark.parametrize("phrase", PHRASES.split("\n")[1:-1])
def test_articles_go_by_sound(phrase):
    assert a(phrase.partition(" ")[2]) == phrase


def test_no_phrase_has_no_article():
    assert a("") == ""


@pytest.mark.parametrize(
    ("name", "owned"),
    [
        ("O'Connor", "O'Connor's"),
        ("James", "James's"),
        ("D’Arcy", "D’Arcy's"),
        ("李雷", "李雷's"),
        ("", ""),
    ],
)
def test_what_is_somebodys_ends_in_s(name, owned):
    assert possessive(name) == owned


def test_dates_are_written_as_people_do_there():
    day = date(2026, 3, 12)
    assert (day_en(day), day_en(day, "AU", year=False)) == ("12 March 2026", "12 March")
    assert (day_en(day, "US"), day_en(day, "US", year=False)) == ("March 12, 2026", "March 12")
    assert (day_de(day), day_de(day, "DE", year=False)) == ("12. März 2026", "12. März")
    assert day_de(date(2026, 1, 5), "AT") == "5. Jänner 2026"
    assert day_de(date(2026, 1, 5), "CH") == "5. Januar 2026"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("was it clear", "Was it clear?"),
        (" - Was it\n clear? ", "Was it clear?"),
        ("Tell me what was missing.", "Tell me what was missing."),
        ("# one: two", "One: two?"),
        ("我的回答怎么样？", "我的回答怎么样？"),
        ("...", "..."),
        ("  \n", ""),
        ("-", ""),
    ],
)
def test_a_question_is_one_line_that_ends_like_one(typed, asked):
    assert question(typed) == asked


def test_a_question_of_a_thousand_words_is_cut():
    assert len(question("why " * 1000)) <= 241


def test_line_ends_of_a_template_make_no_line_ends_in_a_letter():
    text = f"One\ntwo   three.\n\n \n\n\nFour{BREAK}five{BREAK} {BREAK}six\r\n"
    assert tidy(text) == ["One two three.", "Four\nfive\nsix"]


def test_a_subject_is_one_line_that_a_phone_shows_whole():
    assert subject_line("A\nB") == "A B"
    assert len(subject_line("word " * 50)) <= 78


@pytest.mark.parametrize(
    ("typed", "written", "familiar"),
    [
        ("Sam Nguyen", "Sam Nguyen", "Sam"),
        ("  Sam   Nguyen ", "Sam Nguyen", "Sam"),
        ("Mary-Jane O'Connor", "Mary-Jane O'Connor", "Mary-Jane"),
        ("Siân ní Dhálaigh", "Siân ní Dhálaigh", "Siân"),
        ("Dr Sam Nguyen", "Dr Sam Nguyen", "Dr Sam Nguyen"),
        ("Dr. Weber", "Dr. Weber", "Dr. Weber"),
        ("ms nguyen", "Ms nguyen", "Ms nguyen"),
        ("A/Prof Lee", "A/Prof Lee", "A/Prof Lee"),
        ("Nguyen, Sam", "Sam Nguyen", "Sam"),
        ("Sam Nguyen, PhD", "Sam Nguyen", "Sam"),
        ("Sam Nguyen, HR Manager", "Sam Nguyen", "Sam"),
        ("Sam Nguyen (she/her)", "Sam Nguyen", "Sam"),
        ("Sam Nguyen | Talent Lead", "Sam Nguyen", "Sam"),
        ("Sam Nguyen <sam@example.org>", "Sam Nguyen", "Sam"),
        ("NGUYEN Sam", "NGUYEN Sam", "Sam"),
        ("J. Smith", "J. Smith", "J. Smith"),
        ("J Smith", "J Smith", "J Smith"),
        ("Cher", "Cher", "Cher"),
        ("李雷", "李雷", "李雷"),
        ("李 雷", "李 雷", "李 雷"),
        ("Анна Петрова", "Анна Петрова", "Анна Петрова"),
        ("محمد علي", "محمد علي", "محمد علي"),
        ("HR Team", "HR Team", "HR Team"),
        ("Recruitment", "Recruitment", "Recruitment"),
        ("The Hiring Manager", "The Hiring Manager", "The Hiring Manager"),
        ("ANNA WEBER", "Anna Weber", "Anna"),
        ("AJ Brown", "AJ Brown", "AJ Brown"),
        ("LI Wei", "LI Wei", "LI Wei"),
        ("van Dyke, Dick", "Dick van Dyke", "Dick"),
        ("Weber, Anna M.", "Anna M. Weber", "Anna"),
        ("Weber, Frau", "Frau Weber", "Frau Weber"),
        ("Dr. rer. nat. Eva Klein", "Dr. Eva Klein", "Dr. Eva Klein"),
        ("Dipl.-Ing. Hans Müller", "Hans Müller", "Hans"),
        ("Kim Lee MBA", "Kim Lee", "Kim"),
        ("John Smith III", "John Smith", "John"),
        ("Dr.Weber", "Dr. Weber", "Dr. Weber"),
        ("Hr. Weber", "Herr Weber", "Herr Weber"),
        ("Anna Weber anna@example.org", "Anna Weber", "Anna"),
        ("Anna from HR", "Anna", "Anna"),
        ("Anna and Tom", "Anna and Tom", "Anna and Tom"),
        ("Dear Anna", "Anna", "Anna"),
        ("Steve Jobs", "Steve Jobs", "Steve Jobs"),
        ("n/a", "", ""),
        ("Sir or Madam", "", ""),
        ("Acme Pty Ltd", "", ""),
        ("jobs@example.org", "", ""),
        ("0400 123 456", "", ""),
        ("", "", ""),
    ],
)
def test_names_are_addressed_as_they_are_written(typed, written, familiar):
    name = read_name(typed)
    assert (name.written, name.familiar) == (written, familiar)
    assert bool(name) == bool(written)


@pytest.mark.parametrize(
    ("typed", "surname"),
    [
        ("Frau Anna Müller", "Müller"),
        ("Herr von der Heide", "von der Heide"),
        ("Frau Dr. Eva Weber", "Dr. Weber"),
        ("Frau Prof. Dr. Eva Weber", "Prof. Dr. Weber"),
        ("Frau Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("Frau Van den Berg", "Van den Berg"),
        ("Señora Maria de la Cruz", "de la Cruz"),
        ("Herr Prof. Dr.-Ing. Hans Müller", "Prof. Dr. Müller"),
    ],
)
def test_german_letters_address_by_surname(typed, surname):
    assert read_name(typed).surname == surname


@pytest.mark.parametrize(
    ("typed", "here", "in_the_us"),
    [
        ("Frau Dr. Weber", "Dr Weber", "Dr. Weber"),
        ("Ms Prof. Dr. Weber", "Professor Weber", "Professor Weber"),
        ("Frau Müller", "Ms Müller", "Ms. Müller"),
        ("Mr. Smith", "Mr Smith", "Mr. Smith"),
        ("Señor García", "Mr García", "Mr. García"),
        ("A/Prof Lee", "A/Prof Lee", "A/Prof Lee"),
        ("Assoc. Prof. Lee", "Professor Lee", "Professor Lee"),
        ("Miss Lee", "Miss Lee", "Miss Lee"),
        ("HR", "HR team", "HR team"),
        ("Frau Weber und Herr Meier", "Ms Weber and Mr Meier", "Ms Weber and Mr Meier"),
    ],
)
def test_in_english_the_title_wins_and_has_a_point_in_the_us_alone(typed, here, in_the_us):
    assert (in_english(typed), in_english(typed, "US")) == (here, in_the_us)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *(("Priya", "Priya"), ("Priya Sharma", "Priya"), ("priya.sharma", "Priya")),
        *(
            ("Aunt Rosa", "Aunt Rosa"),
            ("aunt Rosa Diaz", "Aunt Rosa"),
            ("Auntie May", "Auntie May"),
        ),
        *(("my aunt Rosa", "Aunt Rosa"), ("Uncle Bob", "Uncle Bob"), ("Grandma Jo", "Grandma Jo")),
        *(("Grandma", "Grandma"), ("Mum", "Mum"), ("Coach Sam Lee", "Coach Lee")),
        *(("Coach Carter", "Coach Carter"), ("Father Brown", "Father Brown")),
        *(("Dr Lee", "Dr Lee"), ("Dr Sam Lee", "Dr Lee"), ("Prof Ann Weber", "Professor Weber")),
        *(("Ms Nguyen", "Ms Nguyen"), ("Mr. Hall", "Mr Hall"), ("Mrs Jane Hall", "Mrs Hall")),
        *(("Sir Ian Hall", "Sir Ian"), ("Herr Koch", "Mr Koch"), ("Frau Weber", "Ms Weber")),
        *(("my friend Sam Lee", "Sam"), ("My Linh Tran", "My"), ("An Nguyen", "An")),
        *(("my sister", ""), ("My Sister", ""), ("A friend", ""), ("somebody from work", "")),
        *(("a recruiter at Hays", ""), ("Nguyễn Văn An", "Nguyễn Văn An"), ("", "")),
    ],
)
def test_a_greeting_says_the_first_name_or_the_title_with_what_belongs_to_it(typed, said):
    assert in_greeting(typed) == said


def test_german_says_tante_rosa_as_it_says_a_first_name():
    name = read_name("Tante Rosa")
    assert name.close and in_german(name) == "Tante Rosa"
    assert not read_name("Frau Weber").close
