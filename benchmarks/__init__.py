"""`make bench`: what a page costs, over the least it could cost."""
