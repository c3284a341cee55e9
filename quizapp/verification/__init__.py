"""Judging an item against its article: small checks, each with its shortest failing example."""
