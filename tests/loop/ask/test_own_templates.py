import pytest

from tracker.loop.ask import LetterFacts, letter, script
from tracker.loop.ask.templates import SHIPPED

SITUATION = LetterFacts(kind="interview", role="Barista", my_name="Mia")


def write(instance, name, text):
    file = instance / "letters" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_keepers_own_letter_comes_before_ours(tmp_path):
    write(tmp_path, "en/interview.txt", "Subject: Kia ora {{ role }}\n\nTēnā koe,\n\nNgā mihi.\n")
    made = letter(SITUATION, instance=tmp_path)
    assert (made.subject, made.body, made.problem) == (
        "Kia ora Barista",
        "Tēnā koe,\n\nNgā mihi.",
        "",
    )
    assert letter(SITUATION, "plain", "de", instance=tmp_path) == letter(SITUATION, "plain", "de")


def test_a_copy_counts_from_the_next_letter_on_and_so_does_its_end(tmp_path):
    (tmp_path / "letters").mkdir()
    ours = letter(SITUATION, instance=tmp_path)
    write(tmp_path, "en/interview.txt", "Subject: Mine\n\nHello\n")
    assert letter(SITUATION, instance=tmp_path).subject == "Mine"
    (tmp_path / "letters/en/interview.txt").unlink()
    assert letter(SITUATION, instance=tmp_path) == ours


def test_a_part_alone_may_be_the_keepers_own(tmp_path):
    words = (SHIPPED / "en" / "_words.txt").read_text(encoding="utf-8")
    write(tmp_path, "en/_words.txt", words.replace("Warm regards", "Cheers"))
    assert letter(SITUATION, instance=tmp_path).body.endswith("\n\nCheers,\nMia")


def test_a_letter_may_fill_the_blocks_of_ours(tmp_path):
    own = '{% extends "en/_letter.txt" %}\n{% block accept %}I accept it.{% endblock %}\n'
    write(tmp_path, "en/interview.txt", own)
    assert (
        "Hello,\n\nI accept it.\n\nI'd like to do better"
        in letter(SITUATION, instance=tmp_path).body
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Subject: {{ rol }}\n\nHello\n", "'rol' is undefined"),
        ("Subject: {% if %}\n\nHello\n", "line 1"),
        ("{% extends 'en/nowhere.txt' %}", "en/nowhere.txt"),
        ("Subject: a\n\n{{ 1 / 0 }}\n", "division by zero"),
        ("Subject: a\n\n{{ ''.__class__.__mro__ }}\n", "unsafe"),
        ("Subject: a\n\n{% for i in range(10000000) %}x{% endfor %}", "ange"),
        ("Subject: a\n\n{% for i in range(50000) %}x{% endfor %}", "far too long"),
        ("Hello\n\nThere\n", "begin with a subject"),
        ("Subject: nothing else\n", "begin with a subject"),
        ("", "begin with a subject"),
    ],
)
def test_a_broken_one_falls_back_to_ours_and_says_so(tmp_path, text, said):
    write(tmp_path, "en/interview.txt", text)
    made = letter(SITUATION, instance=tmp_path)
    ours = letter(SITUATION)
    assert (made.subject, made.body) == (ours.subject, ours.body)
    assert "letters/en/" in made.problem
    assert said in made.problem
    assert made.problem.endswith("These are the words that come with Onward.")


def test_a_file_that_is_no_text_falls_back_as_well(tmp_path):
    write(tmp_path, "en/interview.txt", "")
    (tmp_path / "letters/en/interview.txt").write_bytes(b"\xff\xfe\x00")
    assert letter(SITUATION, instance=tmp_path).problem


def test_a_script_may_be_the_keepers_own_and_falls_back_too(tmp_path):
    write(tmp_path, "en/scripts/interview.txt", "# hello: Say hello\nG'day {{ role }}\n")
    made = script(SITUATION, instance=tmp_path)
    assert [(one.key, one.paragraphs) for one in made.sections] == [("hello", ("G'day Barista",))]
    write(tmp_path, "en/scripts/interview.txt", "G'day\n")
    broken = script(SITUATION, instance=tmp_path)
    assert broken.sections == script(SITUATION).sections
    assert "it must begin with a heading" in broken.problem


def test_without_a_folder_of_their_own_nothing_is_looked_for(tmp_path):
    assert letter(SITUATION, instance=tmp_path) == letter(SITUATION)


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_an_older_letter_of_the_keepers_names_is_still_known(tmp_path, language):
    write(
        tmp_path,
        f"{language}/interview.txt",
        f'{{% extends "{language}/_letter.txt" %}}\n'
        f'{{% import "{language}/_words.txt" as words with context %}}\n'
        "{% block accept %}{{ words.heard() }}. {{ words.outcome() }} {{ words.by() }} "
        "{{ words.the_role() }}{{ words.for_the_role() }}{{ words.on(told_on) }} "
        "{{ to.written }}{{ to.familiar }}{{ to.surname }}{{ to.title }}{% endblock %}\n"
        "{% block phone %}{{ taking_away }}{{ words.called_first() }}"
        "Me: {{ my_phone }}.{% endblock %}\n",
    )
    facts = LetterFacts(kind="interview", role="Barista", how="email", my_phone="0400 000 000")
    made = letter(facts, language=language, instance=tmp_path)

    assert made.problem == ""
    assert "Me: 0400 000 000." in made.body
    gone = {"en": "has gone to someone else.", "de": "anderweitig besetzt wird."}
    assert gone[language] in made.body
