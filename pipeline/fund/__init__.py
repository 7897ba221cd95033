"""The fund's money: books, bank, pledges and controls; pure functions, amounts in whole 分."""
