"""A made-up job hunt, for trying Onward out, for screenshots and for the benchmark."""
