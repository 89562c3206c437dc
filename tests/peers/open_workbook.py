"""Opens workbooks with openpyxl, and looks for what no other reader at hand shows: charts, conditional formats, properties.

A folder with workbooks is given, and how many charts and target lines each has.
"""

import sys
from pathlib import Path

import openpyxl



def look(series):
    """Dashes, mark, and how the mark is filled."""
    properties, marker = series.graphicalProperties, series.marker
    dash = properties.line.prstDash or properties.line.dashStyle or "solid"
    if marker.symbol is None:
        return dash, None, None
    fill = marker.graphicalProperties.solidFill.srgbClr
    return dash, marker.symbol, "hollow" if fill == "FFFFFF" else "filled"


folder, charts, hash_of_scenario = sys.argv[1:]
count = 0
for file in sorted(Path(folder).glob("*.xlsx")):
    book = openpyxl.load_workbook(file)
    scorecard, progress, levers, trajectories, drawn, *_ = book.worksheets
    assert len(drawn._charts) == int(charts), (file, len(drawn._charts))
    for chart in drawn._charts:
        assert type(chart).__name__ == "LineChart", chart
        for series in chart.series:
            # Names, years and figures are references to cells, so that the chart can be edited and follows the cells.
            assert drawn.title in series.tx.strRef.f, series.tx.strRef.f
            assert series.val.numRef.f, file
            categories = series.cat.numRef or series.cat.strRef
            assert categories.f, file
        # Kinds of value are told apart without colour: by dashes, and by marks that are filled, hollow or absent. The base
        # year lies on top, below it up to three stretches of actuals, then what is derived, the marks and the line of what
        # is interpolated, what is derived in part, projected, partly assumed and assumed.
        looks = [look(series) for series in chart.series]
        stretches = looks.count(looks[-2]) - 1
        assert looks[-1] == looks[-2] and stretches >= 1, looks
        assumed, partly, projected, in_part, line, interpolated, derived = looks[: -1 - stretches][-7:]
        assert looks[-1] == ("solid", "circle", "filled"), looks
        assert interpolated[1:] == ("diamond", "hollow"), looks
        assert line == in_part == derived == ("solid", None, None), looks
        assert projected == partly == ("dash", None, None) and assumed == ("sysDot", None, None), looks
        unnamed = {entry.idx for entry in chart.legend.legendEntry if entry.delete}
        assert len(looks) - 1 in unnamed and 0 not in unnamed, unnamed
    rules = [rule for area in scorecard.conditional_formatting for rule in area.rules]
    assert len(rules) == 14, rules  # one for each word for a status
    assert trajectories.conditional_formatting, file  # levels out of bounds
    assert progress.freeze_panes, file
    rules = [rule for area in progress.conditional_formatting for rule in area.rules if rule.type == "cellIs"]
    assert len(rules) == 10, rules  # one for each standing
    (bars,) = progress._charts
    assert type(bars).__name__ == "BarChart" and len(bars.series) == 2, bars  # progress, and what is due
    for series in bars.series:
        assert progress.title in series.val.numRef.f and progress.title in series.cat.strRef.f, series
    assert scorecard.freeze_panes and levers.freeze_panes and trajectories.freeze_panes
    properties = {p.name: p.value for p in book.custom_doc_props.props}
    assert properties["Scenario SHA-256"] == hash_of_scenario, properties
    assert properties["Plan"] and "Scenario" in properties and properties["Planpath version"]
    assert book.properties.created.year == 2000, book.properties.created
    # What can be changed is marked and unlocked: rates, actuals, the figures of targets. Nothing else is.
    (*_, actuals, _, workings) = book.worksheets
    for sheet, marked in ((levers, True), (actuals, True), (scorecard, True), (trajectories, False), (workings, False)):
        cells = [cell for row in sheet.iter_rows(min_row=7) for cell in row]
        fills = {cell.fill.fgColor.rgb for cell in cells if not cell.protection.locked}
        assert len(fills) == int(marked) and "00000000" not in fills, (sheet.title, fills)
    count += 1
print(count, "workbooks are whole")
