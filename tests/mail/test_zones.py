"""An hour that is told by another clock: which zone it is, and what the hour may be here."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from tracker.mail.invitation import read_invitation
from tracker.mail.slots import Slot
from tracker.mail.zones.zone_hours import local_hours
from tracker.mail.zones.zone_words import zone_after

SYDNEY, DECEMBER = "Australia/Sydney", "2026-12-04 11:15"


@pytest.mark.parametrize(
    ("beside", "zone"),
    [
        ("am (AEST)", "AEST"),
        (" AEDT", "AEDT"),
        (" AEST/AEDT", "AEST/AEDT"),
        (" (GMT+11)", "GMT+11"),
        (" UTC+10", "UTC+10"),
        (" Sydney time, by Zoom", "Sydney time"),
        (" (London)", "London"),
        (" (GMT+10:00) Canberra, Melbourne, Sydney", "(GMT+10:00) Canberra, Melbourne, Sydney"),
        (" Eastern Standard Time (Sydney)", "Eastern Standard Time (Sydney)"),
        (" Australia/Sydney", "Australia/Sydney"),
        (" PT", "PT"),
        (" Pacific", "Pacific"),
        (" US Eastern", "US Eastern"),
        (" Uhr MEZ", "MEZ"),
        (" NZ time", "NZ time"),
        (", by Zoom (NZDT)", "NZDT"),
        (" NPT", "NPT"),
        (" AM Canberra, Melbourne, Sydney", "Canberra, Melbourne, Sydney"),
        (" Eastern Australia Time - Sydney", "Eastern Australia Time - Sydney"),
        (" +1100", "+1100"),
        (", U.S. Pacific time", "U.S. Pacific time"),
        ("\n\nAll times are in AWST.", "AWST"),
        (" at our London office", ""),
        (" at Central Station", ""),
        (" IT interview", ""),
        (" Lunch Time", ""),
        (". EST. 1921", ""),
    ],
)
def test_words_beside_an_hour_say_its_zone(beside: str, zone: str) -> None:
    assert (
        zone_after(f"11:15{beside}", 5 + 2 * beside.startswith("am") + 3 * beside.startswith(" AM"))
        == zone
    )


@pytest.mark.parametrize(
    ("account", "when", "zone", "may_be"),
    [
        (SYDNEY, DECEMBER, "AEDT", ["4 11:15"]),
        (SYDNEY, DECEMBER, "AEST", ["4 11:15", "4 12:15"]),
        (SYDNEY, "2026-07-03 11:15", "AEST", ["3 11:15"]),
        (SYDNEY, DECEMBER, "AEST/AEDT", ["4 11:15"]),
        (SYDNEY, DECEMBER, "UTC+10", ["4 11:15", "4 12:15"]),
        (SYDNEY, DECEMBER, "GMT+11", ["4 11:15"]),
        (SYDNEY, DECEMBER, "AEST (Brisbane)", ["4 12:15"]),
        (SYDNEY, DECEMBER, "(GMT+10:00) Canberra, Melbourne, Sydney", ["4 11:15"]),
        (SYDNEY, DECEMBER, "London time", ["4 22:15"]),
        (SYDNEY, DECEMBER, "EST", ["4 11:15", "4 12:15", "5 03:15"]),
        (SYDNEY, DECEMBER, "IST", ["4 16:45", "4 20:15", "4 21:15", "4 22:15"]),
        (SYDNEY, DECEMBER, "EST/EDT", ["4 11:15", "5 03:15"]),
        (SYDNEY, DECEMBER, "US Eastern", ["5 03:15"]),
        (SYDNEY, DECEMBER, "NZDT", ["4 09:15"]),
        (SYDNEY, DECEMBER, "NZST", ["4 09:15", "4 10:15"]),
        (SYDNEY, DECEMBER, "PT", ["5 06:15"]),
        (SYDNEY, DECEMBER, "PST", ["5 06:15"]),
        (SYDNEY, DECEMBER, "PDT", ["5 05:15", "5 06:15"]),
        (SYDNEY, DECEMBER, "CET", ["4 21:15"]),
        (SYDNEY, DECEMBER, "CEST", ["4 20:15", "4 21:15"]),
        (SYDNEY, DECEMBER, "Eastern Time (US & Canada)", ["5 03:15"]),
        (SYDNEY, DECEMBER, "Etc/GMT-11", ["4 11:15"]),
        (SYDNEY, DECEMBER, "Eastern Australia Time - Sydney", ["4 11:15"]),
        (SYDNEY, DECEMBER, "India Standard Time", ["4 16:45"]),
        (SYDNEY, DECEMBER, "ACDT", ["4 11:45"]),
        (SYDNEY, DECEMBER, "NPT", []),
        ("Australia/Brisbane", DECEMBER, "AEST", ["4 11:15"]),
        ("Australia/Brisbane", DECEMBER, "AEDT", ["4 10:15"]),
        ("Australia/Perth", DECEMBER, "AEST", ["4 08:15", "4 09:15"]),
        ("Australia/Adelaide", DECEMBER, "ACST", ["4 11:15", "4 12:15"]),
        ("Asia/Kolkata", DECEMBER, "IST", ["4 11:15"]),
        ("Asia/Kolkata", DECEMBER, "GMT", ["4 16:45"]),
        ("Europe/Dublin", "2026-07-03 11:15", "IST", ["3 11:15"]),
        ("Europe/London", "2026-07-03 11:15", "GMT", ["3 11:15", "3 12:15"]),
        ("Europe/London", DECEMBER, "Greenwich Mean Time", ["4 11:15"]),
        ("Europe/Berlin", "2026-07-03 11:15", "MESZ", ["3 11:15"]),
        ("America/New_York", "2026-07-03 11:15", "EST", ["3 11:15", "3 12:15"]),
        ("America/New_York", DECEMBER, "CST", ["4 12:15"]),
        ("America/Los_Angeles", "2026-07-03 11:15", "ET", ["3 08:15"]),
        # The clocks go forward on the first Sunday of October, back on that of April.
        (SYDNEY, "2026-10-04 01:30", "AEST", ["4 01:30"]),
        (SYDNEY, "2026-10-04 03:30", "AEST", ["4 03:30", "4 04:30"]),
        (SYDNEY, "2026-04-05 02:30", "AEST", ["5 02:30"]),
        (SYDNEY, "2026-04-05 02:30", "AEDT", ["5 02:30"]),
        (SYDNEY, "2026-04-05 03:30", "AEDT", ["5 02:30", "5 03:30"]),
        ("Europe/London", "2026-03-29 00:30", "GMT", ["29 00:30"]),
        ("Europe/London", "2026-03-29 02:30", "GMT", ["29 02:30", "29 03:30"]),
    ],
)
def test_an_hour_is_sure_or_asked_about(
    account: str, when: str, zone: str, may_be: list[str]
) -> None:
    on, _, at = when.partition(" ")
    found = local_hours(date.fromisoformat(on), time.fromisoformat(at), zone, ZoneInfo(account))

    assert [f"{each.at.day} {each.at:%H:%M}" for each in found.choices] == may_be


@pytest.mark.parametrize(
    ("named", "slot"),
    [
        ("TZID=Europe/London:20261208T101500", "Europe/London"),
        ('TZID="(UTC+10:00) Canberra, Melbourne, Sydney":20261208T101500', SYDNEY),
        ("TZID=Nowhere:20261208T101500", "Nowhere"),
    ],
)
def test_the_zone_of_a_calendar_is_never_lost(named: str, slot: str) -> None:
    calendar = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;{named}\r\nEND:VEVENT\r\n"
    found = read_invitation("Hello", "", date(2026, 11, 24), (f"{calendar}END:VCALENDAR\r\n",))

    assert found.slots == (Slot(date(2026, 12, 8), time(10, 15), slot),)


def test_the_zone_is_read_where_the_hour_stands_before_the_day_or_has_an_end() -> None:
    for words in ("at 10.30am AEST on Monday 14 December", "14 December, 10:30 - 11:15 AEST"):
        found = read_invitation(f"An interview {words}.", "", date(2026, 11, 24))

        assert [slot.zone for slot in found.slots] == ["AEST"]
