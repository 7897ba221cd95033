"""Statements as banks and wallets export them: many forms, one table of signed lines with the oldest first."""
