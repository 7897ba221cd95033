"""Helpers for people who work on the program; nothing in here runs in a school."""
