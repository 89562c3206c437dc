"""The same map in NumPy, and the same table pasted in plain Python.

Run by `cargo bench --bench track`, so that all are measured on one machine in one run.

The map has energy intensity and carbon factor as axes, 101 × 101 pairs, two targets of 24. NumPy is used as it would be
by hand: levels per axis, an outer product for CO₂ intensity, margins of the targets that depend on either, the other 22 as
they stand, the area where all hold, and each boundary by linear interpolation along the columns, which is less than the
exact lines of the Rust figure.

The table is 20 names by 5 years, read with the csv module as one would by hand: names without units looked up in a
dictionary, numbers with commas and percent signs, years within the plan, levels above zero, old figures replaced. It
tells neither levels from changes nor contradictions, which is less than what Planpath does.
"""

import csv
import io
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


NAMES = {f"第{n}项指标的中文名称": n for n in range(20)}
YEARS = range(2011, 2016)
TABLE = "\n".join(
    ["指标\t" + "\t".join(f"{year}年" for year in YEARS)]
    + [f"{name}（%）\t" + "\t".join(f"{90 + n + k / 7:.3f}" for k in range(5)) for name, n in NAMES.items()]
)


def paste(actuals):
    rows = list(csv.reader(io.StringIO(TABLE), delimiter="\t"))
    years = [int(cell.removesuffix("年")) for cell in rows[0][1:]]
    taken = {indicator: dict(figures) for indicator, figures in actuals.items()}
    for name, *cells in rows[1:]:
        indicator = NAMES[name.split("（")[0].strip().lower()]
        for year, cell in zip(years, cells):
            value = float(cell.strip().rstrip("%").replace(",", ""))
            if year not in YEARS or not 0 < value < 1e9:
                raise ValueError(f"{name}, {year}: {cell}")
            taken.setdefault(indicator, {})[year] = value
    return taken


def median(work):
    samples = []
    for _ in range(200):
        start = time.perf_counter()
        for _ in range(20):
            work()
        samples.append((time.perf_counter() - start) / 20)
    return statistics.median(samples) * 1e6


def main():
    holds, _, line_energy, line_co2 = feasibility()
    assert holds.any() and not holds.all() and len(line_energy) == COUNT and len(line_co2) > 10  # the work is done
    print(f"peer: NumPy {np.__version__}, the same map: median {median(feasibility):.0f} µs")
    actuals = {0: {2011: 49.2, 2012: 45.9}}
    assert sum(map(len, paste(actuals).values())) == 100 and len(actuals[0]) == 2
    print(f"peer: plain Python, the same table: median {median(lambda: paste(actuals)):.0f} µs")


if __name__ == "__main__":
    main()
