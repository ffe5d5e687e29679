import pytest

from tracker.loop.feedback_reading import KINDS, THEMES, read_feedback
from tracker.loop.feedback_reading.kinds import point_kind
from tracker.loop.feedback_reading.themes import themes_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unfortunately you have not been successful on this occasion.", "none"),
        ("We are unable to provide individual feedback.", "none"),
        ("Leider können wir Ihre Bewerbung nicht berücksichtigen.", "none"),
        ("We chose a candidate whose experience more closely matched our needs.", "generic"),
        ("It was a very strong field.", "generic"),
        ("We were impressed by your background, but there were stronger candidates.", "generic"),
        ("Wir haben uns für einen anderen Bewerber entschieden.", "generic"),
        ("You rambled in the second answer and gave no numbers.", "specific"),
        ("Unfortunately you were unsuccessful, as you don't hold a forklift licence.", "specific"),
        ("We gave it to an internal candidate.", "specific"),
        ("Im Gespräch waren Sie sehr nervös.", "specific"),
        ("said i talked too fast", "specific"),
    ],
)
def test_feedback_is_specific_if_it_could_only_be_said_to_one_person(text, kind):
    reading = read_feedback(text)
    assert reading.specificity == kind
    assert reading.because
    assert reading.generic == (kind != "specific")


def test_every_proposal_says_which_words_led_to_it():
    reading = read_feedback(
        "Hi Mia,\nYour cover letter had typos, but your Excel test was excellent.\nDan"
    )
    assert reading.sentences[0].framing
    assert {theme.theme for theme in reading.themes} == {"application", "skills"}
    for theme in reading.themes:
        assert theme.because
        assert all(word in reading.sentences[1].text.lower() for word in theme.because)
        name, _, finer = theme.key.partition(".")
        assert not finer or finer in THEMES[name].finer


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Your résumé lists duties only.", "application.resume"),
        ("Two typos in your cover letter.", "application"),
        ("You need a Cert III.", "qualifications.degree"),
        ("Your police check has expired.", "qualifications.checks"),
        ("You have never worked in a commercial kitchen.", "experience.kind"),
        ("You are overqualified.", "experience.level"),
        ("Your SQL was shaky.", "skills.tools"),
        ("Your examples had no numbers.", "answers"),
        ("You mumbled.", "communication.voice"),
        ("You seemed nervous.", "communication.nerves"),
        ("You hadn't looked at our website.", "motivation.research"),
        ("You asked no questions.", "motivation.questions"),
        ("We need someone for weekends.", "circumstances.hours"),
        ("Your salary expectation was too high.", "circumstances.pay"),
        ("You got defensive.", "fit.style"),
        ("An internal candidate got it.", "other_candidate.internal"),
        ("The role was put on hold.", "other_candidate.changed"),
        ("Somebody else was a better match.", "other_candidate.stronger"),
        ("Ihre Gehaltsvorstellung war zu hoch.", "circumstances.pay"),
        ("Uns fehlten konkrete Beispiele.", "answers.examples"),
    ],
)
def test_a_sentence_has_the_theme_that_its_words_speak_for(sentence, theme):
    found = themes_of(sentence)
    assert found[0].key.startswith(theme)


def test_stock_phrases_speak_for_no_skill_and_no_experience():
    found = themes_of("We chose someone whose skills and experience more closely match the role.")
    assert [theme.key for theme in found] == ["other_candidate.stronger"]
    assert found[0].stock


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Your answers were clear and well structured.", "strength"),
        ("Your answers were clear, but far too long.", "improve"),
        ("Your examples were good, but you told us what the team did.", "improve"),
        ("We chose somebody else, but your examples were good.", "strength"),
        ("Your SQL wasn't strong enough.", "improve"),
        ("There is no doubt that your SQL is strong.", "strength"),
        ("We couldn't fault your answers.", "strength"),
        ("You need a forklift licence.", "improve"),
        ("Another candidate had more relevant experience.", "not_me"),
        ("The role was frozen.", "not_me"),
        ("We need someone who can work weekends.", "not_me"),
        ("Ihre Antworten waren sehr gut.", "strength"),
    ],
)
def test_negation_turns_praise_into_doubt_and_back(sentence, kind):
    assert point_kind(sentence, themes_of(sentence)).kind == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "You were very friendly and prepared.",
        "You were polite.",
        "You came across as personable.",
        "You showed real enthusiasm for the role.",
        "Your CV was handsome.",
        "You demonstrated sound clinical knowledge.",
        "They also said that you were the kindest person they met that day.",
        "Du warst super vorbereitet auf die Fragen.",
        "Nobody else knew Excel as well as you.",
        "Nobody asked better questions.",
        "We rarely meet someone who knows SQL like you.",
        "Your Excel was better than that of the others.",
        "You could not have answered better.",
    ],
)
def test_kind_words_about_a_person_are_a_strength(sentence):
    assert point_kind(sentence, themes_of(sentence)).kind == "strength"


@pytest.mark.parametrize(
    "sentence",
    [
        "You seemed relaxed in the interview.",
        "You have ten years of experience in sales.",
        "Your experience is in retail.",
        "Your CV was on three pages.",
        "Sie wirkten sehr offen.",
        "Ihre Unterlagen waren vollständig.",
    ],
)
def test_a_description_without_praise_or_doubt_is_left_to_the_person(sentence):
    found = point_kind(sentence, themes_of(sentence))
    assert found is not None
    assert found.kind is None
    assert [point.kind for point in read_feedback(sentence).points] == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Your experience is mostly in retail.",
        "Your layouts ignore the grid and two of the three logos were stretched.",
        "You answered the ethics problem by telling us what your supervisor would think.",
        "This job requires an HC licence and you currently hold an MR.",
        "Others knew Excel better than you.",
        "Nobody understood your example.",
    ],
)
def test_what_falls_short_of_the_work_is_to_improve_without_a_word_for_it(sentence):
    assert point_kind(sentence, themes_of(sentence)).kind == "improve"


def test_points_are_proposed_in_order_with_their_sentence_verbatim():
    text = "Your coffee was excellent. You were slow on the till, though.\nCheers,\nDan"
    points = read_feedback(text).points
    assert [(point.sentence.text, point.kind) for point in points] == [
        ("Your coffee was excellent.", "strength"),
        ("You were slow on the till, though.", "improve"),
    ]
    assert all(point.kind in KINDS for point in points)


def test_no_reason_is_proposed_where_none_was_given():
    assert [one.theme for one in read_feedback("Sorry, you have not been selected.").themes] == [
        "no_reason"
    ]
    assert read_feedback("").themes == ()
    assert read_feedback("").specificity == "none"


def test_very_long_words_of_theirs_are_read_in_part_and_never_slow():
    reading = read_feedback("You were slow on the till. " * 40_000)
    assert reading.specificity == "specific"
    assert len(reading.points) == 200


ADVICE = (
    "You could prepare more concrete examples of your work with clear results.",
    "It would help to give clear examples with good results.",
    "Perhaps prepare two or three strong stories for next time.",
    "I would recommend practising clear, structured answers.",
    "Prepare a clear answer about your strengths.",
    "A clearer structure would make your answers more convincing.",
    "You might give a stronger example with a good outcome.",
    "Aim for clear and concise answers.",
    "We were looking for clear examples of leadership.",
    "We'd like to see more confident delivery.",
    "Make sure your examples are clear and show a good result.",
    "In future, give us an excellent example of teamwork.",
    "There is room to make your answers clear and confident.",
    "You can make your résumé stronger by showing clear results.",
    "Have a good question ready for the panel.",
    "We expected a strong portfolio.",
    "We hoped for clear numbers.",
    "Ideally you would bring solid retail experience.",
    "Spend time on a clear opening.",
    "Sie könnten klare Beispiele vorbereiten.",
    "Bereiten Sie gute Beispiele mit klaren Ergebnissen vor.",
    "Wir hätten uns klare Beispiele gewünscht.",
    "Ich empfehle Ihnen, souverän aufzutreten.",
)
PRAISE = (
    "You gave clear examples with good results.",
    "You could tell she was well prepared.",
    "Your examples were concrete and clear.",
    "You prepared well, and your results were clear.",
    "We could see that you are a strong communicator.",
    "Your answers were excellent and well structured.",
    "We would happily recommend you; you were excellent.",
    "You made sure that everybody felt welcome.",
    "I can recommend you warmly: great with customers.",
    "You are exactly what we were looking for: great with people.",
    "Your preparation was excellent.",
    "Keep up the good work.",
    "Sie haben klare Beispiele gegeben.",
)


@pytest.mark.parametrize("sentence", ADVICE)
def test_advice_is_to_improve_however_good_it_says_it_would_be(sentence):
    found = point_kind(sentence, themes_of(sentence))
    assert found is not None
    assert found.kind == "improve"


@pytest.mark.parametrize("sentence", PRAISE)
def test_praise_stays_a_strength_though_it_shares_words_with_advice(sentence):
    found = point_kind(sentence, themes_of(sentence))
    assert found is not None
    assert found.kind == "strength"


@pytest.mark.parametrize("text", ["Have a lovely weekend!", "Give us a call if you like."])
def test_a_wish_is_no_point(text):
    assert read_feedback(text).points == ()


HALF_PRAISE = (
    "Your portfolio is lovely, though the text let it down.",
    "Great energy, yet the answers wandered.",
    "I would love to see a clear example next time.",
    "With a little more preparation you will be excellent.",
    "If you bring strong examples you will do well.",
    "A clear answer has a beginning, a middle and an end.",
    "Strong candidates give numbers.",
    "Your opening was excellent; after that it tailed off.",
    "It was clear you guessed.",
    "Have you thought about a stronger opening?",
    "On paper you look excellent.",
    "You were almost excellent.",
    "Stay calm.",
    "Keep it clear and short.",
    "You told us you were excellent, and we took your word for it.",
    "Your strong accent got in the way.",
    "Nice try.",
    "Whilst your manner is pleasant, the report was full of holes.",
    "To strengthen your next application, show that you know the firm.",
    "Nobody doubts your passion, but the figures were wrong.",
    "Fachlich stark, aber im Gespräch zu leise.",
    "Ein klarer Aufbau wäre gut.",
    "Etwas mehr Struktur hätte uns gut gefallen.",
    "Die Präsentation war zwar schön, doch inhaltlich dünn.",
    "Seien Sie souverän.",
    "Sie sind ihr gleich dreimal ins Wort gefallen.",
)
PLAIN_PRAISE = (
    "I can't fault your preparation.",
    "No concerns about your driving.",
    "Nobody else came as well prepared.",
    "Your answers were good, though.",
    "But your examples were excellent.",
    "Although it was close, your portfolio was excellent.",
    "We would gladly have you back.",
    "You should be proud of that presentation.",
    "There was nothing wrong with your test.",
    "Ihr Vortrag war ausgezeichnet.",
    "Nichts auszusetzen an Ihrer Probearbeit.",
    "Aber Ihre Beispiele waren sehr gut.",
)


@pytest.mark.parametrize("sentence", HALF_PRAISE)
def test_praise_with_a_turn_a_condition_or_a_wish_is_never_a_strength(sentence):
    found = point_kind(sentence, themes_of(sentence))
    assert found is None or found.kind != "strength"
    assert all(point.kind != "strength" for point in read_feedback(sentence).points)


@pytest.mark.parametrize("sentence", PLAIN_PRAISE)
def test_praise_that_stands_plainly_is_a_strength(sentence):
    found = point_kind(sentence, themes_of(sentence))
    assert found is not None
    assert found.kind == "strength"


def test_what_turned_the_praise_is_among_the_words_that_are_named():
    sentence = "Your manner was lovely, though it ran away with you."
    assert point_kind(sentence, themes_of(sentence)).kind == "improve"
    assert point_kind("You will be excellent if you rest.", ()).because == ("if",)
    assert point_kind("Was your plan good?", ()).because == ("?",)


def test_thanks_and_what_happens_next_make_nothing_specific():
    text = (
        "Thank you for bearing with the burst pipe and the fire drill. We have decided not to "
        "proceed. Should you claim your train fare by the 30th, Finance will see to it promptly."
    )
    assert read_feedback(text).specificity == "none"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Your cover letter was one of the clearest we had.", "strength"),
        ("Your resume is the strongest we received this year.", "strength"),
        ("Your portfolio was among the best we saw.", "strength"),
        ("Ihr Anschreiben war eines der klarsten, die wir hatten.", "strength"),
        ("Your cover letter was one of the weakest we had.", "improve"),
        ("Your cover letter was not the clearest.", "improve"),
    ],
)
def test_praise_by_comparison_is_a_strength(words, kind):
    assert [point.kind for point in read_feedback(words).points] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "Your referees spoke very highly of you.",
        "Your former manager speaks very highly of you.",
        "Your referee could not speak highly enough of you.",
        "Your references were glowing.",
        "Your referees rated you very highly.",
        "Your manager vouched for you.",
        "Das Team war voll des Lobes.",
        "Ihr früherer Chef hat in den höchsten Tönen von Ihnen gesprochen.",
    ],
)
def test_what_referees_say_in_praise_is_a_strength(words):
    assert [point.kind for point in read_feedback(words).points] == ["strength"]


@pytest.mark.parametrize(
    "words",
    [
        "You spoke very highly of your last employer.",
        "You spoke highly of yourself.",
        "Nobody spoke highly of you.",
        "Your referees did not speak highly of you.",
    ],
)
def test_whoever_praises_somebody_else_is_not_praised(words):
    assert all(point.kind != "strength" for point in read_feedback(words).points)


@pytest.mark.parametrize(
    "words",
    [
        "I have a background in hospitality.",
        "You come from a hospitality background.",
        "My background is in teaching.",
        "I hold a forklift licence.",
        "You applied with a portfolio.",
        "Ich habe Erfahrung im Verkauf.",
    ],
)
def test_where_somebody_comes_from_is_left_to_the_person(words):
    assert [point.kind for point in read_feedback(words).points] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "I come across as a bit quiet at the start.",
        "I'd work on your closing.",
        "I would look again at the second page.",
        "It would help to mention results.",
        "It would be worth naming the tools.",
        "I go blank when somebody asks about money.",
        "I had trouble with the case study.",
        "My cover letter was two pages and should be one.",
        "Ich wirke am Anfang etwas still.",
        "Es würde helfen, Ergebnisse zu nennen.",
        "Hilfreich wäre, Zahlen zu nennen.",
        "An Ihrem Schluss würde ich noch arbeiten.",
    ],
)
def test_what_is_said_softly_is_to_improve_all_the_same(words):
    assert [point.kind for point in read_feedback(words).points] == ["improve"]


@pytest.mark.parametrize(
    "words",
    [
        "It would be great to stay in touch.",
        "It would be good to meet you again.",
        "It would help us if you could fill in this survey.",
        "I would look at other roles on our site.",
        "Es wäre schön, in Kontakt zu bleiben.",
    ],
)
def test_a_wish_to_meet_again_is_no_advice(words):
    assert read_feedback(words).points == ()
