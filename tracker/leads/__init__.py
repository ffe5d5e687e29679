"""Which saved opening is the next one: what excited before, looked for in what is saved.

Pure functions: no database, no web, and the day comes in as an argument.
"""
