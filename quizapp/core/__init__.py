"""The words and rules of the domain: no web, no database, no clock, no randomness of its own."""
