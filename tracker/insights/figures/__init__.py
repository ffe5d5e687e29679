"""The numbers behind the charts: each defined once."""
