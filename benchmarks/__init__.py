"""What is measured, and against what. Nothing here is a test; `make bench` runs it all."""
