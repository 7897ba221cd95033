"""The handbook: each register with its columns, and each finding with an example that really gives it."""
