"""Programs for those who work on the repository. None of them is part of the installed package."""
