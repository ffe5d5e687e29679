"""An opening in two rows: what is looked for stays bounded, however odd a sheet is."""

from datetime import date, timedelta

from tracker.imports.reading.repeated_openings import OFFERS, RepeatSurvey
from tracker.imports.reading.rows import ReadOffer, ReadRejection, ReadRow


class Counted(dict[int, int]):
    """Knows how often it was looked into."""

    looks = 0

    def get(self, key: int, default: int = -1) -> int:  # type: ignore[override]
        self.looks += 1
        return super().get(key, default)


def rows(offers: int, noes: int) -> RepeatSurvey:
    """Offers without a day, then as many noes of as many days, each of a company of its own."""
    survey = RepeatSurvey(first=Counted())
    for number in range(offers):
        facts = {"company": f"Offer {number}", "role": "Cook"}
        survey.add(ReadRow(number, facts=facts, path=["applied"], offer=ReadOffer()))
    for number in range(noes):
        day = date(1990, 1, 1) + timedelta(days=number)
        facts = {"company": f"No {number}", "role": "Cook", "applied_on": day}
        no = ReadRejection()
        path = ["applied", "rejected"]
        survey.add(ReadRow(offers + number, facts=facts, path=path, rejection=no))
    return survey


def test_a_sheet_full_of_offers_is_not_compared_day_by_day_without_an_end() -> None:
    survey = rows(2_000, 500)

    assert survey.results() == []
    assert isinstance(survey.first, Counted)
    assert 0 < survey.first.looks <= OFFERS * 500


def test_an_offer_without_a_day_is_asked_about_beside_a_no_of_any_day() -> None:
    survey = rows(20, 300)
    facts = {"company": "Offer 7", "role": "Cook", "applied_on": date(1990, 6, 1)}
    survey.add(ReadRow(900, facts=facts, path=["applied", "rejected"], rejection=ReadRejection()))

    assert [pair[:2] for pair in survey.results()] == [[7, 900]]
