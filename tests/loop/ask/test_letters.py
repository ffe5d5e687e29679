import itertools
import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loop.ask.rendered_well import (
    JUDGED,
    MARKED,
    assert_company_is_not_named_to_itself,
    assert_first_ask_is_kind,
    assert_reads_well,
)
from tracker.loop.ask import KINDS, LANGUAGES, TONES, LetterFacts, letter, letter_kind
from tracker.loop.ask.letter_facts import Purpose
from tracker.loop.ask.letters import review_request
from tracker.loop.ask.mailto import mailto

KNOWN = {
    "role": "Barista",
    "company": "Acme & Sons",
    "applied_on": date(2026, 2, 1),
    "interviewed_on": date(2026, 2, 12),
    "told_on": date(2026, 3, 2),
    "contact": "Mary-Jane O'Connor",
    "my_name": "Zoë D’Arcy",
    "my_phone": "0400 123 456",
    "today": date(2026, 3, 3),
    "asked_on": date(2026, 2, 20),
    "questions": ("Was my example about stock control clear?", "What was missing?"),
}
HOWS = ("", "email", "phone", "in_person", "portal", "silence")


def subsets(*sizes):
    return [dict(some) for size in sizes for some in itertools.combinations(KNOWN.items(), size)]


SUBSETS = subsets(0, 1, len(KNOWN) - 1, len(KNOWN))
PAIRS = subsets(2, len(KNOWN) - 2)
"""Two facts alone, and two that are missing: of these each letter gets its share."""
LETTERS = [(kind, "ask") for kind in KINDS] + [
    (kind, purpose)
    for kind in ("interview", "application", "internal")
    for purpose in get_args(Purpose)
    if purpose != "ask"
]


def assert_begins_sentences_right(body, language):
    greeting, first, *rest = body.split("\n\n")
    assert greeting.endswith(",")
    assert "\n" not in greeting
    assert first[0].islower() if language == "de" else first[0].isupper()
    for paragraph in rest:
        assert paragraph[0].isupper() or paragraph[0].isdigit()
        assert paragraph[-1] in ".?:" or paragraph == rest[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "purpose"), LETTERS)
def test_no_letter_has_a_gap_whatever_is_missing(kind, purpose, language):
    """Each set of facts in one tone; of the pairs a ninth for each letter."""
    tones, turn = list(TONES), LETTERS.index((kind, purpose))
    for number, facts in enumerate([*SUBSETS, *PAIRS[turn % 9 :: 9]], turn):
        how, tone = HOWS[number % len(HOWS)], tones[(number + number // len(HOWS)) % 3]
        made = letter(LetterFacts(kind=kind, how=how, **facts), tone, language, purpose)
        assert "\n" not in made.subject
        assert 10 <= len(made.subject) <= 78
        assert_reads_well(made.subject)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert made.problem == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_being_told_and_of_having_called_reads_well(kind, language):
    """Each way in one tone, and all tones in one way or the other."""
    calls, tones = ("", "left_message", "no_answer"), list(TONES)
    ways = itertools.product(range(len(HOWS)), range(len(calls)), (False, True), (KNOWN, {}))
    for number, call, cancelled, facts in ways:
        tone = tones[(number + call) % 3]
        how, called = HOWS[number], calls[call]
        situation = LetterFacts(
            kind=kind, how=how, called=called, role_cancelled=cancelled, **facts
        )
        made = letter(situation, tone, language)
        assert_reads_well(made.body)
        assert_begins_sentences_right(made.body, language)
        assert_first_ask_is_kind(made.body, own_questions=facts is KNOWN)
        assert_company_is_not_named_to_itself(made.body, KNOWN["company"])
        assert not cancelled or not re.search("someone else|another|anders ent", made.body)


@pytest.mark.parametrize("kind", KINDS)
def test_the_decision_is_accepted_before_anything_is_asked(kind):
    for purpose, tone, language in itertools.product(("ask", "nudge"), TONES, LANGUAGES):
        body = letter(LetterFacts(kind=kind, how="email", **KNOWN), tone, language, purpose).body
        first = body.split("\n\n")[1]
        assert bool(re.search(r"accept|respektiere", first)) == (kind != "silence"), body
        assert "?" not in first, body
        assert body.count("?") <= 3, body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
def test_no_later_letter_asks_for_a_verdict_blames_or_flatters(tone, language):
    for kind, purpose in LETTERS:
        facts = {key: value for key, value in KNOWN.items() if key != "questions"}
        body = letter(LetterFacts(kind=kind, **facts), tone, language, purpose).body
        assert not JUDGED.search(body)
        assert not re.search(
            "Ausschlag|not heard since|nichts gehört|Nicht viele|letzte Nachfrage|einzige Erinn",
            body,
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", TONES)
def test_where_nobody_answered_nothing_is_withdrawn(tone, language):
    body = letter(LetterFacts(kind="silence", how="silence", **KNOWN), tone, language).body

    assert re.search("still interested|remain interested|weiterhin interessiert", body)
    assert not re.search("accept|respektiere", body)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_known_is_in_the_letter(kind):
    for tone, language in itertools.product(TONES, LANGUAGES):
        made = letter(LetterFacts(kind=kind, how="phone", **KNOWN), tone, language)
        for fact in ("Barista", "Zoë D’Arcy", "0400 123 456", "stock control", "missing?"):
            assert fact in made.body
        assert "Barista" in made.subject
        assert ("Acme & Sons" in made.subject) == (kind != "internal")


@pytest.mark.parametrize(("kind", "purpose"), LETTERS)
def test_the_company_is_not_named_to_itself(kind, purpose):
    for tone, language in itertools.product(TONES, LANGUAGES):
        body = letter(LetterFacts(kind=kind, **KNOWN), tone, language, purpose).body
        assert_company_is_not_named_to_itself(body, KNOWN["company"])


@pytest.mark.parametrize("kind", KINDS)
def test_follow_up_asks_how_it_stands_and_speaks_of_no_decision_to_accept(kind):
    for tone, language in itertools.product(TONES, LANGUAGES):
        made = letter(LetterFacts(kind=kind, **KNOWN), tone, language, "follow_up")
        for fact in ("Barista", "Zoë D’Arcy", "0400 123 456"):
            assert fact in made.body
        assert re.search("interes", made.body.lower())
        assert re.search("20 February|20. Februar", made.body)
        assert not re.search("accept|akzeptiere|advice|Rat |stock control", made.body)
        assert mailto(made, "mary@example.org").whole


@pytest.mark.parametrize(
    ("kind", "english", "german"),
    [
        ("resume", "my résumé?", "meinen Lebenslauf"),
        ("linkedin", "my LinkedIn profile?", "mein LinkedIn-Profil"),
        ("social", "online about me?", "sozialen Medien"),
    ],
)
def test_asking_somebody_to_look_says_in_the_subject_at_what(kind, english, german):
    assert review_request(kind, "Jonas", "Zoë").subject.endswith(english)
    assert german in review_request(kind, "Jonas", "Zoë", "de").subject


def test_whoever_has_a_title_is_asked_to_look_by_sie():
    made = review_request("resume", "Frau Prof. Dr. Müller", "Zoë", "de")
    assert made.subject.startswith("Könnten Sie sich")
    assert made.body.startswith("Guten Tag Frau Prof. Müller,")
    assert not re.search(r"\b[dD](?:u|ich|ir|ein\w*)\b", made.text)
    assert "Hallo Jonas," in review_request("resume", "Jonas", "Zoë", "de").body


def test_first_follow_up_speaks_of_none_before():
    body = letter(LetterFacts(kind="application", role="Cook"), "warm", "en", "follow_up").body
    assert "I applied for the Cook role.\n\nI'm still very interested" in body


def test_a_third_question_is_left_out():
    situation = LetterFacts(kind="interview", questions=("One", "Two", "Three"))
    body = letter(situation).body
    assert "1. One?\n2. Two?" in body
    assert "Three" not in body


def test_one_question_is_asked_without_a_number():
    body = letter(LetterFacts(kind="interview", questions=("One",))).body
    assert "May I ask your advice?\n\nOne?\n\n" in body


GREETINGS = [
    ("Mary-Jane O'Connor", "warm", "en", "Hi Mary-Jane,"),
    ("Mary-Jane O'Connor", "plain", "en", "Hello Mary-Jane,"),
    ("Mary-Jane O'Connor", "formal", "en", "Dear Mary-Jane O'Connor,"),
    ("Dr Sam Nguyen", "warm", "en", "Hi Dr Nguyen,"),
    ("Dr. Anna-Lena von der Heide", "warm", "en", "Hi Dr von der Heide,"),
    ("Dr. Anna-Lena von der Heide", "formal", "de", "Guten Tag Dr. Anna-Lena von der Heide,"),
    ("Dr María Díaz Gil", "formal", "en", "Dear Dr María Díaz Gil,"),
    ("Mx Sam Lee", "warm", "en", "Hi Mx Lee,"),
    ("Rev. Tom Hill", "formal", "en", "Dear Rev Tom Hill,"),
    ("Nguyễn Văn An", "warm", "en", "Hi Nguyễn Văn An,"),
    ("Lt James Ray", "warm", "en", "Hi Lt James Ray,"),
    ("jonas.weber", "warm", "en", "Hi Jonas,"),
    ("Koch (Recruiting)", "warm", "de", "Guten Tag,"),
    ("O’Connor", "formal", "de", "Guten Tag,"),
    ("von der Heide", "plain", "de", "Guten Tag,"),
    ("田中 太郎", "warm", "de", "Guten Tag 田中 太郎,"),
    ("李雷", "warm", "de", "Guten Tag 李雷,"),
    ("J. Smith", "warm", "de", "Guten Tag J. Smith,"),
    ("Recruiting Team Hamburg", "formal", "de", "Sehr geehrte Damen und Herren,"),
    ("Ihr Recruiting-Team", "warm", "en", "Hi hiring team,"),
    ("Geschäftsführung", "formal", "de", "Sehr geehrte Damen und Herren,"),
    ("Filialleitung", "warm", "de", "Guten Tag,"),
    ("Store Manager", "warm", "en", "Hi Store Manager,"),
    ("Team Umzüge GmbH", "warm", "en", "Hello,"),
    ("Anna Weber, Team Lead", "warm", "en", "Hi Anna,"),
    ("Frau Müller", "formal", "en", "Dear Ms Müller,"),
    ("Herr Müller", "plain", "en", "Hello Mr Müller,"),
    ("李雷", "warm", "en", "Hi 李雷,"),
    ("HR Team", "plain", "en", "Hello HR Team,"),
    ("Recruiting", "warm", "en", "Hi Recruiting team,"),
    ("The Hiring Manager", "formal", "en", "Dear Hiring Manager,"),
    ("HR Team", "formal", "de", "Sehr geehrte Damen und Herren,"),
    ("Personalabteilung", "warm", "de", "Guten Tag,"),
    ("Personalabteilung", "warm", "en", "Hi HR team,"),
    ("Frau Dr. Weber", "warm", "en", "Hi Dr Weber,"),
    ("Frau Prof. Dr. Weber", "plain", "en", "Hello Professor Weber,"),
    ("Herr Prof. Dr.-Ing. Müller", "formal", "en", "Dear Professor Müller,"),
    ("Herr Prof. Dr.-Ing. Müller", "formal", "de", "Sehr geehrter Herr Prof. Müller,"),
    ("Prof. Weber", "formal", "de", "Guten Tag Prof. Weber,"),
    ("Prof Weber", "warm", "de", "Guten Tag Prof. Weber,"),
    ("Weber, Frau Dr. Anna", "formal", "de", "Sehr geehrte Frau Dr. Weber,"),
    ("Mx Taylor", "formal", "en", "Dear Mx Taylor,"),
    ("Mx Sam Taylor", "formal", "de", "Guten Tag Sam Taylor,"),
    ("Sir John Smith", "formal", "en", "Dear Sir John,"),
    ("Dame Judi Dench", "warm", "en", "Hi Dame Judi,"),
    ("Madame Dupont", "formal", "de", "Sehr geehrte Frau Dupont,"),
    ("von der Heide", "warm", "en", "Hi von der Heide,"),
    ("John Smith Jr.", "warm", "en", "Hi John,"),
    ("Acme GmbH", "warm", "en", "Hello,"),
    ("Frau", "formal", "de", "Sehr geehrte Damen und Herren,"),
    ("", "warm", "en", "Hello,"),
    ("", "formal", "en", "Dear Hiring Team,"),
    ("", "formal", "de", "Sehr geehrte Damen und Herren,"),
    ("", "warm", "de", "Guten Tag,"),
    ("Frau Dr. Eva Weber", "formal", "de", "Sehr geehrte Frau Dr. Weber,"),
    ("Herr von der Heide", "formal", "de", "Sehr geehrter Herr von der Heide,"),
    ("Herr Jan Weber", "plain", "de", "Guten Tag Herr Weber,"),
    ("Ms Jones", "formal", "de", "Sehr geehrte Frau Jones,"),
    ("Eva Weber", "formal", "de", "Guten Tag Eva Weber,"),
    ("Dr. Weber", "formal", "de", "Guten Tag Dr. Weber,"),
]


def test_people_are_greeted_by_the_name_they_have():
    wrong = {}
    for contact, tone, language, greeting in GREETINGS:
        made = letter(LetterFacts(kind="interview", contact=contact), tone, language)
        if not made.body.startswith(f"{greeting}\n\n"):
            wrong[contact, tone, language] = made.body.split("\n")[0]
    assert not wrong


def test_a_formal_letter_ends_by_whether_it_has_a_name():
    named = letter(LetterFacts(kind="panel", contact="Sam Nguyen", my_name="Mia"), "formal")
    unnamed = letter(LetterFacts(kind="panel", my_name="Mia"), "formal")
    assert named.body.endswith("\n\nYours sincerely,\nMia")
    assert unnamed.body.startswith("Dear Panel Members,")
    assert unnamed.body.endswith("\n\nYours faithfully,\nMia")


def test_a_letter_without_my_name_ends_without_a_comma():
    assert letter(LetterFacts(kind="interview")).body.endswith("\n\nWarm regards")
    assert letter(LetterFacts(kind="interview"), "formal", "de").body.endswith(
        "\n\nMit freundlichen Grüßen"
    )


def test_dates_go_by_language_country_tone_and_year():
    facts = {"kind": "interview", "told_on": date(2026, 3, 2), "how": "email"}
    this_year = {"today": date(2026, 3, 3)}
    formal = letter(LetterFacts(**facts, **this_year), "formal").body
    assert "and for your email of 2 March 2026 about the position" in formal
    asked = {"kind": "interview", "asked_on": date(2026, 3, 2)}
    for facts, words in [
        (this_year, "On 2 March I asked"),
        ({}, "On 2 March 2026 I asked"),
        ({"today": date(2027, 1, 2)}, "On 2 March 2026 I asked"),
        (this_year | {"country": "US"}, "On March 2 I asked"),
        (this_year | {"country": "CA"}, "On March 2 I asked"),
    ]:
        assert words in letter(LetterFacts(**asked, **facts), purpose="nudge").body
    told = LetterFacts(kind="interview", told_on=date(2026, 3, 2), how="email")
    german = letter(told, "formal", "de").body
    assert "und für Ihre Nachricht vom 2. März 2026 zur ausgeschriebenen Stelle." in german


@pytest.mark.parametrize(
    ("country", "tone", "language", "close"),
    [
        ("AU", "formal", "en", "Yours faithfully"),
        ("GB", "formal", "en", "Yours faithfully"),
        ("US", "formal", "en", "Sincerely"),
        ("CA", "formal", "en", "Sincerely"),
        ("DE", "formal", "de", "Mit freundlichen Grüßen"),
        ("CH", "formal", "de", "Freundliche Grüsse"),
        ("CH", "warm", "de", "Herzliche Grüsse"),
    ],
)
def test_a_letter_closes_as_people_do_there(country, tone, language, close):
    made = letter(LetterFacts(kind="interview", country=country), tone, language)
    assert made.body.endswith(f"\n\n{close}")


def test_no_letter_to_switzerland_has_a_sharp_s_and_none_to_the_us_is_yours_faithfully():
    for kind, tone, purpose in itertools.product(KINDS, TONES, get_args(Purpose)):
        facts = LetterFacts(kind=kind, asked_on=date(2026, 3, 2), my_name="Mia", country="CH")
        assert "ß" not in letter(facts, tone, "de", purpose).body
        facts = LetterFacts(kind=kind, contact="Dr Weber", my_name="Mia", country="US")
        body = letter(facts, tone, "en", purpose).body
        assert "Dr. Weber" in body
        assert "Yours" not in body


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Barista", "decision on the Barista role."),
        ("Barista position", "decision on the Barista role."),
        ("The Barista Role", "decision on the Barista role."),
        ("Role", "decision on the Role role."),
        ("Analyst (APS5), Policy", "decision on the Analyst (APS5), Policy role."),
        (".NET developer", "decision on the .NET developer role."),
        ("Koch\nam Herd;", "decision on the Koch am Herd role."),
        ("Ingenieur (FH)", "decision on the Ingenieur (FH) role."),
        ("I/O Engineer", "decision on the I/O Engineer role."),
    ],
)
def test_a_role_is_named_once_and_in_one_line(role, words):
    assert words in letter(LetterFacts(kind="interview", role=role)).body


TITLES = [
    ("Software Engineer (m/w/d) – Remote, 80–100%", "Software Engineer", ""),
    ("Sales Assistant - REF 12345", "Sales Assistant", "REF 12345"),
    ("Registered Nurse – Req. No. 20391", "Registered Nurse", "Req. No. 20391"),
    ("Sales Assistant - REF 12345 (Full-time)", "Sales Assistant", "REF 12345"),
    ("Job ID 4711: Warehouse Operative", "Warehouse Operative", "Job ID 4711"),
    ("Clerk #R-99812", "Clerk", "#R-99812"),
    ("Nurse (RN) - Night Shift - $45/hr", "Nurse (RN)", ""),
    ("Project Manager, 12 month contract", "Project Manager", ""),
    ("Verkäufer m/w/d Vollzeit", "Verkäufer", ""),
    ("Sachbearbeiterin (50 %)", "Sachbearbeiterin", ""),
    ("Quereinsteiger Vertrieb – unbefristet", "Quereinsteiger Vertrieb", ""),
    ("Data Analyst | Melbourne | Hybrid", "Data Analyst, Melbourne", ""),
    ("Head of People @ Acme", "Head of People", ""),
    ("SENIOR BUYER", "Senior Buyer", ""),
    ("HR BUSINESS PARTNER", "HR Business Partner", ""),
    ("VP OF SALES", "VP of Sales", ""),
    ("NDIS PLANNER", "NDIS Planner", ""),
    ("KAUFMANN/-FRAU IM EINZELHANDEL", "Kaufmann/-Frau im Einzelhandel", ""),
    ("Full-time Cleaner", "Full-time Cleaner", ""),
    ("Head of Remote", "Head of Remote", ""),
    ("Contract Manager", "Contract Manager", ""),
    ("Job Coach", "Job Coach", ""),
    ("Remote", "Remote", ""),
    ("C3 Analyst", "C3 Analyst", ""),
    ("Level 2 Engineer", "Level 2 Engineer", ""),
    ("Teacher, Years 7-12", "Teacher, Years 7-12", ""),
    ("Lehrer*in", "Lehrer*in", ""),
    ("Barista (all genders welcome)", "Barista", ""),
]


def test_hours_pay_and_number_are_no_part_of_the_role():
    wrong = {}
    for typed, role, reference in TITLES:
        made = letter(LetterFacts(kind="interview", role=typed))
        topic = f": {role}, {reference}" if reference else f": {role}"
        if f"your decision on the {role} role." not in made.body or not made.subject.endswith(
            topic
        ):
            wrong[typed] = made.text
    assert not wrong


@pytest.mark.parametrize("part", ["100 % remote / ", "$1,", "1 h/", "12 month ", "(50% ", "- "])
def test_a_title_of_conditions_without_end_is_read_in_linear_steps(part):
    """Exponential ones would take longer than any patience, on any machine."""
    assert LetterFacts(kind="interview", role=f"Cook - {part * 2000}q").clean().role


@pytest.mark.parametrize(
    ("role", "country", "words"),
    [
        ("Koch", "DE", "Stelle als Koch."),
        ("Ausbildung zum Koch", "DE", "Stelle „Ausbildung zum Koch“."),
        ("Praktikum Marketing", "AT", "Stelle „Praktikum Marketing“."),
        ("Praktikum Marketing", "CH", "Stelle «Praktikum Marketing»."),
        ("Initiativbewerbung", "DE", "Stelle „Initiativbewerbung“."),
        ("Jobcoach", "DE", "Stelle als Jobcoach."),
    ],
)
def test_nobody_works_as_an_internship_in_german(role, country, words):
    facts = LetterFacts(kind="interview", role=role, country=country)
    assert words in letter(facts, language="de").body


def test_austria_says_the_degree():
    for country, greeting in (("AT", "Frau Mag. Huber,"), ("DE", "Frau Huber,")):
        facts = LetterFacts(kind="interview", contact="Frau Mag. Eva Huber", country=country)
        assert letter(facts, "formal", "de").body.startswith(f"Sehr geehrte {greeting}")


FOR_EVERYBODY = """
(m/w/d)
(w/m/d)
(d/m/w)
(m/f/d)
(f/m/d)
(m/f/x)
(x|f|m)
(M|W|D)
(H/F)
(F/H/X)
(m/w)
(M/V)
(gn)
(gn*)
(*)
(mwd)
(w/m/div.)
(m/w/d/*)
(m/w/divers)
(männlich/weiblich/divers)
(male/female/diverse)
(all genders)
(alle Geschlechter)
( m / w / d )
(m, w, d)
(m w d)
(m*w*d)
[m/w/d]
{m/w/d}
(m/w/d)*
- m/w/d
m/w/d
H/F
"""


def test_who_may_apply_is_left_out_of_the_role():
    for typed in FOR_EVERYBODY.strip().split("\n"):
        for role, left in ((f"Analyst {typed}", "Analyst"), (f"Analyst {typed} - Bonn", "Bonn")):
            made = letter(LetterFacts(kind="interview", role=role), language="de")
            assert left in made.subject
            assert not MARKED.search(made.subject + made.body), typed
            assert_reads_well(made.body)
        assert LetterFacts(kind="interview", role=f"Analyst {typed}").clean().role == "Analyst"


def test_without_a_role_it_is_the_one_applied_for():
    body = letter(LetterFacts(kind="silence", role="Analyst")).body
    assert "I applied for the Analyst role and haven't heard back" in body
    assert "for a role with you and" in letter(LetterFacts(kind="silence")).body


def test_a_long_role_leaves_a_subject_that_shows_whole():
    made = letter(LetterFacts(kind="panel", role="Senior Assistant Deputy " * 20), "formal")
    assert len(made.subject) <= 78
    assert made.subject.endswith("…")


def test_an_application_without_an_interview_is_never_asked_about_answers():
    body = letter(LetterFacts(kind="application", interviewed_on=date(2026, 2, 1))).body
    assert "interview" not in body
    assert "answers" not in body


def test_what_people_typed_is_never_taken_for_a_template():
    hostile = "{{ 7 * 7 }} {% for x in y %} ${a} <b>"
    made = letter(
        LetterFacts(kind="interview", role=hostile, contact=hostile, questions=(hostile,))
    )
    assert "{{ 7 * 7 }}" in made.body
    assert "49" not in made.body


anything = st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(sorted(TONES)),
    st.sampled_from(sorted(LANGUAGES)),
    st.sampled_from(get_args(Purpose)),
    st.fixed_dictionaries(dict.fromkeys(("role", "company", "contact", "my_name"), anything)),
    st.tuples(anything, anything),
)
def test_a_letter_can_be_built_and_sent_whatever_was_typed(
    kind, tone, language, purpose, facts, questions
):
    made = letter(LetterFacts(kind=kind, questions=questions, **facts), tone, language, purpose)
    assert "\n" not in made.subject
    assert "\n\n\n" not in made.body
    assert len(mailto(made, facts["contact"]).href) <= 1900


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, "application"),
        ({"interviewed": True}, "interview"),
        ({"interviewed": True, "internal": True}, "internal"),
        ({"interviewed": True, "internal": True, "public_sector": True}, "panel"),
        ({"public_sector": True, "offered": True}, "offered"),
        ({"public_sector": True, "offered": True, "silent": True}, "silence"),
    ],
)
def test_the_situation_is_the_one_that_decides_most(facts, kind):
    none = dict.fromkeys(("public_sector", "internal", "offered", "silent", "interviewed"), False)
    assert letter_kind(**none | facts) == kind
