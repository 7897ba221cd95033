"""Keeping what was posted: one run at a time, months closed and opened again, verified, and put into an archive."""
