"""Judging an item against its article: a catalogue of small checks, each with its shortest failing example."""
