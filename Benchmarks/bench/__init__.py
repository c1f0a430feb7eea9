"""Measures Steelyard beside named peers on this machine, in one run."""
