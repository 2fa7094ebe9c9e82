#!/usr/bin/env python3
"""The month scorer in NumPy: python3 scorer.py LOCATIONS DAYS STREETS. Prints nanoseconds a location-month, best of 30."""
import sys
import time

import numpy as np


def form(rows):
    """rows: sets x days x 4 -> sets x 4."""
    days = rows.shape[1]
    before = np.concatenate([np.zeros_like(rows[:, :1]), np.cumsum(rows, axis=1)], axis=1)
    total = np.zeros((rows.shape[0], 4))
    for span in (1, 3, 7, 14, days):
        sums = before[:, span:] - before[:, :-span]
        total += np.einsum("wdk,wdk->wk", sums, sums) / ((days - span + 1) * span * span)
    return total


def errors(predictions, actual, street_start):
    if np.isnan(predictions).any():
        return None
    rows = np.clip(predictions, 0, 10) - actual
    streets = np.add.reduceat(rows, street_start[:-1], axis=0)
    sizes = np.diff(street_start)[:, None].astype(float)
    weights = np.array([8, 6, 20, 1]) / 175
    return [np.sqrt((forms / sizes ** 2).sum(axis=0) @ weights / len(forms)) for forms, sizes in
            ((form(rows), 1.0), (form(streets), sizes), (form(streets.sum(axis=0)[None]), float(len(rows))))]


locations, days, streets = map(int, sys.argv[1:])
generator = np.random.default_rng(1)
predictions = generator.random((locations, days, 4)) * 0.02
actual = (generator.random((locations, days, 4)) < 0.0015).astype(float)
street_start = np.linspace(0, locations, streets + 1).astype(int)
best = float("inf")
for _ in range(30):
    start = time.perf_counter_ns()
    errors(predictions, actual, street_start)
    best = min(best, (time.perf_counter_ns() - start) / locations)
print(best)
