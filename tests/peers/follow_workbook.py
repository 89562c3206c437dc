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
    # Derived, as published: before the last data of its levers.
    ("co2-intensity", 2012, "CumulativeChange"): -12.0,
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
    "both factors to the end, and on the line": (
        {("energy-intensity", 2015, "CumulativeChange"): -22.0, ("carbon-factor", 2015, "CumulativeChange"): -1.0, ("rd-intensity", 2015, "Level"): 1.0},
        {},
    ),
    "one factor longer than the other": (
        {("energy-intensity", 2014, "CumulativeChange"): -18.0, ("carbon-factor", 2012, "CumulativeChange"): -0.5, ("value-added", 2015, "Level"): 24.0},
        {},
    ),
    "targets": (
        {},
        {"value-added": 9.5, "energy-intensity": 18.0, "water-intensity": 33.25, "co2-intensity": 25.0, "rd-intensity": 0.75, "erp": 84.5, "value-added-rate": -1.5},
    ),
    "targets that the base meets": ({}, {"steel-cr10": 48.0, "erp": 60.0, "aluminium-unit-power": 14300.0, "energy-intensity": 0.0}),
    "a derived figure": ({("co2-intensity", 2012, "CumulativeChange"): -16.0}, {}),
    "a derived figure, later": ({("co2-intensity", 2013, "CumulativeChange"): -20.0}, {}),
    "a derived level, and a change after the next": ({("co2-intensity", 2012, "CumulativeChange"): None, ("co2-intensity", 2012, "Level"): 90.0, ("co2-intensity", 2014, "AnnualChange"): -3.0, ("co2-intensity", 2013, "Level"): 84.0}, {}),
    "derived figures to the end": ({("co2-intensity", 2012, "CumulativeChange"): None, ("co2-intensity", 2015, "CumulativeChange"): -21.5}, {}),
    "the first derived ones": (
        {
            ("energy-use", 2011, "CumulativeChange"): 7.5,
            ("energy-use", 2014, "Level"): 130.0,
            ("co2", 2013, "AnnualChange"): 4.0,
            ("co2", 2012, "Level"): 118.0,
            ("employment", 2013, "Level"): 99.0,
            ("co2-intensity", 2012, "CumulativeChange"): None,
        },
        {},
    ),
    "derived figures beside those of their factors": (
        {("co2-intensity", 2014, "CumulativeChange"): -19.0, ("carbon-factor", 2013, "CumulativeChange"): -2.0, ("energy-intensity", 2013, "CumulativeChange"): None},
        {"co2-intensity": 23.0},
    ),
    "both": (
        {("steel-cr10", 2013, "Level"): 58.0, ("cod", 2012, "CumulativeChange"): -5.5, ("value-added", 2014, "AnnualChange"): 6.1},
        {"steel-cr10": 57.0, "cod": 12.0, "value-added": 7.25},
    ),
}


# The same for a plan with every form of target and every kind of due year. A target is named by its indicator and its
# place among that one's targets; a band has two figures, of which None stands for the one that stays.
FORMS_RATES = {
    "inside": "Yearly([0.5, 1.0, 1.0, -2.0, 0.0])",
    "edge": "Yearly([0.5, -1.0, 0.25, 0.0, 0.0])",
    "cover": "Yearly([-1.0, -6.0, 1.0, 0.0, 5.0])",
}
FORMS_ACTUALS = {
    ("output", 2011, "AnnualChange"): 8.5,
    ("output", 2012, "AnnualChange"): 8.0,
    ("trade", 2011, "Level"): 53.0,
    ("intensity", 2011, "CumulativeChange"): -4.0,
    ("price", 2012, "Level"): 11.0,
    ("reserve", 2012, "Level"): 37.0,
    ("cover", 2011, "Level"): 64.0,
    ("parks", 2012, "Level"): 2.0,
    ("falling", 2011, "AnnualChange"): -1.5,
    ("sum", 2012, "Level"): 26.0,
}
FORMS_TRIALS = {
    "nothing": ({}, {}),
    "limits of bands": ({}, {("price", 0): (13.0, None), ("reserve", 0): (28.0, 33.5), ("inside", 0): (13.5, 15.0), ("use", 1): (None, 104.0)}),
    "bands that hold already": ({}, {("price", 0): (9.0, 11.5), ("reserve", 0): (35.0, 41.0), ("inside", 0): (None, 14.0), ("use", 1): (80.0, 140.0)}),
    "bands from the other side": ({}, {("price", 0): (4.0, 7.5), ("reserve", 0): (45.0, 50.0), ("inside", 0): (20.0, 21.0)}),
    "what is due in every year": (
        {},
        {("output", 0): 8.3, ("trade", 0): 7.5, ("cover", 0): 62.0, ("ceiling", 0): 81.0, ("falling", 0): -6.0, ("sum", 1): 23.0, ("lead", 0): -1.0},
    ),
    "more is asked of every year": ({}, {("output", 0): 9.25, ("cover", 0): 66.0, ("ceiling", 0): 62.5, ("falling", 0): 1.0, ("sum", 1): 31.0, ("lead", 0): 0.0}),
    "milestones": (
        {},
        {("trade", 1): 66.5, ("trade", 2): 61.0, ("intensity", 0): 12.5, ("intensity", 1): 18.0, ("cover", 1): 74.0, ("parks", 0): 1.0, ("parks", 1): 12.0, ("use", 0): 95.0, ("sum", 0): -2.0},
    ),
    "milestones beyond the end": ({}, {("trade", 2): 75.0, ("intensity", 0): 25.0, ("cover", 1): 58.0, ("parks", 0): 10.0, ("edge", 0): 59.0}),
    "a year that fails": ({("output", 2012, "AnnualChange"): 7.0, ("cover", 2011, "Level"): 58.0, ("ceiling", 2012, "Level"): 79.0}, {}),
    "missed between data alone": (
        {
            ("output", 2011, "AnnualChange"): None,
            ("output", 2012, "AnnualChange"): None,
            ("output", 2013, "CumulativeChange"): 22.0,
            ("ceiling", 2013, "Level"): 70.0,
        },
        {},
    ),
    "missed between data to the end": ({("ceiling", 2015, "Level"): 70.0, ("network", 2011, "Level"): 1.0}, {}),
    "later actuals": (
        {
            ("output", 2013, "AnnualChange"): 8.75,
            ("trade", 2013, "Level"): 62.5,
            ("price", 2014, "Level"): 17.5,
            ("reserve", 2013, "Level"): 28.0,
            ("inside", 2012, "Level"): 15.5,
            ("network", 2012, "Level"): 1.0,
            ("parks", 2013, "Level"): 7.0,
            ("edge", 2013, "Level"): 59.0,
        },
        {},
    ),
    "to the end": (
        {
            ("output", 2015, "Level"): 150.0,
            ("price", 2015, "Level"): 15.0,
            ("inside", 2015, "Level"): 16.5,
            ("cover", 2015, "Level"): 71.0,
            ("ceiling", 2015, "CumulativeChange"): -12.0,
            ("falling", 2015, "CumulativeChange"): -21.0,
            ("edge", 2015, "Level"): 60.0,
        },
        {},
    ),
    "all removed": ({key: None for key in FORMS_ACTUALS}, {}),
    "derived figures": (
        {("sum", 2012, "Level"): 23.0, ("sum", 2014, "CumulativeChange"): 5.5, ("use", 2013, "Level"): 118.0, ("lead", 2011, "AnnualChange"): 1.0, ("lead", 2013, "Level"): 2.0},
        {},
    ),
    "data with gaps in what is due in every year": (
        {("ceiling", 2013, "Level"): 70.0, ("cover", 2011, "Level"): None, ("cover", 2013, "Level"): 66.0, ("inside", 2012, "Level"): 14.5},
        {},
    ),
    "both": (
        {("trade", 2012, "Level"): 57.0, ("price", 2013, "Level"): 18.0, ("parks", 2014, "Level"): 9.0},
        {("trade", 0): 6.5, ("trade", 2): 57.0, ("price", 0): (11.0, 17.0), ("parks", 1): 9.0, ("output", 0): 8.0, ("use", 0): 113.0},
    ),
}


class Book:
    """A plan with what is entered before anybody edits anything, and the edits."""

    def __init__(self, plan, bases, rates, actuals, trials):
        self.plan, self.bases, self.rates, self.actuals, self.trials = plan, bases, rates, actuals, trials
        found = re.findall(r'id: "([^"]+)",\s*name: (?:\(zh: "[^"]*", en: )?"([^"]*)"\)?,(?:\s*short: [^\n]*)?\s*category', plan)
        self.names = dict(found)

    def plan_with(self, targets):
        """The plan with other figures in the targets."""
        text = self.plan
        for target, figure in targets.items():
            indicator, place = named(target)
            start = text.index(f'id: "{indicator}"')
            form = list(re.compile(r"form: (\w+)(?:\(([^)]*)\))?").finditer(text, start))[place]
            if isinstance(figure, tuple):
                before = form[2].split(", ")
                figure = ", ".join(old if new is None else repr(new) for old, new in zip(before, figure))
            text = text[: form.start()] + f"form: {form[1]}({figure})" + text[form.end() :]
        return text

    def scenario_with(self, actuals):
        years = {}
        for (indicator, year, kind), figure in sorted(actuals.items(), key=lambda item: (item[0][0], item[0][1], KINDS.index(item[0][2]))):
            if figure is not None:
                years.setdefault(indicator, []).append(f"{year}: {kind}({figure!r})")
        listed = ", ".join(f'"{indicator}": {{ {", ".join(entries)} }}' for indicator, entries in years.items())
        rates = ", ".join(f'"{indicator}": {rate}' for indicator, rate in self.rates.items())
        bases = ", ".join(f'"{indicator}": {base!r}' for indicator, base in self.bases.items())
        return f'(format: 2, name: "Trial", plan: "plan.ron", rates: {{ {rates} }}, bases: {{ {bases} }}, actuals: {{ {listed} }})'

    def put(self, folder, actuals, targets):
        folder.mkdir(parents=True)
        (folder / "plan.ron").write_text(self.plan_with(targets), encoding="utf-8")
        (folder / "trial.ron").write_text(self.scenario_with({**self.actuals, **actuals}), encoding="utf-8")
        return folder / "trial.ron"


BOOKS = {
    "shipped": Book(SEED, BASES, RATES, ACTUALS, TRIALS),
    "forms": Book((PROJECT / "tests/peers/every-form.ron").read_text(encoding="utf-8"), {}, FORMS_RATES, FORMS_ACTUALS, FORMS_TRIALS),
}


def named(target):
    return target if isinstance(target, tuple) else (target, 0)


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


def columns(sheet):
    """The columns of a sheet by their heads."""
    head = next(row for row in sheet.iter_rows() if row[0].value == "Indicator")
    return {cell.value: cell.column for cell in head}


def target_rows(sheet, name):
    """The rows of an indicator's targets, in the plan's order; the name may be followed by a due year."""
    rows = [cell.row for cell in sheet["A"] if isinstance(cell.value, str) and re.fullmatch(rf"{re.escape(name)}(, \d{{4}}|, every year)?", cell.value)]
    assert rows, (sheet.title, name)
    return rows


def type_into(book, file, actuals, targets, typed):
    workbook = openpyxl.load_workbook(file)
    scorecard, sheet = workbook["Targets"], workbook["Actuals"]
    for (indicator, year, kind), figure in actuals.items():
        row = row_of(sheet, book.names[indicator]) + KINDS.index(kind)
        cell = sheet.cell(row, FIRST_YEAR + year - YEARS[0])
        assert not cell.protection.locked, (indicator, year, kind)
        cell.value = figure
    place = columns(scorecard)
    for target, figures in targets.items():
        indicator, number = named(target)
        row = target_rows(scorecard, book.names[indicator])[number]
        figures = figures if isinstance(figures, tuple) else (figures,)
        for head, figure in zip(["Target figure", "Upper limit"], figures):
            cell = scorecard.cell(row, place[head])
            assert not cell.protection.locked, (target, head)
            if figure is not None:
                cell.value = figure
    workbook.save(typed)


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


def compare_with_program(book, found, planpath, scenario, trial):
    """Levels, what they rest on, rates, targets and progress against the program's own output."""
    projection = json.loads(run(planpath, "run", scenario, "--format", "json"))
    track = json.loads(run(planpath, "track", scenario, "--format", "json"))
    trajectories, levers, scorecard, progress = (found[name] for name in ("Trajectories", "Levers", "Targets", "Progress"))
    ranks = {
        "base": 0, "actual": 1, "implied": 2, "interpolated": 3, "projected": 4, "partly_assumed": 5, "assumed": 6,
    }  # fmt: skip
    for indicator, computed in projection["indicators"].items():
        name, levels = book.names[indicator], computed["levels"]
        if levels is None or None in levels:
            continue
        row, rests_on = row_of(trajectories, name), row_of(trajectories, name, last=True)
        for step, (level, origin) in enumerate(zip(levels, computed["origin"])):
            same(trajectories.cell(row, FIRST_YEAR + step).value, level, (trial, indicator, step))
            same(trajectories.cell(rests_on, FIRST_YEAR + step).value, ranks[origin], (trial, indicator, "origin", step))
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
    place, seen = columns(scorecard), {}
    for target in projection["targets"]:
        indicator = target["indicator"]
        number = seen[indicator] = seen.get(indicator, -1) + 1
        where = (trial, indicator, number)
        row = target_rows(scorecard, book.names[indicator])[number]
        figures = {"Target figure": "target", "Upper limit": "target_upper", "Projected": "projected", "Gap": "gap", "Progress": "progress"}
        if target.get("due") == "each_year":
            figures["Year"] = "year"
        for head, key in figures.items():
            if key in target:
                same(scorecard.cell(row, place[head]).value, target[key], (*where, head))
        word = scorecard.cell(row, place["Status"]).value
        allowed = {"assumed"} if target["basis"] == "assumed" else words[target["status"]]
        assert word in allowed, (*where, word, allowed)
    places = {}
    for target in projection["targets"]:
        places.setdefault(target["indicator"], []).append(target["due"])
    for target in track["targets"]:
        if target["status"] == "unknown":
            continue
        indicator = target["indicator"]
        row = target_rows(scorecard, book.names[indicator])[places[indicator].index(target["due"])]
        row = row_of(progress, scorecard.cell(row, 1).value)
        for step, year in enumerate(target["by_year"], start=1):
            same(progress.cell(row, FIRST_YEAR + step).value, year["progress"], (trial, indicator, "progress", step))


def compare_with_fresh(found_book, fresh, trial):
    """Every cell, words too, against a workbook that the program exports from the edited scenario: even path, charts,
    standings, what is still to do, and the words that name targets."""
    compared = 0
    for name in ("Targets", "Progress", "Levers", "Trajectories", "Charts", "Actuals", "Workings"):
        found, wanted = found_book[name], fresh[name]
        listed = {cell.value for cell in fresh["Targets"]["A"]}
        for row in wanted.iter_rows():
            # Targets with actuals stand first on the sheet of progress, so their rows may be others.
            key = row[0].value
            at = row[0].row
            if name == "Progress" and key in listed:
                at = row_of(found, key)
            for cell in row:
                if name == "Targets" and cell.row == 4:
                    continue  # the scenario's hash
                same(found.cell(at, cell.column).value, cell.value, (trial, name, cell.coordinate, key))
                compared += cell.value is not None
    return compared


def main():
    planpath, folder = sys.argv[1], Path(sys.argv[2])
    edits = []
    for title, book in BOOKS.items():
        before = exported(planpath, book.put(folder / f"{title}-before", {}, {}))
        for number, (trial, (actuals, targets)) in enumerate(book.trials.items()):
            typed = folder / f"{title}-typed-{number}.xlsx"
            type_into(book, before, actuals, targets, typed)
            scenario = book.put(folder / f"{title}-after-{number}", actuals, targets)
            edits.append((book, f"{title}: {trial}", typed, scenario))
    cells = 0
    for (book, trial, _, scenario), found in zip(edits, calculated(folder, [typed for _, _, typed, _ in edits])):
        compare_with_program(book, found, planpath, scenario, trial)
        fresh = openpyxl.load_workbook(exported(planpath, scenario), data_only=True)
        cells += compare_with_fresh(found, fresh, trial)
    print(f"{len(edits)} edited workbooks follow, {cells} cells")


main()
