"""The same lanes in NumPy: 64 sets of rates for 25 levers, with 8 identities over five years, as arrays.

Run by `cargo bench --bench program`, so that both are measured on one machine in one run. NumPy is used as it would be
by hand: one growth factor per lever and lane, powers of it by a cumulative product, points times the years, then the
identities on whole arrays. The arrays for the results are made anew, as NumPy does.
"""

import statistics
import time

import numpy as np

from project import BASE_COMPOUND, BASE_POINTS, FALLING, GROWING, POINTS, YEARS, identities

LANES = 64
SPREAD = 0.01 * np.arange(LANES)
GROWTH = GROWING[:, None] + SPREAD
FALLS = FALLING[:, None] + SPREAD
CHANGES = POINTS[:, None] + SPREAD


def project():
    factors = np.concatenate([1 + GROWTH / 100, 1 - FALLS / 100])
    compound = np.empty((len(factors), YEARS + 1, LANES))
    compound[:, 0] = BASE_COMPOUND[:, None]
    compound[:, 1:] = factors[:, None]
    compound = np.cumprod(compound, axis=1)
    points = BASE_POINTS[:, None, None] + CHANGES[:, None] * np.arange(YEARS + 1)[:, None]
    return compound, points, identities(compound, points)


def main():
    compound, points, derived = project()
    assert np.allclose(compound[0, -1], 16 * (1.08 + SPREAD / 100) ** 5)  # the work is really done
    assert points.shape[1:] == derived[0].shape == (YEARS + 1, LANES)
    samples = []
    for _ in range(200):
        start = time.perf_counter()
        for _ in range(50):
            project()
        samples.append((time.perf_counter() - start) / 50)
    median = statistics.median(samples)
    print(f"peer: NumPy {np.__version__}, the same {LANES} lanes: median {median * 1e6:.1f} µs, "
          f"{median / LANES * 1e9:.0f} ns a lane")


if __name__ == "__main__":
    main()
