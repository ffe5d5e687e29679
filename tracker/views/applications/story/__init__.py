"""The story of an application in words: what happened, day by day."""
