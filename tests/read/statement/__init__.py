"""Statements as banks and wallets export them."""
