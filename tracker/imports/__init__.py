"""Spreadsheets from elsewhere: bytes in, applications and leads out. No web, no database."""
