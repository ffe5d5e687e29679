"""Words that anybody would put together, in English and German: fields, kinds and ways of work.

No dictionary stands behind it, and nobody's hunt: it is the trades of a job board, from a kitchen
to a laboratory, with what they have to do with. A word that ends in "-" stands for all that begin
with it, and one with "-" in it for two words that follow each other.
"""

from pathlib import Path

TABLE = Path(__file__).with_name("topics.txt").read_text("utf-8")
LEVELS = frozenset({"senior work", "starting out", "leading people"})
"""How high up a job is: told by its role alone, for an ad speaks of other people too."""
