"""Article text to facts to draft questions, by rules and tables: no web, no database, no clock."""
