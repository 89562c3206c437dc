"""The same work in NumPy: 25 levers and 7 identities over five years, as arrays.

Run by `cargo bench --bench model`, so that both are measured on one machine in one run. NumPy is used as it would be
by hand: growth factors per lever and year, one cumulative product for the compounding levers, one cumulative sum for
the additive ones, then the identities. There is no reading, checking or re-anchoring on actuals in it, which the Rust
figure includes.
"""

import statistics
import time

import numpy as np

GROWING = np.array([8.0, 10.0])
FALLING = np.array([4.605, 0.0, 6.885, 2.085, 2.085, 3.198, 3.198, 0.827, 0.640, 0.668, 1.654])
POINTS = np.array([0.4, 0.062, 1.6, 1.6, 2.28, 1.56, 4.22, 4.66, 3.58, 4.0, 0.6])
BASE_COMPOUND = np.concatenate([[16.0, 100.0], np.full(7, 100.0), [615.0, 14250.0, 910.0, 100.0]])
BASE_POINTS = np.array([23.0, 0.69, 27.0, 7.0, 48.6, 82.2, 48.9, 61.7, 52.1, 60.0, 69.0])
YEARS = 5


def identities(compound, points):
    """The plan's eight derived indicators, from levels by lever, year and whatever else."""
    value_added, productivity = compound[0], compound[1]
    energy, carbon, water = compound[2], compound[3], compound[4]
    share = points[3] / 100
    return [
        energy * carbon,
        value_added * energy,
        value_added * energy * carbon,
        value_added * water,
        value_added / productivity,
        value_added / points[0] * 100,
        value_added * share,
        value_added * (1 - share),
    ]


def project():
    factors = np.concatenate([1 + GROWING / 100, 1 - FALLING / 100])
    compound = np.empty((len(factors), YEARS + 1))
    compound[:, 0] = BASE_COMPOUND
    compound[:, 1:] = factors[:, None]
    compound = np.cumprod(compound, axis=1)
    points = BASE_POINTS[:, None] + POINTS[:, None] * np.arange(YEARS + 1)
    return compound, points, identities(compound, points)


def main():
    compound, _, derived = project()
    assert abs(compound[0, -1] - 16 * 1.08**5) < 1e-9  # the work is really done
    assert len(derived) == 8
    samples = []
    for _ in range(200):
        start = time.perf_counter()
        for _ in range(100):
            project()
        samples.append((time.perf_counter() - start) / 100)
    print(f"peer: NumPy {np.__version__}, the same levels: median {statistics.median(samples) * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
