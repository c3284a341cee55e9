"""Stage 11: what is wrong with an item as it would be asked, whoever wrote it."""
