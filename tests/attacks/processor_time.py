"""How long something takes a processor, and no longer than it may."""

import signal
import time
from collections.abc import Callable
from types import FrameType


class TooLong(BaseException):
    """It was still looking when its time was over; no handler of the code's own takes it."""


def seconds(act: Callable[[], object], most: float) -> float:
    """Of the processor's time, not of the clock's; stopped where it takes more than `most`.

    By the thread's clock: with such a timer that of the process tells no thousandths any more.
    """

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, over)
    began = time.thread_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, most)
        act()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooLong:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.thread_time() - began
