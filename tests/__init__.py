"""Tests of the programme and its tools."""
