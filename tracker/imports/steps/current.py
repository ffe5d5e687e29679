"""How applications and leads stand here, as one of the three sides of a comparison."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.reading.row_stage import AWAY, OFFER_CHOICES
from tracker.imports.reading.rows import ReadOffer, ReadRejection
from tracker.imports.reading.snapshot import NAMES, Snapshot, comparable, line_signs
from tracker.imports.reading.wide_format import ReadInterview
from tracker.imports.steps.edited import changed
from tracker.imports.steps.existing import Existing
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import OF_LEADS
from tracker.models.import_row import KnownRow
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.models.offer import TAKEN_BACK, Offer
from tracker.models.rejection import SILENCE, Rejection
from tracker.models.user import User
from tracker.values.formatting import clock

Facts = dict[str, Any]
AT_ONCE = 500


class Current:
    """Those of a person that a part of a sheet is about, read together."""

    def __init__(self, session: Session, user: User, theirs: Iterable[Existing]):
        self._session, self._user = session, user
        theirs = list(theirs)
        ids = [each.application_id for each in theirs if each.application_id is not None]
        leads = [each.lead_id for each in theirs if each.lead_id is not None]
        known = [each.known_row for each in theirs if each.known_row is not None]
        self.applications: dict[int, tuple[Snapshot, Facts]] = {}
        self.leads: dict[int, tuple[Snapshot, Facts]] = {}
        self.untouched: set[int] = set()
        """Applications that came of a sheet and were not changed since."""
        self.said: dict[int, Mapping[str, Any]] = {}
        """What a sheet said last, by the row where that is kept."""
        for start in range(0, len(known), AT_ONCE):
            part = KnownRow.id.in_(known[start : start + AT_ONCE])
            last = select(KnownRow.id, KnownRow.said).where(KnownRow.user_id == user.id, part)
            self.said.update(dict(session.execute(last).all()))
        for start in range(0, len(ids), AT_ONCE):
            self._read(ids[start : start + AT_ONCE])
        for start in range(0, len(leads), AT_ONCE):
            part = Lead.id.in_(leads[start : start + AT_ONCE])
            for lead in session.scalars(select(Lead).where(Lead.user_id == user.id, part)):
                facts = {name: getattr(lead, name) for name in OF_LEADS}
                lines = frozenset(line_signs(lead.notes))
                self.leads[lead.id] = Snapshot(comparable(facts), "lead", lines=lines), facts

    def _read(self, ids: Sequence[int]) -> None:
        mine = (Application.user_id == self._user.id, Application.id.in_(ids))
        talks = self._beside(Interview, ids)
        noes, offers = self._beside(Rejection, ids), self._beside(Offer, ids)
        lines: dict[int, set[str]] = defaultdict(set)
        for note in self._session.scalars(select(Note).where(Note.application_id.in_(ids))):
            lines[note.application_id].update(line_signs(note.body))
        self.untouched.update(
            self._session.scalars(
                select(Application.id).where(*mine, Application.import_id.is_not(None), ~changed())
            )
        )
        for application in self._session.scalars(select(Application).where(*mine)):
            number = application.id
            no = self._no(application, noes[number])
            offer = max(offers[number], key=_age, default=None)
            facts = {name: getattr(application, name) for name in NAMES}
            self.applications[number] = (
                Snapshot(
                    comparable(facts),
                    stands(application, no, offer),
                    [self._talk(each) for each in talks[number] if not each.is_off],
                    ReadRejection(no.on, no.how, no.words) if no else None,
                    ReadOffer(offer.received_on, offer.decision) if offer else None,
                    frozenset(lines[number]),
                ),
                facts,
            )

    def _beside(self, model: Any, ids: Sequence[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        rows = select(model).where(model.application_id.in_(ids)).order_by(model.id)
        for row in self._session.scalars(rows):
            found[row.application_id].append(row)
        return found

    def _no(self, application: Application, noes: list[Rejection]) -> Rejection | None:
        """The one that its stage is about."""
        if application.is_open and application.live:
            return None
        return max(noes, key=_age, default=None)

    def _talk(self, row: Interview) -> ReadInterview:
        at = clock(row.begins, self._user.zone) if row.begins else ""
        return ReadInterview(row.kind, row.on, at, round=row.round)


def stands(application: Application, no: Rejection | None, offer: Offer | None) -> str:
    """Where it stands, as one of the choices of a status."""
    if application.archived:
        if application.outcome in AWAY:
            return application.outcome
        if application.outcome is None and application.is_open:
            return "archived"
    if offer is not None and offer.decision in OFFER_CHOICES:
        rejected = application.stage == Stage.REJECTED
        if rejected if offer.decision == TAKEN_BACK else application.is_open:
            return OFFER_CHOICES[offer.decision]
    if application.stage == Stage.REJECTED:
        if no is not None and no.how == SILENCE:
            return SILENCE
        return "rejected_after_interview" if application.interviewed else "rejected"
    return application.stage


def _age(row: Any) -> Any:
    return row.created_at, row.id
