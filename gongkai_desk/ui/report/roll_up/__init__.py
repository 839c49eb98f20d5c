"""The window in which the reports of many units are added up."""
