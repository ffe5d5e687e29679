"""Private writing: what a person keeps for nobody else, never in search, links or logs."""
