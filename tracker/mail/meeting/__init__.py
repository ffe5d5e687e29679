"""How and where a talk is held, as its invitation says it."""
