"""Where a person is, told from the time zone."""

from tracker.values.regions import STATES, ZONES_OF_STATES, zones


def test_every_zone_of_a_state_is_a_zone_of_its_country() -> None:
    known = {zone.name: zone for zone in zones()}
    for name, state in ZONES_OF_STATES.items():
        assert state in STATES[known[name].country], name
        assert known[name].state == f"{known[name].country}-{state}"


def test_zone_of_a_whole_country_tells_no_state() -> None:
    assert {zone.state for zone in zones() if zone.country in ("DE", "NZ", "GB")} == {""}


def test_every_zone_of_australia_tells_its_state_but_one_in_antarctica() -> None:
    silent = [zone.name for zone in zones() if zone.country == "AU" and not zone.state]
    assert silent == ["Antarctica/Macquarie"]
