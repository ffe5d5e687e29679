"""The benchmark behind `bin/bench`: speed and weight of the program as it is served."""
