"""The ways to reach somebody, each in a module of its own."""
