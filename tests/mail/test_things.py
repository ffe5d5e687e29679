"""What an email asks for is named thing by thing, where all of it can be read."""

import pytest

from tracker.mail.things import short_list, things_in, things_line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Could you send us two references, please?", "two references"),
        ("Please forward a copy of your driver licence.", "your licence"),
        ("Please complete the attached form and return it to us.", "the form"),
        ("Please tell us your notice period and when you could start.",
         "your notice period and start day"),
        ("Could you send us your CV and two referees? What is your expected salary?",
         "your CV, two referees and salary"),
        ("Please send us a copy of your driver's licence, two references and your salary "
         "expectations by Thursday. Also, are you able to work on Saturdays, and when could "
         "you start?", "your licence, two references, salary and 2 more things"),
        ("Could you please send us:\n\n- a copy of your passport\n- two references\n"
         "- your salary expectations\n\nKind regards\nKim",
         "your passport, two references and salary"),
        ("We still need the following documents:\n1. Your transcript\n2. Police check\n",
         "your transcript and police check"),
        ("Wir benötigen noch folgende Unterlagen:\n* Führerschein\n* Zeugnisse\n",
         "your licence and certificates"),
        ("Wir benötigen noch Ihre Zeugnisse, eine Kopie Ihres Ausweises sowie Ihre "
         "Gehaltsvorstellung. Bitte senden Sie uns die Unterlagen bis zum 4. Dezember zu. "
         "Ab wann könnten Sie bei uns anfangen?", "your certificates, ID, salary and start day"),
        ("Please send us the following:\n1. A certified copy of your qualifications\n"
         "2. Your Working With Children Check number\n3. Contact details of two referees\n"
         "4. Proof of your right to work",
         "your qualifications and 3 more things"),
        ("Bitte reichen Sie uns nach:\nArbeitszeugnis\nFührungszeugnis",
         "your employer reference and police check"),
        ("Please provide the following: 1. Proof of address 2. Your bank details",
         "proof of address and your bank details"),
        ("Could you send us two references by Saturday 5 December?", "two references"),
        ("Kannst du uns noch zwei Referenzen nennen?", "two references"),
        ("Bitte teilen Sie uns Ihre Kündigungsfrist mit.", "your notice period"),
        ("Please provide certified copies of your degree and proof of citizenship by 5pm.",
         "your degree and proof of citizenship"),
        ("To finish assessing your application we need the following:\n\n"
         "1. Evidence of your right to work in Australia\n"
         "2. A one page statement addressing the selection criteria\n"
         "3. A copy of your driver licence (front and back)\n\n"
         "You can reply to this email with the attachments.",
         "your proof of right to work and 2 more things"),
        ("I just noticed you forgot to attach the cover letter. Would you mind sending it across, "
         "along with a sample of a data dictionary or similar documentation you have written?",
         "your cover letter and work sample"),
        ("Can you fill out this availability and work rights form when you get a moment? "
         "https://forms.example.com/a/77", "the form"),
        ("Could you fill in this quick Google Form with your availability and salary "
         "expectations: https://forms.example.com/a", "the form"),
        ("You are required to complete the security clearance form: https://a.example.com . The "
         "form must be submitted within 5 business days.", "the form"),
        ("You will find attached a pre-employment declaration form. Please fill it in, sign it and "
         "return it to me by Friday.", "the form"),
        ("Bitte füllen Sie den Fragebogen zu Ihrer Verfügbarkeit und Ihrem Gehalt aus.",
         "the form"),
        ("Please fill in the form and send us your CV.", "the form and your CV"),
        ("Could you send me the names and phone numbers of two people who have supervised you?",
         "two referees"),
        ("Bitte reichen Sie uns folgende Dokumente nach:\n\n- Arbeitszeugnisse der letzten beiden "
         "Arbeitgeber\n- Kopie Ihres Hochschulabschlusses\n- Ihre Gehaltsvorstellung und den "
         "frühestmöglichen Eintrittstermin",
         "your employer references, degree, salary and start day"),
        ("Before we can take your application to the panel, please send us the following by Friday "
         "4 December:\n\n- a copy of your driver licence or passport\n"
         "- your Working with Children Check number\n- the names and phone numbers of two referees"
         "\n- your academic transcript\n\nYou can simply reply to this email with scans or clear "
         "photos.", "your licence or passport and 3 more things"),
        ("Yours came through without a cover letter. Could you please email us one, along with a "
         "copy of your most recent certificate?", "your cover letter and certificate"),
        ("The hiring manager asked whether you have any work samples you could share. Would you be "
         "able to get that across to me by Friday?", "your work samples"),
        ("We noticed your resume didn't come through; the file seems to be damaged. Could you send "
         "it again as a PDF?", "your CV"),
        ("Leider war kein Lebenslauf dabei. Könnten Sie ihn uns bitte noch schicken?", "your CV"),
        ("Would you mind sending through contact details for two professional referees?",
         "contact details of two referees"),
        ("Bitte senden Sie uns die Kontaktdaten von zwei Referenzpersonen.",
         "contact details of two referees"),
        ("Damit wir Ihre Unterlagen vollständig prüfen können, fehlen uns noch:\n\n- Ihre "
         "Arbeitszeugnisse der letzten beiden Stellen\n- eine Kopie Ihres Abschlusszeugnisses\n\n"
         "Bitte senden Sie uns diese bis zum 8. Dezember per E-Mail als PDF zu.",
         "your employer references and final certificate"),
        ("Please reply with:\n\n- a copy of your visa\n"
         "- your Working with Children Check number (if you have one)",
         "a copy of your visa and 1 more thing"),
    ],
)  # fmt: skip
def test_it_says_what_they_ask_for(text: str, words: str) -> None:
    assert things_line(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Quick question: do you hold a forklift licence?",
        "Could you confirm whether you would need visa sponsorship?",
        "Why did you leave Banksia?",
        "Bitte reichen Sie uns Ihre vollständigen Unterlagen bis Freitag nach.",
        "Could you send us your licence and your signed consent?",
        "Please provide proof of vaccination and your CV.",
        "Could you send us a copy of your passport and proof of address?",
        "Could you send us two references and your favourite recipe?",
        "Could you send your CV, along with a short video?",
        "Bitte schicken Sie uns eine Kopie Ihres Impfausweises und Ihren Lebenslauf.",
        "Bitte senden Sie uns Ihren Lebenslauf und ein kurzes Video.",
        "Please return your licence and consent form.",
        "The lift is broken.",
        "Bitte reichen Sie uns nach:\n- Ihren Lebenslauf\n- eine Kopie Ihres Impfausweises",
        "Thank you for your cover letter. Could you send it again?",
    ],
)
def test_it_says_nothing_where_a_part_cannot_be_read(text: str) -> None:
    assert not things_line(text)


def test_whoever_sends_it_calls_it_their_own() -> None:
    german = "Bitte reichen Sie uns nach:\n- Ihren Lebenslauf\n- eine Kopie Ihres Impfausweises"
    said = [each.named("de") for each in things_in(german)]
    assert said == ["meinen Lebenslauf", "eine Kopie meines Impfausweises"]
    english = "Please send us:\n- your tax file number\n- a copy of your visa"
    assert [each.named("en") for each in things_in(english)] == [
        "my tax file number",
        "a copy of my visa",
    ]


def test_a_title_holds_no_german_word() -> None:
    german = "Bitte reichen Sie uns nach:\n- Ihren Lebenslauf\n- eine Kopie Ihres Impfausweises"
    assert things_line(german) == ""
    assert short_list(things_in(german)) == []


@pytest.mark.parametrize(
    ("text", "sent", "told"),
    [
        ("Could you send me your driver licence, your last two payslips and the certificate for "
         "your Cert IV by Friday?", "my driver licence, two payslips, my certificate", ""),
        ("Please send us your certificates and your transcript.",
         "my certificates, my transcript", ""),
        ("We need a copy of your degree, your tax file number and the names of two referees.",
         "my degree", "My tax file number is, My two referees are"),
        ("Could you send your licence, proof of right to work, your Working with Children Check "
         "number and contact details of two referees?", "my licence, proof of my right to work",
         "My Working with Children Check number is, My two referees are"),
        ("Please send me your bank details and TFN so payroll can set you up.", "",
         "My bank details are, My tax file number is"),
        ("Please attach your phone number and a scan of your passport.", "my passport",
         "My phone number is"),
        ("Please send a photo of your passport or birth certificate.",
         "[my passport / my birth certificate]", ""),
        ("Please send us:\n- Evidence of your vaccination\n- One page on why you want the job",
         "evidence of my vaccination, one page on why I want the job", ""),
        ("Could you fill in the attached form and send it back?", "the form, filled in", ""),
        ("Could you send us your salary expectations and tell us when you could start?", "",
         "My salary expectation is, I could start on"),
    ],
)  # fmt: skip
def test_what_is_attached_and_what_is_said_are_told_apart(text: str, sent: str, told: str) -> None:
    things = things_in(text)

    assert ", ".join(each.named("en") for each in things if not each.words.stated) == sent
    assert ", ".join(each.line("en") for each in things if each.words.stated) == told


@pytest.mark.parametrize(
    ("text", "sent", "told"),
    [
        ("Bitte schicken Sie uns Ihren Führerschein, zwei Referenzen und das Zeugnis Ihrer "
         "Ausbildung.", "meinen Führerschein, zwei Referenzen, mein Zeugnis", ""),
        ("Bitte schicken Sie uns noch Ihre Zeugnisse.", "meine Zeugnisse", ""),
        ("Bitte senden Sie uns Ihre Steuer-ID, Ihre Bankverbindung und eine Kopie Ihres "
         "Ausweises.", "meinen Ausweis", "Meine Steuer-ID ist, Meine Bankverbindung ist"),
        ("Könnten Sie mir bitte noch Ihre Handynummer und Ihr Geburtsdatum nennen?", "",
         "Meine Telefonnummer ist, Mein Geburtsdatum ist"),
        ("Könnten Sie uns bitte drei Ansprechpartner mit Telefonnummer nennen?", "",
         "Meine drei Referenzpersonen sind"),
        ("Bitte senden Sie uns die Kontaktdaten von zwei Referenzpersonen.", "",
         "Meine zwei Referenzpersonen sind"),
        ("Bitte reichen Sie folgende Unterlagen nach:\n- Kopie Ihres Führerscheins\n"
         "- Sozialversicherungsnummer\n", "meinen Führerschein",
         "Meine Sozialversicherungsnummer ist"),
        ("Bitte teilen Sie uns Ihre Kündigungsfrist mit.", "", "Meine Kündigungsfrist beträgt"),
    ],
)  # fmt: skip
def test_in_german_too(text: str, sent: str, told: str) -> None:
    things = things_in(text)

    assert ", ".join(each.named("de") for each in things if not each.words.stated) == sent
    assert ", ".join(each.line("de") for each in things if each.words.stated) == told
