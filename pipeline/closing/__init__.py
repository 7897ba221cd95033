"""Closed months: what was frozen of them, what of it has changed since, and what that does to their figures. Pure."""
