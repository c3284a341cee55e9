"""How well questions measure: exact sums over first attempts, and tests that say when a figure is no chance."""
