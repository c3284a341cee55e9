"""Articles, their versions and facts; the page that shows them is in `quizzes`, which knows who may read."""
