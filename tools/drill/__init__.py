"""`make drill [STAGE=…]` and `make crash-demo`: the long reliability runs, one file for each stage."""
