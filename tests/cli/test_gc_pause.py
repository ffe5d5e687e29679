import gc

import pytest

from tracker.cli.gc_pause import loading


def load_nothing() -> None:
    with loading():
        assert not gc.isenabled()
        raise ImportError


def test_garbage_is_looked_for_again_after_loading_even_where_that_failed() -> None:
    with pytest.raises(ImportError):
        load_nothing()

    assert gc.isenabled()
