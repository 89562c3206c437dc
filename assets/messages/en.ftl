# Planpath in English. zh-CN.ftl has the same ids in the same order; tests/documents/messages.rs compares them.

## Levels of a report
level-error = error
level-help = help

## Files
file-cannot-read = cannot read { $path }: { $reason }
file-cannot-save = cannot save { $path }: { $reason }
file-io-help = check the path and permissions, or choose another location
file-too-large = { $path } is too large to be a plan or scenario (limit 8 MB)
file-too-large-help = choose the scenario file itself, usually a few kilobytes with the extension .ron
file-cannot-encode = this document cannot be written as RON: { $detail }
file-not-utf8 = the file is not UTF-8 text
file-not-utf8-help = re-save it as UTF-8; editors on Chinese Windows may have saved it as GBK ("ANSI")
file-utf16-help = the file is UTF-16 ("Unicode" in Windows Notepad); re-save it as UTF-8
file-empty = the file is empty
file-empty-help = a scenario starts with (format: 1, name: "...", plan: "..."); see scenarios/ for examples
file-newer-format = this file uses format { $found }; this version reads formats up to { $known }
file-newer-format-help = open it with a newer Planpath; the file has not been changed
file-unknown-format = unknown format { $found }
file-unknown-format-help = supported: format: { $first } and format: { $known }
io-not-found = no such file or folder
io-permission-denied = permission denied
io-is-a-directory = is a folder
io-not-a-directory = is not a folder
io-storage-full = disk full
io-read-only = read-only file system
io-other = { $detail }
io-closed = stream closed

## RON syntax
syntax-unknown-field = unknown field "{ $found }"
syntax-unknown-variant = "{ $found }" is not a valid value here
syntax-missing-field = missing field "{ $field }"
syntax-missing-field-help = add { $field }: ... before the closing parenthesis
syntax-duplicate-field = duplicate field "{ $field }"
syntax-duplicate-field-help = remove one of the two
syntax-unexpected-end = unexpected end of file
syntax-unexpected-end-help = a closing parenthesis, bracket, brace or quotation mark is missing
syntax-unexpected-word = unexpected "{ $found }"
syntax-unexpected-word-help = start with the opening parenthesis, without a name before it
syntax-unexpected-sign = unexpected { $found }
syntax-expected-list = expected a list in square brackets
syntax-expected-list-help = write the values in square brackets, separated by commas: [..., ...]
syntax-expected-boolean = expected true or false
syntax-expected-boolean-help = write true or false, without quotes
syntax-expected-comma = expected a comma
syntax-expected-comma-help = separate fields and values with commas; a missing bracket or quotation mark above also causes this error
syntax-expected-number = expected a number
syntax-expected-whole-number = expected a whole number
syntax-expected-whole-number-help = write an integer such as 1 or 2011, without a decimal point
syntax-number-range = number out of range
syntax-expected-map = expected a map in braces
syntax-expected-map-help = write the entries as { "{" }"erp": 60.0{ "}" }, or by year as { "{" }2011: Level(49.2){ "}" }
syntax-expected-colon = expected a colon
syntax-expected-colon-help = write name: value for a field and "id": value in a map
syntax-expected-text = expected a string in double quotes
syntax-expected-text-help = write "..." with straight double quotes; if nothing should follow here, a closing brace is missing
syntax-unclosed-text = unterminated string
syntax-unclosed-text-help = add a closing quotation mark
syntax-expected-words = expected a string, or one string per language
syntax-expected-words-help = write "..." or (zh: "...", en: "...")
syntax-expected-pair = expected two numbers in parentheses
syntax-expected-correlation = expected two levers and a number in parentheses
syntax-expected-correlation-help = for example ("value-added", "energy-intensity", -0.3)
syntax-expected-group = expected an opening parenthesis
syntax-expected-group-help = write (...) here, as in Constant(8.0)
syntax-expected-group-end = expected a closing parenthesis )
syntax-expected-group-end-help = close the parenthesis, or remove the extra content before it
syntax-expected-name = expected a name
syntax-expected-name-help = write an unquoted name: a field, as in unit: "%", or a keyword, as in Constant(8.0), Level(49.2) or AtLeast
syntax-bare-number = expected a name before { $found }
syntax-bare-number-help = say what the number is: Constant(8.0) for a rate, Level(49.2) for an actual, sd: 1.0 in a distribution
syntax-unclosed-comment = unterminated /* comment
syntax-unclosed-comment-help = end it with */, or start each line with //
syntax-bad-escape = unknown escape: a backslash must be followed by n, t, u, a quotation mark or another backslash
syntax-bad-escape-help = write \\ for a backslash; in paths, / works on every system
syntax-trailing = unexpected content after the end of the document
syntax-trailing-help = remove it, or an extra closing parenthesis before it
syntax-other = invalid RON: { $detail }
syntax-other-help = compare with the plans in seeds/ and the scenarios in scenarios/
syntax-decimal-comma-help = if this is a single number, use a decimal point: 8.5
syntax-percent-help = write percentages as plain numbers: 8.0 means 8 %
syntax-look-alike-help = use the ASCII character { $meant } instead of { $found }
syntax-allowed = expected one of: { $allowed }
did-you-mean = did you mean "{ $name }"? Expected one of: { $allowed }

## Checks that plans and scenarios share
given-twice = duplicate entry "{ $id }"
given-twice-help = remove one of the two
not-finite = { $id }: numbers must be finite, not NaN or infinite
not-finite-help = write a plain number such as 8.0
base-not-positive = { $id }: the base value must be positive
base-not-positive-help = a quantity that changes by percentages cannot start at zero or below
base-out-of-bounds = { $id }: the base value must lie between { $low } and { $high }
base-out-of-bounds-help = correct the value, or the bounds in the plan
unknown-indicator = plan { $plan } has no indicator "{ $found }"
path-leaves-bounds = { $name } ({ $id }) would reach { $level } in { $year }, outside { $low } to { $high }
path-leaves-bounds-help = adjust its rates or base value so that the path stays within bounds
path-leaves-bounds-derived-help = adjust the levers it depends on
bad-url = "{ $found }" is not an address that can be opened
bad-url-help = write http:// or https:// and a host in ASCII, such as https://www.stats.gov.cn/; no blanks, user names or passwords, at most 2,000 characters

## Checks of plans
plan-is-scenario = this is a scenario, not a plan
plan-is-scenario-help = a plan lists indicators; to run a scenario: planpath run FILE
plan-years = a plan cannot run from { $base } to { $end }
plan-years-help = end_year must be 1 to 50 years after base_year
plan-bad-id = invalid id "{ $id }"
plan-bad-id-help = use lower-case letters, digits and hyphens, starting with a letter, at most 100 characters, such as energy-intensity
plan-no-indicators = the plan has no indicators
plan-no-indicators-help = add at least one to indicators: [...]
plan-too-many = the plan has { $count } { $what ->
    [indicators] indicators
    [categories] categories
    [headline] headline charts
   *[targets] targets
}; the limit is { $limit }
plan-too-many-help = split it into several plan files, one per part
plan-unknown-category = unknown category "{ $found }"
plan-no-categories-help = add categories: [(id: "{ $found }", name: "...")] to the plan
plan-derived-base = { $id } is derived and cannot have its own base value
plan-derived-base-help = remove base; the value comes from the expression
plan-bad-range = { $field } must be two finite numbers, the lower one first
plan-bad-range-help = for example (0.0, 100.0)
plan-target-out-of-reach = the target of { $id } is out of reach of any path
plan-target-out-of-reach-help = growth must be above -100 %, a decline below 100 %, and the resulting level within the indicator's bounds
plan-target-no-ratio = { $id } is derived and changes by ratios, but no ratio leads to its target of { $value }
plan-target-no-ratio-help = add scale: Points, so that its changes are differences
plan-target-form = { $id } changes in points, so its target cannot be a rate of growth or decline
plan-target-form-help = use Level(...) or Change(...)
plan-target-ceiling = { $id }: a growth or decline target is a floor
plan-target-ceiling-help = use AtLeast or MoreThan; a decline of at least 21 % is CumulativeDecline(21.0), AtLeast
plan-target-floor = { $id } is to decline, so its target level is a ceiling
plan-target-floor-help = use AtMost or LessThan
plan-target-growth-of-decline = { $id } is to decline, but its target asks for growth
plan-target-growth-of-decline-help = if it is to grow, write dynamics: Growth, with AtLeast or MoreThan; for a fall, use CumulativeDecline(...)
plan-bad-iamc = "{ $found }" is not a valid IAMC variable name
plan-bad-iamc-help = write levels in plain ASCII separated by | without spaces, each starting with a letter, such as Value Added|Industry
expression-unknown-id = the expression uses "{ $found }", which is not an indicator of this plan
expression-unexpected = unexpected "{ $found }" in the expression
expression-unexpected-end = the expression ends where a value is expected
expression-unclosed = unclosed parenthesis in the expression
expression-too-deep = the expression is nested too deeply
expression-too-deep-help = move part of it into a separate derived indicator
expression-help = an expression consists of ids, numbers, + - * / and parentheses; put spaces around a minus sign, because ids contain hyphens
expression-cycle = circular dependency between derived indicators: { $ids }
expression-cycle-help = express one of them in terms of levers only

## Checks of scenarios
scenario-is-plan = this is a plan, not a scenario
scenario-is-plan-help = a scenario names its plan: (format: 1, name: "...", plan: "..."); to show a plan: planpath plan FILE
scenario-unknown-plan = no built-in plan "{ $found }"
scenario-unknown-plan-help = use a built-in id ({ $allowed }), or the path of a plan file ending in .ron, relative to this file
scenario-plan-foreign = { $path } is not a plan file
scenario-plan-unreadable-help = use a built-in id, or the path of a plan file relative to this file
scenario-derived = { $id } is derived ({ $expression }) and cannot be set
scenario-derived-help = set the levers it depends on
scenario-output-growth = { $id } is not a concentration ratio, so it cannot be set by output growth
scenario-output-growth-help = use Constant(...) or Yearly([...])
scenario-wrong-length = { $id }: the list has { $found } rates, but the plan has { $expected } years
scenario-wrong-length-help = give one rate per year from { $first } to { $last }
rate-beyond-reason = { $id }: a rate of { $rate } is implausible
rate-beyond-reason-help = rates are in percent a year, at most 1,000, or in points of the unit a year
rate-inadmissible = { $id }: a rate of { $rate } would leave nothing
rate-inadmissible-help = growth must be above -100 % a year, a decline below 100 % a year
scenario-bad-spread = { $id }: these parameters do not define a distribution
scenario-bad-spread-help = sd must be positive; min, mode and max must be in order, with min below max
scenario-bad-correlation = { $id }: a correlation must lie between -1 and 1
scenario-bad-correlation-help = for example Correlated(0.6)
scenario-spread-of-task = { $id } is either done or not, so its rate has no spread
scenario-spread-of-task-help = remove it, or write spread: Fixed
correlation-out-of-range = { $one } and { $other }: a correlation must lie between -1 and 1
correlation-out-of-range-help = what moves exactly alike should be one lever
correlation-same = { $one } is correlated with itself
correlation-same-help = name two different levers
correlation-twice = the correlation of { $one } and { $other } is given twice
correlation-twice-help = keep one of them; the order of the two levers does not matter
correlation-no-spread = { $one } has no spread, so nothing can be correlated with it
correlation-no-spread-help = give it a spread in uncertainty, or remove the correlation
correlation-years = { $one } and { $other } are correlated, but their years are drawn differently: { $first } and { $second }
correlation-years-help = give both the same years, such as { $first }
correlation-clash = the correlations between { $levers } contradict each other
correlation-clash-help = with the others as they are, { $one } and { $other } can have a correlation from { $low } to { $high }
actual-year = { $id }: { $year } is not a plan year that can have an actual
actual-base-year-help = the base year's value goes in bases
actual-year-help = actuals can be given for { $first } to { $last }
actual-impossible = { $id }: { $value } is not a possible value here
actual-impossible-help = shares must lie within their bounds; the level of a growing or falling quantity must be positive, so it cannot fall by 100 % or more
actual-no-number = { $id }: the level for { $year } is out of range
actual-no-number-help = correct the figure: levels may be at most 10^18 times the base value
plan-target-strict-count = { $id }: for a count, more than { $value } means at least { $next }
plan-target-strict-count-help = write form: Count({ $form }), comparator: AtLeast
plan-target-strict-about = the target of "{ $id }" is both strict and "about"
plan-target-strict-about-help = "about" goes with AtLeast or AtMost: write comparator: { $comparator }, or remove about
actual-needs-base = { $id }: a level needs a base value to compare with
actual-needs-base-help = add the base year's value to bases, or give a change instead
actual-contradiction = { $id }: conflicting figures for { $year }: one gives { $says }, the others { $others }
actual-contradiction-help = correct or remove one of them; rounding differences are accepted
actual-from-nowhere = { $id }: the change in { $year } needs the level of { $before }, which is unknown
actual-from-nowhere-help = add a figure for the year before, or give a level or a cumulative change instead
annotation-year = { $id }: its chart does not show { $year }
annotation-year-help = pin annotations to years from { $first } to { $last }, or to earlier ones with an actual
annotation-empty = an annotation without text
annotation-empty-help = write what it says, in both languages where both are given, or remove it
annotation-control = an annotation is one line of visible text
annotation-control-help = remove line breaks, tabs and control characters
annotation-too-long = an annotation may have at most { $limit } characters
annotation-too-long-help = shorten it; longer remarks go in notes
annotation-twice = { $id }: a second annotation for { $year }
annotation-twice-help = a year of a chart has one annotation: join it with entry { $number } of the list
annotation-too-many = a scenario may have at most { $limit } annotations
annotation-too-many-of-one = a chart may have at most { $limit } annotations
annotation-too-many-help = remove some, or move what they say to notes

## Command line
cli-about = Five-year plan simulator: which annual rates lead to the targets
cli-arg-file = Scenario to open in the window
cli-arg-lang = Display language: en or zh
cli-arg-format = Output format: table, json or csv
cli-arg-scenario = Scenario file
cli-arg-files = Plan and scenario files
cli-arg-plan = Plan: a built-in id or the path of a plan file
cli-arg-require-met = Exit with status 3 if any target is not met
cli-file-and-command = give either a file to open in the window or a command; a command's file comes after it: planpath run FILE
usage-unknown = unexpected argument "{ $found }"
usage-missing = missing: { $names }
usage-twice = { $name } is given more than once
usage-conflict = { $one } and { $other } cannot be used together
usage-no-value = { $name } requires a value
usage-bad-value = invalid value "{ $found }" for { $name }
usage-other = { $text }
usage-meant = did you mean "{ $name }"? For all options: { $help }
usage-values = possible values: { $values }. For all options: { $help }
usage-help = for all options: { $help }
cli-about-plans = List the built-in plans
cli-about-plan = Show a plan's indicators, targets and sources
cli-about-check = Validate plan and scenario files
cli-about-run = Project a scenario and assess every target
cli-cannot-print = cannot write to standard output: { $reason }
cli-cannot-print-help = redirect the output to a writable file or program
cli-unknown-plan = no built-in plan "{ $found }"
cli-unknown-plan-help = built-in plans: { $allowed }; or give the path of a plan file
cli-check-scenario = { $path }: OK (scenario of { $plan })
cli-check-plan = { $path }: OK (plan { $plan })
cli-check-faults = { $faulty ->
        [one] 1 file has errors
       *[other] { $faulty } files have errors
    }
cli-targets-not-met = { $missed ->
        [one] one target is not met
       *[other] { $missed } targets are not met
    }
cli-no-window = There is no window: { $reason }
no-window-built = this build has only the command line
no-window-display = cannot connect to a display ({ $detail })
no-window-graphics = cannot start the graphics system (wgpu: { $first }; OpenGL: { $second })
cli-no-window-next = Targets of the default scenario follow. For another scenario:
        planpath run FILE --format table|json|csv
    Charts, tables and reports as files:
        planpath export FILE -o DIR
cli-no-window-file = Targets of the scenario follow. For all figures:
        planpath run FILE --format table|json|csv
    Charts, tables and reports as files:
        planpath export FILE -o DIR
cli-legend = * actual, ~ interpolated, ^ derived from actuals, # partly assumed, ° assumed (the plan's even path); unmarked: base year or set rates

## Figures
column-indicator = Indicator
column-unit = Unit
column-target = Target
column-projected = Projected
column-gap = Gap
column-progress = Progress
column-status = Status
column-year = Year
column-source = Source
column-annotations = Annotations
column-id = ID
column-base = Base
column-years = Years
column-title = Title
column-binding = Binding
status-met = met
status-close = close
status-missed = missed
status-wrong-direction = wrong direction
status-unknown = no base value
binding-yes = binding
binding-no = expected
target-at-least = at least { $figure }
target-more-than = more than { $figure }
target-at-most = at most { $figure }
target-at-most-about = at most about { $figure }
target-smaller-than = less than { $figure }
target-less-than = below { $figure }
target-about = about { $figure }
target-growth-a-year = { $said } a year
target-fall-a-year = fall { $said } a year
target-rise = rise { $said }
target-fall = fall { $said }
target-points-rise = rise { $said }
target-points-fall = fall { $said }
figure-percent = { $value } %
figure-points = { $value } points
figure-just-under = just under { $figure }
figure-just-over = just over { $figure }
figure-labelled = { $name }: { $value }
figure-in-unit = { $name } ({ $unit })
figure-of-year = { $year }: { $value }
change-rise = rise { $change } %
change-fall = fall { $change } %
change-points = { $change } points
change-units = { $change } { $unit }
change-none = no change
rate-rise = rise { $rate } % a year
rate-fall = fall { $rate } % a year
rate-in-points = { $rate } points a year
rate-in-units = { $rate } { $unit } a year
rate-at-once = { $change } in { $year }, then hold
rate-at-once-next = { $change } in the next year, then hold
rate-none = no change
unit-index = index, { $year } = 100
unit-points = points from { $year }
unit-since = { $unit } from { $year }
dynamics-growth = compound growth
dynamics-decline = compound decline
dynamics-additive = additive
dynamics-concentration = concentration ratio
dynamics-derived = derived: { $expression }
rate-percent = % a year
rate-percent-fall = fall, % a year
rate-points = points a year
rate-units = { $unit } a year

## Window: menus
menu-file = File
menu-edit = Edit
menu-view = View
menu-examples = Open example
menu-new = New scenario from built-in plan
menu-recent = Recent files
menu-decimals = Decimals
decimals-as-needed = As needed
command-new = New scenario
command-new-from-plan = New scenario from plan file...
command-forget-recent = Clear recent files
command-open = Open...
command-import = Import actuals...
command-save = Save
command-duplicate = Duplicate
command-close = Close
command-next = Next scenario
command-previous = Previous scenario
command-save-as = Save as...
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-undo-step = Undo: { $name }
command-redo-step = Redo: { $name }
change-reload = reload file
change-pasted = paste or import figures
change-continued = set remaining years
change-reached-all = reach all targets
change-spread-everywhere = spread on many rates
change-correlation = correlation
change-mapped = move map point
command-reset-lever = Reset to plan
command-copy-scores = Copy targets
command-annotate = Annotate chart…
command-palette = All commands...
command-guide = Guide
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-none = Actual size
palette-hint = Search commands, indicators, targets, files, settings
palette-nothing = Nothing found.
palette-chart = Chart
palette-screen = Screen
screen-explore = Explore
screen-compare = Compare
screen-track = Track
screen-uncertainty = Uncertainty
screen-decompose = Decompose
screen-report = Report
theme-system = Follow system theme
theme-light = Light
theme-dark = Dark
document-copy-name = { $name } (copy)
document-new-name = New scenario
tab-pin = Show { $name } on every chart
tab-unpin = Stop showing { $name } on every chart
tab-close = Close { $name }
list-separator = {", "}
plan-targets-separator = {"; "}
difference-rate = { $name }: { $old } → { $new }
difference-year = { $name } { $year }: { $old } → { $new }
difference-years = { $name }: { $count } years changed
difference-to-plan = { $name }: { $old } → { $new } (plan)
difference-output-growth = { $name }: output growth changed
difference-base = { $name }, base value: { $old } → { $new }
difference-note = { $name }: note changed
difference-actuals = { $name }: actuals changed
difference-series = { $name }: source, scope or confidence of actuals changed
difference-annotation-added = { $name } { $year }: annotation added
difference-annotation-changed = { $name } { $year }: annotation changed
difference-annotation-removed = { $name } { $year }: annotation removed
difference-spread = { $name }, spread: { $old } → { $new }
difference-role = { $name }: { $old } → { $new }
difference-correlation = { $name } and { $other }, correlation: { $old } → { $new }
spread-none = none
spread-fixed = fixed
spread-normal = normal, standard deviation { $sd }
spread-triangular = triangular, { $min } to { $max }, mode { $mode }
spread-uniform = uniform, { $min } to { $max }
spread-with-years = { $spread }; { $years }
years-alike = years alike
years-independent = years independent
years-autocorrelated = years autocorrelated, { $rho }
role-policy = policy
role-assumption = assumption
file-kind-scenario = Planpath scenario

## Window: Explore
panel-levers = Levers
page-charts = Charts
panel-scorecard = Targets
levers-search = Search rates
levers-none-found = No rate matches "{ $text }".
lever-more = Yearly rates and note of { $name }
lever-revert = Revert to saved value
lever-note = Note on { $name }
lever-note-heading = Note
lever-note-hint = Why this rate: an assumption, a policy, a source
mode-points = points a year
mode-output = from output growth
output-top = Output growth of the largest firms, % a year
output-all = Output growth of the industry, % a year
parameter-base = base value
year-rate = { $name } { $year }
schedule-fill = Fill right
schedule-ramp = Ramp
schedule-more = × 1.1
schedule-less = × 0.9
schedule-constant = One rate
lever-yearly = by year
lever-output-growth = by output
lever-out-of-bounds = out of bounds
lever-reset = Reset { $name } to plan
about-unit = Unit: { $text }
about-scope = Scope: { $text }
about-target = Target: { $text }
about-source = Source: { $text }
about-actuals = Source of actuals: { $text }
about-note = Note: { $text }
about-wording = Wording in the plan: { $text }
mode-level = Level
mode-index = Index
mode-cumulative = Cumulative change
mode-annual = Annual change
mode-progress = Official progress
unit-progress = % of target achieved
unit-progress-of = % achieved ({ $target })
unit-percent-since = % since { $year }
chart-mode = Show
chart-enlarge = Enlarge
chart-shrink = Show all charts
chart-earlier = Move forward
chart-later = Move back
chart-hide = Hide this chart
chart-annotate = Annotate…
chart-copy = Copy figures
chart-copy-picture = Copy picture
open-source = Open the plan's source ({ $host })
open-actuals-source = Open the source of the actuals ({ $host })
annotation-title = Annotation: { $name }
annotation-year-label = Year
annotation-year-taken = { $year } (annotated)
annotation-text-label = Text of the annotation
annotation-hint = What happened in this year, or how to read it
annotation-count = { $count } of { $limit } characters
annotation-pin = Pin
annotation-remove = Remove
chart-menu = More actions for { $name }
chart-no-mode = Not available for this indicator.
page-implications = Implications
page-history = History
filter-all = all
filter-not-met = not met
filter-all-categories = All headings
filter-binding = binding
sort-by-progress = least progress first
score-required = needed: { $required }
implication-show = Show chart of { $name }
history-steps = Steps
history-beginning = Start
history-more = { $count } more
history-against-file = Changes since last save
history-against-plan = Differences from the plan
history-nothing = none
legend-scenario = Scenario
legend-plan = Even path to target
legend-plan-untargeted = The plan's even path
legend-catch-up = Catch-up path
legend-trial = Trial path
legend-projected = Projected
legend-target = Target
legend-actual = Actual
legend-interpolated = Interpolated
legend-target-promise = Target: { $promise }
figure-bars = { $unit }; bars: % of draws
figure-draws = { $size } draws, { $points }
figure-draws-alone = One rate drawn at a time; where years differ, { $size } draws, { $points }
figure-draws-shares = { $scrambles } sets of { $base } points each, { $points }
figure-points-sobol = scrambled Sobol' points, seed { $seed }
figure-points-random = pseudo-random points, seed { $seed }
figure-provenance = Scenario: { $scenario } · Plan: { $plan } · Scope: { $scope } · Planpath { $version } { $hash }
chart-no-base = No base value; enter one in the scenario's bases.
chart-series-in-words = . { $name }: { $first } in { $firstyear }, { $last } in { $lastyear }
chart-milestone = Progress due
chart-year-keys = Left and right arrows select a year; up and down arrows change its rate.
score-and-required = { $words }. { $required }
report-size = Figure width
figure-half = 8 cm
figure-full = 16 cm
figure-slide = Slide
report-language = Language
report-provenance = Source line below each figure
report-compare = Draw pinned scenarios
report-outlines = Convert SVG text to outlines
report-bom = CSV for Excel on Chinese Windows (byte-order mark)
report-region = Region for IAMC data
report-include = Include { $name } in the report
report-export = Export...
report-preview = Preview
report-preview-of = Preview of { $name }
report-drawing = Rendering preview...
report-cancelled = Export cancelled; nothing was written.
report-contents = Report contents
report-options = Options
report-outline-hint = Drag or Alt+arrow keys: order. Space: include or leave out.
report-add-chart = Add chart
report-lacks-actuals = no actuals
report-lacks-charts = no chart chosen
report-lacks-drawable = none can be drawn
report-lacks-implications = none found
report-lacks-second = needs a second scenario
report-lacks-pinned = no scenario pinned
report-not-included = Left out of the report. Tick it among the contents to include it.
report-previous = Previous part
report-next = Next part
report-mode = Charts show
report-mode-is = Charts: { $mode }
report-files = Files
report-for-docx = report for editing
report-for-html = report for printing
report-for-xlsx = workbook with formulas
report-for-figures = { $count ->
    [one] one chart each
   *[other] { $count } charts each
}
report-for-csv = long, wide, targets
report-for-iamc = for pyam
report-export-count = { $count ->
    [one] Export one file
   *[other] Export { $count } files
}
report-exported = { $count ->
    [one] One file exported
   *[other] { $count } files exported
}
report-files-count = { $count ->
    [one] one file
   *[other] { $count } files
}
report-open-folder = Open folder
report-open-report = Open report
report-copy-path = Copy path
report-not-opened = the system could not open { $path }: { $reason }
report-not-opened-help = copy the path and open it in the file manager
address-not-opened = the system could not open { $address }: { $reason }
address-not-opened-help = copy the address into a web browser
report-preview-size = { $width } × { $height } cm

## Window: questions and notices
question-unsaved = { $name } has unsaved changes.
question-unsaved-several = { $name } documents have unsaved changes:
question-comments = { $name } contains comments. Saving rewrites the file and would lose them.
question-overwrite = { $name } already exists.
question-replace-export = { $name } contains files from an earlier export. Replace them?
question-overwrite-changed = { $name } has been changed by another program since it was opened. Replace it with the version shown here?
question-overwrite-unknown = { $name } can no longer be read, or is too large to be a scenario. Replace it?
question-changed-outside = { $name } has been changed by another program. Reload it?
question-changed-outside-both = { $name } has been changed by another program, and you have unsaved changes. Reloading can be undone.
answer-save = Save
answer-discard = Don't save
answer-save-anyway = Save anyway
answer-other-name = Save under another name...
answer-other-folder = Choose another folder...
answer-replace = Replace
answer-reload = Reload
answer-keep-mine = Keep my version
answer-cancel = Cancel
notice-copy = Copy details
notice-dismiss = Dismiss
notice-saved = Saved: { $path }
notice-copied = Copied
file-gone = { $path } no longer exists
file-open-elsewhere = { $path } is already open in another Planpath window
file-open-elsewhere-help = edit it in one window only; you will be asked before a save replaces changes saved by the other
file-gone-help = its content is still open here; save it, or save it under another name
recovery-unreadable = this copy has already been read
recovery-title = Unsaved work found
recovery-explained = Planpath closed without saving it. Opening a scenario changes no file until you save.
recovery-open = Open { $name }
recovery-delete = Delete { $name }
recovery-later = Decide later
recovery-moved-on = The file has since been changed.
recovery-older = The file was saved after this copy was made and is more recent.
recovery-pasted = A pasted table, not yet imported
recovery-imported = The table { $name }, opened for import but not yet imported
recovery-table-changed = the table { $path } has changed since it was last read
recovery-table-changed-help = it has been read again; please answer its questions again
recovery-misread = "{ $text }", typed for { $name }, is not a valid rate
recovery-misread-help = the previous rate has been kept; please re-enter it
recovery-more = { $count ->
    [one] and 1 more change
   *[other] and { $count } more changes
}
age-minutes = { $count ->
    [0] less than a minute ago
    [one] a minute ago
   *[other] { $count } minutes ago
}
age-hours = { $count ->
    [one] an hour ago
   *[other] { $count } hours ago
}
age-days = { $count ->
    [one] a day ago
   *[other] { $count } days ago
}
hint-heading = Tip { $number } of { $all }
hint-lever = Move a slider, or click a rate to type one: charts and targets update at once.
hint-year = Drag a point on a chart to set the rate of that year.
hint-target = Click a target to find its lever and chart; double-click it for the rate that meets it.
hint-next = Next
hint-none = Hide tips
path-open-title = Open scenario
path-compare-title = Choose a scenario to compare
path-plan-title = Choose a plan file for the new scenario
path-export-title = Export to folder
path-save-title = Save scenario
path-dialog-open = Choose a file in the system dialog, or type its path here.
path-no-dialog = The system dialog was closed or is not available. Type the path here.
path-label = Path
path-open = Open
path-compare = Compare
path-save = Save

## Window: work on other threads
job-working = Working...
job-reading = Reading { $name }...
job-reading-share = Reading { $name }: { $share }
job-broken = A background task failed because of an internal error and has no result.
job-broken-help = Nothing you entered is lost. Try again; if it happens again, save under another name and report it.

## Implications
stance-holds = holds
stance-notable = worth noting
stance-conflicts = conflict
implication-sentence = { $statement }.
implication-sentences = { $first } { $next }
implication-list = { $first }; { $next }
implication-by-factors = { $statement }: { $factors }.
implication-factor = { $name } { $change }
implication-divisor = divided by { $name } { $change }
implication-factor-change = { $name } ({ $change })
implication-divisor-change = divided by { $name } ({ $change })
implication-multiple = × { $value }
implication-rise-of = a rise of { $value } %
implication-fall-of = a fall of { $value } %
implication-rise-a-year = a rise of { $value } % a year
implication-fall-a-year = a fall of { $value } % a year
implication-missed = Targets not met: { $names }.
implication-also-missed = Other targets not met: { $names }.
implication-target-of-year = { $name }, { $year }
implication-target-each-year = { $name }, every year
implication-percent-a-year = { $value } % a year
implication-level = { $value } { $unit }
implication-total = { $direction ->
        [rise] { $name } will rise { $rate } % by { $end }
        [fall] { $name } will fall { $rate } % by { $end }
        [rose] { $name } rose { $rate } % by { $end }
        [fell] { $name } fell { $rate } % by { $end }
        [stayed] { $name } hardly changed from { $base } to { $end }
       *[flat] { $name } will hardly change from { $base } to { $end }
    }
implication-annual = { $direction ->
        [rise] { $name } will rise { $rate } % a year
        [fall] { $name } will fall { $rate } % a year
        [rose] { $name } rose { $rate } % a year
        [fell] { $name } fell { $rate } % a year
        [stayed] { $name } hardly changed from { $base } to { $end }
       *[flat] { $name } will hardly change from { $base } to { $end }
    }
implication-times = { $direction ->
        [rise] { $name } will rise { $rate } % a year, to { $factor } times the { $base } level by { $end }
        [fall] { $name } will fall { $rate } % a year, to { $factor } times the { $base } level by { $end }
        [rose] { $name } rose { $rate } % a year, to { $factor } times the { $base } level by { $end }
        [fell] { $name } fell { $rate } % a year, to { $factor } times the { $base } level by { $end }
        [stayed] { $name } hardly changed from { $base } to { $end }
       *[flat] { $name } will hardly change from { $base } to { $end }
    }
implication-from-to = { $tense ->
        [past] { $name } went from { $from } in { $base } to { $to } in { $end }
       *[future] { $name } will go from { $from } in { $base } to { $to } in { $end }
    }
implication-ratio = { $direction ->
        [rise] { $name } will rise { $rate } % a year, because { $faster } ({ $fasterrate }) outpaces { $slower } ({ $slowerrate }).
        [fall] { $name } will fall { $rate } % a year, because { $faster } ({ $fasterrate }) outpaces { $slower } ({ $slowerrate }).
        [rose] { $name } rose { $rate } % a year, because { $faster } ({ $fasterrate }) outpaced { $slower } ({ $slowerrate }).
        [fell] { $name } fell { $rate } % a year, because { $faster } ({ $fasterrate }) outpaced { $slower } ({ $slowerrate }).
        [stayed] { $name } hardly changed, because { $faster } ({ $fasterrate }) hardly outpaced { $slower } ({ $slowerrate }).
       *[flat] { $name } will hardly change, because { $faster } ({ $fasterrate }) hardly outpaces { $slower } ({ $slowerrate }).
    }
implication-part = { $part }: { $from } of { $whole } becomes { $to } ({ $partrate }; the rest: { $restrate }).
implication-part-goal = Meeting it takes, from { $year } on: { $partrate }; the rest: { $restrate }.
implication-outgrowth = { $direction ->
        [rise] { $name }: { $from } becomes { $to } as the largest firms outgrow the whole industry by { $rate } % a year.
        [fall] { $name }: { $from } becomes { $to } as the largest firms fall behind the whole industry by { $rate } % a year.
       *[flat] { $name }: { $from } hardly moves (to { $to }) as the largest firms grow with the whole industry.
    }
implication-outgrowth-goal = { $direction ->
        [rise] Meeting it takes outgrowing the industry by { $rate } % a year from { $year } on.
        [fall] Meeting it takes falling behind the industry by { $rate } % a year from { $year } on.
       *[flat] Meeting it takes growing with the industry from { $year } on.
    }
implication-outgrowth-growth = Output of the whole industry: { $all }; of the largest firms: { $largest }.
implication-even = A fall of { $fall } % from { $base } to { $end } takes { $rate } % a year: { $names }.
implication-even-strict = A fall of more than { $fall } % from { $base } to { $end } takes { $rate } % a year: { $names }.
implication-even-missed = On this path it is missed by: { $names }.
implication-even-missed-all = This path does not meet it.
implication-reaches = This reaches the target of { $target }.
implication-outside = This is outside the target of { $target }.
implication-reaches-not = This does not reach the target of { $target }.
implication-exceeds = This exceeds the target of { $target }.
implication-exceeds-not = This does not exceed the target of { $target }.
implication-within = This stays within the ceiling of { $target }.
implication-within-not = This exceeds the ceiling of { $target }.
implication-below = This is below the ceiling of { $target }.
implication-below-not = This is not below the ceiling of { $target }.
implication-conflict = No path on which its levers meet their own targets leads there: the targets cannot all be met.
implication-conflict-open = Its levers meet their own targets, but that is not enough for this one; no single rate for one lever was found that meets them all.
implication-together = Its levers meet their own targets, but that is not enough for this one. This would be enough for all of them: { $ways }.
implication-together-any = Its levers meet their own targets, but that is not enough for this one. Any one of these would be enough for all of them: { $ways }.
implication-alone = Its levers meet their own targets, but that is not enough for this one. This would be enough for it, though not for all of its other targets: { $ways }.
implication-alone-any = Its levers meet their own targets, but that is not enough for this one. Any one of these would be enough for it, though not for all of its other targets: { $ways }.
implication-way = { $name } ({ $rate } in { $years })
implication-rate = { $direction ->
        [rise] rise { $rate } % a year
        [fall] fall { $rate } % a year
       *[flat] no change
    }
implication-rate-points = { $direction ->
        [rise] rise { $rate } points a year
        [fall] fall { $rate } points a year
       *[flat] no change
    }
implication-rate-units = { $direction ->
        [rise] rise { $rate } { $unit } a year
        [fall] fall { $rate } { $unit } a year
       *[flat] no change
    }
implication-beyond = difference between actuals and derived values

## Recovery and preferences
folder-cannot-create = cannot create the folder { $path }: { $reason }
preferences-broken = the preferences in { $path } cannot be used, so defaults apply: { $reason }
preferences-broken-at = line { $line }, column { $column }: { $reason }
preferences-broken-help = nothing is lost: before preferences are next saved, the file is renamed to end in .broken
preferences-newer = the preferences in { $path } are from a newer Planpath, so defaults apply
preferences-newer-help = the file is left unchanged; preferences you change now last until Planpath is closed
preferences-unknown-language = unknown language "{ $found }"; use "en" or "zh"
preferences-cannot-set-aside = cannot rename the invalid file { $path }: { $reason }
recovery-cannot-start = cannot save recovery copies in { $path }: { $reason }
recovery-cannot-look = cannot look for recovery copies in { $path }: { $reason }
recovery-cannot-remove = cannot delete the recovery copy { $path }: { $reason }
actual-refused-before = this was entered before Planpath closed, and rejected
actual-refused-before-help = enter it again in the form intended
recovery-not-kept = No recovery copy of { $name } can be kept: { $reason }
recovery-not-kept-help = save it now; its changes could not be recovered after a crash
recovery-too-large = the scenario is larger than any recovery copy (limit 64 MB)

## Exports
cli-about-export = Export a scenario's figures, tables and reports to a folder
cli-arg-output = Output folder; created if it does not exist
cli-arg-formats = Comma-separated formats: { $known }. All by default
cli-arg-charts = Comma-separated ids of the indicators to draw. By default all of them, and only the headline ones in reports
cli-arg-sections = Comma-separated report sections, in the order wanted: { $known }. By default all of them, in this order
cli-arg-mode = What charts show: level, index, cumulative, annual or progress
cli-arg-width = Figure width: 8 (half column), 16 (text width), slide (25.4 cm by 14.3), or any width in cm
cli-arg-no-provenance = Omit the source line below figures; file metadata keep it
cli-arg-outlines = Convert SVG text to outlines: looks the same everywhere, but cannot be searched or edited
cli-arg-region = Region name for IAMC data
cli-arg-bom = Start CSV files with a byte-order mark, as Excel on Chinese Windows needs
cli-arg-force = Overwrite existing files
cli-exported = { $count ->
        [one] 1 file written to { $folder }
       *[other] { $count } files written to { $folder }
    }
cli-not-drawn = Not drawn, because they have no base value or the charts cannot show them this way: { $ids }
figure-width = invalid figure width: { $width } cm
figure-width-help = use 8, 16, slide, or a width from { $least } to { $most } cm
figure-cannot-draw = cannot draw the figure: { $detail }
figure-cannot-draw-help = try another format or size; if that fails too, please report it with the scenario
export-nothing = nothing to export
export-nothing-help = none of the charts has data: enter base values in the scenario, or choose other charts or formats
export-too-many = { $count } charts exceed the limit of { $limit } per export
export-too-many-help = choose fewer, or only formats without charts, such as csv, iamc and xlsx
export-exists = { $count ->
        [one] { $first } already exists
       *[other] { $count } files already exist, the first of them { $first }
    }
export-exists-help = choose another folder, or allow overwriting (--force on the command line)
export-no-file = { $path } is not a file, but a folder or something else not written by Planpath; nothing was changed
export-no-file-help = move or rename it, or choose another folder
export-busy = another export is writing to { $path }; nothing was changed
export-busy-help = try again when it has finished, or choose another folder
export-kept = An interrupted export left earlier versions of your files in { $path }. Move back what you need, then delete that folder.
export-cannot-use = cannot use the folder { $path }: { $reason }
export-cannot-write = cannot write { $path }: { $reason }
export-not-put-back = cannot restore { $path }: { $detail }
export-not-put-back-help = the original files are in { $path }; move them back by hand

## Exports: tables and workbook
export-file-failed = { $file } could not be made, so nothing was written: { $reason }
export-failed = cannot create the { $format } file: { $detail }
export-failed-help = this is a bug in Planpath; please report it with the scenario file
export-provenance = Planpath { $version }; plan { $plan }; scenario SHA-256 { $hash }
sheet-progress = Progress
sheet-progress-level = Level at that time
sheet-progress-chart = Official progress at the last actual, and progress due by then
sheet-trajectories = Trajectories
sheet-actuals = Actuals
sheet-sources = Sources and notes
sheet-levers-input = rate that can be changed
sheet-levers-past = from actuals
sheet-annual-change = Change on the year before
sheet-even-path = Even path to the targets
sheet-charts-data = Chart data
sheet-counts = { $judged } of { $all } targets rest on data or set rates: { $met } met, { $close } close, { $missed } missed, { $wrong } in the wrong direction; { $assumed } follow the plan's own path because nothing was entered; { $unknown } have no base value. Of those met, { $set } would be met at set rates and { $plan } at least in part on the plan's pace. Resting in part on an assumption: { $partly }
sheet-counts-binding = Binding: { $judged } of { $all } rest on data or set rates: { $met } met, { $close } close, { $missed } missed, { $wrong } in the wrong direction; { $assumed } follow the plan's own path; { $unknown } have no base value. Of those met, { $set } would be met at set rates and { $plan } at least in part on the plan's pace. Resting in part on an assumption: { $partly }
column-target-value = Target figure
column-target-level = Level that meets it
column-last-level = Level in { $year }
column-wording = Wording in the plan
column-dynamics = Dynamics
column-rate-unit = Rate unit
column-scope = Scope
column-definition = Definition
column-kind = Published as
column-figure = Figure
column-confidence = Confidence
origin-base = base year
origin-actual = actual
origin-interpolated = interpolated
origin-projected = projected
actual-kind-level = level
actual-kind-annual = change on the year before
actual-kind-cumulative = change from { $year }
confidence-high = high
confidence-medium = medium
confidence-low = low

## Reports
report-title = { $plan }: assessment of a scenario
report-section = { $number }. { $heading }
report-subsection = { $section }.{ $number } { $heading }
report-summary = Summary
report-scorecard = Targets
report-progress = Progress and rates still needed
report-levers = Rates
report-charts = Charts
report-implications = Implications
report-methods = Methods
report-sources = Sources
report-table-label = Table
report-figure-label = Figure
report-caption-separator = {". "}
report-binding-name = { $name } (binding)
report-item = { $name }:{" "}
report-stance = [{ $stance }]{" "}
report-sentences = { $first } { $next }
report-clause-separator = {", "}
report-names-separator = {"; "}
report-scopes-differ = differs by indicator
report-scopes-in-sources = see Sources
report-unstated = not stated
report-about = This report assesses the scenario “{ $scenario }” against the targets of { $plan } ({ $source }), from { $base } to { $end }.
report-description = Scenario description: { $text }
report-actuals-until = { $count ->
        [one] Actuals up to { $year } were entered for 1 indicator: { $names }. The years after its last figure follow set rates or, where none are set, the plan's pace, which is assumed.
       *[other] Actuals up to { $year } were entered for { $count } indicators: { $names }. The years after each one's last figure follow set rates or, where none are set, the plan's pace, which is assumed.
    }
report-not-met = Targets not met, least progress first:
report-not-judged = Targets not judged:
report-shortfall = { $status }. Projected: { $projected }; target: { $target }; gap: { $gap }; progress: { $progress }.
report-shortfall-required = Rate needed in { $years }: { $rate }.
report-shortfall-unknown = not judged for lack of a base value; target: { $target }.
report-scorecard-table = Projection and assessment of every target
report-scorecard-note = Gap: projected minus target. Progress: share of the way from the base year to the target. Needed a year: the constant rate over the years after the last data, in percent or points; a dash where the target is already met, or cannot be.
column-required = Needed a year
report-progress-none = The scenario has no actuals for the plan's years, so there is no progress to assess yet.
report-progress-until = { $count ->
        [one] Data run up to { $year }; 1 of { $all } targets rests on data.
       *[other] Data run up to { $year }; { $count } of { $all } targets rest on data.
    }
report-progress-counts = Of these, { $counts }.
report-progress-reached = { $count ->
        [one] 1 has already been reached
       *[other] { $count } have already been reached
    }
report-progress-holds = { $count ->
        [one] 1 holds so far
       *[other] { $count } hold so far
    }
report-progress-open = { $count ->
    [one] 1 is not yet known
   *[other] { $count } are not yet known
    }
report-progress-ahead = { $count ->
        [one] 1 is ahead of schedule
       *[other] { $count } are ahead of schedule
    }
report-progress-on-schedule = { $count ->
        [one] 1 is on schedule
       *[other] { $count } are on schedule
    }
report-progress-behind = { $count ->
        [one] 1 is behind schedule
       *[other] { $count } are behind schedule
    }
report-progress-beyond-limit = { $count ->
        [one] 1 is beyond its limit
       *[other] { $count } are beyond their limits
    }
report-progress-not-reached = { $count ->
        [one] 1 was not reached
       *[other] { $count } were not reached
    }
report-progress-wrong = { $count ->
        [one] 1 is moving in the wrong direction
       *[other] { $count } are moving in the wrong direction
    }
report-progress-binding = { $counted } ({ $binding } binding)
report-progress-missing = { $count ->
        [one] 1 expected target rests on no data and is not counted as on schedule: { $names }.
       *[other] { $count } expected targets rest on no data and are not counted as on schedule: { $names }.
    }
report-progress-missing-binding = { $count ->
        [one] 1 binding target rests on no data and is not counted as on schedule: { $names }.
       *[other] { $count } binding targets rest on no data and are not counted as on schedule: { $names }.
    }
report-progress-baseless = { $count ->
        [one] 1 target has no base value to measure progress from: { $names }.
       *[other] { $count } targets have no base value to measure progress from: { $names }.
    }
report-progress-schedule = Against even progress
report-progress-needed = Achieved and remaining
report-progress-attention = Behind schedule, not reached or in the wrong direction
report-progress-paths = Paths of targets with data
report-progress-overview = Official progress at the last data for each target, and progress due by then on an even path.
report-progress-table = Official progress by year, against progress due
report-progress-note = Share of the way from the base year to the target, by the method of official statistics: in logarithms where yearly changes multiply, linearly where they add up. * actual; ~ interpolated between actuals; ^ derived from data; # partly assumed; ° assumed: nothing was entered; unmarked: set rates.
report-standing-table = Standing at the last data, and rates still needed
report-standing-note = Data to: the last year with an actual of the indicator itself or, if it is derived, of its inputs; marks as in the table by year. Linear count: the same without logarithms, for comparison. Achieved: the change from the base year to that year. Still to do: the change from there to the target. Needed a year: the constant rate over the years left, in the same unit.
report-progress-binding-group = Binding targets
report-progress-expected-group = Expected targets
report-progress-chart = { $name }: actuals, even path, projection and catch-up path
report-progress-chart-met = { $name }: actuals, even path and projection
report-progress-chart-set = { $name }: even path, projection and catch-up path
report-progress-chart-set-met = { $name }: even path and projection
report-progress-chart-derived = { $name }: derived from data, even path, projection and catch-up path
report-progress-chart-derived-met = { $name }: derived from data, even path and projection
report-levers-intro = Annual rates: from data where available, then as set by the scenario; where it sets none, the plan's even rate is assumed. Where an indicator moves by rates of decline, a fall is positive and a rise negative; for all others a rise is positive.
report-levers-table = Annual rates by indicator
report-levers-note = * actual: from one actual to the next, or from the base year; ~ interpolated at either end; ° assumed: nothing was entered; unmarked: set by the scenario. Even rate: the constant rate from the base year, or from one due year to the next, rounded so that it meets the target.
column-even-rate = Even rate
column-set = Set as
column-rates = Rates by year
report-set-plan = not set
report-output-growth = Output growth behind concentration ratios
report-output-growth-text = the largest firms { $top } % a year; the whole industry { $all } %.
report-lever-notes = Notes
report-charts-intro = Each chart shows the scenario, the even path that meets the target, and each target as a bracket in the year it is due. What is known is drawn solid, with filled marks where actual, hollow ones where interpolated and none where derived; projections from set rates are dashed; lines assumed in part are thinner; what is only assumed is dotted and grey.
report-no-charts = None of the selected charts could be drawn.
report-not-drawn = Not drawn, because they have no base value or the charts cannot show them this way: { $names }.
report-caption = { $name }. Scope: { $scope }. Source: { $source }; values: { $basis }.
report-caption-actuals = { $name }. Scope: { $scope }. Source: { $source }; for actuals see Sources; values: { $basis }.
report-caption-series = { $name }. Scope: { $scope }. Source: { $source }; actuals: { $actuals }; values: { $basis }.
report-no-implications = The rates have no further implications.
report-implications-intro = Statements that follow from the rates and the plan's identities: { $all }; conflicts: { $conflicts }; worth noting: { $notable }.
report-method-projection = Projection
report-method-levels = Levels x are computed year by year, from x₀ in { $base } to { $end }; r is the year's rate. Without a base value, the base year is set to 100.
report-method-growth = Growing indicators, by compound growth:
report-method-decline = Declining indicators, by compound decline:
report-method-additive = Shares and ratios, in points:
report-method-concentration = Concentration ratios may be set by the output growth g of the largest firms and of the whole industry:
report-method-derived = Derived indicators follow from identities; as an index where a base value is missing:
report-method-actuals = Actuals replace rates. Years between two known levels are interpolated at a constant rate; the projection starts from the last one.
report-method-judging = Targets and status
report-method-forms = Target forms used in this plan:
report-form-average-growth = Average growth: the geometric mean of the yearly changes from the base year to the due year.
report-form-cumulative = Cumulative change: the level in the due year relative to the base year, in percent.
report-form-level = Level: the level in the due year.
report-form-change = Change: the level in the due year minus that in the base year.
report-form-between = Range: the level in the due year lies between two limits or on one of them. The gap is to the nearer limit.
report-form-count = Count: whole things reached by the due year, counted from 0; fractions do not count.
report-form-done = Task: done or not done by the due year.
report-form-each-year = Due every year: each year is held to the full figure, yearly growth being on the year before. The worst year is shown and judged; a year that data show to have failed cannot be made good.
report-form-strict = “More than” and “below” are strict: reaching the figure itself is not enough.
report-form-about = “About” is judged as at least; for a ceiling, as at most.
report-method-targets = Comparisons use unrounded figures.
report-method-status = A target is met when it is reached under its own comparison; close from 90 % of the way; missed below that; in the wrong direction when the indicator is further from the target than in the base year. Where the base year already meets the target, no direction is wrong.
report-method-progress = Progress
report-method-progress-text = Progress follows the method of official statistics: in logarithms where yearly changes multiply, linearly where they add up; x* is the level that meets the target, m the year:
report-method-progress-special = Special cases:
report-method-progress-held = Where the base year already meets the target, progress is 100 % as long as the target holds; beyond the line it is 100 % less the distance from the line as a share of the distance between the line and the base year.
report-method-progress-band = For a range, progress is 100 % inside; outside it is 100 % less the distance to the nearer limit as a share of the base year’s distance, or of the range’s width where the base year is inside.
report-method-progress-count = For a count, progress is the share of whole things reached.
report-method-progress-done = For a task, progress is 0 % or 100 %.
report-method-required = Rate still needed
report-method-required-text = The constant annual rate from m, the last year with data, to n, the due year; for a fall, its negative. It is shown rounded so that it is enough:
report-source-documents = Plan and scenario
report-source-plan = Plan
report-source-plan-text = { $plan }, { $source }; base year { $base }, last year { $end }.
report-source-scenario = Scenario
report-source-scenario-text = { $scenario }; file SHA-256: { $hash }; computed with Planpath { $version }.
report-source-indicators = Scope and source of each indicator
report-source-table = Scope and source of each indicator
report-source-bases = Base values
report-source-bases-text = Base-year levels given by the scenario:
report-source-actuals = Actuals
report-actuals-table = Actuals entered
report-kind-against = Level relative to { $year }
report-series-table = Sources of actuals
report-source-actuals-notes = Notes on actuals:
report-cannot-write = cannot write the report: { $detail }
report-cannot-write-help = try another format; if that fails too, please report it with the scenario

## Tracking and solving
cli-about-track = Show official progress of every target and the rates still needed
cli-about-solve = Find the rate that meets a target, without changing any file
cli-arg-target = Id of the indicator whose target is to be met
cli-arg-lever = Id of the lever to adjust; ID:top and ID:all are the output growth of the largest firms and of the whole industry. By default, the target's own lever
cli-arg-from = First year to change; with one-year, the year to change. By default, the first year after the last actual
cli-arg-way = What to change: constant (one rate for all years left), one-year (the rate of one year), scale (all rates by one factor) or catch-up (even progress from the last actual)
cli-about-sensitivity = Show which levers move a target or a level, and by how much
cli-arg-moved-target = Id of the indicator whose target is asked about
cli-arg-moved-indicator = Id of an indicator whose level is asked about
cli-arg-moved-year = Year of the level. By default, the last year of the plan
cli-arg-method = derivative (what one point of each lever moves), tornado (what each uncertain lever makes of it, drawn alone) or sobol (shares of the variance)
sensitivity-no-levels = { $id } has no levels to move
sensitivity-year = no level of { $year } depends on a rate
sensitivity-year-help = choose a year from { $first } to { $last }
sensitivity-nothing-moves = No lever moves it by small steps.
sensitivity-turned = One point more
sensitivity-moves = Moves it by
outcome-level = { $name } in { $year }
outcome-not-uncertain = { $name } is not uncertain: it is the same in every draw
tornado-low = 10 % quantile
column-rates-quantiles = Rate at its 10 % and 90 %
tornado-high = 90 % quantile
tornado-swing = Swing
tornado-centre = All at their medians
tornado-correlated = with { $names } following it
tornado-turns = turns back in between
tornado-title = What moves { $name }
tornado-row = . { $name }: { $said }
tornado-remarked = { $said }, { $remark }
tornado-range = { $low } to { $high }
tornado-centre-in-words = , around { $value }
outcome-fall = fall, %
outcome-rise = rise, %
indices-title = Shares of the variance of { $name }
shapley-title = Shapley shares of the variance of { $name }
indices-unit = share of the variance
indices-row = . { $said }
index-together = Only together with others
index-interval-name = 95 % interval
index-interval = { $value } ({ $low } to { $high })
index-first = first order { $value }
index-total = total { $value }
index-shapley = share { $value }
index-interaction = { $part } of it only together with other rates
index-of-lever = { $name }: { $said }
index-column-first = First order
index-column-total = Total
index-column-shapley = Shapley effect
index-drawn = 95 % intervals from { $scrambles } scrambles of { $base } points, seed { $seed }
index-shapley-why = Rates behind it are correlated, so these are Shapley effects: shares of the variance that add up to 1.
draws-medians = median of { $name }: { $met } in the draws that meet the target, { $others } in the others
draws-all-meet = { $name } is met in every draw
draws-none-meets = { $name } is missed in every draw
draws-nothing = no rate is uncertain
draws-nothing-help = add a spread to uncertainty in the scenario, for example "value-added": (spread: Normal(sd: 1.0), years: SameDraw)
draws-no-open-year = { $id }: all years have actuals, so its spread has nothing left to vary
draws-no-open-year-help = remove its spread, or write spread: Fixed
draws-dimensions = drawing all uncertain rates takes { $needed } dimensions, but there are { $available }
draws-dimensions-help = draw fewer rates, or alike in all years
draws-year-rules = { $one } and { $other } are correlated, but their years are drawn differently
draws-year-rules-help = give both the same years
draws-contradictory = the correlations between { $levers } contradict each other
draws-contradictory-help = bring one of them closer to 0
draws-size = { $size } draws cannot be made
draws-size-help = choose a number from 1 to { $most }
cli-about-sample = Draw the uncertain rates, and show how likely targets are met and how levels spread
cli-arg-draws = Number of draws; powers of two are the most exact
cli-arg-seed = Number from which the draws are made: the same number, the same draws
cli-arg-sampler = Points to draw from: sobol (scrambled Sobol' points) or random (pseudo-random points)
cli-arg-draws-out = File to write every draw to, as Parquet if it is called .parquet, else as CSV
sample-mostly-outside = { $share } of the draws take { $id } out of what is possible
sample-mostly-outside-help = make its spread narrower, or set other rates
sample-chance = Met in
sample-error = Standard error
sample-end = Levels in { $year }
cli-arg-shard = Make only the K-th of N parts of the draws, for another machine to merge
cli-arg-shard-output = File to write the part to
cli-arg-merge = Parts to merge into one result, the same as if all draws had been made at once
sample-part-written = Part { $part } written: { $path }
sample-no-part = { $path } is not a part written by planpath sample, or it is damaged
sample-no-part-help = make it anew with --shard
sample-other-run = { $path } and { $other } are parts of different runs: { $differs } differs
sample-part-twice = { $path } and { $other } are the same part
sample-parts-missing = parts are missing: { $parts }
cli-catch-up-from = catch-up always starts after the last actual and cannot be used with --from; use --way constant --from YEAR
track-due = Due on an even path
track-due-by = Due on an even path to { $year }
track-due-each-year = Due every year
track-due-done = Due once, in { $year }
track-legend = Official progress: for levels that change by percent it is measured in logarithms. The linear count is shown for comparison.
track-column-standing = Standing
track-column-last = Last actual
track-column-data = Data to
track-column-linear = Linear count
track-column-achieved = Achieved
track-column-remaining = Still to do
track-column-required = Needed a year
standing-unknown = no data yet
standing-reached = already reached
standing-holds = holds so far
standing-beyond-limit = limit passed
standing-not-reached = not reached
remaining-hardly = negligible
track-hold = just hold
track-not-known-yet = not known yet
track-from-zero = no rate: the last level is 0
standing-ahead = ahead
standing-on-schedule = on schedule
standing-behind = behind
track-too-late = no years left
track-wrong-down = { $name } has moved away from its target: it fell from { $from } in { $base } to { $to } in { $year } instead of moving to { $goal } by { $end }, so its progress is negative.
track-wrong-up = { $name } has moved away from its target: it rose from { $from } in { $base } to { $to } in { $year } instead of moving to { $goal } by { $end }, so its progress is negative.
track-wrong-need = Now needed { $years }: { $rate }.
track-years = from { $first } to { $end }
track-year = in { $end }
track-behind = { $name } is behind schedule: { $progress } of the way by { $year } instead of { $due }, { $points } points short.
track-behind-need = Meeting the target takes { $times } times the rate so far: { $rate } { $years }, against { $so-far }.
track-behind-start = Needed { $years }: { $rate }; no change so far.
track-missed-in-year = { $name } was missed in { $year }; the target is { $promise }.
track-not-reached = { $name } was not reached: { $progress } of the way by { $year }; the target is { $promise }.
track-beyond-limit = { $name } had passed its limit by { $year }; the target is { $promise }.
track-behind-lost = It can no longer be made up: { $reason }.
overview-title = Official progress towards the targets for { $end }
overview-title-years = Official progress towards the targets
overview-due = Due by then
overview-label = { $progress }, { $standing }
overview-label-year = { $progress } by { $year }, { $standing }
overview-stand = . { $name }: { $progress } by { $year }, { $due } due, { $standing }
pace-last-actual = Continue at the latest actual rate
pace-mean-of-actuals = Continue at the average actual rate
pace-plan-even = Return to the plan's even rate
pace-required = Catch up with the target
why-not-derived = it is derived and has no rate of its own
why-not-base = it has no base value
why-not-actuals = it has no actuals
why-not-years = no years are left after the last actual
why-not-target = it has no target
why-not-met-already = the target has already been reached
why-not-reachable = no rate reaches it
solve-cannot = cannot solve { $id } with { $lever }: { $reason }
solve-no-target = { $id } has no target
solve-not-behind = the target does not depend on this lever, only on { $allowed }
solve-not-output = this lever's rates are not set by output growth
solve-year = { $year } cannot be changed; the years left are { $first } to { $last }
solve-year-one = { $year } cannot be changed; the only year left is { $last }
solve-no-years = no years are left between the last actual and the target's due year
solve-year-help = choose from { $years }
solve-no-years-help = only different actuals could change the outcome
solve-met-already-help = the target is already met; no rate needs to be set
solve-other-target-help = choose another target, or set rates by hand
solve-nothing-to-scale = every remaining rate is zero, and scaling leaves it at zero
solve-nothing-to-scale-help = use --way constant, or set rates for the lever first
solve-no-effect = this rate does not affect the target
solve-other-lever-help = choose another lever with --lever
solve-exhausted = further changes of the rate hardly move the target
solve-not-reached = The target cannot be reached this way; the nearest result is shown. Beyond it: { $reason }.
solve-not-reached-written = The target cannot be reached this way; the nearest result with { $decimals } decimals is shown. Beyond it: { $reason }.
solve-lever = Lever
solve-lever-part = { $name }: { $part }
solve-way = Method
solve-way-constant = one rate from { $from } to { $end }
solve-way-one-year = the rate in { $from } only
solve-way-single = the rate in { $from }
solve-way-scale-one = the rate in { $from }, scaled
solve-way-scale = the rates from { $from } to { $end }, scaled by one factor
solve-way-catch-up = even progress from { $from } to { $end }
solve-value = Result
solve-rates = RON for the file
solve-lost-later = This is not enough: the target is due every year and would be missed in { $year }. Set the rates year by year.
solve-strict = { $side ->
        [less] The target asks for less than its figure, so reaching it exactly is not enough; the nearest value with { $decimals } decimals that meets it is shown.
       *[more] The target asks for more than its figure, so reaching it exactly is not enough; the nearest value with { $decimals } decimals that meets it is shown.
    }
solve-on-line = { $side ->
        [less] The target asks for less than its figure, and this leads exactly to it: not met yet.
       *[more] The target asks for more than its figure, and this leads exactly to it: not met yet.
    }

## Decomposition
cli-about-decompose = Show what moved a derived indicator between two years, or why it differs between two scenarios
cli-arg-indicator = Id of the derived indicator to decompose
cli-arg-against = Scenario of the same plan to compare with, in the year of --to
cli-arg-decompose-from = First year; by default the plan's base year
cli-arg-decompose-to = Last year, or the year in which scenarios are compared; by default the plan's last year
cli-arg-decompose-method = Method: lmdi (factors, logarithmic mean) or shapley (levers of two scenarios, average over all orders)
cli-arg-chained = Decompose year by year and add the effects up, instead of from the first year straight to the last
decompose-cannot = cannot decompose { $id }: { $reason }
decompose-lever = it is moved by its own rates alone
decompose-derived = derived indicators can be decomposed: { $allowed }
decompose-none-derived = the plan has no derived indicators
decompose-no-base = it has no levels, because a base value is missing: { $names }
decompose-year = { $year } is not a year of the plan
decompose-no-years = the first year must come before the last
decompose-years-help = choose years from { $first } to { $last }
decompose-other-unit = it is an index in one scenario and has a unit in the other, because only one of them gives a base value: { $names }
decompose-points = the values entered for { $name } differ from its inputs by points, which cannot be a factor
decompose-points-help = leave out the values entered for it, or use another indicator
decompose-changes-sign = { $name } changes sign by { $year }, so it has no logarithm
decompose-negative = { $name } is negative in { $year }, so it has no logarithm
decompose-no-value = { $name } has no value in { $year }
decompose-sign-help = the logarithmic mean needs factors that are not negative; choose other years or another indicator
decompose-other-plan = { $path } is a scenario of plan { $found }, not of { $own }
decompose-other-plan-help = name a scenario of the same plan
decompose-against = Compared with: { $name }
decompose-effect-of = Effect of
decompose-change = Change
decompose-share = Share of the change
decompose-residual = Residual
decompose-level = Level at the end
decompose-rests-on = Rests on
decompose-discrepancy = Entered values of { $name } beyond its inputs
decompose-name = { $name }
decompose-item = { $name } ({ $effect })
decompose-list = { $first }, { $next }
decompose-moved = { $direction ->
        [up] { $name }: up { $size } from { $from } to { $to }
        [down] { $name }: down { $size } from { $from } to { $to }
       *[none] { $name }: the same in { $from } and { $to }
    }
decompose-differs = { $direction ->
        [up] { $name }, { $to }: { $size } higher than in "{ $other }"
        [down] { $name }, { $to }: { $size } lower than in "{ $other }"
       *[none] { $name }, { $to }: the same as in "{ $other }"
    }
decompose-because = { $said }, because of { $main }
decompose-mostly = { $said }, mostly because of { $main }; also { $list }
decompose-cancel = { $said }; the effects cancel out: { $list }
decompose-other-way = { $said }; in the other direction: { $list }
decompose-end = { $said }.
decompose-held = No data, held unchanged: { $names }.
decompose-chained = Additive LMDI-I, chained year by year: years and periods add up.
decompose-direct = Additive LMDI-I, direct from the first year to the last; added up year by year (--chained), the effects are different.
decompose-difference = Additive LMDI-I between the two scenarios.
decompose-direct-window = Additive LMDI-I, direct from the first year to the last; added up year by year, the effects are different.
decompose-named-effect = { $name } { $effect }
decompose-unit-index = { $unit }; effects in index points
decompose-unit-percent = %; effects in points
decompose-unit-index-year = index points a year
decompose-rests = { $names } { $origin }
decompose-years-rest = { $years }: { $said }
decompose-from-data = from data
decompose-both = both
decompose-difference-column = Difference
decompose-share-column = Share
decompose-level-of = { $name } at the end
decompose-level-here = { $name } in this scenario
decompose-what = Decompose
decompose-from = from
decompose-via = by way of
decompose-to = to
decompose-in = in
decompose-how = Way
decompose-straight = no year between
decompose-against-list = against scenario …
decompose-against-name = against { $name }
decompose-against-none = no scenario: between two years
decompose-way-chained = year by year
decompose-way-direct = first to last
decompose-way-factors = by factor
decompose-way-levers = by lever
decompose-answer = { $year }: { $change }
decompose-question = What moved { $name }?
decompose-question-differs = Why does { $name } differ in { $year }?
decompose-year-by-year = Year by year
decompose-in-figures = The same in figures
decompose-none = This plan has no derived indicators, so there is nothing to decompose.
decompose-none-help = A derived indicator, such as value added × energy intensity, follows from others; only its changes have factors. A plan file of your own can define some.
decompose-no-answer = { $name } cannot be decomposed: { $reason }.
decompose-no-answer-help = What to do: { $help }.
decompose-others = Moved by their own rates alone
decompose-unread = that scenario cannot be read
decompose-bar = { $name }, { $span }: { $effect }
decompose-bar-formula = Σ L(after, before) · a · ln(value after ÷ value before), added up over the years; L: logarithmic mean of { $name }, a: exponent of the factor.
decompose-bar-formula-direct = L(after, before) · a · ln(value after ÷ value before); L: logarithmic mean of { $name }, a: exponent of the factor.
decompose-bar-formula-levers = The average, over all orders in which levers could move to this scenario, of what this one changes.
decompose-bar-values = { $name }: { $before } → { $after }
decompose-bar-held = no data; held unchanged
decompose-bar-change = change { $change }
decompose-copy = Copy table
attribute-error = Error
attribute-role = Set by
attribute-roles = Levers that policy sets: { $policy }; assumptions: { $assumption }.
attribute-exact = Shapley values: the average over all orders in which levers could move from one scenario to the other.
attribute-sampled = Shapley values from { $orders } sampled orders in which levers could move from one scenario to the other, with their standard errors.
attribute-base-year = the base years of the plans differ: { $first } and { $second }
attribute-not-shared = the two plans do not have the same levers and identities behind it; missing or different: { $names }
attribute-no-levels = { $name } has no levels in one of the scenarios, because a base value is missing
attribute-other-unit = { $name } is an index in one scenario and has a unit in the other
attribute-no-value = levers of one scenario together with those of the other give no number
attribute-help = choose another indicator, or scenarios that have more in common
cli-shapley-alone = shapley attributes the difference between two scenarios; name the other one with --against
cli-about-compare = Show what differs between scenarios: levers, levels and targets
cli-arg-compared = Scenario files; the first is the reference unless --reference names another
cli-arg-reference = Scenario that the others are compared with
cli-arg-by = Target or indicator by whose difference levers are sorted; without it, levers stand in the plan's order
compare-one = there is only one scenario, and nothing to compare it with
compare-one-help = name at least two: planpath compare FILE FILE
compare-nothing-shared = the plans of these scenarios have no indicator in common
compare-no-years = the plans of these scenarios have no years in common
compare-shared-help = compare scenarios whose plans have indicators with the same ids and units in the same years
compare-reference = { $name } (reference)
compare-lever = Levers that differ
compare-rate = Average rate
compare-effect = { $outcome }, { $scenario }
compare-level = Levels in { $year } that differ
compare-target = Targets that differ
compare-outcome = { $name }, { $year }
compare-same = The same as "{ $reference }": { $names }.
compare-counts = Levers that differ: { $levers } of { $all }; levels: { $outcomes } of { $indicators }; targets: { $targets } of { $promised }.
attribute-target-figure = { $name } (figure of the target)
compare-assumed = ° assumed: the plan's even path, because nothing was entered.
compare-not-shared = Not compared, because not all of the plans have them: { $names }.
compare-not-attributed = the difference is not attributed to levers: { $reason }
waterfall-change = What moved { $name }, { $first }–{ $last }
waterfall-difference = { $name } in { $year }: from "{ $first }" to "{ $last }"
waterfall-why = { $name }: why "{ $first }" and "{ $last }" differ
waterfall-residual = Residual
waterfall-raises = raises it
waterfall-lowers = lowers it
waterfall-raises-later = raises it after the last data
waterfall-lowers-later = lowers it after the last data
stack-title = What moved { $name }, year by year

## Window: Compare
compare-full = no more than { $most } scenarios can be compared at once
compare-full-help = remove one of them first
compare-file-changed = { $path } has changed and was read again
compare-file-gone = { $path } no longer exists; it is compared as it was last read
compare-file-unreadable = { $path } can no longer be read; it is compared as it was last read
compare-file-help = restore the file, or remove the scenario from the comparison
compare-take-years = this lever cannot be taken over, because the plan of the other scenario lacks it or has other years
compare-none = Add a scenario to compare
compare-none-why = Two to five scenarios stand side by side here: what differs between them, and which levers make the difference.
compare-as-reference = reference
compare-add = Add scenario
compare-add-open = Open scenarios
compare-add-example = Examples
compare-add-file = Scenario file...
compare-remove = Remove { $name } from the comparison
compare-make-reference = Compare the others with { $name }
compare-reading = reading the file
compare-what = What differs
compare-sorted-by = sorted by effect on
compare-keep-order = keep the plan's order
compare-copy = Copy table
compare-levels = Levels
compare-figures = Figures of targets
compare-average = average rate, { $first }–{ $last }
compare-effect-against = effect against { $reference }
compare-levers = Levers
compare-levers-differ = { $count } of { $all } differ
compare-outcomes = Outcomes in { $year }
compare-targets-differ = { $count } of { $all } targets differ
compare-no-effect = none on this
compare-no-target = no target
compare-letter-word = { $letter } { $word }
compare-letter-name = { $letter } { $name }
compare-all-alike = { $word } in all
compare-apart = { $word } → { $others }
compare-not = { $rate }, not { $other }
compare-remark = Remark
compare-show-equal = Show what is equal ({ $count })
compare-hide-equal = Hide what is equal ({ $count })
compare-take-over = Copy { $reference } with { $name } taken over from { $from }
compare-with = Compare with
compare-against = { $outcome }, against { $reference }:
compare-why = Why do they differ?
compare-chart = { $name }, { $year }: { $list }

## Window: Track
track-page-ledger = Ledger
track-page-actuals = Actuals
track-page-map = Feasibility map
track-all-levers = All levers
track-reach-all = Reach all targets...
track-no-targets = This plan has no targets.
track-binding = Binding targets
track-expected = Expected targets
track-row-in-words = { $name }, { $target }: { $standing }; official progress { $progress }; needed: { $required }
track-sentence = By { $year }: { $achieved }, { $progress } of the target against { $due } due. Still to do: { $remaining }. Needed: { $required }.
track-sentence-reached = By { $year }: { $achieved }, { $progress } of the target against { $due } due. The target has already been reached.
track-sentence-holds = By { $year }: { $achieved }. The target holds so far.
track-sentence-open = By { $year }: { $achieved }, { $progress } of the target against { $due } due, based in part on figures that are not data.
track-years-left = Years left
track-goal-seek = Goal-seek
seek-lever = Rates to adjust
seek-way = Method
seek-year = Year
seek-output = Largest firms: { $top }. Whole industry: { $all }.
seek-set = Set these rates
seek-set-nearest = Set nearest rates
reach-all-nearest = nearest only: { $reason }
actuals-import = Import table...
actuals-paste = Paste table
actuals-hint = Enter figures as published, falls with a minus sign. Paste cells from a spreadsheet into the first field of the range.
actuals-kind = Entered as
actuals-kind-of = { $name }: form of figures
actuals-row = { $name }: source and scope
actuals-cell = { $name } { $year }
actuals-follows = Follows from other figures
actuals-given-as = Entered as { $kind }: { $value }
actuals-forget = Discard this entry
kind-level = level
kind-annual-change = annual change
kind-cumulative-change = cumulative change
series-source = Source
series-scope = Scope
series-url = Web address of the source
series-confidence = Confidence
series-confidence-unset = not stated
series-confidence-of = { $name }: confidence
notice-figures-taken = { $count ->
    [one] 1 figure imported
   *[other] { $count } figures imported
}
map-across = Horizontal
map-up = Vertical
map-impossible = Level out of bounds
map-moves-nothing = No target depends on these two.
map-too-few-levers = A map needs two levers; this plan has fewer.
map-none = No map: { $name }: { $reason }
map-same-lever = The two axes exclude each other; choose another for one of them.
map-bad-range = the plan gives no valid rate range for it
map-in-words = Feasibility map. The scenario is at { $point }. There: { $here }. All targets of the map would be met on { $share } of it.
path-import-title = Import actuals
file-kind-table = Tables

## Importing actuals
table-too-large = { $path } exceeds the size limit for tables (100 MB)
table-too-large-help = copy the rows and columns needed into a separate file, or paste them
table-too-full = { $path } has more than { $limit } non-empty cells
table-too-spread = the cells of { $path } are too far apart: with the blank cells between them, there are more than { $limit }
table-too-much-text = { $path } has more than { $limit } MB of cell text
table-too-merged = { $path } has more than { $limit } merged cells
table-too-many-sheets = { $path } has more than { $limit } tables with content
table-unpacks = { $part } in { $path } decompresses to more than { $limit } MB
file-no-file = { $path } is a pipe or device, not a regular file
file-no-file-help = save its output to a file, and choose that file
table-nothing = { $path } is empty (0 bytes)
table-nothing-help = save or download it again; it may not have been written completely
table-other = { $path } is { $what }, which cannot be read as a table
table-other-help = open it in its own program and save the table as .xlsx or CSV, or copy and paste the cells
kind-archive = an archive
kind-data = a database or a statistics program's data file
kind-document = an Office document without a table
kind-mhtml = a single-file web page (MHTML)
kind-numbers = a Numbers spreadsheet
kind-old-excel = a worksheet from Excel 4 or earlier
kind-pdf = a PDF document
kind-picture = a picture
kind-slides = a presentation or a drawing
kind-word = a text document
kind-xlsb = a binary workbook (.xlsb)
kind-xml = an XML file without a table
kind-xml-spreadsheet = an XML Spreadsheet 2003
table-too-many-cells = { $path } has cells beyond row { $rows } or column { $columns }
table-empty = { $path } contains no figures
table-empty-help = choose a file that contains a table; a workbook with only charts has no figures
table-other-text = { $path } has an unknown text encoding: not UTF-8, UTF-16, GBK or Windows-1252
table-other-text-help = re-save it as CSV UTF-8 or as a workbook
table-cut-text = { $path } is neither UTF-8 nor GBK, or is truncated in the middle of a character
table-cut-text-help = re-save it as CSV UTF-8 or as a workbook, and make sure the copy is complete
table-no-text = { $path } is neither text nor a workbook
table-no-text-help = choose a CSV file, or a workbook ending in .xlsx, .xlsm, .xls or .ods
table-password = { $path } is password-protected
table-password-help = open it in its own program, save a copy without the password, and choose that; or copy and paste the cells
table-broken = { $path } cannot be read as a workbook: { $detail }
table-broken-help = the file is damaged or incomplete; open it in its own program and save it again, or paste the cells
table-macros-ignored = The workbook contains macros. They are ignored; only cell values are read.
paste-empty = nothing to paste
paste-empty-help = first copy the cells in the spreadsheet, with their years and names
import-no-headers = the table names no indicators and no years
import-no-names = the table names no indicators
import-no-years = the table names no years
import-years-elsewhere = the table mentions years ("{ $found }"), but none above or beside its figures
import-years-elsewhere-help = write the calendar year of each figure above it or beside it
import-no-headers-help = include the row with the years ({ $first } and so on) and the column with indicator names or ids, or say where the first figure belongs
import-no-name = no indicator for these figures
import-unknown-help = write the indicator's id or its name in either language
import-strangers = more than { $limit } names in the table match nothing in the plan { $plan }
import-strangers-help = copy the rows needed into a separate file, or paste them; for a workbook, name the sheet
import-did-you-mean = did you mean "{ $name }"?
import-text = "{ $found }" is not a number
import-text-help = write a plain number such as 8.2, 8.2% or 1,234.5, or leave the cell blank
import-two-values = "{ $found }" is more than one number
import-two-values-help = keep one number per cell
import-formula = the cell has no value: { $found }
import-formula-help = fix the formula, or leave the cell blank
import-two-cells = { $name }: two cells give different figures for { $year }
import-repeated = { $name }: another cell already gives this figure for { $year }
import-title = Figures from { $name }
import-pasted = the clipboard
import-sheet = Sheet
import-nothing = No figures for the plan's indicators were found in this table.
import-leave-out = Leave out
import-choose = Choose indicator
import-about = Indicator for { $name }
import-counts = { $accepted } to import, { $refused } rejected{ $asked ->
    [0] {""}
   *[other] , { $asked } open
}
import-new = New
import-replaces = Replaces { $old }
import-refusal = { $cell }, { $found }: { $what }; { $help }
import-first-figure = First figure belongs to
import-take = { $count ->
    [0] Nothing to import
    [one] Import 1 figure
   *[other] Import { $count } figures
}

## What results rest on

origin-implied = derived
origin-partly-assumed = partly assumed
origin-assumed = assumed
strand-known = actual
strand-set = set rates
strand-assumed = assumed: the plan's pace
legend-data-until = actual to { $year }
legend-data-then-derived = actual to { $own }, derived from data to { $year }
legend-data-then-interpolated = actual to { $own }, interpolated to { $year }
legend-derived-until = derived from data to { $year }
legend-interpolated-until = interpolated to { $year }
years-one = { $year }
years-several = { $first }–{ $short }
names = { $names }
counts-judged = { $judged } of { $all } targets { $judged ->
        [one] rests
       *[other] rest
    } on data or a set rate
counts-binding = { $judged } of { $all } binding targets { $judged ->
        [one] rests
       *[other] rest
    } on data or a set rate
counts-with-statuses = { $first }: { $statuses }
counts-and = { $first }, { $next }
counts-then = { $first }; { $next }
counts-met = { $count } met
counts-close = { $count } close
counts-missed = { $count } missed
counts-wrong-direction = { $count } in the wrong direction
counts-assumed = { $count } { $count ->
        [one] follows
       *[other] follow
    } the plan's own path because nothing was entered
counts-unknown = { $count } { $count ->
        [one] has
       *[other] have
    } no base value
counts-met-on-plan = { $count ->
        [one] Of those met, 1 depends on keeping the plan's pace.
       *[other] Of those met, { $count } depend on keeping the plan's pace.
    }
counts-met-partly-on-plan = { $count ->
        [one] Of those met, 1 depends, at least in part, on keeping the plan's pace.
       *[other] Of those met, { $count } depend, at least in part, on keeping the plan's pace.
    }
counts-met-between = { $count ->
        [one] Of those met, 1 rests on interpolation between data.
       *[other] Of those met, { $count } rest on interpolation between data.
    }
counts-met-on-set = { $count ->
        [one] Of those met, 1 depends on the set rates.
       *[other] Of those met, { $count } depend on the set rates.
    }
counts-partly-assumed = { $count } { $count ->
        [one] rests
       *[other] rest
    } in part on an assumption.
counts-plan-from-bases = No rate was set and no actual entered for the plan's years: these are even paths from the scenario's base values to the plan's own targets.
counts-plan-itself = No rate was set and no actual entered for the plan's years: this is the plan itself, judged against itself.
evidence-none = no base value
evidence-assumed = nothing entered
evidence-set = set rates
evidence-data = data to { $year }
evidence-data-then-set = data to { $year }, then set rates
evidence-data-then-plan = data to { $year }, then the plan's pace
evidence-data-then-both = data to { $year }, then set rates and the plan's pace
evidence-data-gaps = data to { $year }, gaps interpolated
evidence-gaps-then-set = data to { $year }, gaps interpolated, then set rates
evidence-gaps-then-plan = data to { $year }, gaps interpolated, then the plan's pace
evidence-gaps-then-both = data to { $year }, gaps interpolated, then set rates and the plan's pace
evidence-interpolated = interpolated between data
evidence-without-data = { $evidence }; no data, at set rates: { $names }
evidence-and-set = { $evidence }; at set rates: { $names }
evidence-and-paced = { $evidence }; at the plan's pace: { $names }
evidence-partly = { $evidence }; assumed: { $names }
finding-assumed = This follows from the plan's own path; nothing was entered.
finding-nothing-entered = On the plan's own path, as nothing was entered: { $names }.
finding-after-data = On the plan's own path from { $year } on: { $names }.
finding-after-each = On the plan's own path after their last data: { $names }.
status-assumed = assumed
status-on-line = on the line
verdict-assumed = assumed: the plan's own path
verdict-on-line = on the line: the target is { $promise }
verdict-would-be-on-line = would be on the line (the target is { $promise })
verdict-would-be-met = would be met
verdict-would-be-close = would be close
verdict-would-be-missed = would be missed
verdict-would-be-wrong-direction = would end in the wrong direction
verdict-between = { $verdict }, by interpolation between data
verdict-if-set = { $count ->
        [one] { $verdict } if { $years } goes as set
       *[other] { $verdict } if { $years } go as set
    }
verdict-if-plan = { $count ->
        [one] { $verdict } if { $years } keeps the plan's pace
       *[other] { $verdict } if { $years } keep the plan's pace
    }
verdict-if-both = { $count ->
        [one] { $verdict } if { $years } goes as set, with the plan's pace for { $paced }
       *[other] { $verdict } if { $years } go as set, with the plan's pace for { $paced }
    }
verdict-if-levers-set = { $verdict } with set rates for { $set }
verdict-if-levers-plan = { $verdict } with the plan's pace for { $paced }
verdict-if-levers-both = { $verdict } with set rates for { $set } and the plan's pace for { $paced }
implication-discrepancy = { $name }, { $year }: { $entered } was entered, but its inputs give { $identity }, a difference of { $size } %
implication-discrepancy-points = { $name }, { $year }: { $entered } was entered, but its inputs give { $identity }, a difference of { $size } points
implication-discrepancy-units = { $name }, { $year }: { $entered } was entered, but its inputs give { $identity }, a difference of { $size } { $unit }
implication-discrepancy-between = Interpolated for that year: { $names }.
implication-discrepancy-plan = On the plan's own path for that year, as nothing was entered: { $names }.
implication-band = { $low }–{ $high }
target-done = done
track-to-be-done = not done yet
solve-yes-or-no = the target is a task, done or not done, so no rate leads to it
solve-lost = the target is due every year and was missed in a past year
path-is-no-number = { $name } ({ $id }) would be out of range in { $year }
path-is-no-number-help = change base values or rates: levels must be finite, and at most 10^18 times the base value
path-has-no-percentage = { $name } ({ $id }): the change that its target asks for by { $year } cannot be expressed in percent, because it starts at { $level }
path-has-no-percentage-help = state the target as Level or Change, or give the indicator another base value
base-not-zero = { $id } counts from 0, so its base value must be 0
base-not-zero-help = remove the base value, or set it to 0
rate-done = { $id } is either done or not; { $rate } is neither
rate-done-help = write 1 for the year in which it is done, 0 for all others
rate-count-falls = { $id } is a running count and cannot fall by { $rate }
rate-count-falls-help = write 0 or more
actual-count-falls = { $id } is a running count and cannot fall to { $value } in { $year }
actual-count-falls-help = correct the figure; a running count never goes down
actual-done = { $id } is either done or not; { $value } in { $year } is neither
actual-done-help = write Level(0.0) before it is done and Level(1.0) from then on
actual-derived-needs-base = { $id } is derived and has no levels, because one of its inputs has no base value
actual-derived-needs-base-help = enter the missing base value first
plan-target-twice = { $id } has both target and targets
plan-target-twice-help = put all targets in targets
plan-target-needless-comparator = { $id }: a range or a task can be met in only one way
plan-target-needless-comparator-help = remove comparator
plan-target-no-comparator = { $id }: the target does not say on which side of its figure it is met
plan-target-no-comparator-help = add comparator: AtLeast, MoreThan, AtMost or LessThan
plan-scale = { $id } is a lever and cannot have scale { $scale }
plan-scale-help = remove scale, or write { $scale }, which follows from its dynamics
plan-target-same = { $id } has two targets of this form for { $year }
plan-target-same-help = remove one of them, or give it another due year
plan-target-mixed = { $id }: a count or task cannot be combined with other target forms
plan-target-mixed-help = create a separate indicator for the other target
plan-target-due = { $id }: no target can be due in { $year }
plan-target-due-help = write a year from { $first } to { $last }, or End
plan-target-each-year = { $id }: a target of this form cannot be due every year
plan-target-each-year-help = EachYear goes with Level, Between, AverageGrowth and Done
plan-target-count = { $id }: counts and tasks must be Additive
plan-target-count-help = write dynamics: Additive
plan-target-negative-decline = { $id }: a decline of { $value } % is a rise
plan-target-negative-decline-help = write form: CumulativeGrowth({ $value }){ $falls ->
        [yes] {" "}and dynamics: Growth
       *[no] {""}
    }{ $ceiling ->
        [yes] , with comparator: AtLeast
       *[no] {""}
    }
plan-target-negative-growth = { $id }: a growth of { $value } % is a fall
plan-target-negative-growth-help = write form: CumulativeDecline({ $value }){ $ceiling ->
        [yes] , with comparator: AtLeast
       *[no] {""}
    }
plan-target-between = { $id }: { $low } is above { $high }
plan-target-between-help = write the lower figure first: Between({ $low }, { $high })
plan-target-whole = { $id }: { $value } is not a valid count
plan-target-whole-help = write a whole number, 1 or more
column-basis = rests on
target-name-year = { $name }, { $year }
target-name-each-year = { $name }, every year
target-name-year-form = { $name }, { $year }, { $form }
target-name-each-year-form = { $name }, every year, { $form }
projected-in-year = { $figure } in { $year }
form-average-growth = average growth
form-cumulative-decline = fall
form-cumulative-growth = rise
form-level = level
form-change = change
form-between = range
form-count = number
form-done = task
cli-nothing-judged = no target rests on data or a set rate, so none can be called missed
solve-which-target = { $name } has several targets
solve-none-due = { $id } has no target "{ $when }"
status-would-be-on-line = would be on the line
track-lost = missed in a past year
solve-yes-or-no-help = set the rate to 1 in the year it is done
solve-lost-help = the past cannot be changed; choose another target
target-band = { $low }–{ $high }
figure-done = done
figure-not-done = not done
column-remark = Remark
sheet-remark-bounds = out of bounds: must be { $low } to { $high }
sheet-remark-number = no usable number: over 10¹⁸ times its base value, or not a number
sheet-remark-behind = based on impossible levels
status-impossible = cannot be judged
sheet-counts-impossible = ; with impossible levels: { $count }
sheet-uncertainty-error = Standard error, points
sheet-uncertainty-fixed = From draws of the scenario as exported: nothing here follows a changed cell.
sheet-uncertainty-high = 95 % interval to
sheet-uncertainty-levels = Levels by year
sheet-uncertainty-low = 95 % interval from
sheet-uncertainty-quantile = Quantile
sheet-workings = Workings
sheet-workings-help = From the figures on the sheet { $actuals } to known levels and the gaps between them. Nothing here is meant to be edited.
workings-forward = Known from figures for the year or earlier
workings-known = Known, including from a change in the following year
workings-next = Next known level, from this year on
workings-given = Changes given from this year to that one
workings-open = Years from this one to that one without a change
workings-factor = factor
workings-corrections = Derived indicators: from identities to actuals
workings-identity = from the identity
workings-correction-next = next actual divided by the identity's value, or minus it
workings-correction-years = years to the next actual
workings-correction = correction of the year's level: a factor, or points
workings-years = years
column-target-upper = Upper limit
legend-lower-limit = { $target }, lower limit
legend-upper-limit = { $target }, upper limit
workings-each-year = Targets due every year
workings-met = met (1) or not (0)
workings-worth = both added up: the lowest is the worst year
workings-worst = Worst year, counted from the base year
workings-counts = Target counts, as quoted above their table
workings-counts-all = all
workings-counts-binding = binding
workings-counts-judged = judged
workings-counts-set = would be met at set rates
workings-counts-plan = would be met, at least in part on the plan's pace
workings-counts-partly = resting in part on an assumption
workings-stretches = Even path, from one due year to the next
workings-reached = level reached in due years
workings-wanted = level once this target is included
workings-kept = even rate, including growth required every year
sheet-actuals-help = Marked cells can be filled in, changed or cleared, for every indicator with levels and every year: levels, rates, the years between, charts, targets and progress update. Where a year has several figures, the topmost counts: the level, else the change from { $year }, else the change on the year before. The latter leads forward from a level known for the year before, or back from one known for its own year. Years between two known levels follow a constant rate, and changes given for them are kept; the projection starts from the last known level. For a derived indicator, a figure replaces the value of its identity, and other years follow the identity from there. Levels that the program would reject are flagged and not judged; conflicting figures, which it also rejects, are not checked here.
sheet-actuals-input = actual that can be entered or changed
sheet-actuals-unused = no effect: a figure above it counts
sheet-actuals-follows = calculated level
sheet-actuals-from-nowhere = A change has no level to start from: enter the years before it, or a level.
sheet-actuals-number = Enter a number, or leave the cell empty.
sheet-actuals-set-aside = Level also entered: { $level }. The change from the base year was entered first and counts.
sheet-actuals-further = Other figures entered: for { $year } and earlier years, for indicators without levels, and levels not used. For reference only: nothing in the workbook depends on these cells.
sheet-levers-follow = Change a rate in a marked cell: trajectories, charts and targets update. Rates not set are the even ones to the target and move with it. Years up to the last one on the sheet { $actuals } follow from that sheet instead.
sheet-levers-unused = no effect: there are actuals
sheet-levers-outcome = Resulting rates
sheet-trajectories-follow = Levels are formulas that refer to the sheets { $actuals } and { $levers } and to each other. Base-year figures are fixed.
sheet-progress-follow = Official progress is calculated from the sheet { $trajectories }: it updates with rates, actuals and targets, and starts once an actual is entered on the sheet { $actuals }.
sheet-progress-unknown = No base value: { $names }
sheet-origins = What each level rests on
sheet-last-actual-step = Last actual (plan year)
sheet-scorecard-input = target figure that can be changed
sheet-charts-key = Lines: solid with filled marks, actual; thin with hollow marks, interpolated; solid without marks, derived from data, thin where partly assumed; dashed, projected from set rates, thin where partly assumed; dotted, assumed because nothing was entered.
legend-kind-until = { $kind }, to { $year }
legend-kind-of = { $scenario }: { $kind }
legend-stretch = { $kind } ({ $number })

# Lines by what they rest on
strand-derived = derived from data
strand-derived-in-part = derived from data, partly assumed
strand-set-in-part = partly assumed
strand-interpolated = interpolated
legend-history = before the base year
legend-target-promise-year = Target for { $year }: { $promise }
legend-target-promise-each-year = Target for every year: { $promise }
legend-target-average = Average target for { $years }: { $promise }
legend-target-needed = { $target }; { $needed }
legend-needed = Needed for the target
legend-target-or-needed = Target, or needed for it
target-needed = needed in { $years }: { $rate }
chart-origin-in-words = {" "}({ $origin })
chart-data-in-words = , { $data }
chart-history-in-words = . Before the base year: { $years }
chart-annotation-in-words = . { $annotation }
annotation-of-year = Annotation { $year }: { $text }
annotation-in-list = { $year }: { $text }
figure-annotation = { $number }. { $text }
chart-target-due-in-words = . Target for { $year }: { $promise } ({ $level })
chart-target-each-year-in-words = . Target for every year: { $promise } ({ $level })
chart-target-in-words = . { $target }

# Reports say what values rest on
overview-partly-assumed = { $standing } (partly assumed)
overview-partly-set = { $standing } (in part at set rates)
report-progress-partly-set = { $count ->
        [one] Of these, 1 rests on data only in part; the rest is at set rates: { $names }.
       *[other] Of these, { $count } rest on data only in part; the rest is at set rates: { $names }.
    }
report-progress-partly = { $count ->
        [one] Of these, 1 rests on data only in part; the rest is assumed: { $names }.
       *[other] Of these, { $count } rest on data only in part; the rest is assumed: { $names }.
    }
report-caption-run = { $years } { $basis }
report-method-rests = Basis of values
report-method-origins = Every value has one of these origins:
report-origin-base = the base-year level.
report-origin-actual = entered for this indicator and year.
report-origin-interpolated = between two actuals: at a constant rate where the indicator has its own rates; where it is derived, by its identity from interpolated values.
report-origin-implied = derived by identity from base values and actuals alone.
report-origin-projected = rests on a rate stated by the scenario.
report-origin-partly-assumed = derived by identity; some of its inputs are assumed, others are not.
report-origin-assumed = rests on the plan's even path, because nothing was entered. It says nothing about what happened or will happen.
report-method-basis = A target is judged if its indicator, or one it derives from, has actuals or a stated rate. If nothing was entered, it follows the plan's own path; it is called assumed and is not counted as met. As long as years are open, a target would be met, or would be missed, under the condition named: the set rates, or the plan's pace. A target whose inputs are partly assumed is judged, with the assumed ones named.
report-method-scale = Change is measured as a ratio, in percent, where levels multiply, and as a difference, in points, for shares and rates. A derived indicator is measured as its plan specifies; failing that, in points if its unit is %, otherwise as a ratio. So the same share is judged alike whether it is set or derived. Where the published value of a derived indicator differs from its identity, the published value holds for its year, later years continue from there, and the difference is reported.
column-rests-on = Rests on

## Window: what is shown rests on
score-in-full = { $name }: { $verdict }. Projected { $projected }, target { $target }, gap { $gap }, progress { $progress }. Rests on: { $evidence }
score-plain-in-words = { $name }: { $verdict }. Projected { $projected }, target { $target }. Rests on: { $evidence }
score-unknown-in-words = { $name }: { $verdict }. Target { $target }
lever-rate = { $years }: { $rate }
lever-with-basis = { $words } ({ $basis })
lever-set = set
lever-past = actual to { $year }; no open years
lever-no-number = invalid
lever-before-rise = rise
lever-before-fall = fall
lever-before-points = {""}
lever-behind-percent = % a year
lever-behind-points = points
lever-done-in = done in { $year }
lever-done-year = { $name }: done in
year-rests-on = { $name } ({ $origin })
origin-with-names = { $origin }; assumed: { $names }
track-verdict = Outcome: { $verdict }. Rests on: { $evidence }.
words-and-more = { $words }. { $more }
seek-leads-in = { $year }: { $projected } (target: { $target }), { $verdict }
reach-all-counts = Met by data or set rates: { $met }. Assumed, on the plan's own path: { $assumed }. Reached by the rates below: { $solved }. Not reachable this way: { $rest }.
map-rests-on = At each point both levers have that point's rates in their open years ({ $across }; { $up }); everything else is as in the scenario.
map-rests-on-values = At each point these two have that point's values ({ $across }; { $up }); everything else is as in the scenario.
map-assumed = Nothing was entered for { $names }; there the map follows the plan's even path.
actuals-derived = Derived from: { $names }. An entered value applies to its year; later years continue from it.

# What tables say about their figures.
import-promised = the heading indicates a target, plan or forecast
import-promised-help = only what has happened is an actual; to import it anyway, specify how to read it
import-limit = the heading or name indicates a limit, not an actual figure
import-worked-out = calculated from other figures
import-average = a multi-year average is not a figure for any one year
import-average-help = use the table with yearly figures, or specify how to read it
import-change-as-level = the cell says it is a change
import-change-as-level-help = read it as a change
import-unclear-way = the direction given in the table is unclear, or contradicts the figure's sign
import-unclear-way-help = write the figure with its sign
import-hidden = the cell, its row or its column is hidden
import-hidden-help = skipped unless hidden cells are included
import-struck = the cell is struck through in the workbook
import-struck-help = remove the strikethrough if the figure is valid
import-flagged = a flag beside the figure marks it as a forecast or target
import-brackets = the table explains its brackets, so they do not mean a minus
import-brackets-help = write the figure with its sign, without brackets
import-odd-base = the index base is not a single full year
import-odd-base-help = give an index based on one full year, or changes
import-units-differ = the name says { $name }, but the unit column says { $column }
import-spread = the cell is merged across several years or rows, so its figure belongs to none of them alone
import-spread-help = give each year and row its own cell
import-superseded = another cell has a more recent figure for { $year }
import-superseded-help = remove the more recent one if this one is meant
import-two-units = the cell shows { $painted }, but the heading or name says { $said }
import-two-units-help = make the two agree
import-painted = the number format shows the cell as "{ $found }", and the text it adds is not recognised
import-painted-help = use a plain number format, and give unit and direction in the name or heading
import-other-size = the cell is about a hundredth of its neighbours: perhaps 0.492 for 49.2 %
import-other-size-help = write it like the others
import-part-year = the heading covers only part of { $year }
import-no-single-year = the heading "{ $found }" does not stand for a single year
import-part-year-help = a full-year figure is needed
import-nominal = growth at current prices; the plan measures growth at constant prices
import-nominal-help = use real growth
import-points-of-ratio = in points, but changes of this indicator are in percent
import-points-of-ratio-help = give the change in percent, or the level
import-absolute-change = a change in absolute terms
import-absolute-change-help = give the level, or the change in percent
import-index-of-points = an index of a share
import-index-of-points-help = give the level, or the change in points
import-prices-current = amounts at current prices
import-prices-of = amounts at { $found } prices
import-base-used = used as the { $year } base of the other figures
import-base-used-help = the base year itself cannot have an actual
import-no-hundred = { $year } is stated to be 100, but the table has { $found }
import-no-hundred-help = correct the heading or that year's figure
import-ask-points = "{ $name }" is a share whose changes are in points, but the figures are in percent. Are they points?
import-ask-unit = What is the unit of "{ $name }"?
import-ask-growth-or-index = "{ $name }" is described as changes, but its figures look like an index (year before = 100). Which are they?
cli-arg-unit = Unit of an indicator's figures, if the table does not say
import-prices-help = amounts at { $year } prices are needed; deflate them, or give real growth
import-needs-base-value = { $name }: amounts in { $found } cannot be used without the base-year value
import-needs-base-value-help = include { $year } in the table, or set a base value in the scenario
import-unit = { $name }: cannot convert { $found } to the plan's unit
import-unit-help = the plan uses { $unit }
import-other-base = the figures are relative to { $year }
import-other-base-help = include the figure for { $base } in the table, or give changes since { $base } or on the year before
import-absurd = { $name }: read as they stand, these figures imply implausible changes
import-absurd-help = give the unit in the heading or beside the name, or specify how to read them
import-note-levels = read as levels: the table does not say so, but changes of that size would be unusual
import-note-annual = read as changes on the year before; the table does not say so
import-note-cumulative = read as changes since { $year }; the table does not say so
import-note-signs-kept = the name indicates a fall, and the figures have a minus already: read as they stand, as falls
import-note-falls = the name indicates a fall: figures read as falls
import-note-year-of-title = the table gives a year only in its title, "{ $text }": read as { $year }
import-note-prices = amounts assumed to be at { $year } prices; the table does not say
import-note-own-base = relative to the table's own figure for { $year }, which is not 100
import-note-comment = comment on this cell: { $text }
import-note-beginning = "{ $found }" read as { $name }, the only name starting that way
import-note-translation = "{ $found }" read as { $name }: the Chinese part is its name, the rest a translation
import-note-needs-base = { $name }: levels need a base value, which must come from the scenario they are added to
import-note-only = in the column { $heading }, only "{ $value }" is read
import-ask-decimal = Which decimal separator is used?
import-ask-index = "{ $name }" is an index: is it the year before or { $year } that equals 100?
import-ask-bare-index = Is "{ $name }" an index with { $year } = 100? If it gives amounts, they need a unit and the figure for { $year }.
import-ask-kind = What kind of figures is "{ $name }"?
import-ask-fractions = Are the figures of "{ $name }" fractions, such as 0.492 for 49.2 %?
import-ask-mixed-signs = "{ $name }" indicates a fall, but some figures have a minus. What do those mean?
import-ask-two-ways = "{ $name }" mentions both a rise and a fall. Are its figures rises, or sizes of falls?
import-ask-title-falls = The title indicates a fall, but some figures of "{ $name }" have a minus. What do those mean?
import-ask-some-ways = Only some figures of "{ $name }" state a direction. Are the others rises, or sizes of falls?
import-ask-around-falls = A title, note or heading indicates a fall, but "{ $name }" itself does not. Are its figures rises, or sizes of falls?
import-ask-falls = Are the figures of "{ $name }" rises, or sizes of falls?
import-ask-name = Does this mean { $about }, despite "{ $text }"?
import-ask-only = Which figures should be read? Choose one value of the column { $heading }.
import-ask-promised = "{ $text }" indicates a target, plan or forecast. Read the figures anyway?
import-ask-sample = "{ $text }" marks the figures as an example. Read them anyway?
import-ask-part = "{ $text }" indicates only part of the year. Read the figures anyway?
import-ask-year = No year stands above or beside the figures, and "{ $text }" may have been published later. Are the figures for the year it names?
import-ask-region = "{ $text }" indicates a region. Read the figures anyway?
import-ask-scope = "{ $text }" indicates a narrower scope, a single firm, or a different definition. Read the figures anyway?
import-ask-shifted = The number format scales the figures down ({ $text }), but no unit says so. Are they meant as stored?
import-ask-otherwise = "{ $text }" applies to some figures only. Read them as the rest of the table anyway?
import-ask-size = Some levels of "{ $text }" differ from the base value or their neighbours by a factor of three or more, or are zero. Read them?
import-ask-rate = Some changes of "{ $text }" are implausibly large for one year. Read them as changes?
import-said-promised = "{ $text }" indicates a target, plan or forecast
import-said-sample = "{ $text }" marks the figures as an example
import-said-part = "{ $text }" indicates only part of the year
import-said-year = no year stands above or beside the figures, and "{ $text }" may have been published later
import-said-region = "{ $text }" indicates a region
import-said-scope = "{ $text }" indicates a narrower scope, a single firm, or a different definition
import-said-shifted = the number format scales the figure down ({ $text }), but no unit says so
import-said-otherwise = "{ $text }" applies to these figures but not to the others
import-said-size = a level of "{ $text }" differs from the base value or its neighbours by a factor of three or more, or is zero
import-said-rate = a change of "{ $text }" is implausibly large for one year
import-rounded-twice = { $name }: this change for { $year } matches the levels beside it up to rounding; the levels are used
import-rounded-twice-help = to use the change instead, leave out the levels
import-said-help = actuals must be outcomes for a full year, within the plan's full scope
import-ask-take = { $name }: two series disagree. Which should be used?

# The command that reads tables.
cli-about-help = Print help, for the program or a command
cli-arg-help = Print help
cli-arg-version = Print the version
cli-heading-usage = Usage: { $usage }
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-usual-value = { $help } [default: { $value }]
cli-about-import = Read actuals from a table and show what would be stored
cli-arg-table = Table: CSV, workbook, or web page with a table
cli-arg-import-plan = Plan that defines the indicators: a built-in id or the path of a plan file
cli-arg-sheet = Name of the sheet to read
cli-import-nothing = Nothing to store: { $why }
cli-other-plan = the table is read for plan { $found }, but the scenario belongs to plan { $own }
cli-other-plan-help = omit --plan, or name a scenario of that plan
cli-arg-into = Scenario to add the figures to; left unchanged
cli-arg-import-output = Output file for the scenario with the figures; must not exist yet
cli-arg-decimal = Decimal separator: . or ,
cli-arg-sign = How to read figures that may be falls: as-written (−3.49 is a fall) or falls (3.49 is a fall)
cli-arg-take = Column to use where two disagree, by letter or heading
cli-arg-read = How to read an indicator's figures: level, annual_change or cumulative_change
cli-arg-fractions = Whether an indicator's figures are fractions, such as 0.492 for 49.2 %
cli-arg-name = Indicator meant by a name in the table; - skips the row
cli-arg-only = Figures to read: a column heading and the value wanted in that column
cli-arg-despite = Whether to read figures despite surrounding text that indicates targets, part-years or regions
cli-arg-hidden = Include hidden rows and columns
cli-unknown-sheet = no non-empty sheet named "{ $found }"
cli-unknown-sheet-help = sheets: { $allowed }
cli-unknown-kind = "{ $found }" is not a valid kind of figure
cli-unknown-kind-help = write level, annual_change or cumulative_change
cli-no-such-name = no row in the table is named "{ $found }"
cli-no-such-name-help = write the name as in the table, then = and the indicator's id
cli-no-such-column = "{ $found }" is not one of the columns to choose from
cli-no-such-column-help = write the column's letter or its heading
cli-none-possible = none in this table
cli-possible = possible values: { $allowed }
cli-no-such-label = no column or row "{ $found }" in the table identifies the figures
cli-no-such-text = the text "{ $found }" does not occur around the table's figures
cli-no-such-value = "{ $found }" does not occur in that column or row
cli-unknown-unit = unknown unit "{ $found }"
cli-unknown-unit-help = write a unit such as 万吨, kgce/t or %
cli-unit-not-asked = the unit of { $found } is already clear from the table
cli-unit-not-asked-help = omit --unit, or correct the unit in the table
cli-file-exists = { $path } already exists
cli-file-exists-help = choose another name, or remove the file first
cli-imported = { $count ->
    [one] 1 figure imported: { $path }
   *[other] { $count } figures imported: { $path }
}
cli-because = { $what }; { $help }
cli-import-sheet = Sheet: { $name }
cli-import-not-taken = Not imported:
cli-import-notes = Notes:
cli-import-open = The table leaves questions open, so nothing is stored. Answer with an option:
import-nothing-yet = Nothing can be stored yet.
and-more = and { $count } more
import-column-stored = Stored
import-column-written = In the table
cli-column-cell = Cell
import-results = the sheet "{ $name }" contains results of this program, not actuals
import-results-help = the actuals are on the sheet "{ $name }"
import-note-passed-over = the sheet "{ $name }" also has figures, but is hidden or a draft; it is read only if selected
import-ask-sheet = Several sheets have figures for the plan's indicators. Which one should be read?

# The dialog that shows a table before it is imported.
import-open = Open questions about this table
import-start-over = Start over
import-waiting = { $count ->
    [one] 1 figure awaits an answer
   *[other] { $count } figures await an answer
}
import-page-stored = To be stored: { $count }
import-page-left-out = Left out: { $count }
import-page-lines = Rows and columns: { $count }
import-page-table = Original table
import-nothing-left-out = Nothing was left out.
import-question-at = { $cell }: { $asks }
import-from-cell = { $found } ({ $cell })
figure-with-unit = { $value } { $unit }
import-column-replaces = Replaces
import-hidden-too = Include hidden rows and columns
import-answer-point = Point: 1,234.5
import-answer-comma = Comma: 1.234,5
import-answer-as-written = As written
import-answer-falls = Sizes of falls
import-answer-fractions = Fractions: 0.492 is 49.2 %
import-answer-no-fractions = As written
import-answer-despite = Read them anyway
import-answer-all = All of them
import-answer-take = { $name } (from { $cell })
import-answer-in-points = { $kind }, in points

# The answer strip.
strip-judged = { $all } { $all ->
    [one] target
   *[other] targets
}: { $judged } { $judged ->
    [one] rests
   *[other] rest
} on data or a set rate
strip-judged-short = { $all } { $all ->
    [one] target
   *[other] targets
}, { $judged } with data or a set rate
strip-others = { $count } { $count ->
    [one] does
   *[other] do
} not
strip-none-judged = No target rests on data yet; enter actuals or set a rate
strip-chip = { $status }: { $count }
strip-binding = { $count } binding (B): { $statuses }
strip-binding-short = { $count } binding
counts-brief = { $count } { $status }

# The cards of charts.
chart-choose = Choose charts
chart-copy-answer = Copy answer
chart-filtered = { $count ->
    [one] Chart of the one target that is “{ $filter }”
   *[other] Charts of the { $count } targets that are “{ $filter }”
}
chart-filtered-binding = { $count ->
    [one] Chart of the one binding target
   *[other] Charts of the { $count } binding targets
}
chart-filtered-none = No target is “{ $filter }”.
chart-filtered-back = Show the chosen charts
chart-missing-base = No base value; enter one
card-answer = { $result } · { $target } · { $status }
card-result = { $result } { $target }
card-target = target { $target }
card-target-of-year = target for { $year } { $target }
card-target-each-year = target every year { $target }
card-in-year = in { $year }
card-readout = { $year }: { $value }
card-readout-change = { $year }: { $value }, { $change }
card-readout-origin = { $readout } ({ $origin })
card-readout-beside = { $name } { $value }
result-growth-a-year = { $said } a year
result-fall-a-year = falls { $said } a year
result-fall = falls { $said }
result-rise = rises { $said }
mark-at-least = ≥ { $figure }
mark-more-than = over { $figure }
mark-at-most = ≤ { $figure }
mark-less-than = below { $figure }
mark-growth-a-year = { $said } a year
mark-fall-a-year = fall { $said } a year
mark-fall = fall { $said }
mark-rise = rise { $said }
mark-short = { $size } short
mark-over = { $size } too much
mark-level = → { $value }
mark-of-year = { $year }: { $mark }
band-data-until = data to { $year }
band-set = set
band-assumed = assumed
band-partly-assumed = partly assumed
band-via = via { $names }
even-path = even path
moved-times = { $name } × { $figure }
moved-divided = { $name } ÷ { $figure }
moved-adds = { $name } { $figure }
moved-published = actuals
moved-and = {" "}·{" "}
chip-point = { $year }: { $value } · { $rate }
chip-goes-on = { $years } { $count ->
    [one] goes
   *[other] go
} on at { $rate }
chip-rates-stay = { $years } keep their rates
chip-alike = { $years } alike
chip-alike-needs = { $years } alike; needed: { $needed }
chip-needs = needed: { $needed }
chip-alone = the last year alone
end-now = now { $value }
end-was = was { $value }
mode-cumulative-short = Cumulative
band-until = to { $year }

# The window's frame.
menu-help = Help
menu-all = Menu
language-short = English
palette-screen-is = Screen: { $name }
page-rates = Rates
tab-unsaved = { $name }, unsaved
tab-no-file = Not saved to a file yet
footer-explore = Point at a year and every chart reads it; drag a dashed or dotted point to set its rate
footer-explore-narrow = Point at a year and every chart reads it; click a mark at the right for its target
footer-compare = Click a row to show its chart; dotted lines, hollow rings and grey figures are assumed: nothing was entered for them
footer-track = Click a target for its progress in detail and the rate it still needs
footer-uncertainty = Drag the ends of a curve to set how wide it is; click a name to select its indicator
footer-decompose = Point at a bar: formula and figures. Click a factor to select its lever everywhere.
footer-report = Choose what the report contains; the preview shows it as it will be written
unsaved-one = 1 unsaved change: { $what }
unsaved-several = { $count } unsaved changes
unsaved-only-here = Not saved to a file yet
difference-brief = { $name } { $old } → { $new }
guide-close = Close the guide
rail-open = Show the targets
rail-close = Hide the targets
strip-judged-marks = { $judged }/{ $all } with data or a rate
strip-more-impossible = ✘ and { $count } more, under Implications

# The panel of targets.
targets-judged = On data or a set rate
targets-assumed = Assumed: no data, no rate set
targets-no-base = Not judged: no base value
targets-section = { $heading }: { $count }
targets-evidence = target, evidence
targets-leads = leads to
targets-needs = needs a year
targets-binding = B
targets-filter = Choose and sort targets
targets-shown = { $count } of { $all } shown: { $what }
targets-show-all = Show all targets
targets-seek = Click selects it everywhere; double-click or Ctrl+Enter opens goal-seek
evidence-key-actual = actual
evidence-key-interpolated = interp.
evidence-key-derived = derived
evidence-key-set = set
evidence-key-assumed = assumed
brief-points = { $change } pt
brief-now = now { $rate }
brief-via = via { $names }
brief-out-of-reach = no rate
chart-previous = Previous chart
chart-next = Next chart
tab-copy = Open a copy in a new tab

# Levers.
command-rates-table = All rates as a table
change-several = set several rates
levers-headline = Headline
levers-table = Table
levers-group = { $title }, { $count }
levers-none = This plan has no rates to set.
levers-search-clear = Clear the search
levers-show-all = Show all
matched-name = name: { $text }
matched-id = id: { $text }
matched-unit = unit: { $text }
matched-heading = heading: { $text }
levers-chosen = { $count } selected:
levers-chosen-none = Unselect
levers-set-all = set all to
levers-set-all-rate = Rate for all selected
levers-not-alike = rates counted in different units
levers-no-figure = not a number
levers-all-even = Even rates
levers-all-needed = Needed rates
levers-all-reset = Reset all
lever-name = Rate of { $name }
lever-restore = Restore the saved rate of { $name }
lever-value-hint = Click to type a rate.
lever-actual-to = actual to { $year }
lever-by-year = by year: { $rate }
lever-in-year = by year, { $year }: { $rate }
lever-needs = needs { $rate }
lever-even-brief = even { $rate }
lever-marks-separator = { " · " }
lever-would-be = { $year } would be { $level }, limit { $limit }
lever-back-to = back to { $rate }
lever-back-of = { $name }: { $back }
lever-output-top = largest firms, %
lever-output-all = industry, %
axis-points = points
years-escape = Esc closes
key-assumed = assumed
key-set = set
key-even = even rate
key-needed = still needed
table-back = Back to charts
table-fill-down = Fill down
table-hint = Type in a cell or paste a block from a spreadsheet. Grey years have actuals. Fill down goes to the levers below under the same heading that are counted alike.
table-cell = Rate of { $name } in { $year }

# The feasibility map in words, and what rates were ever observed.
map-region-one-met = { $met } would be met
map-region-one-missed = { $missed } would be missed
map-region-both = Both targets would be met
map-region-neither = Neither would be met
map-region-all = All { $all } targets would be met
map-region-none = None would be met
map-region-mixed = { $met } would be met, { $missed } missed
map-region-mixed-many = { $count } of { $all } would be met; missed: { $missed }
map-and = { $first } and { $last }
map-comma = { ", " }
map-boundary = { $name } target
map-boundary-rate = { $name }: { $rate }
map-now = Now: { $across }, { $up }
map-even = Even rates: { $across }, { $up }
map-way = All met from: { $across }, { $up }
map-at-pointer = At the pointer
map-at-scenario = Where the scenario stands
map-click-sets = Click: set both
map-other-targets = Other targets
map-not-moved = not moved by these two
map-other-count = { $count } { $status }
map-share-all = All met on { $share } of the map
map-share-both = Both met on { $share } of the map
map-share-one = Met on { $share } of the map
map-share-note = (a share of these axes, no probability)
map-target-row = { $said }, { $status }
map-axis-years = { $name }, { $unit }, { $years }
footer-map = Drag the dot: both levers follow. Arrow keys move it by 0.01, with Shift by 0.1
observed-beyond = beyond anything observed ({ $observed })
observed-within = within what was observed ({ $observed })
observed-none = no yearly rate observed
observed-in = { $rate } in { $year }
observed-range = { $least } to { $greatest }
data-behind = derived, with data for { $names }
data-behind-own = derived, with data of its own
reach-all-target = Target
reach-all-lever = Lever
reach-all-now = Now
reach-all-new = New
reach-all-remark = Observed, outcome
words-apart = { $words }; { $more }

# What moves a target: the list below the targets
moves-heading = What moves { $name }
moves-per-point = for 1 point a year
moves-rise = { $name } rising 1 point a year faster in { $years } moves { $target } by { $effect }
moves-fall = { $name } falling 1 point a year faster in { $years } moves { $target } by { $effect }
moves-points = { $name } gaining 1 point a year more in { $years } moves { $target } by { $effect }
moves-units = { $name } gaining 1 { $unit } a year more in { $years } moves { $target } by { $effect }
raised-rise = growth 1 point higher
raised-fall = fall 1 point faster
raised-points = +1 point a year
raised-units = +1 { $unit } a year

# Probabilities from draws.
chance-above = >{ $share }
chance-below = <{ $share }
chance-error = ±{ $points } points
chance-error-below-one = < 1/{ $size }
chance-with-error = { $share } ({ $error })
chance-binding = All judged binding targets together: { $share }.
chance-judged = All judged targets together: { $share }.
chance-open = All judged targets that are not decided yet: { $share }.
chance-decided = { $count ->
    [one] 1 judged target is decided by data already.
   *[other] { $count } judged targets are decided by data already.
}
chance-excluded = { $count ->
    [one] 1 target is left out, because it rests on nothing entered.
   *[other] { $count } targets are left out, because they rest on nothing entered.
}
chance-drawn-sobol = { $size } draws from scrambled Sobol' points, seed { $seed }.
chance-drawn-random = { $size } draws from pseudo-random points, seed { $seed }.
chance-uneven = { $size } is not a power of two, so that the points are less even; { $next } would be more exact
chance-outside = { $count } draws ({ $share }) take { $name } out of what is possible; targets that need it count as not met there.
chance-year-by-year = Quantiles hold year by year; a single draw need not follow one of them.

# Kinds of things that the palette finds
palette-command = Command
palette-open = Open scenario
palette-recent = Recent file
palette-example = Example
palette-new = New scenario
palette-lever = Rate
palette-indicator = Derived
palette-target = Target
palette-setting = Setting

# How uncertain rates are.
uncertainty-none = No rate is uncertain yet
uncertainty-begin = Say how uncertain a rate is, and its curve shows the range in which it may lie. A rate that was assumed is then stated by the scenario as well.
uncertainty-begin-with = Make { $name } uncertain
spread-title = Uncertain rates
spread-counts = { $uncertain } uncertain, { $fixed } fixed
spread-none-set = Fixed: no uncertainty set
spread-rate = { $years }: { $rate }
uncertainty-role = decided by
spread-kind-normal = normal
spread-kind-triangular = triangular
spread-kind-uniform = uniform
spread-is-normal = normal, sd { $sd }
spread-is-triangular = triangular, { $low } to { $high }
spread-is-uniform = uniform, { $low } to { $high }
spread-years-alike = alike
spread-years-independent = independent
spread-years-related = autocorrelated
spread-years-correlated = autocorrelated { $rho }
spread-in-full = { $spread }, { $years }; nine tenths of all draws between { $low } and { $high }
spread-of = Spread of { $name }: { $spread }
spread-sd = sd
spread-lowest = lowest
spread-likeliest = likeliest
spread-highest = highest
spread-rho = from year to year
spread-field = Spread of { $name }: { $figure }
spread-low-end = Lower end of the spread of { $name }
spread-high-end = Upper end of the spread of { $name }
spread-give = Make the rate of { $name } uncertain
spread-cannot = { $name } cannot be uncertain: all its years are actual, it has no base value, or it is either done or not
spread-everywhere-before = Each rate ±
spread-everywhere-after = % of itself:
spread-everywhere-share = Share of each rate, in percent
spread-scope-stated = the { $count } rates set
spread-scope-all = all { $count } rates
spread-everywhere-done = { $stated ->
    [0] Spread set on { $count } rates
   *[other] Spread set on { $count } rates; { $stated } of them, until now assumed, are now stated by the scenario
}
spread-everywhere-still = { $done }. Fixed, as their rate is 0: { $names }
spread-percent-fault = a share of the rates must lie between 0 and 100 %
spread-percent-fault-help = type a figure such as 10
spread-rate-stated = { $name }: the scenario now states its rate, { $rate }, which was assumed until now
spread-fault = these figures describe no distribution
spread-fault-help = the standard deviation must be above 0; lowest, likeliest and highest rate must be in this order, the lowest below the highest
spread-years-fault = the correlation from year to year must lie between -1 and 1
spread-years-fault-help = type a figure such as 0.6; for a correlation of 1, choose "years alike"
spread-not-here = this rate cannot be uncertain
spread-not-here-help = only rates of years that are still open can be, of indicators with a base value that are not merely done or not
lever-with-spread = { $words }; { $spread }

# Fans and histograms of draws.
fan-median = median { $value }
fan-median-name = median
fan-quantile = { $share } { $value }
fan-band = { $low } to { $high } %
fan-samples = single draws
fan-year-by-year = year by year
fan-in-words = { $name }, { $unit }, quantiles year by year; in { $year }: { $ends }.
histogram-title = { $name }, { $year }
histogram-in-words = How often draws end where: { $name }, { $year }.
histogram-sides-in-words = {" "}Target { $target }: { $met }, { $missed }.
histogram-empty = no draws

# Probabilities on screen.
band-drawn = drawn
histogram-of-year = { $year }, how often
draws-under-way = Drawing…
draws-again = Draw anew
draws-made = { $size } draws · seed { $seed } · { $seconds } s
draws-size-label = Draws
draws-of = { $size } draws
draws-double = double
draws-points-label = Points
draws-points-sobol = Sobol' points, scrambled
draws-points-random = pseudo-random
draws-samples = single draws
draws-window-size = so many draws cannot be made
draws-window-size-help = type a number from 1 to { $most }
likely-title = Probability
likely-error = ± standard error
likely-assumed = assumed, no probability
likely-binding = { $count } binding, together
likely-judged = { $count } judged, together
likely-apart = { $count } together; if independent of each other { $share }
likely-met = met { $share }
likely-missed = missed { $share }
likely-median = median { $value }
likely-median-falls = median falls { $value }
likely-median-falls-a-year = median falls { $value } a year
likely-median-rises = median rises { $value }
likely-median-rises-a-year = median rises { $value } a year
likely-nine-tenths = nine of ten draws between { $low } and { $high }
likely-answer = { $median }, { $rest }
likely-separator = {" · "}
likely-in-words = {" "}The target is met in { $share } of the draws.
likely-answer-one = { $name }: target met in { $share }
likely-answer-binding = { $count } binding targets together: { $share }
likely-settling = { $size } draws: { $share }
rank-title = Which rates matter most?
rank-low = 10 % quantile
rank-high = 90 % quantile, others at median
rank-shares = Share of variance (95 %)
likely-mark = P { $share }
likely-row = P { $share }
likely-told = Probability of meeting the target: { $share }
likely-told-few = { $told }, from { $size } draws so far
likely-told-earlier = { $told }, before the last change
likely-told-from = { $told }, with rates drawn from { $year } on
likely-beside = { $words }. { $told }
likely-column = P
likely-choose = Draws of { $name }; choose another indicator
likely-certain = the same in every draw
correlations-title = Correlations
correlations-none = none
correlations-too-few = take two uncertain rates
correlations-more = { $named }, and { $count } more
correlations-edit = edit
correlations-of-rates = Correlations between uncertain rates
correlations-help = A figure between -1 and 1 says how far two rates deviate together. Correlated rates share one rule for years.
correlations-hint = Type a figure; Enter, Tab and the arrows go on, Delete removes a correlation.
correlations-cell = Correlation of { $one } and { $other }
correlations-close = Close
correlation-brief = { $one } and { $other } { $rho }
correlation-window-years = { $one } and { $other } follow different rules for years: { $first } and { $second }
correlation-window-years-help = give both the same rule for years first
proposal-ask = Propose from actuals
proposal-rate = { $year }: { $rate }
proposal-from = Yearly rates between years with data: { $rates }. Mean: { $mean }; standard deviation { $deviation }.
proposal-is = Proposed for one more year like these: normal, sd { $sd } (√(1 + 1/{ $count }) times that), each year independent.
proposal-unsure = With { $count } years the true deviation may be { $low } to { $high } times as large (95 %).
proposal-drift-above = Their mean is { $drift } above the rate of the open years; the spread leaves that out.
proposal-drift-below = Their mean is { $drift } below the rate of the open years; the spread leaves that out.
proposal-take = Use sd { $sd }, independent years
proposal-not-measured = Nothing can be proposed: it is derived, or either done or not.
proposal-no-base = Nothing can be proposed: there is no base value.
proposal-no-open-year = Nothing can be proposed: all years have actuals.
proposal-too-few = Nothing can be proposed: it takes { $fewest } yearly rates between years with data, and there are { $count }. Interpolated years do not count.
proposal-all-alike = Nothing can be proposed: all yearly rates between years with data are the same.
draws-size-field = Number of draws
draws-seed-label = Seed
draws-seed-field = Seed of the draws
draws-no-whole = no whole number
index-of-year = { $year }: { $said }
rank-by-year = year by year
rank-years = Total; solid: first order
rank-years-shapley = Share of variance, year by year
