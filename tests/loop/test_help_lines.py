import tomllib

import pytest

from tracker.loop import help_lines, more_ways, prompts, reasons
from tracker.loop.help_lines import help_for
from tracker.loop.own_files import SHIPPED
from tracker.regions import countries

LINES = tomllib.loads((SHIPPED / help_lines.FILE).read_text("utf-8"))
WAYS = tomllib.loads((SHIPPED / more_ways.FILE).read_text("utf-8"))
CODES = {code for code, _ in countries()}


@pytest.mark.parametrize(
    ("country", "name", "link"),
    [
        ("AU", "Lifeline", "tel:131114"),
        ("AU", "Beyond Blue", "tel:1300224636"),
        ("AU", "13YARN", "tel:139276"),
        ("NZ", "Need to talk?", "tel:1737"),
        ("GB", "Samaritans", "tel:116123"),
        ("IE", "Samaritans", "tel:116123"),
        ("US", "988 Suicide & Crisis Lifeline", "tel:988"),
        ("CA", "988 Suicide Crisis Helpline", "tel:988"),
        ("DE", "TelefonSeelsorge", "tel:08001110111"),
        ("AT", "TelefonSeelsorge", "tel:142"),
        ("CH", "Die Dargebotene Hand", "tel:143"),
    ],
)
def test_each_country_has_its_lines(country, name, link):
    assert (name, link) in {(line.name, line.call_link) for line in help_for(country).lines}


def test_australias_first_line_is_lifeline_and_takes_texts():
    first = help_for("AU").lines[0]
    assert (first.name, first.text_link) == ("Lifeline", "sms:0477131114")
    assert first.web_link == "https://lifeline.org.au"


@pytest.mark.parametrize("country", [code for code in LINES if code != "elsewhere"])
def test_every_entry_can_be_called_and_names_the_emergency_number(country):
    found = help_for(country)
    assert country in CODES
    assert found.emergency
    assert found.problem == ""
    assert any(line.call_link for line in found.lines)


@pytest.mark.parametrize("country", ["", "XX", "JP", "au "])
def test_a_country_without_an_entry_is_shown_where_to_look(country):
    assert help_for(country).lines[0].web_link == "https://findahelpline.com"


def test_the_keeper_may_replace_a_country_and_add_one(tmp_path):
    (tmp_path / "help_lines.toml").write_text(
        '[AU]\nemergency = "000"\nlines = [{ name = "Our chaplain", phone = "03 9999 0000" }]\n'
        '[JP]\nlines = [{ name = "よりそい", phone = "0120 279 338" }]\n',
        encoding="utf-8",
    )
    assert [line.name for line in help_for("AU", tmp_path).lines] == ["Our chaplain"]
    assert help_for("JP", tmp_path).lines[0].call_link == "tel:0120279338"
    assert help_for("NZ", tmp_path) == help_for("NZ")


@pytest.mark.parametrize(
    "content", ["[AU", '[AU]\nlines = [{ naem = "x" }]\n', "[AU]\nlines = [1]\n", "\udcff"]
)
def test_a_broken_file_never_takes_the_lines_away(tmp_path, content):
    (tmp_path / "help_lines.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    found = help_for("AU", tmp_path)
    assert found.lines == help_for("AU").lines
    assert "help_lines.toml" in found.problem


def test_the_legal_ways_say_that_they_are_no_advice():
    assert "not legal advice" in more_ways.NO_ADVICE
    assert "Principle 12" in more_ways.more_ways("AU").law
    assert "principle 6" in more_ways.more_ways("NZ").law
    assert "article 15" in more_ways.more_ways("GB").law
    assert "no general right" in more_ways.more_ways("US").can


@pytest.mark.parametrize("country", [*WAYS, "JP", ""])
def test_every_country_has_something_to_say(country):
    way = more_ways.more_ways("" if country == "elsewhere" else country)
    assert way.can
    assert way.how
    assert way.problem == ""


def test_countries_of_the_union_share_one_entry():
    assert more_ways.more_ways("FR") == more_ways.more_ways("SE")
    assert "GDPR" in more_ways.more_ways("IE").law
    assert {code for code in WAYS if len(code) == 2} <= CODES | {"EU"}


def test_the_keeper_may_say_it_otherwise(tmp_path):
    (tmp_path / "more_ways.toml").write_text('[AU]\ncan = "Ask our union."\n', encoding="utf-8")
    assert more_ways.more_ways("AU", tmp_path).can == "Ask our union."
    (tmp_path / "more_ways.toml").write_text('[AU]\nwrong = "x"\n', encoding="utf-8")
    assert more_ways.more_ways("AU", tmp_path).can == more_ways.more_ways("AU").can
    assert more_ways.more_ways("AU", tmp_path).problem


@pytest.mark.parametrize("reason", reasons.REASONS.values(), ids=reasons.REASONS)
def test_every_step_says_why_and_how_far_the_evidence_goes(reason):
    for words in (reason.why, reason.evidence, reason.limits):
        assert 20 <= len(words) <= 330
        assert words.endswith(".")


def test_prompts_are_few_and_begin_with_kindness():
    assert [prompt.key for prompt in prompts.PROMPTS] == ["kindness", "values", "free"]
    assert all(2 <= len(prompt.steps) <= 3 for prompt in prompts.PROMPTS)


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (1, ""),
        (3, ""),
        (4, "You have been here four times today. It will be here tomorrow."),
        (40, "You have been here many times today. It will be here tomorrow."),
    ],
)
def test_going_over_it_again_is_noticed_gently(times, said):
    assert prompts.seen_today(times) == said
