"""Rules over the registers: cells, people, references."""
