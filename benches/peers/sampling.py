"""The same draws in NumPy: 25 levers and 8 identities over five years, quantiles of every level, and the targets.

Run by `cargo bench --bench sampling`, so that both are measured on one machine in one run. NumPy is used as it would be by
hand: standard normal numbers for each lever, one growth factor per draw and its powers, the identities on whole arrays, then
five quantiles of each level, once by np.quantile and once by sorting once. Only one level is held at a time.
"""

import statistics
import time

import numpy as np

from project import BASE_COMPOUND, BASE_POINTS, FALLING, GROWING, POINTS, YEARS, identities

PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95]
RATES = np.concatenate([GROWING, -FALLING])
DEVIATIONS = np.maximum(0.1 * np.abs(np.concatenate([RATES, POINTS])), 0.01)


def by_quantile(levels):
    return np.quantile(levels, PROBABILITIES)


def by_sorting(levels):
    ordered = np.sort(levels)
    at = (len(ordered) - 1) * np.array(PROBABILITIES)
    below = at.astype(int)
    above = np.minimum(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])


def ensemble(generator, size, quantiles):
    draws = generator.standard_normal((len(DEVIATIONS), size)) * DEVIATIONS[:, None]
    factors = 1 + (RATES[:, None] + draws[: len(RATES)]) / 100
    changes = POINTS[:, None] + draws[len(RATES) :]
    compound, points = np.repeat(BASE_COMPOUND[:, None], size, 1), np.repeat(BASE_POINTS[:, None], size, 1)
    found = []
    for _ in range(YEARS):
        compound = compound * factors
        points = points + changes
        levels = [*compound, *points, *identities(compound, points)]
        found.append([quantiles(level) for level in levels])
    goals = [*(BASE_COMPOUND * (1 + RATES / 100) ** YEARS), *(BASE_POINTS + YEARS * POINTS)]
    met = [level >= goal for level, goal in zip(levels, goals)]
    return found, [np.mean(one) for one in met], np.mean(np.logical_and.reduce(met))


def numbers(generator, size, _):
    return generator.standard_normal((len(DEVIATIONS), size))


def main():
    generator = np.random.default_rng(0)
    found, met, _ = ensemble(generator, 8192, by_sorting)
    assert abs(found[-1][0][2] / (16 * 1.08**5) - 1) < 1e-2 and abs(met[0] - 0.5) < 0.05  # the work is really done
    ways = {"np.quantile": (ensemble, by_quantile), "sorting once": (ensemble, by_sorting), "numbers alone": (numbers, None)}
    for size, runs in ((8192, 9), (131072, 5), (1048576, 1)):
        medians = []
        for name, (work, quantiles) in ways.items():
            samples = []
            for _ in range(runs):
                start = time.perf_counter()
                work(generator, size, quantiles)
                samples.append(time.perf_counter() - start)
            medians.append(f"{name} {statistics.median(samples) * 1e3:.1f} ms")
        print(f"peer: NumPy {np.__version__}, {size} draws: " + ", ".join(medians))


if __name__ == "__main__":
    main()
