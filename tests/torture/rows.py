"""All of them, in the order of the table."""

from tests.torture import kills, locks, slow
from tests.torture.fault import Fault

FAULTS: list[Fault] = [kills.FAULT, *locks.FAULTS, *slow.FAULTS]
