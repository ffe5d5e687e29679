"""An interview that is off stays one, however sorry they are and whatever they hope."""

import pytest

from tests.mail.test_told import told

LEADS = [
    "I'm writing to let you know that we have to cancel your interview for the Reporting Analyst "
    "role on Thursday 10 December at 3:30 pm. I will be in touch as soon as I know more.",
    "I wanted to inform you that we need to cancel Thursday's interview. Our head of IT has "
    "resigned and we have been asked to look at how the team is set up before we go any further. "
    "I don't have a new date at this stage. Your application stays with us.",
]
KINDLY = [
    "I'm sorry for the short notice and hope it hasn't caused you too much trouble.",
    "Apologies for the inconvenience, I hope it did not put you out too much.",
    "We regret that this could not be avoided and hope you had not booked your travel.",
    "I know this is not what you wanted to hear, and I am really sorry about it.",
    "I am sorry to mess you around, and I wish I had better news for you.",
    "Sorry again, unfortunately there was nothing I could do about it.",
    "We understand that this is disappointing, and we apologise for any trouble we have caused.",
    "I hope you have not taken too much time off work for it; we are very sorry.",
    "Please accept our apologies. It has nothing to do with you or your application.",
    "I regret the disruption, and I'm afraid I cannot say yet when we will go on.",
]
VORAUS = [
    "leider müssen wir Ihr Vorstellungsgespräch am Donnerstag, 10. Dezember um 15:30 Uhr absagen. "
    "Wir melden uns, sobald wir mehr wissen.",
    "hiermit möchte ich Ihnen mitteilen, dass das Gespräch am Donnerstag abgesagt werden muss. "
    "Einen neuen Termin habe ich noch nicht. Ihre Bewerbung bleibt bei uns.",
]
FREUNDLICH = [
    "Es tut mir leid, dass das so kurzfristig kommt.",
    "Ich bedauere die Umstände sehr und hoffe, dass Ihnen keine Kosten entstanden sind.",
    "Wir bitten um Entschuldigung und hoffen, dass Sie noch nichts gebucht haben.",
    "Bitte entschuldigen Sie die Unannehmlichkeiten.",
    "Ich weiß, dass das nicht die Nachricht ist, die Sie sich gewünscht haben.",
    "Wir bedauern sehr, dass sich das nicht vermeiden ließ.",
    "Leider kann ich Ihnen heute noch nicht sagen, wie es weitergeht.",
    "Mit Ihnen oder Ihrer Bewerbung hat das nichts zu tun, es tut uns sehr leid.",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("kindly", KINDLY)
def test_regret_beside_an_interview_that_is_off_is_no_no(lead: str, kindly: str) -> None:
    assert told(f"{lead}\n\n{kindly}", "Interview on 10 December - cancelled") == "cancelled"


@pytest.mark.parametrize("lead", VORAUS)
@pytest.mark.parametrize("kindly", FREUNDLICH)
def test_it_is_so_in_german(lead: str, kindly: str) -> None:
    assert told(f"{lead}\n\n{kindly}", "Ihr Gespräch am 10. Dezember") == "cancelled"


@pytest.mark.parametrize(
    "refusal",
    [
        "We have decided to go with another candidate.",
        "Unfortunately we will not be taking your application any further.",
        "I'm sorry, you have not been successful this time.",
        "I regret to inform you that your application has been unsuccessful.",
        "The position has been filled.",
        "I'm sorry for the short notice, but we have chosen someone with more experience.",
        "We won't be moving forward with you, and we are sorry for the trouble.",
        "We offered the job to somebody else yesterday, and I hope it hasn't caused you trouble.",
        "I am sorry that your application was unsuccessful and hope you are not too disappointed.",
        "I'm sorry you were not chosen, and I understand that it is disappointing.",
        "Sorry for the inconvenience, we have decided not to proceed with your application.",
        "Es tut mir leid, dass wir uns gegen Ihre Bewerbung entschieden haben, trotz Ihrer Mühe.",
        "Wir haben uns für eine andere Bewerberin entschieden.",
        "Wir bedauern, Ihnen mitteilen zu müssen, dass wir Sie nicht berücksichtigen können.",
        "Leider können wir Ihre Bewerbung nicht weiter berücksichtigen.",
        "Wir bedauern, dass wir Ihnen die Stelle nicht anbieten können.",
    ],
)
def test_a_refusal_beside_it_stays_one(refusal: str) -> None:
    lead = "I'm writing to let you know that we have to cancel your interview on Thursday."
    assert told(f"{lead} {refusal}", "Your interview") in ("no", "closed")
