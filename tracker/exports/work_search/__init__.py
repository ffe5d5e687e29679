"""The work-search log that an unemployment agency asks for."""
