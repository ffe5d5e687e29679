"""What the server does by itself, whoever looks: runner.py says when, and by which process."""
