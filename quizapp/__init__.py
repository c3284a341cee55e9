"""Quotidia: quizzes on current affairs, with the proof."""
