"""Forms parse and validate; they never query or commit."""
