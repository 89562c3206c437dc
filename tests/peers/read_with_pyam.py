"""Reads IAMC files with pyam as its users do, and compares every value with what the program has.

A folder is given: NAME.long.csv, NAME.wide.csv and NAME.json with the expected scenario, years and values.
"""

import json
import sys
from pathlib import Path

import pyam


def compare(df, wanted, same):
    found = df.data.set_index(["variable", "year"])["value"]
    assert len(found) == len(wanted["series"]) * len(wanted["years"])
    for variable, values in wanted["series"]:
        for year, value in zip(wanted["years"], values, strict=True):
            assert same(found[variable, year], value), (variable, year, found[variable, year], value)


count = 0
for wanted_file in sorted(Path(sys.argv[1]).glob("*.json")):
    wanted = json.loads(wanted_file.read_text(encoding="utf-8"))
    frames = []
    for shape in ("long", "wide"):
        file = wanted_file.with_suffix(f".{shape}.csv")
        # As anybody would read it. Files have twelve significant digits.
        df = pyam.IamDataFrame(file)
        assert df.scenario == [wanted["scenario"]], (wanted_file, df.scenario)
        assert df.region == ["China"], df.region
        assert df.model[0].startswith("Planpath "), df.model
        assert df.year == wanted["years"], df.year
        assert sorted(df.variable) == sorted(name for name, _ in wanted["series"]), df.variable
        compare(df, wanted, lambda found, value: abs(found - value) <= 5.1e-12 * abs(value))
        frames.append(df)
        count += 1
    assert frames[0].equals(frames[1]), wanted_file
    # A variable with brackets can be picked by its name.
    for variable in frames[0].variable:
        assert frames[0].filter(variable=variable).variable == [variable], variable
print(count, "files agree")
