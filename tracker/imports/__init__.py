"""Spreadsheets from elsewhere: bytes in, applications and leads out.

`files` and `reading` are pure; `steps` carries an import through the database, a little at a time.
"""
