"""The path in small on a card says the same as the path on its page."""

from sqlalchemy import select

from tracker.clock import now
from tracker.database import writing
from tracker.demo.hunt import hunt
from tracker.demo.insert import insert_hunt
from tracker.extensions import db
from tracker.loop.next_step import next_step
from tracker.loop.path import parts_behind, path
from tracker.loop.step_kind import PARTS
from tracker.models import Application
from tracker.models.reads.loop_progress import read_path_facts
from tracker.models.summary import facts_of
from tracker.values.days import day_of


def test_the_path_on_a_card_is_as_far_as_the_one_on_its_page(build) -> None:
    person, at = build.user(), now()
    with writing(person) as session:
        insert_hunt(session, person, hunt(5, 150, day_of(at, person.zone), person.zone), at)
    cards = db.session().scalars(select(Application).where(Application.live)).all()
    on_it = [card for card in cards if not card.is_open]

    assert len(on_it) > 30
    for card in on_it:
        known = facts_of(card)
        step = next_step(known, at, person.zone)
        states = path(known, step, read_path_facts(db.session(), card))
        here = [number for number, part in enumerate(PARTS) if states[part] == "now"]
        done = [number for number, part in enumerate(PARTS) if states[part] == "done"]
        # Where nothing is to be done now, a card can't know of a moment that was taken.
        far = [here[0]] if here else range(1, done[-1] + 2)
        assert parts_behind(known, step) in far, card.id
