"""Reads IAMC files with pyam as its users do, and compares every value with what the program has.

A folder is given: NAME.long.csv, NAME.wide.csv and NAME.json with the expected scenario, years and values, and which of
these are actual: they stand again under the scenario "historical".
"""

import json
import sys
from pathlib import Path

import pyam


def same(found, value):
    # Files have twelve significant digits.
    return abs(found - value) <= 5.1e-12 * abs(value)


def compare(df, wanted):
    """Every level of the scenario, and the actual ones alone of what has happened."""
    everything, historical = {}, {}
    for (variable, values), actual in zip(wanted["series"], wanted["historical"], strict=True):
        for year, value, is_actual in zip(wanted["years"], values, actual, strict=True):
            everything[variable, year] = value
            if is_actual:
                historical[variable, year] = value
    for scenario, expected in ((wanted["scenario"], everything), ("historical", historical)):
        found = df.filter(scenario=scenario).data.set_index(["variable", "year"])["value"]
        assert sorted(found.index) == sorted(expected), (scenario, found.index, expected)
        for key, value in expected.items():
            assert same(found[key], value), (scenario, key, found[key], value)
    units = df.data.groupby("variable")["unit"].nunique()
    assert (units == 1).all(), units
    return bool(historical)


count = 0
for wanted_file in sorted(Path(sys.argv[1]).glob("*.json")):
    wanted = json.loads(wanted_file.read_text(encoding="utf-8"))
    frames = []
    for shape in ("long", "wide"):
        file = wanted_file.with_suffix(f".{shape}.csv")
        # As anybody would read it.
        df = pyam.IamDataFrame(file)
        has_happened = compare(df, wanted)
        names = [wanted["scenario"]] + ["historical"] * has_happened
        assert sorted(df.scenario) == sorted(names), (wanted_file, df.scenario)
        assert df.region == ["China"], df.region
        assert df.model[0].startswith("Planpath "), df.model
        assert df.year == wanted["years"], df.year
        assert sorted(df.variable) == sorted(name for name, _ in wanted["series"]), df.variable
        frames.append(df)
        count += 1
    assert frames[0].equals(frames[1]), wanted_file
    # A variable with brackets can be picked by its name.
    for variable in frames[0].variable:
        assert frames[0].filter(variable=variable).variable == [variable], variable
print(count, "files agree")
