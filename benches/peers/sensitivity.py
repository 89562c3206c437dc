"""The same Sobol' indices in SALib: a product of eight levers after five years, from a base of 4,096 points.

Run by `cargo bench --bench sensitivity`, so that both are measured on one machine in one run. SALib is used as its manual
does: points, the model on whole arrays, and the analysis with intervals from 100 resamples, without indices of second
order. That is 4,096 * (8 + 2) evaluations, as many as 16 scrambles of 256.
"""

import statistics
import time
from importlib.metadata import version

import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as points

SDS = [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0]
PROBLEM = {
    "num_vars": 8,
    "names": list("abcdefgh"),
    "bounds": [[2.0, sd] for sd in SDS],
    "dists": ["norm"] * 8,
}


def indices(seed):
    times = [time.perf_counter()]
    rates = points.sample(PROBLEM, 4096, calc_second_order=False, seed=seed)
    times.append(time.perf_counter())
    levels = np.prod((1 + rates / 100) ** 5, axis=1)
    times.append(time.perf_counter())
    found = analysis.analyze(PROBLEM, levels, calc_second_order=False, num_resamples=100, seed=seed)
    times.append(time.perf_counter())
    return found, np.diff(times)


def main():
    found, _ = indices(0)
    assert found["S1"].argmax() == 7 and 0.9 < found["S1"].sum() < 1.05  # the work is really done
    samples = [indices(seed)[1] for seed in range(7)]
    parts = [statistics.median(part) * 1e3 for part in zip(*samples)]
    whole = statistics.median(sum(sample) for sample in samples) * 1e3
    print(f"peer: SALib {version('SALib')}, NumPy {np.__version__}, the same indices: median {whole:.0f} ms "
          f"(points {parts[0]:.0f}, model {parts[1]:.0f}, analysis {parts[2]:.0f})")


if __name__ == "__main__":
    main()
