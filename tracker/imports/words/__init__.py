"""The words that headers, dates and statuses are known by."""
