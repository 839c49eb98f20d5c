"""The tasks in other looks than the list, and what is printed of them."""
