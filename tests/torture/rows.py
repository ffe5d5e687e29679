"""All of them, in the order of the table."""

from tests.torture import copies, guesses, hostile, kills, locks, power, slow, twice
from tests.torture.fault import Fault

FAULTS: list[Fault] = [
    kills.FAULT,
    power.FAULT,
    *locks.FAULTS,
    *twice.FAULTS,
    copies.FAULT,
    hostile.FAULT,
    *slow.FAULTS,
    guesses.FAULT,
]
