"""Contacts, coverage and what else the school does for its pupils."""
