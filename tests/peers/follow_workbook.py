"""Edits workbooks as a reviewer does, has LibreOffice calculate them anew, and compares what comes out with what the
program computes for a scenario and a plan that are edited alike.

    python3 follow_workbook.py PLANPATH FOLDER

Needs openpyxl and soffice. Workbooks are left in FOLDER. openpyxl drops every value that was stored beside a formula, so
that nothing but LibreOffice's own figures can be found.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

PROJECT = Path(__file__).resolve().parents[2]
SEED = (PROJECT / "seeds/industrial-upgrading-2011-2015.ron").read_text(encoding="utf-8")
YEARS = range(2010, 2016)
FIRST_YEAR = 3  # the column of 2010 on every sheet, counted from 1
KINDS = ["Level", "CumulativeChange", "AnnualChange"]  # in the order of their rows
SLACK = 1e-9

BASES = {"rd-intensity": 0.69, "rd-institution-share": 27.0, "erp": 60.0}
RATES = {
    "labour-productivity": "Yearly([9.0, 10.0, 11.0, 10.5, 9.5])",
    "automobile-cr10": "OutputGrowth(top: [8.0, 8.0, 7.5, 7.5, 7.0], all: [7.0, 7.0, 6.5, 6.0, 6.5])",
}
ACTUALS = {
    ("value-added", 2011, "AnnualChange"): 10.8,
    ("value-added", 2012, "AnnualChange"): 7.9,
    ("value-added", 2013, "AnnualChange"): 7.6,
    ("rd-intensity", 2011, "Level"): 0.71,
    ("rd-intensity", 2013, "Level"): 0.8,
    ("steel-cr10", 2011, "Level"): 49.2,
    ("steel-cr10", 2012, "Level"): 45.9,
    ("steel-cr10", 2013, "Level"): 39.4,
    ("energy-intensity", 2011, "AnnualChange"): -3.49,
    ("energy-intensity", 2013, "CumulativeChange"): -15.1,
    ("water-intensity", 2013, "CumulativeChange"): -23.6,
}

# What a reviewer does: figures typed into the sheet of actuals (None empties a cell), and targets' figures.
TRIALS = {
    "nothing": ({}, {}),
    "a level": ({("steel-cr10", 2012, "Level"): 52.5, ("rd-intensity", 2013, "Level"): 0.97}, {}),
    "a level before a change of the same year": ({("value-added", 2012, "Level"): 19.0, ("value-added", 2012, "AnnualChange"): None}, {}),
    "an annual change": ({("value-added", 2012, "AnnualChange"): 3.3, ("energy-intensity", 2011, "AnnualChange"): -5.2}, {}),
    "a cumulative change": ({("water-intensity", 2013, "CumulativeChange"): -18.0, ("energy-intensity", 2013, "CumulativeChange"): 1.5}, {}),
    "the first ones": (
        {
            ("labour-productivity", 2012, "Level"): 118.0,
            ("carbon-factor", 2013, "CumulativeChange"): -2.0,
            ("automobile-cr10", 2011, "AnnualChange"): 1.5,
            ("automobile-cr10", 2013, "Level"): 85.0,
            ("erp", 2014, "CumulativeChange"): 17.5,
            ("value-added-rate", 2012, "AnnualChange"): 0.25,
            ("value-added-rate", 2011, "CumulativeChange"): 0.5,
        },
        {},
    ),
    "some removed": (
        {("energy-intensity", 2013, "CumulativeChange"): None, ("water-intensity", 2013, "CumulativeChange"): None, ("steel-cr10", 2012, "Level"): None},
        {},
    ),
    "all removed": ({key: None for key in ACTUALS}, {}),
    "changes inside gaps": (
        {
            ("value-added", 2011, "AnnualChange"): None,
            ("value-added", 2012, "AnnualChange"): 9.0,
            ("value-added", 2013, "AnnualChange"): None,
            ("value-added", 2014, "Level"): 22.3,
            ("steel-cr10", 2011, "Level"): None,
            ("steel-cr10", 2012, "Level"): None,
            ("steel-cr10", 2012, "AnnualChange"): -2.0,
        },
        {},
    ),
    "back from a known level": (
        {
            ("rd-intensity", 2011, "Level"): None,
            ("rd-intensity", 2013, "AnnualChange"): 0.05,
            ("energy-intensity", 2011, "AnnualChange"): None,
            ("energy-intensity", 2013, "AnnualChange"): -6.0,
            ("energy-intensity", 2012, "AnnualChange"): -4.0,
        },
        {},
    ),
    "to the end": ({("energy-intensity", 2015, "CumulativeChange"): -20.0, ("value-added", 2015, "Level"): 24.1, ("steel-cr10", 2015, "Level"): 61.0}, {}),
    "targets": (
        {},
        {"value-added": 9.5, "energy-intensity": 18.0, "water-intensity": 33.25, "co2-intensity": 25.0, "rd-intensity": 0.75, "erp": 84.5, "value-added-rate": -1.5},
    ),
    "targets that the base meets": ({}, {"steel-cr10": 48.0, "erp": 60.0, "aluminium-unit-power": 14300.0, "energy-intensity": 0.0}),
    "both": (
        {("steel-cr10", 2013, "Level"): 58.0, ("cod", 2012, "CumulativeChange"): -5.5, ("value-added", 2014, "AnnualChange"): 6.1},
        {"steel-cr10": 57.0, "cod": 12.0, "value-added": 7.25},
    ),
}


def english_names():
    found = re.findall(r'id: "([^"]+)",\s*name: \(zh: "[^"]*", en: "([^"]*)"\)', SEED)
    return dict(found)


NAMES = english_names()


def plan_with(targets):
    """The shipped plan with other figures in the targets."""
    text = SEED
    for indicator, figure in targets.items():
        start = text.index(f'id: "{indicator}"')
        form = re.compile(r"form: (\w+)\([^)]*\)").search(text, start)
        text = text[: form.start()] + f"form: {form[1]}({figure!r})" + text[form.end() :]
    return text


def scenario_with(actuals):
    years = {}
    for (indicator, year, kind), figure in sorted(actuals.items(), key=lambda item: (item[0][0], item[0][1], KINDS.index(item[0][2]))):
        if figure is not None:
            years.setdefault(indicator, []).append(f"{year}: {kind}({figure!r})")
    listed = ", ".join(f'"{indicator}": {{ {", ".join(entries)} }}' for indicator, entries in years.items())
    rates = ", ".join(f'"{indicator}": {rate}' for indicator, rate in RATES.items())
    bases = ", ".join(f'"{indicator}": {base!r}' for indicator, base in BASES.items())
    return f'(format: 1, name: "Trial", plan: "plan.ron", rates: {{ {rates} }}, bases: {{ {bases} }}, actuals: {{ {listed} }})'


def put(folder, actuals, targets):
    folder.mkdir(parents=True)
    (folder / "plan.ron").write_text(plan_with(targets), encoding="utf-8")
    (folder / "trial.ron").write_text(scenario_with(actuals), encoding="utf-8")
    return folder / "trial.ron"


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def exported(planpath, scenario):
    run(planpath, "export", scenario, "-o", scenario.parent, "--formats", "xlsx", "--lang", "en")
    return scenario.parent / "workbook.xlsx"


def row_of(sheet, name, last=False):
    rows = [cell.row for cell in sheet["A"] if cell.value == name]
    assert rows, (sheet.title, name)
    return rows[-1 if last else 0]


def type_into(file, actuals, targets, typed):
    book = openpyxl.load_workbook(file)
    scorecard, sheet = book["Targets"], book["Actuals"]
    for (indicator, year, kind), figure in actuals.items():
        row = row_of(sheet, NAMES[indicator]) + KINDS.index(kind)
        cell = sheet.cell(row, FIRST_YEAR + year - YEARS[0])
        assert not cell.protection.locked, (indicator, year, kind)
        cell.value = figure
    for indicator, figure in targets.items():
        cell = scorecard.cell(row_of(scorecard, NAMES[indicator]), 3)
        assert not cell.protection.locked, indicator
        cell.value = figure
    book.save(typed)


def calculated(folder, files):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    shutil.copy(PROJECT / "tests/peers/recalculate-always.xcu", profile / "user/registrymodifications.xcu")
    out = folder / "calculated"
    run(
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, *files,
    )  # fmt: skip
    return [openpyxl.load_workbook(out / file.name, data_only=True) for file in files]


def same(found, wanted, where):
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        assert isinstance(found, (int, float)), (*where, found, wanted)
        assert abs(found - wanted) <= SLACK * max(1.0, abs(wanted)), (*where, found, wanted)
    else:
        assert found == wanted, (*where, found, wanted)


def compare_with_program(book, planpath, scenario, trial):
    """Levels, what they rest on, rates, targets and progress against the program's own output."""
    projection = json.loads(run(planpath, "run", scenario, "--format", "json"))
    track = json.loads(run(planpath, "track", scenario, "--format", "json"))
    trajectories, levers, scorecard, progress = (book[name] for name in ("Trajectories", "Levers", "Targets", "Progress"))
    ranks = {
        "base": 0, "actual": 1, "implied": 2, "interpolated": 3, "projected": 4, "partly_assumed": 5, "assumed": 6,
    }  # fmt: skip
    for indicator, computed in projection["indicators"].items():
        name, levels = NAMES[indicator], computed["levels"]
        if levels is None or None in levels:
            continue
        row, rests_on = row_of(trajectories, name), row_of(trajectories, name, last=True)
        for step, (level, origin) in enumerate(zip(levels, computed["origin"])):
            same(trajectories.cell(row, FIRST_YEAR + step).value, level, (trial, indicator, step))
            same(trajectories.cell(rests_on, FIRST_YEAR + step).value, ranks[origin], (trial, indicator, step))
        if not any(cell.value == name for cell in levers["A"]):
            continue
        row = row_of(levers, name, last=True)
        moves = levers.cell(row, 3).value
        for step in range(1, len(levels)):
            change = levels[step] - levels[step - 1]
            if moves.startswith("compound"):
                change = computed["annual_change_percent"][step] * (-1 if "decline" in moves else 1)
            same(levers.cell(row, FIRST_YEAR + step).value, change, (trial, indicator, "rate", step))
    # As long as years are open a target "would be" met; which of these words it is, the fresh workbook tells.
    words = {
        "met": {"met", "would be met"},
        "close": {"close", "would be close", "on the line", "would be on the line"},
        "missed": {"missed", "would be missed", "on the line", "would be on the line"},
        "wrong_direction": {"wrong direction", "would end in the wrong direction"},
        "unknown": {"no base value"},
    }
    for target in projection["targets"]:
        row = row_of(scorecard, NAMES[target["indicator"]])
        cells = [scorecard.cell(row, column).value for column in range(3, 7)]
        wanted = [target["target"], target["projected"], target["gap"], target["progress"]]
        for found, value in zip(cells, wanted):
            same(found, value, (trial, target["indicator"]))
        word = scorecard.cell(row, 7).value
        allowed = {"assumed"} if target["basis"] == "assumed" else words[target["status"]]
        assert word in allowed, (trial, target["indicator"], word, allowed)
    for target in track["targets"]:
        if target["status"] == "unknown":
            continue
        row = row_of(progress, NAMES[target["indicator"]])
        for step, year in enumerate(target["by_year"], start=1):
            same(progress.cell(row, FIRST_YEAR + step).value, year["progress"], (trial, target["indicator"], "progress", step))


def compare_with_fresh(book, fresh, trial):
    """Every cell, words too, against a workbook that the program exports from the edited scenario: even path, charts,
    standings, what is still to do, and the words that name targets."""
    compared = 0
    for name in ("Targets", "Progress", "Levers", "Trajectories", "Charts", "Actuals", "Workings"):
        found, wanted = book[name], fresh[name]
        for row in wanted.iter_rows():
            # Targets with actuals stand first on the sheet of progress, so their rows may be others.
            key = row[0].value
            at = row[0].row
            if name == "Progress" and at > 6 and key in NAMES.values():
                at = row_of(found, key)
            for cell in row:
                if name == "Targets" and cell.row == 4:
                    continue  # the scenario's hash
                if name == "Targets" and cell.column == 9 and cell.row > 6:
                    continue  # the plan's own wording, which a figure typed by a reviewer does not change
                same(found.cell(at, cell.column).value, cell.value, (trial, name, cell.coordinate))
                compared += cell.value is not None
    return compared


def main():
    planpath, folder = sys.argv[1], Path(sys.argv[2])
    before = exported(planpath, put(folder / "before", ACTUALS, {}))
    files, scenarios = [], []
    for number, (actuals, targets) in enumerate(TRIALS.values()):
        typed = folder / f"typed-{number}.xlsx"
        type_into(before, actuals, targets, typed)
        files.append(typed)
        scenarios.append(put(folder / f"after-{number}", {**ACTUALS, **actuals}, targets))
    cells = 0
    for trial, book, scenario in zip(TRIALS, calculated(folder, files), scenarios):
        compare_with_program(book, planpath, scenario, trial)
        fresh = openpyxl.load_workbook(exported(planpath, scenario), data_only=True)
        cells += compare_with_fresh(book, fresh, trial)
    print(f"{len(TRIALS)} edited workbooks follow, {cells} cells")


main()
