"""The same map in NumPy: energy intensity and carbon factor as axes, 101 × 101 pairs, two targets of 24.

Run by `cargo bench --bench feasibility`, so that both are measured on one machine in one run. NumPy is used as it would
be by hand: levels per axis, an outer product for CO₂ intensity, margins of the targets that depend on either, the other
22 as they stand, the area where all hold, and each boundary by linear interpolation along the columns, which is less than
the exact lines of the Rust figure.
"""

import statistics
import time

import numpy as np

COUNT, YEARS_LEFT = 101, 2
REACHED = 84.9  # energy intensity in 2013, 2010 = 100
OTHERS = np.linspace(-1.0, 1.0, 22)


def boundary(xs, ys, margins):
    """Per column, the rate at which the margin changes sign."""
    below = margins < 0
    row, column = np.nonzero(below[:-1] != below[1:])
    one, other = margins[row, column], margins[row + 1, column]
    return np.column_stack([xs[column], ys[row] + (ys[row + 1] - ys[row]) * one / (one - other)])


def feasibility():
    xs = np.linspace(-5.0, 15.0, COUNT)
    ys = np.linspace(-5.0, 10.0, COUNT)
    energy = REACHED * (1 - xs / 100) ** YEARS_LEFT
    carbon = 100.0 * (1 - ys / 100) ** (YEARS_LEFT + 3)
    co2 = np.outer(carbon, energy) / 100.0
    margin_energy = np.broadcast_to((100.0 - energy) - 21.0, co2.shape)
    margin_co2 = (100.0 - co2) - 21.0
    holds = (margin_energy >= -1e-9) & (margin_co2 > 1e-9)
    others = OTHERS >= 0
    line_energy = boundary(ys, xs, margin_energy.T)
    line_co2 = boundary(xs, ys, margin_co2)
    return holds, others, line_energy, line_co2


def main():
    holds, _, line_energy, line_co2 = feasibility()
    assert holds.any() and not holds.all() and len(line_energy) == COUNT and len(line_co2) > 10  # the work is done
    samples = []
    for _ in range(200):
        start = time.perf_counter()
        for _ in range(20):
            feasibility()
        samples.append((time.perf_counter() - start) / 20)
    print(f"peer: NumPy {np.__version__}, the same map: median {statistics.median(samples) * 1e6:.0f} µs")


if __name__ == "__main__":
    main()
