"""All of them, in the order of the table."""

from tests.torture import (
    by_tests,
    copies,
    cut_off,
    guesses,
    hostile,
    kills,
    locks,
    many,
    power,
    queued,
    slow,
    twice,
)
from tests.torture.fault import Fault

FAULTS: list[Fault] = sorted(
    [
        kills.FAULT,
        power.FAULT,
        *locks.FAULTS,
        *twice.FAULTS,
        copies.FAULT,
        *cut_off.FAULTS,
        hostile.FAULT,
        many.FAULT,
        *slow.FAULTS,
        guesses.FAULT,
        queued.FAULT,
        *by_tests.FAULTS,
    ],
    key=lambda fault: int(fault.number),
)
