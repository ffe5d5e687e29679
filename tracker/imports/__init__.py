"""Spreadsheets from elsewhere: bytes in, applications and leads out.

From `reading` to `interpreting` everything is pure; `arriving`, `staging`, `landing` and `undoing`
carry it through the database in short steps.
"""
