import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.demo.hunt import SYDNEY, hunt
from tracker.demo.workdays import workday_before, workdays_after
from tracker.values.pay import read_pay
from tracker.values.text import clean_text, is_web_link

TODAY = date(2026, 11, 23)
MIDNIGHT = datetime.combine(TODAY, time(), SYDNEY).astimezone(UTC)
STAGES = ["applied", "interview", "rejected", "feedback_received", "action_taken"]


@pytest.fixture(scope="module", params=range(6))
def made(request):
    """Small ones, on days of the week that differ."""
    return hunt(request.param, 48, TODAY + timedelta(days=request.param))


@pytest.fixture(scope="module")
def large():
    return hunt(1, 3000, TODAY)


def test_the_same_seed_makes_the_same_hunt():
    assert hunt(7, 60, TODAY) == hunt(7, 60, TODAY)
    assert hunt(7, 60, TODAY) != hunt(8, 60, TODAY)


@pytest.mark.parametrize("n", [0, 1, 2, 5, 13, 48, 500])
def test_there_are_as_many_as_asked_for(n):
    assert len(hunt(1, n, TODAY).applications) == n


def test_every_column_of_the_board_has_cards(made):
    board = Counter(a.stage for a in made.applications if a.archived_at is None)
    assert set(board) == set(STAGES)
    assert board["applied"] > board["rejected"] >= 3
    assert any(a.archived_at for a in made.applications)


def test_one_offer_waits_and_interviews_lie_ahead(made):
    applications = made.applications
    assert sum(1 for a in applications if any(each.decision is None for each in a.offers)) == 1
    tonight = MIDNIGHT + timedelta(days=6)
    assert any(i.starts_at > tonight for a in applications for i in a.interviews)
    ahead = [i for a in applications for i in a.interviews if not i.reviewed]
    assert len(ahead) >= 3


def test_the_shares_are_those_of_a_real_hunt(large):
    share = Counter(a.stage for a in large.applications if a.archived_at is None)
    total = len(large.applications)
    assert 0.35 < share["applied"] / total < 0.55
    assert 0.15 < share["rejected"] / total < 0.30
    assert all(share[stage] / total > 0.04 for stage in STAGES)
    assert not any(
        i.reviewed for a in large.applications for i in a.interviews if i.starts_at > MIDNIGHT
    )
    waiting = [i for a in large.applications for i in a.interviews if i.starts_at > MIDNIGHT]
    assert len(waiting) < 20


def test_histories_begin_with_applying_and_go_forward_in_time(large):
    for application in large.applications:
        stages = [stage for stage, _ in application.stages]
        moments = [moment for _, moment in application.stages]
        assert stages[0] == "applied"
        assert stages == [stage for stage in STAGES if stage in stages]
        assert moments == sorted(set(moments))
        assert moments[0].astimezone(SYDNEY).date() == application.applied_on


def test_what_has_happened_lies_before_today(large):
    for application in large.applications:
        past = [moment for _, moment in application.stages]
        past += [note.at for note in application.notes]
        past += [application.archived_at or past[0]]
        assert max(past) < MIDNIGHT
        assert (application.archived_at is None) == (application.outcome is None)
    assert all(lead.at < MIDNIGHT for lead in large.leads)


def test_employers_act_on_weekdays_in_office_hours(large):
    for application in large.applications:
        acts = [at for stage, at in application.stages if stage in ("interview", "rejected")]
        acts += [interview.starts_at for interview in application.interviews]
        for moment in acts:
            local = moment.astimezone(SYDNEY)
            assert local.weekday() < 5
            assert 9 <= local.hour < 17


def test_a_no_follows_the_last_interview_and_rests_until_a_morning(large):
    rejected = [a for a in large.applications if a.rejection]
    assert rejected
    for application in rejected:
        rejection = application.rejection
        assert all(i.starts_at < rejection.at for i in application.interviews)
        assert all(i.reviewed for i in application.interviews)
        assert rejection.on >= application.applied_on
        assert rejection.rest_until > rejection.at
        assert rejection.rest_until.astimezone(SYDNEY).hour == 9
        assert rejection.stage_reached in ("applied", "interview")


def test_feedback_and_actions_are_written_down(large):
    for application in large.applications:
        if application.stage in ("feedback_received", "action_taken"):
            (answer,) = application.answers
            assert all(point.quote in answer.words for point in answer.points)
        if application.stage == "action_taken":
            (action,) = application.actions
            assert action.done_on == application.stage_since.astimezone(SYDNEY).date()
            assert action.proof


def test_all_of_the_loop_lies_before_today(large):
    for application in large.applications:
        past = [each.at for each in application.check_ins + application.attempts]
        past += [each.at for each in application.answers + application.actions]
        assert max(past, default=MIDNIGHT - timedelta(days=1)) < MIDNIGHT


def test_at_most_two_messages_go_to_somebody_who_has_not_answered(large):
    for application in large.applications:
        written = [a for a in application.attempts if a.channel == "email"]
        assert sum(each.kind in ("ask", "nudge") for each in written) <= 2


def test_later_applications_use_what_was_done_before(large):
    used = 0
    for application in large.applications:
        for action in application.actions:
            for place, at in action.used_by:
                used += 1
                assert action.done_on is not None
                assert at == large.applications[place].stages[0][1] > action.updated_at
    assert used > 100


def test_nobody_real_can_be_reached(large):
    for contact in large.contacts:
        assert re.fullmatch(r"[a-z.]+@[a-z]+\.example\.com", contact.email)
        assert re.fullmatch(r"|0491 570 \d{3}|\(0[2378]\) 5550 \d{4}", contact.phone)
    for one in [*large.applications, *large.leads]:
        assert is_web_link(one.link)
        assert re.match(r"https://[a-z]+\.example\.com/", one.link)


def test_nobody_plays_the_same_part_twice_in_one_application(large):
    for application in large.applications:
        assert len(set(application.contacts)) == len(application.contacts)


def test_nothing_is_left_to_fill_in_and_nothing_needs_cleaning(large):
    for application in large.applications:
        texts = [application.posting, application.company]
        texts += [each.note for each in application.offers]
        texts += [note.body for note in application.notes]
        texts += [application.rejection.words] if application.rejection else []
        texts += [each.body for each in application.attempts]
        for text in texts:
            assert "{" not in text
            assert clean_text(text) == text
        assert 3 <= len(re.findall(r"[.?!](?= |$)", application.posting)) <= 9


def test_pay_is_written_in_many_ways_and_mostly_readable(large):
    written = {application.pay_text for application in large.applications}
    read = [text for text in written if read_pay(text).period]
    assert len(written) > 25
    assert len(read) > 0.8 * len(written)


def test_names_are_as_varied_as_in_life(made):
    companies = {application.company for application in made.applications}
    assert "O'Connor-Østberg Legal" in companies
    assert any("株式会社" in company for company in companies)
    assert len(companies) >= 40


def test_the_papers_are_real_files_and_were_there_when_sent(made):
    kinds = Counter(document.kind for document in made.documents)
    assert kinds == {"resume": 3, "letter": 1}
    for document in made.documents:
        if document.media_type == "application/pdf":
            assert document.content.startswith(b"%PDF-1.4")
            start = int(document.content.rsplit(b"startxref\n", 1)[1].split()[0])
            assert document.content[start:].startswith(b"xref")
    for application in made.applications:
        sent = made.documents[application.resume]
        assert sent.kind == "resume"
        assert sent.at < application.stages[0][1]


def test_working_days_leave_weekends_out():
    friday = date(2026, 11, 20)
    assert workdays_after(friday, 1) == date(2026, 11, 23)
    assert workdays_after(friday, 11) == date(2026, 12, 7)
    assert workdays_after(friday + timedelta(days=1), 1) == date(2026, 11, 23)
    assert workday_before(friday + timedelta(days=2)) == friday


def test_it_can_be_lived_elsewhere():
    assert hunt(1, 20, TODAY, ZoneInfo("Europe/Berlin")).applications


def test_exciting_jobs_got_a_letter_that_was_written_by_then(made):
    sent = [one for one in made.applications if one.letter is not None]
    assert sent and len(sent) < len(made.applications)
    for one in sent:
        letter = made.documents[one.letter]
        assert letter.kind == "letter" and letter.at.date() <= one.applied_on
