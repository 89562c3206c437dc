"""Shapley values of a product of twelve factors over all 4,096 coalitions, as one would write it in NumPy."""

import math
import statistics
import time

import numpy as np

COUNT = 12


def shapley(before, after):
    coalitions = np.arange(1 << COUNT)
    moved = (coalitions[:, None] >> np.arange(COUNT)) & 1
    values = np.where(moved == 1, after, before).prod(axis=1)
    sizes = moved.sum(axis=1)
    factorial = np.array([math.factorial(n) for n in range(COUNT + 1)], dtype=float)
    effects = np.empty(COUNT)
    for player in range(COUNT):
        without = coalitions[moved[:, player] == 0]
        size = sizes[without]
        weight = factorial[size] * factorial[COUNT - size - 1] / factorial[COUNT]
        effects[player] = (weight * (values[without | (1 << player)] - values[without])).sum()
    return effects


before, after = np.ones(COUNT), np.full(COUNT, 1.02**5)
assert abs(shapley(before, after).sum() - (after.prod() - 1)) < 1e-12
times = []
for _ in range(50):
    start = time.perf_counter()
    shapley(before, after)
    times.append(time.perf_counter() - start)
print(f"Shapley values of {COUNT} factors: median {statistics.median(times) * 1e3:.3f} ms")
