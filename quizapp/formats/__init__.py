"""Text in and out of the formats that teachers have; every problem with its line and column."""
