"""From a file's bytes to an article: its text, what each part of it is, and where it comes from."""
