"""What an email is told as, in many wordings: by what does not happen, and by its own words."""

from datetime import date

import pytest

from tracker.mail import Mail
from tracker.mail.ask_answer import answers_ask, read_apart
from tracker.mail.invitation import read_invitation
from tracker.mail.proposals import (
    Told,
    brings_advice,
    feedback_spans,
    proposed_kind,
    shown_kind,
    told_as,
)

ON = date(2026, 11, 30)
RE_OFFER = "Re: Taking up your offer of feedback: IT Support Officer"


def told(words: str, subject: str, ended: bool = False) -> Told:
    mail = Mail(f"Hi Robin,\n\n{words}\n\nKind regards\nKim Lau", subject)
    asked = answers_ask(mail, ())
    kind = proposed_kind(read_apart(mail, asked).kind, mail, ON, ended, asked)
    return told_as(shown_kind(kind, mail, ON), mail, ON)


@pytest.mark.parametrize(
    "words",
    [
        (
            "Unfortunately tomorrow's interview for the IT Support Officer position will not be"
            " going ahead as planned. We will be in touch shortly to find another date."
        ),
        (
            "Unfortunately the interview for the position won't be going ahead tomorrow, as "
            "Priya is ill. We'll reschedule."
        ),
        "The interview on Friday won't go ahead. I'll be in touch with another time.",
        (
            "leider müssen wir das für Dienstag, den 8. Dezember um 15:30 Uhr geplante "
            "Vorstellungsgespräch für die Stelle Reporting Analyst krankheitsbedingt absagen. "
            "Wir melden uns in den nächsten Tagen mit einem neuen Terminvorschlag bei Ihnen."
        ),
        (
            "Unfortunately your interview for the role has been cancelled because our hiring "
            "manager is unwell. We will send you a new time next week."
        ),
        ("I am afraid our call on Thursday will not be able to go ahead. Another date follows."),
        (
            "Sadly we are unable to go ahead with your interview on Tuesday. We hope to find "
            "another day soon."
        ),
        (
            "Your interview for the Clerk vacancy on Monday is cancelled. We will get back to "
            "you with a new date."
        ),
        ("Unfortunately we won't be able to hold the interview tomorrow. The panel has covid."),
        (
            "Leider kann das Gespräch am Freitag für die Stelle als Sachbearbeiterin nicht "
            "stattfinden. Ein neuer Termin folgt."
        ),
        (
            "Ihr Vorstellungsgespräch am 8. Dezember muss leider ausfallen. Wir melden uns "
            "wegen eines neuen Termins."
        ),
        (
            "den Termin am 8. Dezember um 10 Uhr müssen wir leider kurzfristig wegen Krankheit "
            "absagen. Wir melden uns."
        ),
        (
            "Unser Gespräch am Dienstag findet leider nicht statt, da unsere Abteilungsleiterin"
            " erkrankt ist."
        ),
        (
            "leider sagen wir das Vorstellungsgespräch am Dienstag, den 8. Dezember, wegen "
            "eines Trauerfalls ab. Wir finden einen anderen Termin."
        ),
        (
            "we're sorry to say that the interview planned for Tuesday can't go ahead, as two "
            "of the panel are away. We will contact you to arrange another date."
        ),
        (
            "The meeting we had planned for 3 December is off, I'm afraid. I'll write again "
            "when I know more."
        ),
        (
            "Due to illness, we have had to cancel all interviews for the position this week, "
            "including yours. We will be in touch to rebook."
        ),
        (
            "Wir haben Ihr Gespräch am Mittwoch abgesagt, weil das Team in Quarantäne ist. Sie "
            "hören von uns."
        ),
        (
            "Unfortunately the interview scheduled for the role of Data Clerk on 4 December has"
            " had to be called off. Apologies for the short notice."
        ),
        (
            "unfortunately I need to cancel our interview tomorrow. I'll be in touch with a new"
            " date."
        ),
    ],
)
def test_an_interview_that_does_not_happen_is_cancelled_and_closes_no_role(words: str) -> None:
    assert told(words, "Your interview") == "cancelled"


@pytest.mark.parametrize(
    "words",
    [
        (
            "I am writing to let you know that, due to a restructure, we have decided not to "
            "fill the Operations Coordinator position at this time. All applications for this "
            "role have been closed. This is no reflection on your application, which was "
            "strong."
        ),
        (
            "Unfortunately, due to budget cuts we are no longer recruiting for the Office "
            "Assistant role."
        ),
        (
            "We have decided not to fill the Office Manager vacancy following an internal "
            "restructure."
        ),
        ("Unfortunately we are not proceeding with the position. Thank you for your interest."),
        (
            "Following a restructure the role has been closed, and we will not be taking any "
            "applications further."
        ),
        "Unfortunately the position will not be going ahead due to a funding decision.",
        "Unfortunately the business has decided not to proceed with this role at this time.",
        ("Unfortunately we've had to withdraw the vacancy because our funding was not renewed."),
        (
            "We regret to inform you that we will no longer be hiring for this position due to "
            "a change in priorities."
        ),
        "leider haben wir uns entschieden, die Stelle nicht zu besetzen.",
        (
            "leider müssen wir Ihnen mitteilen, dass die Stelle aufgrund einer Umstrukturierung"
            " nicht besetzt wird."
        ),
        "leider suchen wir für diese Stelle niemanden mehr, das Budget wurde gestrichen.",
        (
            "leider ist die Position einer Umstrukturierung zum Opfer gefallen und wird nicht "
            "mehr ausgeschrieben."
        ),
        (
            "Unfortunately we have decided not to hire for this role after all, as our budget "
            "was cut."
        ),
    ],
)
def test_a_role_that_nobody_gets_is_closed_and_no_no(words: str) -> None:
    assert told(words, "Your application as Tester") == "closed"


@pytest.mark.parametrize(
    "words",
    [
        "Unfortunately we will not be proceeding with your application for the position.",
        "We have decided not to proceed with your application for this role.",
        (
            "For this position we will not be going ahead with an interview, as other "
            "candidates were closer."
        ),
        "Unfortunately we have filled the position with another candidate.",
        (
            "Leider können wir Ihnen für die Stelle kein Vorstellungsgespräch anbieten und "
            "müssen Ihnen absagen."
        ),
        (
            "leider müssen wir Ihnen nach dem Gespräch am Dienstag absagen. Wir haben uns für "
            "jemand anderen entschieden."
        ),
        "Unfortunately, after your interview on Tuesday we have decided not to proceed.",
        "Following your interview, we have decided not to offer you the position.",
        "leider müssen wir Ihnen für die Stelle als Sachbearbeiterin absagen.",
    ],
)
def test_a_no_is_neither_a_closed_role_nor_a_cancelled_interview(words: str) -> None:
    assert told(words, "Your application as Tester") == "no"


@pytest.mark.parametrize(
    "words",
    [
        (
            "We would like to invite you to an interview on 8 December at 10:00 am. There will "
            "be a short written test first. Please be there by 9:45 am."
        ),
        (
            "Wir laden Sie zum Vorstellungsgespräch am 8. Dezember um 10 Uhr ein. Vorab gibt es"
            " einen kleinen Einstellungstest vor Ort."
        ),
        (
            "We would like to invite you to an in-person assessment on 8 December at 10 am at "
            "our office."
        ),
        "wir laden Sie zu unserem Assessment-Center ein. Bitte buchen Sie bis 10.12. einen Termin.",
    ],
)
def test_a_day_to_meet_beside_a_test_is_an_invitation(words: str) -> None:
    assert told(words, "Next step: Tester") == "invitation"


def test_a_german_subject_that_cancels_is_no_invitation() -> None:
    words = (
        "leider müssen wir das für Dienstag, den 8. Dezember um 15:30 Uhr geplante Gespräch für "
        "die Stelle Reporting Analyst krankheitsbedingt absagen."
    )
    assert told(words, "Absage Ihres Gesprächstermins am 8. Dezember") == "cancelled"


@pytest.mark.parametrize(
    "words",
    [
        (
            "Thanks again for applying for the IT Support Officer role with us. As the next "
            "step we would like you to complete a short online assessment (about 40 minutes). "
            "You can do it whenever suits you, as long as it is in by Friday 4 December, 5 "
            "pm.\n\nYour link: https://tests.galahlearning.example/t/8813"
        ),
        (
            "Ihre Unterlagen haben uns gefallen. Im nächsten Schritt bitten wir Sie, unseren "
            "Online-Test zu bearbeiten. Bitte schließen Sie den Test bis spätestens Donnerstag,"
            " den 10. Dezember 2026 ab. Er dauert etwa 30 Minuten.\n\nZum Test: "
            "https://test.moewe-sohn.example/q/77123"
        ),
        (
            "wir würden gerne sehen, wie du arbeitest. Anbei findest du eine kleine Aufgabe. "
            "Bitte schick uns deine Lösung bis zum 8. Dezember zurück. Rechne mit etwa 2 "
            "Stunden."
        ),
        (
            "We enjoyed reading your application. Attached is a small take-home task. Please "
            "return your solution no later than 7 December."
        ),
        (
            "As a next step we'd like you to do a take-home exercise. Please return your "
            "solution by Monday 7 December at 9 am."
        ),
        (
            "The next step is a coding challenge. Submit your answers before 11 pm on Friday 4 "
            "December: https://code.example.com/x"
        ),
        ("Attached is a short written exercise. Send it back to us by Tuesday 8 December, noon."),
        (
            "We would love to see you complete our skills test. It needs to be with us by "
            "Friday 4 December at 5 pm."
        ),
        (
            "Im nächsten Schritt erhalten Sie eine kleine Aufgabe. Bitte senden Sie uns Ihre "
            "Lösung bis Freitag, 4. Dezember, 12 Uhr."
        ),
        (
            "bitte reichen Sie die Arbeitsprobe bis zum 7. Dezember ein. Die Aufgabe finden Sie"
            " im Anhang."
        ),
        "Please finish the online assessment by 4 December, 5 pm. It takes 30 minutes.",
        (
            "Bitte gib die Aufgabe bis spätestens 9. Dezember, 18 Uhr ab. Es ist ein kleiner "
            "Einstellungstest."
        ),
    ],
)
def test_a_test_to_hand_in_by_a_day_begins_at_no_hour(words: str) -> None:
    assert told(words, "Next step: Tester") == "test"
    found = read_invitation(words, "Next step: Tester", ON)
    assert [each.at for each in found.slots] == [None]


@pytest.mark.parametrize(
    ("subject", "words", "expected"),
    [
        (
            RE_OFFER,
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.",
            "feedback",
        ),
        (
            RE_OFFER,
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.\n\nGood luck, and do apply again.\n\n"
            "> On 16 Nov 2026, Robin wrote:\n> thank you for your offer of feedback. "
            "I would like to take up your offer.",
            "feedback",
        ),
        (
            "AW: Ihr Angebot, mir Feedback zu geben: Sachbearbeiterin",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.",
            "feedback",
        ),
        (
            "AW: Ihr Angebot, mir Feedback zu geben: Sachbearbeiterin",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.\n\nGood luck, and do apply again.\n\n"
            "> On 16 Nov 2026, Robin wrote:\n> thank you for your offer of feedback. "
            "I would like to take up your offer.",
            "feedback",
        ),
        (
            "Re: Asking your advice on my application: Clerk",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.",
            "feedback",
        ),
        (
            "Re: Asking your advice on my application: Clerk",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.\n\nGood luck, and do apply again.\n\n"
            "> On 16 Nov 2026, Robin wrote:\n> thank you for your offer of feedback. "
            "I would like to take up your offer.",
            "feedback",
        ),
        (
            "RE: Re: Taking up your offer of feedback",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.",
            "feedback",
        ),
        (
            "RE: Re: Taking up your offer of feedback",
            "Happy to. You came across as warm and you clearly know your way around tickets. "
            "What let you down was the networking questions, where you guessed rather than "
            "saying how you'd find out. If I were you I'd walk through your troubleshooting "
            "steps out loud next time.\n\nGood luck, and do apply again.\n\n"
            "> On 16 Nov 2026, Robin wrote:\n> thank you for your offer of feedback. "
            "I would like to take up your offer.",
            "feedback",
        ),
        (
            "AW: Ihr Angebot, mir Feedback zu geben: Sachbearbeiterin",
            "gerne. Ihre Unterlagen waren sehr gut aufgebaut. Im Gespräch haben uns konkrete "
            "Beispiele gefehlt; nennen Sie beim nächsten Mal ein Projekt mit Zahlen.",
            "feedback",
        ),
        (
            RE_OFFER,
            "Thanks for your note. I'm afraid our policy is that we can't share individual "
            "feedback with candidates.",
            "no_feedback",
        ),
        (
            RE_OFFER,
            "Funny timing: our first choice has withdrawn, and we would like to offer you the "
            "position of IT Support Officer. The contract is attached.",
            "offer",
        ),
        (
            RE_OFFER,
            "Thanks for your email. I will get back to you next week.",
            "none",
        ),
        (
            RE_OFFER,
            "Of course. Your answers about networks were vague, and I would practise explaining"
            " your steps. We offered the role to somebody with more experience.",
            "feedback",
        ),
        (
            RE_OFFER,
            "Happy to.\n\n> Thank you for your offer of feedback. You said you would offer me it.\n"
            "\nYour answers on networks were vague; I would practise explaining your steps.",
            "feedback",
        ),
    ],
)
def test_the_words_of_our_own_letter_say_nothing_in_the_answer_to_it(
    subject: str, words: str, expected: str
) -> None:
    assert told(words, subject, ended=True) == expected


@pytest.mark.parametrize("subject", ["Your application", "Next step: Tester"])
@pytest.mark.parametrize(
    "words",
    [
        (
            "Nice to hear from you about the Rostering Officer job. Before we arrange a talk, we "
            "ask everyone to do a short exercise.\n\nPlease send the finished spreadsheet back "
            "to me by Friday 4 December, 5 pm. Most people need about an hour. The file is "
            "here:\nhttps://files.cobaltferry.example/roster-exercise"
        ),
        (
            "As part of our process we ask applicants to complete a case study. Please submit "
            "your slides by Tuesday 8 December."
        ),
        "Attached is a short task. Please email your answers back by Monday 7 December.",
        (
            "We would like to see a sample of your work. Please write a one page brief on the "
            "attached topic and return it by 9 December."
        ),
        (
            "The next step is a small spreadsheet exercise. Upload your file by noon on Friday 4 "
            "December."
        ),
        (
            "We'd love you to have a go at a short design challenge. You can hand it in any time "
            "until 10 December."
        ),
        (
            "Please prepare a short presentation and send us your slides by 7 December. We will "
            "arrange a talk afterwards."
        ),
        (
            "The next stage is a writing test. Your piece should reach us by Wednesday 9 "
            "December, 10 am."
        ),
        (
            "I've attached the homework we give everybody. Could you get it back to me by "
            "Thursday 3 December?"
        ),
        (
            "Bevor wir uns kennenlernen, möchten wir Sie bitten, eine kurze Fallstudie zu "
            "bearbeiten. Bitte senden Sie Ihre Ergebnisse bis Freitag, 4. Dezember, 17 Uhr an "
            "mich zurück."
        ),
        (
            "Anbei finden Sie eine Übung. Bitte schicken Sie die ausgefüllte Tabelle bis zum 8. "
            "Dezember zurück."
        ),
        (
            "wir bitten alle Bewerberinnen um eine kleine Probearbeit. Abgabe ist bis Montag, 7. "
            "Dezember."
        ),
        (
            "Als nächsten Schritt haben wir eine Übungsaufgabe für dich. Lade deine Lösung bitte "
            "bis 9. Dezember hoch."
        ),
        (
            "Bitte bearbeiten Sie die beigefügte Fallaufgabe und mailen Sie uns Ihre "
            "Präsentation bis zum 10. Dezember."
        ),
        (
            "As part of the assessment, shortlisted applicants are asked to complete a written "
            "work sample in their own time. Please prepare a brief of no more than two pages and "
            "return it to this mailbox by 5:00 pm on Wednesday 9 December 2026. Applicants whose "
            "work sample is rated suitable will be invited to a panel interview, which we plan to "
            "hold in the week beginning 14 December."
        ),
        "The next step is a written work sample. Please send it back by Wednesday 9 December.",
        (
            "Please complete the attached written exercise and return it by 9 December, 5 pm. "
            "Interviews follow in the week of 14 December."
        ),
        (
            "We'd like you to do a short assignment. Please email it to me by Wednesday 9 "
            "December. Those who do well will be invited to an interview."
        ),
        (
            "You will find a written task attached. Please return your response by noon on 9 "
            "December. If you are successful you will be invited to an interview."
        ),
        (
            "Please prepare a two page briefing note in your own time and send it to this address "
            "by Wednesday 9 December."
        ),
        (
            "The next stage is a written assessment that you complete at home. It is due back by "
            "5 pm on 9 December."
        ),
        "We would like you to complete a short writing sample. Please return it by 9 December.",
        (
            "als Nächstes bitten wir Sie um eine Arbeitsprobe. Bitte senden Sie uns diese bis "
            "Mittwoch, 9. Dezember, zu. Wer überzeugt, wird zum Gespräch eingeladen."
        ),
        (
            "bitte bearbeiten Sie die beigefügte schriftliche Aufgabe und senden Sie sie bis 9. "
            "Dezember zurück. Die Vorstellungsgespräche finden in der Woche ab dem 14. Dezember "
            "statt."
        ),
        (
            "im nächsten Schritt möchten wir eine schriftliche Arbeitsprobe von Ihnen. Abgabe bis "
            "zum 9. Dezember, 17 Uhr."
        ),
    ],
)
def test_an_exercise_to_send_back_by_a_day_is_a_test(words: str, subject: str) -> None:
    assert told(words, subject) == "test"
    assert [each.at for each in read_invitation(words, subject, ON).slots] == [None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We would like to invite you to an interview on 8 December at 10 am, with a short "
            "exercise. Please send us your slides by 7 December.",
            "invitation",
        ),
        (
            "We would like to meet you on Tuesday 8 December at 2 pm. There will be a small task. "
            "Please let me know by Friday 4 December whether that suits you.",
            "invitation",
        ),
        ("Please send us your references by Friday. A short exercise follows then.", "request"),
        ("Please send us two work samples by Wednesday 9 December.", "request"),
        ("Please send us your CV and a short writing sample by 9 December.", "request"),
        (
            "Thank you for your exercise. We have received it and will get back to you by Friday.",
            "acknowledgement",
        ),
    ],
)
def test_what_only_speaks_of_an_exercise_is_no_test(words: str, expected: str) -> None:
    assert told(words, "Your application") == expected


@pytest.mark.parametrize("subject", ["Your application", "Your application as Tester"])
@pytest.mark.parametrize(
    "words",
    [
        (
            "The council has put all new hiring on hold until the next financial year, so we "
            "will not be filling this role. Your application was strong and we are sorry to have "
            "taken up your time."
        ),
        (
            "The vacancy for Claims Support Officer at Pebble Insurance Brokers has been "
            "withdrawn, as the team is being restructured."
        ),
        "We have paused all hiring until July, which affects the role you applied for.",
        "Due to a hiring freeze we can't go further with this position for now.",
        "Recruitment for this role is on hold for the foreseeable future.",
        "Head office has frozen all recruitment, so the job will not go ahead.",
        "I'm sorry to say the funding for this post has fallen through, so nobody will be hired.",
        "We've decided to leave the position vacant for the time being.",
        "The role has been cut from next year's budget and we are not going to hire anyone.",
        "We will not be appointing anybody to the role this time, as our plans have changed.",
        "The position no longer exists after our merger.",
        "The advertised role has been taken off the market because of a restructure.",
        "Unfortunately we have had to pause the recruitment process indefinitely.",
        "aufgrund eines Einstellungsstopps können wir die Stelle derzeit nicht besetzen.",
        "die Stelle wurde wegen einer Haushaltssperre zurückgezogen.",
        "leider wurde die Ausschreibung aufgehoben. Ein neues Verfahren ist nicht geplant.",
        (
            "wir haben alle Neueinstellungen bis auf Weiteres gestoppt, die Position wird daher "
            "nicht besetzt."
        ),
        "das Besetzungsverfahren ruht auf unbestimmte Zeit, da das Budget nicht freigegeben wurde.",
        "die von Ihnen angestrebte Stelle fällt leider weg.",
        "wir werden die Stelle nun doch nicht besetzen, da die Abteilung umgebaut wird.",
    ],
)
def test_a_hiring_freeze_and_a_vacancy_withdrawn_close_the_role(words: str, subject: str) -> None:
    assert told(words, subject) == "closed"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Thank you for applying. Applications for this role close on Friday, and we will be "
            "in touch after that.",
            "acknowledgement",
        ),
        ("We have put your application on hold while we talk to others.", "acknowledgement"),
        (
            "Unfortunately we will not be hiring you for the role this time.",
            "no",
        ),
        (
            "Vielen Dank für Ihre Bewerbung. Die Ausschreibung ist beendet, wir sichten nun alle "
            "Unterlagen.",
            "acknowledgement",
        ),
    ],
)
def test_what_only_ends_the_time_to_apply_closes_no_role(words: str, expected: str) -> None:
    assert told(words, "Your application") == expected


ADVICE = [
    "What held you back was budget work.",
    "What let you down was the second task.",
    "Als Tipp: Ihr Anschreiben war sehr gut, konkretere Beispiele hätten geholfen.",
    "Ein Tipp für das nächste Mal: nennen Sie Zahlen.",
    "Next time, bring one example of your own.",
    "One thing to work on is your answer about conflict.",
    "One small tip: put the dates of each job on the first page.",
    "If I were you, I would keep the answer about conflict shorter.",
    "We'd have liked to hear about one time you kept a budget yourself.",
    "Im Gespräch hätten wir uns konkretere Beispiele gewünscht.",
    "My advice would be to name the systems you know.",
    "An einer Sache könnten Sie arbeiten: kürzere Antworten.",
    "The panel has asked me to pass on the following feedback.",
    "The panel would have liked a concrete example with an outcome.",
    "Here is some feedback from the panel: your answers stayed general.",
    "You could also strengthen your knowledge of budgets.",
    "We would have liked a clearer example.",
    "You might want to practise shorter answers.",
    "You may like to build your experience with Excel.",
    "Folgendes Feedback möchte ich Ihnen geben: Ihre Antworten blieben allgemein.",
    "Sie könnten Ihre Kenntnisse in Excel noch vertiefen.",
]
NO_ADVICE = [
    "Better luck next time!",
    "We hope you will apply again next time a role comes up.",
    "Wir wünschen Ihnen für das nächste Mal viel Erfolg.",
    "If you would like feedback, please let me know.",
    "We are unable to pass on feedback.",
    "We would have liked to meet you.",
    "Some feedback can be given by phone if you call me.",
    "We wish you all the best for the future.",
    "Unfortunately we cannot give individual feedback.",
    "Please keep an eye on our page, there will be more in autumn.",
]


@pytest.mark.parametrize("words", [*ADVICE, *NO_ADVICE])
def test_advice_in_a_no_is_known_by_how_it_begins(words: str) -> None:
    text = f"Hi Robin,\n\nUnfortunately we have chosen another candidate.\n\n{words}\n\nKim"
    found = feedback_spans(text)
    assert brings_advice(Mail(text, "Your application")) == (words in ADVICE)
    assert words not in ADVICE or words in [text[each.start : each.end] for each in found]


@pytest.mark.parametrize("words", [*ADVICE, *NO_ADVICE])
def test_an_offer_to_talk_beside_it_takes_none_of_it_away(words: str) -> None:
    offer = "If you would like to talk about this feedback, please call me on 02 5550 7345."
    text = f"Hi Robin,\n\nUnfortunately we chose another candidate.\n\n{words}\n\n{offer}\n\nKim"

    assert brings_advice(Mail(text, "Your application")) == (words in ADVICE)
