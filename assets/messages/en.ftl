# Planpath in English. zh-CN.ftl has the same ids in the same order; tests/documents/messages.rs compares them.

## Levels of a report
level-error = error
level-help = what to do

## Files
file-cannot-read = cannot read { $path }: { $reason }
file-cannot-save = cannot save { $path }: { $reason }
file-io-help = check the path and your permissions, or choose another place
file-too-large = { $path } is larger than any plan or scenario (8 MB)
file-too-large-help = choose the scenario file itself, usually a few kilobytes ending in .ron
file-cannot-encode = this document has no RON form: { $detail }
file-not-utf8 = the file is not UTF-8 text
file-not-utf8-help = save it again as UTF-8; an editor on Chinese Windows may have saved it as GBK ("ANSI")
file-utf16-help = the file is UTF-16 ("Unicode" in Windows Notepad); save it again as UTF-8
file-empty = the file is empty
file-empty-help = a scenario begins with (format: 1, name: "...", plan: "..."); see scenarios/ for examples
file-newer-format = this file has format { $found }, but this program knows formats up to { $known }
file-newer-format-help = open it with a newer Planpath; the file was left as it is
file-unknown-format = there is no format { $found }
file-unknown-format-help = this program reads format: { $first } and format: { $known }; write one of them
io-not-found = there is no such file or folder
io-permission-denied = permission is denied
io-is-a-directory = it is a folder
io-not-a-directory = it is not a folder
io-storage-full = the disk is full
io-read-only = the disk is read-only
io-other = { $detail }
io-closed = it is closed

## RON syntax
syntax-unknown-field = there is no field "{ $found }" here
syntax-unknown-variant = "{ $found }" is not one of the possible forms
syntax-missing-field = the field "{ $field }" is missing
syntax-missing-field-help = add { $field }: ... before the closing parenthesis
syntax-duplicate-field = the field "{ $field }" is given twice
syntax-duplicate-field-help = keep one of the two
syntax-unexpected-end = the file ends too early
syntax-unexpected-end-help = a closing parenthesis, bracket, brace or quotation mark is missing
syntax-unexpected-word = the word "{ $found }" cannot stand here
syntax-unexpected-word-help = begin with the opening parenthesis; no name stands in front of it
syntax-unexpected-sign = the sign { $found } cannot stand here
syntax-expected-list = expected a list in square brackets
syntax-expected-list-help = write the values in square brackets, with commas between them: [..., ...]
syntax-expected-boolean = expected true or false
syntax-expected-boolean-help = write true or false, without quotation marks
syntax-expected-comma = expected a comma
syntax-expected-comma-help = put a comma after each field and value; a missing bracket or quotation mark above has the same effect
syntax-expected-number = expected a number
syntax-expected-whole-number = expected a whole number
syntax-expected-whole-number-help = write a whole number without a point, such as 1 or 2011
syntax-number-range = this number is too large or too small here
syntax-expected-map = expected a map in braces
syntax-expected-map-help = write the entries as { "{" }"erp": 60.0{ "}" }, or by year as { "{" }2011: Level(49.2){ "}" }
syntax-expected-colon = expected a colon
syntax-expected-colon-help = write name: value for a field and "id": value in a map
syntax-expected-text = expected a text in double quotation marks
syntax-expected-text-help = write "..." with straight double quotation marks; where nothing should follow, a closing brace is missing
syntax-unclosed-text = the text has no closing quotation mark
syntax-unclosed-text-help = put a quotation mark at the end of the text
syntax-expected-words = expected a text, or one text per language
syntax-expected-words-help = write "..." or (zh: "...", en: "...")
syntax-expected-pair = expected two numbers in parentheses
syntax-expected-group = expected an opening parenthesis
syntax-expected-group-help = write (...) here; a form takes its value in parentheses, as in Constant(8.0)
syntax-expected-group-end = expected the closing parenthesis )
syntax-expected-group-end-help = close the parenthesis, or remove what is too much before it
syntax-expected-name = expected a name
syntax-expected-name-help = write a name without quotation marks: of a field, as in unit: "%", or of a form, as in Constant(8.0), Level(49.2) or AtLeast
syntax-bare-number = expected a name before the number { $found }
syntax-bare-number-help = say what the number is: Constant(8.0) for a rate, Level(49.2) for an actual, sd: 1.0 in a distribution
syntax-unclosed-comment = a comment /* is not closed
syntax-unclosed-comment-help = put */ at its end, or begin each of its lines with //
syntax-bad-escape = a backslash in a text must be followed by n, t, u, a quotation mark or another backslash
syntax-bad-escape-help = write two backslashes for one; in paths, / works on every system
syntax-trailing = there is something after the end of the document
syntax-trailing-help = remove it, or a closing parenthesis too many before it
syntax-other = this is not valid RON: { $detail }
syntax-other-help = compare with the plans in seeds/ and the scenarios in scenarios/
syntax-decimal-comma-help = if this is one number, write it with a point: 8.5
syntax-percent-help = write percentages as plain numbers: 8.0 is 8 %
syntax-look-alike-help = write the plain sign { $meant } in place of { $found }
syntax-allowed = possible here: { $allowed }
did-you-mean = did you mean "{ $name }"? Possible here: { $allowed }

## Checks that plans and scenarios share
given-twice = "{ $id }" is given twice
given-twice-help = keep one of the two
not-finite = { $id }: a number must be finite, not NaN or infinite
not-finite-help = write a plain number such as 8.0
base-not-positive = { $id }: the base value must be above zero
base-not-positive-help = a quantity that grows or falls by percentages cannot start at zero or below
base-out-of-bounds = { $id }: the base value must lie between { $low } and { $high }
base-out-of-bounds-help = correct the value, or the bounds in the plan
unknown-indicator = plan { $plan } has no indicator "{ $found }"
path-leaves-bounds = { $name } ({ $id }) would be { $level } in { $year }, outside { $low } to { $high }
path-leaves-bounds-help = change its rates or its base value so that the path stays inside
path-leaves-bounds-derived-help = change the levers that it follows from

## Checks of plans
plan-is-scenario = this is a scenario, not a plan
plan-is-scenario-help = a plan has indicators; to run a scenario: planpath run FILE
plan-years = a plan cannot run from { $base } to { $end }
plan-years-help = end_year must be 1 to 50 years after base_year
plan-bad-id = "{ $id }" cannot be an id
plan-bad-id-help = use lower-case letters, digits and hyphens, beginning with a letter, at most 100 characters, such as energy-intensity
plan-no-indicators = the plan has no indicators
plan-no-indicators-help = add at least one to indicators: [...]
plan-too-many = the plan has { $count } { $what ->
    [indicators] indicators
    [categories] categories
    [headline] headline charts
   *[targets] targets
}, more than the { $limit } that a plan can have
plan-too-many-help = split it into several plan files, one for each part
plan-unknown-category = there is no category "{ $found }"
plan-no-categories-help = add categories: [(id: "{ $found }", name: "...")] to the plan
plan-derived-base = { $id } is derived and cannot have a base value of its own
plan-derived-base-help = remove base; the value follows from the expression
plan-bad-range = { $field } must be two finite numbers, the lower first
plan-bad-range-help = write for example (0.0, 100.0)
plan-target-out-of-reach = the target of { $id } lies where no path of it can go
plan-target-out-of-reach-help = growth must be above -100 %, a decline below 100 %, and the level it leads to within the indicator's bounds
plan-target-no-ratio = { $id } is derived and changes by ratios, and no ratio leads to its target of { $value }
plan-target-no-ratio-help = write scale: Points for it, so that its changes are differences
plan-target-form = { $id } changes by points, so its target cannot be a rate of growth or decline
plan-target-form-help = use Level(...) or Change(...)
plan-target-ceiling = { $id }: a growth or decline target is a floor
plan-target-ceiling-help = use AtLeast or MoreThan; a decline of at least 21 % is CumulativeDecline(21.0), AtLeast
plan-target-floor = { $id } is meant to decline, so its target level is a ceiling
plan-target-floor-help = use AtMost or LessThan
plan-target-growth-of-decline = { $id } is meant to decline, but its target asks for growth
plan-target-growth-of-decline-help = write dynamics: Growth if it is to grow, with AtLeast or MoreThan; a fall is CumulativeDecline(...)
plan-bad-iamc = "{ $found }" cannot be the name of an IAMC variable
plan-bad-iamc-help = write levels in plain ASCII with | but no blanks between them, each beginning with a letter, such as Value Added|Industry
expression-unknown-id = the expression uses "{ $found }", which is no indicator of this plan
expression-unexpected = "{ $found }" cannot stand there in an expression
expression-unexpected-end = the expression ends where a value should follow
expression-unclosed = a parenthesis in the expression is not closed
expression-too-deep = the expression is nested too deeply
expression-too-deep-help = move a part of it into a derived indicator of its own
expression-help = expressions have ids, numbers, + - * / and parentheses; put blanks around a minus sign, because ids contain hyphens
expression-cycle = these derived indicators depend on each other in a circle: { $ids }
expression-cycle-help = express one of them by levers only

## Checks of scenarios
scenario-is-plan = this is a plan, not a scenario
scenario-is-plan-help = a scenario names its plan: (format: 1, name: "...", plan: "..."); to see a plan: planpath plan FILE
scenario-unknown-plan = there is no built-in plan "{ $found }"
scenario-unknown-plan-help = use a built-in id ({ $allowed }) or the path of a plan file, ending in .ron, relative to this file
scenario-plan-foreign = { $path } is not a plan file
scenario-plan-unreadable-help = give a built-in id, or the path of a plan file relative to this file
scenario-derived = { $id } is derived ({ $expression }) and cannot be set
scenario-derived-help = set the levers that it follows from
scenario-output-growth = { $id } is not a concentration ratio, so it cannot follow from output growth
scenario-output-growth-help = use Constant(...) or Yearly([...])
scenario-wrong-length = { $id }: the list has { $found } rates, the plan has { $expected } years
scenario-wrong-length-help = give one rate for each year from { $first } to { $last }
rate-beyond-reason = { $id }: a rate of { $rate } is beyond anything that can be meant
rate-beyond-reason-help = rates are in percent a year, 1,000 at most, or in points of the unit a year
rate-inadmissible = { $id }: a rate of { $rate } would leave nothing
rate-inadmissible-help = growth must be above -100 % a year, a decline below 100 % a year
scenario-bad-spread = { $id }: these figures do not describe a distribution
scenario-bad-spread-help = sd must be above zero; min, mode and max must be in order, with min below max
scenario-bad-correlation = { $id }: a correlation lies between -1 and 1
scenario-bad-correlation-help = write for example Correlated(0.6)
actual-year = { $id }: { $year } is not a year of the plan that can have an actual
actual-base-year-help = the base year's value belongs in bases
actual-year-help = actuals can be given for { $first } to { $last }
actual-impossible = { $id }: { $value } is impossible here
actual-impossible-help = shares lie within their bounds; a level of a growing or falling quantity is above zero, and it cannot fall by 100 % or more
actual-no-number = { $id }: the level of { $year } is beyond any use
actual-no-number-help = correct the figure: levels are at most 10^18 times the base value
plan-target-strict-count = { $id }: more than { $value } whole things are at least { $next }
plan-target-strict-count-help = write form: Count({ $form }), comparator: AtLeast
plan-target-strict-about = the target of "{ $id }" is strict and "about" at once
plan-target-strict-about-help = "about" goes with AtLeast or AtMost: write comparator: { $comparator }, or leave out about
actual-needs-base = { $id }: a level cannot be compared without a base value
actual-needs-base-help = add the base year's value to bases, or give a change instead
actual-contradiction = { $id }: the figures for { $year } contradict each other: one gives { $says }, the others give { $others }
actual-contradiction-help = correct or remove one of them; differences within rounding are accepted
actual-from-nowhere = { $id }: the change in { $year } builds on the level of { $before }, which is not known
actual-from-nowhere-help = add a figure for the year before, or give a level or cumulative change instead

## Command line
cli-about = A simulator for five-year plans: which annual rates lead to the targets
cli-arg-file = Scenario to open in the window
cli-arg-lang = Language of what is shown: en or zh
cli-arg-format = How to print: table, json or csv
cli-arg-scenario = Scenario file
cli-arg-files = Plan and scenario files
cli-arg-plan = Plan: a built-in id or the path of a plan file
cli-arg-require-met = Exit with 3 when a target is not met
cli-file-and-command = give either a file for the window or a command; a command takes its file after its name: planpath run FILE
usage-unknown = the argument "{ $found }" is not known here
usage-missing = missing: { $names }
usage-twice = { $name } is given more than once
usage-conflict = { $one } and { $other } cannot be used together
usage-no-value = { $name } needs a value
usage-bad-value = "{ $found }" is not a value of { $name }
usage-other = { $text }
usage-meant = did you mean "{ $name }"? All there is: { $help }
usage-values = possible: { $values }. All there is: { $help }
usage-help = all there is: { $help }
cli-about-plans = List the built-in plans
cli-about-plan = Show a plan's indicators, targets and sources
cli-about-check = Validate plan and scenario files
cli-about-run = Project a scenario and judge every target
cli-cannot-print = Cannot write to standard output: { $reason }
cli-cannot-print-help = send the output to a file or a program that takes it
cli-unknown-plan = there is no built-in plan "{ $found }"
cli-unknown-plan-help = built in: { $allowed }. Or give the path of a plan file.
cli-check-scenario = { $path }: sound (scenario of { $plan })
cli-check-plan = { $path }: sound (plan { $plan })
cli-check-faults = { $faulty ->
        [one] one file has faults
       *[other] { $faulty } files have faults
    }
cli-targets-not-met = { $missed ->
        [one] one target is not met
       *[other] { $missed } targets are not met
    }
cli-no-window = There is no window: { $reason }
no-window-built = this program was built without it, for the command line alone
no-window-display = no display can be reached ({ $detail })
no-window-graphics = the graphics system cannot be started (wgpu: { $first }; OpenGL: { $second })
cli-no-window-next = Here are the targets of the default scenario instead. For another one, or to export the figures:
        planpath run FILE --format table|json|csv
cli-no-window-file = Here are the targets of the scenario instead. For all figures, or to export them:
        planpath run FILE --format table|json|csv
cli-legend = * actual, ~ interpolated, ^ derived from actuals, # partly assumed, ° assumed: the plan's even path; no mark: base year or set rates

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
column-id = Id
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
menu-new = New scenario for a built-in plan
menu-recent = Recent files
menu-decimals = Decimals
decimals-as-needed = As many as needed
command-new = New scenario
command-new-from-plan = New scenario for a plan file...
command-forget-recent = Forget recent files
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
change-reload = file read again
change-pasted = figures pasted or imported
change-continued = years left set
change-reached-all = all targets reached
change-mapped = point of the map moved
command-reset-lever = Reset to plan
command-copy-scores = Copy targets
command-palette = All commands...
command-guide = Guide
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-none = Natural size
palette-hint = What do you want to do?
palette-nothing = No command has these words.
palette-chart = Chart
palette-screen = Screen
screen-explore = Explore
screen-track = Track
screen-report = Report
theme-system = Colours as the system
theme-light = Light
theme-dark = Dark
document-copy-name = { $name } (copy)
document-new-name = New scenario
tab-pin = Show { $name } on every chart
tab-unpin = No longer show { $name } on every chart
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
document-changed = (unsaved)
file-kind-scenario = Planpath scenario

## Window: Explore
panel-levers = Levers
panel-levers-beside = annual rates
page-charts = Charts
panel-scorecard = Targets
levers-search = Search levers
levers-none-found = No lever has this name.
lever-more = Years and note of { $name }
lever-revert = Back to the saved file
lever-note = Note on { $name }
lever-note-heading = Note
lever-note-hint = Why this rate: an assumption, a policy, a source
mode-points = points a year
mode-output = from output growth
output-top = Output growth of the largest, % a year
output-all = Output growth of the industry, % a year
parameter-base = base value
year-rate = { $name } { $year }
schedule-fill = Fill right
schedule-ramp = Ramp
schedule-more = × 1.1
schedule-less = × 0.9
schedule-constant = Constant
lever-yearly = by year
lever-output-growth = by output
lever-out-of-bounds = out of bounds
lever-reset = Reset { $name } to the plan
about-unit = Unit: { $text }
about-scope = Scope: { $text }
about-target = Target: { $text }
about-source = Source: { $text }
about-actuals = Source of actuals: { $text }
about-note = Note: { $text }
about-wording = The plan's wording: { $text }
mode-level = Level
mode-index = Index
mode-cumulative = Cumulative change
mode-annual = Annual change
mode-progress = Official progress
unit-progress = % of the way to the target
unit-progress-of = % of the way ({ $target })
unit-percent-since = % since { $year }
chart-mode = Show
chart-choose = Charts...
chart-enlarge = Enlarge
chart-shrink = Show all charts
chart-earlier = Move forward
chart-later = Move back
chart-hide = Hide this chart
chart-copy = Copy the figures
chart-copy-picture = Copy picture
chart-menu = More for { $name }
chart-no-mode = This cannot be shown for this indicator.
page-implications = Implications
page-history = History
filter-all = all
filter-not-met = not met
filter-all-categories = Every heading
filter-category = Heading
filter-binding = binding
sort-by-progress = furthest first
score-required = needed: { $required }
implication-show = Show the chart of { $name }
history-steps = Steps
history-beginning = Beginning
history-more = { $count } more
history-against-file = Differs from the saved file
history-against-plan = Differs from the plan
history-nothing = nothing
legend-scenario = Scenario
legend-plan = Even path to target
legend-plan-untargeted = The plan's even path
legend-catch-up = Catch-up path
legend-trial = Being tried
legend-projected = Projected
legend-target = Target
legend-actual = Actual
legend-interpolated = Interpolated
legend-target-promise = Target: { $promise }
figure-provenance = Scenario: { $scenario } · Plan: { $plan } · Scope: { $scope } · Planpath { $version } { $hash }
chart-no-base = No base value: give one in the scenario's bases.
chart-series-in-words = . { $name }: { $first } in { $firstyear }, { $last } in { $lastyear }
chart-milestone = Progress due
chart-year-keys = Left and right arrows choose a year, up and down arrows change its rate.
score-and-required = { $words }. { $required }
report-formats = Formats
report-figures = Figures and tables
report-sections = Sections of the report (HTML, DOCX)
report-which-charts = Charts
report-size = Size of figures
figure-half = half a column, 8 cm
figure-full = full width, 16 cm
figure-slide = slide, 25.4 cm
report-language = Language
report-provenance = Small line that says where a figure comes from
report-compare = Pinned scenarios beside this one
report-outlines = Text of SVG as outlines
report-bom = CSV for Excel on Chinese Windows (byte-order mark)
report-region = Region in IAMC data
report-include = { $name } in the report
report-earlier = { $name } earlier
report-later = { $name } later
report-export = Export...
report-count = { $count ->
    [one] One chart
   *[other] { $count } charts
}
report-preview = Preview
report-preview-of = Preview of { $name }
report-drawing = Being drawn...
report-none-chosen = No chart is chosen.
report-cancelled = The export was cancelled; nothing was written.

## Window: questions and notices
question-unsaved = { $name } has changes that are not saved.
question-unsaved-several = { $name } documents have changes that are not saved:
question-comments = { $name } has comments. Saving rewrites the file and would lose them.
question-overwrite = { $name } exists already.
question-replace-export = { $name } has files of an earlier export. Replace them?
question-overwrite-changed = Another program has changed { $name } since it was opened here. Replace it with what is shown here?
question-overwrite-unknown = The content of { $name } cannot be read now, or is larger than any scenario. Replace it?
question-changed-outside = Another program has changed { $name }. Read it again?
question-changed-outside-both = Another program has changed { $name }, and there are changes here that are not saved. Reading it again is a step that undo takes back.
answer-save = Save
answer-discard = Do not save
answer-save-anyway = Save all the same
answer-other-name = Use another name...
answer-other-folder = Use another folder...
answer-replace = Replace
answer-reload = Read again
answer-keep-mine = Keep what is here
answer-cancel = Cancel
notice-copy = Copy details
notice-dismiss = Dismiss
notice-saved = Saved: { $path }
notice-copied = Copied
file-gone = { $path } is gone
file-open-elsewhere = { $path } is open in another window of Planpath too
file-open-elsewhere-help = make changes in one of the two; before a save replaces what the other has saved, you are asked
file-gone-help = its content is still here; save it, or save it under another name
recovery-unreadable = this copy has been read already
recovery-title = Unsaved work was found
recovery-explained = Planpath ended without saving it. Opening a scenario changes no file until you save.
recovery-open = Open { $name }
recovery-delete = Delete { $name }
recovery-later = Decide later
recovery-moved-on = The file has been changed since.
recovery-older = The file was saved later than this copy was made, and has newer content.
recovery-pasted = A pasted table that has not been taken over yet
recovery-imported = The table { $name }, opened to import from and not taken over yet
recovery-table-changed = the table { $path } has changed since it was looked at
recovery-table-changed-help = it is looked at anew; please answer its questions again
recovery-misread = For { $name }, "{ $text }" was being typed, which is no rate that can be set
recovery-misread-help = the rate is as it was before; type it again as it was meant
recovery-more = { $count ->
    [one] and one more change
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
hint-heading = Tip
hint-lever = Move a slider, or type a rate beside it: charts and targets follow at once.
hint-year = Drag a point on a chart to set that year. ▸ beside a lever opens its years.
hint-compare = Ctrl+D makes a copy to try something else with; ◇ on its tab shows it on every chart.
hint-palette = Ctrl+K finds every command by typing; F1 opens the guide.
hint-next = Next
hint-none = No more tips
path-open-title = Open a scenario
path-plan-title = Choose a plan file for the new scenario
path-export-title = Folder to export into
path-save-title = Save the scenario
path-dialog-open = Choose a file in the system's dialog, or type its path here.
path-no-dialog = The system's dialog was closed or is not available. Type the path here.
path-label = Path
path-open = Open
path-save = Save

## Window: work on other threads
job-working = Working...
job-reading = Reading { $name }...
job-reading-share = Reading { $name }: { $share }
job-broken = Background work stopped because of an error in the program; its result is missing.
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
implication-missed = Targets that are not met: { $names }.
implication-also-missed = Other targets that are not met: { $names }.
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
implication-part-goal = To meet it from { $year } on: { $partrate }; the rest: { $restrate }.
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
implication-even-missed-all = This path misses it.
implication-reaches = That reaches the target of { $target }.
implication-outside = That is outside the target of { $target }.
implication-reaches-not = That does not reach the target of { $target }.
implication-exceeds = That exceeds the target of { $target }.
implication-exceeds-not = That does not exceed the target of { $target }.
implication-within = That keeps to the ceiling of { $target }.
implication-within-not = That does not keep to the ceiling of { $target }.
implication-below = That stays below the ceiling of { $target }.
implication-below-not = That does not stay below the ceiling of { $target }.
implication-conflict = No path on which the levers behind it meet their own targets leads there: the targets cannot all hold.
implication-conflict-open = The levers behind it meet their own targets, which is not enough for this one; no one rate of a single lever was found that meets them all.
implication-together = The levers behind it meet their own targets, which is not enough for this one. This would be enough for all of them: { $ways }.
implication-together-any = The levers behind it meet their own targets, which is not enough for this one. Any one of these would be enough for all of them: { $ways }.
implication-alone = The levers behind it meet their own targets, which is not enough for this one. This would be enough for it, though not for all of its other targets: { $ways }.
implication-alone-any = The levers behind it meet their own targets, which is not enough for this one. Any one of these would be enough for it, though not for all of its other targets: { $ways }.
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
implication-beyond = what the actuals add

## Recovery and preferences
folder-cannot-create = cannot create the folder { $path }: { $reason }
preferences-broken = the preferences in { $path } cannot be used, so the defaults apply: { $reason }
preferences-broken-at = line { $line }, column { $column }: { $reason }
preferences-broken-help = nothing is lost: before preferences are saved again, the file is renamed, with .broken at the end
preferences-newer = the preferences in { $path } are from a newer Planpath, so the defaults apply
preferences-newer-help = the file is left as it is; preferences changed in this Planpath last until it is closed
preferences-unknown-language = there is no language "{ $found }"; use "en" or "zh"
preferences-cannot-set-aside = cannot set the faulty { $path } aside: { $reason }
recovery-cannot-start = cannot keep recovery copies in { $path }: { $reason }
recovery-cannot-look = cannot look for recovery copies in { $path }: { $reason }
recovery-cannot-remove = cannot remove the recovery copy { $path }: { $reason }
actual-refused-before = this was typed before Planpath ended, and refused
actual-refused-before-help = type it again in the form that it was meant in
recovery-not-kept = No recovery copy of { $name } can be kept: { $reason }
recovery-not-kept-help = save it, because nothing would be left of its changes after a crash
recovery-too-large = the scenario is larger than any recovery copy (64 MB)

## Exports
cli-about-export = Write a scenario's figures, tables and reports into a folder
cli-arg-output = Folder to write into; it is made if it is not there
cli-arg-formats = Formats, with commas between them: { $known }. Without this, all of them
cli-arg-charts = Ids of the indicators to draw, with commas between them. Without this, all of them, and the headline ones in reports
cli-arg-sections = Sections of reports in the order wanted, with commas between them: { $known }. Without this, all of them in this order
cli-arg-mode = What the charts show: level, index, cumulative, annual or progress
cli-arg-width = Width of figures: 8 (half a column), 16 (a page's text), slide (25.4 cm by 14.3), or any width in cm
cli-arg-no-provenance = Leave out the small line that says where a figure comes from. The file's metadata keep it.
cli-arg-outlines = Turn the text of SVG into outlines: it looks alike everywhere, but cannot be searched or edited
cli-arg-region = Region that IAMC data are said to be about
cli-arg-bom = Begin CSV with a byte-order mark, which Excel on Chinese Windows needs
cli-arg-force = Replace files that are there already
cli-exported = { $count ->
        [one] One file in { $folder }
       *[other] { $count } files in { $folder }
    }
cli-not-drawn = Not drawn, because a base value is missing or the charts cannot show them this way: { $ids }
figure-width = a figure cannot be { $width } cm wide
figure-width-help = give 8, 16, slide, or a width from { $least } to { $most } cm
figure-cannot-draw = a figure cannot be drawn: { $detail }
figure-cannot-draw-help = try another format or size; if that fails as well, please report it with the scenario
export-nothing = there is nothing to export
export-nothing-help = none of the charts has figures: give base values in the scenario, or choose other charts or formats
export-too-many = { $count } charts are more than the { $limit } of one export
export-too-many-help = choose some of them, or only formats without charts, such as csv, iamc and xlsx
export-exists = { $count ->
        [one] { $first } exists already
       *[other] { $count } files exist already, the first of them { $first }
    }
export-exists-help = choose another folder, or allow them to be replaced (--force on the command line)
export-no-file = { $path } is no file, but a folder or something else that this program did not write; nothing was changed
export-no-file-help = move or rename it, or choose another folder
export-busy = another export is putting its files into { $path } at this moment; nothing was changed
export-busy-help = try again when it has finished, or choose another folder
export-kept = An export that was interrupted has left earlier versions of your files in { $path }. Move back what you need, then delete that folder.
export-cannot-use = cannot use the folder { $path }: { $reason }
export-cannot-write = cannot write { $path }: { $reason }
export-not-put-back = cannot put the old { $path } back: { $detail }
export-not-put-back-help = the old files are kept in { $path }; move them back by hand

## Exports: tables and workbook
export-failed = the { $format } file cannot be made: { $detail }
export-failed-help = this is a fault in Planpath; please report it with the scenario file
export-provenance = Planpath { $version }; plan { $plan }; scenario SHA-256 { $hash }
sheet-progress = Progress
sheet-progress-level = Level then
sheet-progress-chart = Official progress at the last actual, and the share due by then
sheet-trajectories = Trajectories
sheet-actuals = Actuals
sheet-sources = Sources and notes
sheet-levers-input = rate that can be changed
sheet-levers-past = follows from actuals
sheet-annual-change = Change against the year before
sheet-even-path = Even path to the targets
sheet-charts-data = Figures of the charts
sheet-counts = { $judged } of { $all } targets rest on data or set rates: { $met } met, { $close } close, { $missed } missed, { $wrong } in the wrong direction; { $assumed } follow the plan's own path because nothing was entered; { $unknown } without a base value. Of those met, { $set } would be on set rates and { $plan } at least in part on the plan's pace. Resting in part on an assumption: { $partly }
sheet-counts-binding = Binding: { $judged } of { $all } rest on data or set rates: { $met } met, { $close } close, { $missed } missed, { $wrong } in the wrong direction; { $assumed } follow the plan's own path; { $unknown } without a base value. Of those met, { $set } would be on set rates and { $plan } at least in part on the plan's pace. Resting in part on an assumption: { $partly }
column-target-value = Target figure
column-target-level = Level that meets it
column-last-level = Level in { $year }
column-wording = In the plan's words
column-dynamics = How it moves
column-rate-unit = Unit of the rate
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
actual-kind-annual = change against the year before
actual-kind-cumulative = change against { $year }
confidence-high = high
confidence-medium = medium
confidence-low = low

## Reports
report-title = { $plan }: assessment of a scenario
report-section = { $number }. { $heading }
report-subsection = { $section }.{ $number } { $heading }
report-summary = Summary
report-scorecard = Targets
report-progress = Progress and what is still needed
report-levers = Rates
report-charts = Charts
report-implications = What follows
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
report-scopes-differ = differs between indicators
report-scopes-in-sources = see Sources
report-unstated = not stated
report-about = This report judges the scenario “{ $scenario }” against the targets of { $plan } ({ $source }), from { $base } to { $end }.
report-description = The scenario: { $text }
report-actuals-until = { $count ->
        [one] Actuals up to { $year } were entered for one indicator: { $names }. The years after its last figure follow set rates or, where none are set, the plan's pace, which is assumed.
       *[other] Actuals up to { $year } were entered for { $count } indicators: { $names }. The years after each one's last figure follow set rates or, where none are set, the plan's pace, which is assumed.
    }
report-not-met = Targets that are not met, the furthest first:
report-not-judged = Targets that are not judged:
report-shortfall = { $status }. Projected: { $projected }; target: { $target }; gap: { $gap }; { $progress } of the way.
report-shortfall-required = What it takes in { $years }: { $rate }.
report-shortfall-unknown = not judged for want of a base value; target: { $target }.
report-scorecard-table = Every target, projected and judged
report-scorecard-note = Gap: projected less target. Progress: share of the way from the base year to the target. Needed a year: the constant rate of the years after the last data, percent or points; a dash where the target is already met, or cannot be.
column-required = Needed a year
report-progress-none = The scenario has no actuals of the plan's years, so there is no progress to assess yet.
report-progress-until = { $count ->
        [one] Data go up to { $year }; 1 of { $all } targets rests on any.
       *[other] Data go up to { $year }; { $count } of { $all } targets rest on any.
    }
report-progress-counts = Of these, { $counts }.
report-progress-reached = { $count ->
        [one] 1 is reached already
       *[other] { $count } are reached already
    }
report-progress-holds = { $count ->
        [one] 1 holds so far
       *[other] { $count } hold so far
    }
report-progress-open = { $count ->
    [one] of 1 it is not known yet
   *[other] of { $count } it is not known yet
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
report-progress-needed = Achieved and still to do
report-progress-attention = Behind schedule, not reached or off course
report-progress-paths = Paths of the targets with data
report-progress-overview = Official progress at the last data of each target, and the share due by then on an even path.
report-progress-table = Official progress year by year, against what is due
report-progress-note = Share of the way from the base year to the target, by the method of official statistics: in logarithms where yearly changes multiply, linearly where they add up. * actual; ~ interpolated between actuals; ^ derived from data; # partly assumed; ° assumed: nothing was entered; without a mark: set rates.
report-standing-table = Standing at the last data, and what is still needed
report-standing-note = Data to: the last year with an actual of the indicator itself or, where it is derived, of what it follows from; marks as in the table by year. Linear count: the same without logarithms, for comparison. Achieved: the change from the base year to that year. Still to do: the change from there to the target. Needed a year: the constant rate of the years left, in the same unit.
report-progress-binding-group = Binding targets
report-progress-expected-group = Expected targets
report-progress-chart = { $name }: actuals, even path, projection and catch-up path
report-progress-chart-met = { $name }: actuals, even path and projection
report-progress-chart-set = { $name }: even path, projection and catch-up path
report-progress-chart-set-met = { $name }: even path and projection
report-progress-chart-derived = { $name }: derived from data, even path, projection and catch-up path
report-progress-chart-derived-met = { $name }: derived from data, even path and projection
report-levers-intro = Annual rates: from data where there are any, then as the scenario sets them; where it sets none, the plan's even rate is assumed. Where an indicator moves by rates of decline, a fall is positive and a rise negative; for all others a rise is positive.
report-levers-table = Annual rates by indicator
report-levers-note = * actual: from one actual to the next, or from the base year; ~ interpolated at either end; ° assumed: nothing was entered; without a mark: set by the scenario. Even rate: the constant rate from the base year, or from one due year to the next, rounded so that it meets the target.
column-even-rate = Even rate
column-set = Set as
column-rates = Rates, year by year
report-set-plan = not set
report-output-growth = Output growth behind concentration ratios
report-output-growth-text = the largest firms { $top } % a year; the whole industry { $all } %.
report-lever-notes = Notes
report-charts-intro = Each chart shows the scenario, the even path that meets the target, and each target as a bracket in the year in which it is due. Of the scenario, what is known is solid, with filled marks where it is actual, hollow ones where it is interpolated and none where it is derived; what follows from set rates is dashed; what is assumed in part is thinner; what is only assumed is dotted and grey.
report-no-charts = No chart was chosen that could be drawn.
report-not-drawn = Not drawn, because a base value is missing or the charts cannot show them this way: { $names }.
report-caption = { $name }. Scope: { $scope }. Source: { $source }; values: { $basis }.
report-caption-actuals = { $name }. Scope: { $scope }. Source: { $source }; actuals as given under Sources; values: { $basis }.
report-caption-series = { $name }. Scope: { $scope }. Source: { $source }; actuals: { $actuals }; values: { $basis }.
report-no-implications = Nothing further follows from the rates.
report-implications-intro = Statements that follow from the rates and the identities of the plan: { $all }; conflicts: { $conflicts }, worth noting: { $notable }.
report-method-projection = Projection
report-method-levels = Levels x are computed year by year, from x₀ in { $base } to { $end }; r is the rate of a year. Where there is no base value, the base year is 100.
report-method-growth = Indicators that grow, by compound growth:
report-method-decline = Indicators that are to fall, by compound decline:
report-method-additive = Shares and ratios, in points:
report-method-concentration = Concentration ratios may follow from the output growth g of the largest firms and of all:
report-method-derived = Derived indicators follow by identity; where a base value is missing, as an index:
report-method-actuals = Actuals take the place of the rates. Years between two known levels are interpolated at a constant rate; the projection starts from the last one.
report-method-judging = Targets and status
report-method-forms = What the targets of this plan ask for:
report-form-average-growth = Average growth: the geometric mean of the yearly changes from the base year to the due year.
report-form-cumulative = Cumulative change: the level of the due year against that of the base year, in percent.
report-form-level = Level: that of the due year.
report-form-change = Change: the level of the due year less that of the base year.
report-form-between = Range: the level of the due year on one of the two limits or between them. The gap is to the nearer limit.
report-form-count = Number: whole things reached by the due year, counted from 0; what is not whole does not count.
report-form-done = To be done: done or not done by the due year.
report-form-each-year = Due in every year: each year is held against the full figure, a yearly growth against the year before. The worst year is the one that is shown and judged; a year that data show to have failed cannot be made good.
report-form-strict = “More than” and “below” are strict: reaching the figure itself is not enough.
report-form-about = “About” is judged as at least, of a ceiling as at most.
report-method-targets = Comparisons are made before rounding.
report-method-status = A target is met when it is reached under its own comparison; close from 90 % of the way; missed below that; in the wrong direction when the indicator stands further from it than in the base year. Where the base year meets the target already, no direction is wrong.
report-method-progress = Progress
report-method-progress-text = Progress follows the method of official statistics: in logarithms where yearly changes multiply, linearly where they add up; x* is the level that meets the target, m the year:
report-method-progress-special = Elsewhere:
report-method-progress-held = Where the base year meets the target already, progress is 100 % as long as the target holds; beyond the line it is 100 % less the distance from the line as a share of the distance between the line and the base year.
report-method-progress-band = Of a range, progress is 100 % inside; outside it is 100 % less the distance to the nearer limit as a share of the base year’s distance, or of the range’s width where the base year is inside.
report-method-progress-count = Of a number, progress is the share of whole things reached.
report-method-progress-done = What is to be done is at 0 % or at 100 %.
report-method-required = Rate still needed
report-method-required-text = The constant annual rate from m, the last year with data, to n, the due year; for a fall its negative. What is shown is rounded so that it is enough:
report-source-documents = Plan and scenario
report-source-plan = Plan
report-source-plan-text = { $plan }, { $source }; base year { $base }, last year { $end }.
report-source-scenario = Scenario
report-source-scenario-text = { $scenario }; SHA-256 of its file: { $hash }; computed with Planpath { $version }.
report-source-indicators = Scope and source of each indicator
report-source-table = Scope and source of each indicator
report-source-bases = Base values
report-source-bases-text = The scenario gives these base-year levels itself:
report-source-actuals = Actuals
report-actuals-table = Actuals that were entered
report-kind-against = Level against { $year }
report-series-table = Where the actuals come from
report-source-actuals-notes = Notes on them:
report-cannot-write = the report cannot be written: { $detail }
report-cannot-write-help = try another format; if that fails as well, please report it with the scenario

## Tracking and solving
cli-about-track = Show the official progress of every target, and what the years left would take
cli-about-solve = Find the rate that leads to a target; changes no file
cli-arg-target = Id of the indicator whose target is to be reached
cli-arg-lever = Id of the lever to turn; ID:top and ID:all are the output growth of the largest firms and of all. Without this, the target's own lever
cli-arg-from = First year to change; with one-year, that year. Without this, the first year after the last actual
cli-arg-way = What is changed: constant (one rate for all years left), one-year (the rate of one year), scale (all rates times one factor) or catch-up (even progress from the last actual)
cli-catch-up-from = catch-up always begins after the last actual, so --from cannot be used with it; use --way constant --from YEAR
track-due = Due on an even path
track-due-by = Due on an even path to { $year }
track-due-each-year = Due in every year
track-due-done = Due once, in { $year }
track-legend = Official progress: levels that change by percent are measured in logarithms. The linear count stands beside it for comparison.
track-column-standing = Standing
track-column-last = Last actual
track-column-data = Data to
track-column-linear = Linear count
track-column-achieved = Achieved
track-column-remaining = Still to do
track-column-required = Needed a year
standing-unknown = no data yet
standing-reached = reached already
standing-holds = holds so far
standing-beyond-limit = limit passed
standing-not-reached = not reached
remaining-hardly = hardly anything
track-hold = only to hold
track-not-known-yet = not known yet
track-from-zero = no rate: the last level is 0
standing-ahead = ahead
standing-on-schedule = on schedule
standing-behind = behind
track-too-late = no year is left
track-wrong-down = { $name } has moved away from its target: it fell from { $from } in { $base } to { $to } in { $year } instead of going to { $goal } by { $end }. That is why its progress is below zero.
track-wrong-up = { $name } has moved away from its target: it rose from { $from } in { $base } to { $to } in { $year } instead of going to { $goal } by { $end }. That is why its progress is below zero.
track-wrong-need = The target would now take this { $years }: { $rate }.
track-years = from { $first } to { $end }
track-year = in { $end }
track-behind = { $name } is behind schedule: { $progress } of the way by { $year } instead of { $due }, { $points } points short.
track-behind-need = The target takes { $times } times the rate so far: { $rate } { $years }, against { $so-far }.
track-behind-start = The target takes this { $years }: { $rate }; so far it has not moved.
track-missed-in-year = { $name } was missed in { $year }: { $promise } is asked.
track-not-reached = { $name } was not reached: { $progress } of the way by { $year }; { $promise } is asked.
track-beyond-limit = { $name } had passed its limit by { $year }: { $promise } is asked.
track-behind-lost = It cannot be made up: { $reason }.
overview-title = Official progress towards the targets for { $end }
overview-title-years = Official progress towards the targets
overview-due = Due by then
overview-label = { $progress }, { $standing }
overview-label-year = { $progress } by { $year }, { $standing }
overview-stand = . { $name }: { $progress } by { $year }, { $due } due, { $standing }
pace-last-actual = Go on like the last data
pace-mean-of-actuals = Go on like the actuals on average
pace-plan-even = Return to the plan's even rate
pace-required = Catch up with the target
why-not-derived = it follows from other indicators and has no rate of its own
why-not-base = it has no base value
why-not-actuals = it has no actuals
why-not-years = no year is left after the last actual
why-not-target = it has no target
why-not-met-already = the target is reached already
why-not-reachable = no rate leads there
solve-cannot = { $id } cannot be solved with { $lever }: { $reason }
solve-no-target = { $id } has no target
solve-not-behind = the target does not depend on this lever, but on { $allowed }
solve-not-output = this lever's rates are not given as output growth
solve-year = { $year } cannot be changed; the years left are { $first } to { $last }
solve-year-one = { $year } cannot be changed; the year left is { $last }
solve-no-years = no year is left between the last actual and the year in which the target is due
solve-year-help = choose from { $years }
solve-no-years-help = nothing but other actuals could change it
solve-met-already-help = it is met already; nothing has to be set for it
solve-other-target-help = choose another target, or set rates by hand
solve-nothing-to-scale = every rate left is zero, and zero times any factor is zero
solve-nothing-to-scale-help = use --way constant, or give the lever rates first
solve-no-effect = this rate does not move the target
solve-other-lever-help = choose another lever with --lever
solve-exhausted = further rates hardly move the target any more
solve-not-reached = The target cannot be reached this way; shown is the nearest that can be. Beyond it: { $reason }.
solve-not-reached-written = The target cannot be reached this way; shown is the nearest with { $decimals } decimals that can be. Beyond it: { $reason }.
solve-lever = Lever
solve-lever-part = { $name }: { $part }
solve-way = Way
solve-way-constant = one rate from { $from } to { $end }
solve-way-one-year = the rate of { $from } only
solve-way-single = the rate of { $from }
solve-way-scale-one = the rate of { $from } times one factor
solve-way-scale = the rates from { $from } to { $end } times one factor
solve-way-catch-up = even progress from { $from } to { $end }
solve-value = Result
solve-rates = For the file
solve-lost-later = That does not do: the target is due in every year and would be missed in { $year }. Set the rates year by year.
solve-strict = { $side ->
        [less] The target asks for less than its figure: what leads exactly there does not meet it. Shown is the nearest with { $decimals } decimals that does.
       *[more] The target asks for more than its figure: what leads exactly there does not meet it. Shown is the nearest with { $decimals } decimals that does.
    }
solve-on-line = { $side ->
        [less] The target asks for less than its figure, and this leads exactly there: it is not met yet.
       *[more] The target asks for more than its figure, and this leads exactly there: it is not met yet.
    }

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
track-sentence = By { $year }: { $achieved }, { $progress } of the target where { $due } is due. Still to do: { $remaining }. Needed: { $required }.
track-sentence-reached = By { $year }: { $achieved }, { $progress } of the target where { $due } is due. The target is reached already.
track-sentence-holds = By { $year }: { $achieved }. The target holds so far.
track-sentence-open = By { $year }: { $achieved }, { $progress } of the target where { $due } is due, by figures of which some are not data.
track-years-left = Years left
track-goal-seek = Goal-seek
seek-lever = Rates to turn
seek-way = How they are turned
seek-year = Year
seek-output = Largest firms: { $top }. Whole industry: { $all }.
seek-set = Set these rates
seek-set-nearest = Set the nearest
reach-all-nearest = nearest: { $value }; { $reason }
actuals-import = Import table...
actuals-paste = Paste table
actuals-hint = Figures of statistics, a fall with a minus sign. Paste cells from a spreadsheet into the field where they begin.
actuals-kind = Given as
actuals-kind-of = { $name }: form of the figures
actuals-row = { $name }: source and scope
actuals-cell = { $name } { $year }
actuals-follows = Follows from other figures
actuals-given-as = Given as { $kind }: { $value }
actuals-forget = Forget this entry
kind-level = level
kind-annual-change = annual change
kind-cumulative-change = cumulative change
series-source = Source
series-scope = Scope
series-confidence = Confidence
series-confidence-unset = not stated
series-confidence-of = { $name }: confidence
notice-figures-taken = { $count ->
    [one] 1 figure taken over
   *[other] { $count } figures taken over
}
map-across = Across
map-up = Up
map-targets = Boundaries
map-all-hold = All these targets hold
map-impossible = A level would leave its bounds
map-moves-nothing = No target depends on these two.
map-no-boundary = (no boundary here)
map-others = Other targets, whatever these two do
map-too-few-levers = A map takes two levers; this plan has fewer.
map-none = There is no map: { $name }: { $reason }
map-same-lever = The two axes exclude each other; choose another for one of them.
map-bad-range = the plan gives it no range of rates
map-in-words = Feasibility map. The scenario stands at { $point }; { $here }. All boundaries hold on { $share } of the map.
map-here-holds = all boundaries hold there
map-here-fails = not all boundaries hold there
path-import-title = Import actuals
file-kind-table = Tables

## Importing actuals
table-too-large = { $path } is larger than any table of figures (100 MB)
table-too-large-help = copy the rows and columns that are needed into a file of their own, or paste them
table-too-full = { $path } has more than { $limit } cells with something in them
table-too-spread = the cells of { $path } lie too far apart: with the blank ones between them there are more than { $limit }
table-too-much-text = { $path } has more than { $limit } MB of text in its cells
table-too-merged = { $path } has more than { $limit } merged cells
table-too-many-sheets = { $path } has more than { $limit } tables with something in them
table-unpacks = { $part } in { $path } unpacks to more than { $limit } MB
file-no-file = { $path } is a pipe or a device rather than a file
file-no-file-help = save what comes out of it as a file, and choose that
table-nothing = { $path } is empty: it has no bytes at all
table-nothing-help = save or download it again; the file was perhaps not written to its end
table-other = { $path } is { $what }, from which no table can be read
table-other-help = open it in its own program and save the table as .xlsx or CSV, or copy the cells and paste them
kind-archive = a packed archive
kind-data = a file of a database or a statistics program
kind-document = a document of another Office program
kind-mhtml = a web page kept as one file (MHTML)
kind-numbers = a Numbers spreadsheet
kind-old-excel = a worksheet of Excel 4 or older
kind-pdf = a PDF document
kind-picture = a picture
kind-slides = a presentation or a drawing
kind-word = a text document
kind-xlsb = a binary workbook (.xlsb)
kind-xml = an XML file without a table
kind-xml-spreadsheet = an XML Spreadsheet 2003
table-too-many-cells = { $path } has cells beyond row { $rows } or column { $columns }
table-empty = there are no figures in { $path }
table-empty-help = choose a file with a table in it; a workbook with charts alone has no figures
table-other-text = { $path } is a text in an encoding that is not known: it is neither UTF-8, UTF-16, GBK nor Windows-1252
table-other-text-help = save it again as CSV UTF-8 or as a workbook
table-cut-text = { $path } is neither UTF-8 nor GBK, or ends in the middle of a character
table-cut-text-help = save it again as CSV UTF-8 or as a workbook, and copy it completely
table-no-text = { $path } is neither a text nor a workbook
table-no-text-help = choose a CSV file, or a workbook ending in .xlsx, .xlsm, .xls or .ods
table-password = { $path } is protected by a password
table-password-help = open it in its own program, take the password off a copy, and choose that; or copy the cells and paste them
table-broken = { $path } cannot be read as a workbook: { $detail }
table-broken-help = the file is damaged or incomplete; open it in its own program, save it again, or paste the cells
table-macros-ignored = The workbook has macros. They are ignored: only the values in its cells are read.
paste-empty = there is nothing in what was pasted
paste-empty-help = copy the cells in the spreadsheet first, with their years and names
import-no-headers = the table names neither indicators nor years
import-no-names = the table does not name its indicators
import-no-years = the table does not name its years
import-years-elsewhere = the table names years ("{ $found }"), and none that stands above or beside its figures
import-years-elsewhere-help = write the calendar year of each figure above it or beside it
import-no-headers-help = include the row with the years ({ $first } and so on) and the column with the indicators' names or ids, or say where the first figure belongs
import-no-name = there is no indicator for these figures
import-unknown-help = write the indicator's id or its name in either language
import-strangers = more than { $limit } different texts in the table name nothing in the plan { $plan }
import-strangers-help = copy the rows that are needed into a file of their own, or paste them; of a workbook, name the sheet
import-did-you-mean = did you mean "{ $name }"?
import-text = "{ $found }" is not a number
import-text-help = write a plain number such as 8.2, 8.2% or 1,234.5, or leave the cell blank
import-two-values = "{ $found }" is more than one number
import-two-values-help = keep one number in the cell
import-formula = the cell has no value: { $found }
import-formula-help = repair the formula, or leave the cell blank
import-two-cells = { $name }: two cells give different figures for { $year }
import-repeated = { $name }: another cell gives the same figure for { $year } already
import-title = Figures from { $name }
import-pasted = the clipboard
import-sheet = Sheet
import-nothing = Nothing in this table looks like figures of the plan's indicators.
import-leave-out = Leave out
import-choose = Choose an indicator
import-about = { $name } is about
import-counts = { $accepted } to take, { $refused } refused{ $asked ->
    [0] {""}
   *[other] , { $asked } open
}
import-new = New
import-replaces = Replaces { $old }
import-refusal = { $cell }, { $found }: { $what }; { $help }
import-first-figure = The first figure belongs to
import-take = { $count ->
    [0] Nothing to take over
    [one] Take over 1 figure
   *[other] Take over { $count } figures
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
        [one] One that is met depends on keeping the plan's pace.
       *[other] { $count } that are met depend on keeping the plan's pace.
    }
counts-met-partly-on-plan = { $count ->
        [one] One that is met depends, at least in part, on keeping the plan's pace.
       *[other] { $count } that are met depend, at least in part, on keeping the plan's pace.
    }
counts-met-between = { $count ->
        [one] One that is met is so by interpolation between data.
       *[other] { $count } that are met are so by interpolation between data.
    }
counts-met-on-set = { $count ->
        [one] One that is met depends on the set rates.
       *[other] { $count } that are met depend on the set rates.
    }
counts-partly-assumed = { $count } { $count ->
        [one] rests
       *[other] rest
    } in part on an assumption.
counts-plan-from-bases = No rate was set and no actual was entered for the plan's years: these are even paths from the scenario's base values to the plan's own targets.
counts-plan-itself = No rate was set and no actual was entered for the plan's years: this is the plan itself, judged against itself.
evidence-none = no base value
evidence-assumed = nothing entered
evidence-set = set rates
evidence-data = data to { $year }
evidence-data-then-set = data to { $year }, then set rates
evidence-data-then-plan = data to { $year }, then the plan's pace
evidence-data-then-both = data to { $year }, then set rates and the plan's pace
evidence-data-gaps = data to { $year }, years between interpolated
evidence-gaps-then-set = data to { $year }, years between interpolated, then set rates
evidence-gaps-then-plan = data to { $year }, years between interpolated, then the plan's pace
evidence-gaps-then-both = data to { $year }, years between interpolated, then set rates and the plan's pace
evidence-interpolated = interpolated between data
evidence-without-data = { $evidence }; without data, at set rates: { $names }
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
verdict-on-line = on the line: { $promise } is asked
verdict-would-be-on-line = would be on the line ({ $promise } is asked)
verdict-would-be-met = would be met
verdict-would-be-close = would be close
verdict-would-be-missed = would be missed
verdict-would-be-wrong-direction = would end in the wrong direction
verdict-between = { $verdict } as interpolated between data
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
implication-discrepancy = { $name }, { $year }: { $entered } was entered, and what it follows from gives { $identity }, a difference of { $size } %
implication-discrepancy-points = { $name }, { $year }: { $entered } was entered, and what it follows from gives { $identity }, a difference of { $size } points
implication-discrepancy-units = { $name }, { $year }: { $entered } was entered, and what it follows from gives { $identity }, a difference of { $size } { $unit }
implication-discrepancy-between = Interpolated in that year: { $names }.
implication-discrepancy-plan = On the plan's own path in that year, as nothing was entered: { $names }.
implication-band = { $low }–{ $high }
target-done = done
track-to-be-done = still to be done
solve-yes-or-no = the target is to be done or not, and no rate leads there
solve-lost = the target is due in every year and was missed in one that is past
path-is-no-number = { $name } ({ $id }) would be no usable number in { $year }
path-is-no-number-help = change base values or rates: a level must be finite, and at most 10^18 times its base
path-has-no-percentage = { $name } ({ $id }): what its target asks for in { $year } cannot be said in percent, because the way begins at { $level }
path-has-no-percentage-help = state the target as Level or Change, or give the indicator another base value
base-not-zero = { $id } counts from 0, so its base cannot be anything else
base-not-zero-help = remove the base value, or set it to 0
rate-done = { $id } is done or not, and { $rate } is neither
rate-done-help = write 1 for the year in which it is done, 0 for every other
rate-count-falls = { $id } counts what has been reached and cannot fall by { $rate }
rate-count-falls-help = write 0 or more
actual-count-falls = { $id } counts what has been reached and cannot fall to { $value } in { $year }
actual-count-falls-help = correct the figure; what has been reached stays reached
actual-done = { $id } is done or not, and { $value } in { $year } is neither
actual-done-help = write Level(0.0) before it is done and Level(1.0) from then on
actual-derived-needs-base = { $id } is derived and has no levels, because something that it follows from has no base value
actual-derived-needs-base-help = give the missing base value first
plan-target-twice = { $id } has both target and targets
plan-target-twice-help = put every target into targets
plan-target-needless-comparator = { $id }: a band and what is to be done are met in one way only
plan-target-needless-comparator-help = remove comparator
plan-target-no-comparator = { $id }: the target does not say which side of its figure meets it
plan-target-no-comparator-help = add comparator: AtLeast, MoreThan, AtMost or LessThan
plan-scale = { $id } is a lever and cannot have the scale { $scale }
plan-scale-help = remove scale, or write { $scale }, which follows from its dynamics
plan-target-same = { $id } has two targets of this form for { $year }
plan-target-same-help = keep one of them, or give the other another due year
plan-target-mixed = { $id }: a count or a task cannot have targets of other forms beside it
plan-target-mixed-help = make an indicator of its own for the other target
plan-target-due = { $id }: { $year } is not a year in which a target can be due
plan-target-due-help = write a year from { $first } to { $last }, or End
plan-target-each-year = { $id }: a target of this form cannot be due in every year
plan-target-each-year-help = EachYear goes with Level, Between, AverageGrowth and Done
plan-target-count = { $id }: what is counted or to be done is Additive
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
plan-target-whole = { $id }: { $value } is not a number of things
plan-target-whole-help = write a whole number from 1 on
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
solve-yes-or-no-help = set the rate of the year in which it is done to 1
solve-lost-help = what is past cannot be changed; choose another target
target-band = { $low }–{ $high }
figure-done = done
figure-not-done = not done
column-remark = Remark
sheet-remark-bounds = out of bounds: { $low } to { $high } is possible
sheet-remark-number = no number that can be used: more than 10¹⁸ times its base, or none at all
sheet-remark-behind = follows from levels that cannot be
status-impossible = cannot be judged
sheet-counts-impossible = ; with levels that cannot be: { $count }
sheet-workings = Workings
sheet-workings-help = From the figures on the sheet { $actuals } to known levels and the gaps between them. Nothing here is meant to be changed.
workings-forward = Known from figures of the year or of years before
workings-known = Known, also from a change in the year after
workings-next = Next known level, this year included
workings-given = Changes given from here to that year
workings-open = Years from here to that year without a change
workings-factor = factor
workings-corrections = Derived indicators: from what the identity gives to actuals
workings-identity = what the identity gives
workings-correction-next = actual by what the identity gives, or less that: next year with an actual
workings-correction-years = years from here to that year
workings-correction = what corrects the year's level: a factor, or points
workings-years = years
column-target-upper = Upper limit
legend-lower-limit = { $target }, lower limit
legend-upper-limit = { $target }, upper limit
workings-each-year = Targets due in every year
workings-met = met (1) or not (0)
workings-worth = both together: the lowest is the worst year
workings-worst = Worst year, counted from the base year
workings-counts = Targets counted, as the sentences above their table say it
workings-counts-all = all
workings-counts-binding = binding
workings-counts-judged = judged
workings-counts-set = would be met on set rates
workings-counts-plan = would be met, at least in part on the plan's pace
workings-counts-partly = resting in part on an assumption
workings-stretches = Even path, from one due year to the next
workings-reached = level reached in due years
workings-wanted = level after this target was seen to
workings-kept = even rate, with the growth asked of every year
sheet-actuals-help = Marked cells can be filled in, changed or emptied, for every indicator that has levels and every year: levels, rates, the years in between, charts, targets and progress follow. Where a year has several figures the uppermost counts: the level, else the change against { $year }, else the change against the year before. The latter leads on from a level known the year before, or back from one known in its own year. Years between two known levels have a constant rate, and changes given for them are kept; the projection starts from the last known level. Of a derived indicator, a figure takes the place of what its identity gives, and other years follow the identity from there. Levels that the program refuses are remarked and not judged; contradictions between figures, which it refuses as well, are not looked for here.
sheet-actuals-input = actual that can be entered or changed
sheet-actuals-unused = without effect: a figure above it counts
sheet-actuals-follows = level that follows
sheet-actuals-from-nowhere = A change has no level to start from: enter the years before it, or a level.
sheet-actuals-number = Enter a number, or leave the cell empty.
sheet-actuals-set-aside = Level also entered: { $level }. The change against the base year was entered first and counts.
sheet-actuals-further = Other figures as entered: of { $year } and earlier years, of indicators without levels, and levels that did not count. They are for the record: nothing in the workbook follows from these cells.
sheet-levers-follow = Change a rate in a marked cell: trajectories, charts and targets follow. Rates that nobody set are the even ones to the target and move with it. Years up to the last one on the sheet { $actuals } follow from that sheet instead.
sheet-levers-unused = without effect: there are actuals
sheet-levers-outcome = Rates as they come out
sheet-trajectories-follow = Levels are formulas over the sheets { $actuals } and { $levers } and over each other. Figures of the base year are fixed.
sheet-progress-follow = Official progress as formulas over the sheet { $trajectories }: a changed rate, actual or target moves it, and an actual entered on the sheet { $actuals } begins it.
sheet-progress-unknown = No base value: { $names }
sheet-origins = What each level rests on
sheet-last-actual-step = Last actual (year of the plan)
sheet-scorecard-input = target figure that can be changed
sheet-charts-key = Lines: solid with filled marks, actual; thin with hollow marks, interpolated; solid without marks, derived from data, thin where partly assumed; dashed, projected from set rates, thin where partly assumed; dotted, assumed because nothing was entered.
legend-kind-until = { $kind }, to { $year }
legend-kind-of = { $scenario }: { $kind }
legend-stretch = { $kind } ({ $number })

# Lines that tell what they rest on
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
report-method-rests = What a value rests on
report-method-origins = Every value rests on one of these:
report-origin-base = the level of the base year.
report-origin-actual = entered for this indicator and year.
report-origin-interpolated = between two actuals: where the indicator has rates of its own, at a constant rate; where it is derived, by its identity from interpolated values.
report-origin-implied = follows by identity from base values and actuals alone.
report-origin-projected = rests on a rate that the scenario states.
report-origin-partly-assumed = follows by identity; some of what it follows from is assumed, the rest is not.
report-origin-assumed = rests on the plan's even path, because nothing was entered. It says nothing about what happened or will happen.
report-method-basis = A target is judged where its indicator, or an indicator that it is derived from, has actuals or a stated rate. Where nothing was entered it follows the plan's own path; it is called assumed and is not counted as met. As long as years are open a target would be met, or would be missed, under the condition that is named: the set rates, or the plan's pace. A target whose inputs are assumed in part is judged and says which are assumed.
report-method-scale = Change is measured as a ratio, in percent, where levels multiply, and as a difference, in points, for shares and rates. An indicator that is derived is measured as its plan says; without that in points where its unit is %, else as a ratio. So the same share is judged alike whether it is set or derived. Where what was published for a derived indicator differs from the identity, the published value holds for its year, later years go on from there, and the difference is reported.
column-rests-on = Rests on

## Window: what is shown rests on
score-in-full = { $name }: { $verdict }. Projected { $projected }, target { $target }, gap { $gap }, progress { $progress }. Rests on: { $evidence }
score-plain-in-words = { $name }: { $verdict }. Projected { $projected }, target { $target }. Rests on: { $evidence }
score-unknown-in-words = { $name }: { $verdict }. Target { $target }
lever-rate = { $years }: { $rate }
lever-with-basis = { $words } ({ $basis })
lever-set = set
lever-past = actual to { $year }; no year is open
lever-even = even rate: { $rate }
lever-no-number = no number
lever-before-rise = rise
lever-before-fall = fall
lever-before-points = change
lever-behind-percent = % a year
lever-behind-points = points
lever-done-in = done in { $year }
lever-done-year = { $name }: done in
year-rests-on = { $name } ({ $origin })
origin-with-names = { $origin }; assumed: { $names }
track-verdict = Outcome: { $verdict }. Rests on: { $evidence }.
words-and-more = { $words }. { $more }
seek-leads-in = { $year }: { $projected } (target: { $target }), { $verdict }
reach-all-counts = Met by data or set rates: { $met }. Assumed, on the plan's own path: { $assumed }. Reached by the rates below: { $solved }. Not to be reached so: { $rest }.
map-rests-on = At each point both levers have that point's rates in their open years ({ $across }; { $up }); everything else is as in the scenario.
map-rests-on-values = At each point these two have that point's values ({ $across }; { $up }); everything else is as in the scenario.
map-assumed = Nothing was entered for: { $names }. There the map follows the plan's even path.
actuals-derived = Follows from: { $names }. An entered value counts for its year; later years follow from there.

# What tables say of their figures.
import-promised = the heading speaks of a target, a plan or a forecast
import-promised-help = only what has happened is an actual; to take it all the same, say as what it is to be read
import-limit = the heading or the name speaks of a limit that figures must keep to, not of what they are
import-worked-out = worked out from other figures
import-average = an average over several years is no year's figure
import-average-help = take the table with yearly figures, or say as what it is to be read
import-change-as-level = the cell says that it is a change
import-change-as-level-help = read it as a change
import-unclear-way = what the table says of the direction is not understood, or contradicts the figure's sign
import-unclear-way-help = write the figure with its sign
import-hidden = the cell, its row or its column is hidden
import-hidden-help = it is left out unless hidden cells are asked for
import-struck = the cell is struck out in the workbook
import-struck-help = remove the line if the figure is valid
import-flagged = a flag beside the figure says that it is a forecast or a target
import-brackets = the table says what stands in brackets, so that they are no minus
import-brackets-help = write the figure without brackets, with its sign
import-odd-base = what is 100 is no single whole year
import-odd-base-help = give an index with a whole year at 100, or changes
import-units-differ = the name says { $name }, and the column of units says { $column }
import-spread = the cell is merged over several years or rows, and its figure is of none of them alone
import-spread-help = give each year and row a cell of its own
import-superseded = another cell has a later state of the figure for { $year }
import-superseded-help = remove the later one if this one is meant
import-two-units = the cell shows { $painted }, and the heading or name says { $said }
import-two-units-help = make the two agree
import-painted = the cell shows "{ $found }" by its number format, and what is painted around the figure is not understood
import-painted-help = give the cell a plain number format, and state unit and direction in the name or the heading
import-other-size = the cell is a hundredth of what stands beside it: perhaps 0.492 for 49.2 %
import-other-size-help = write it like the others
import-part-year = the heading speaks of a part of { $year } only
import-no-single-year = the heading "{ $found }" does not stand for a single year
import-part-year-help = a figure of the whole year is needed
import-nominal = a growth at current prices, which the plan's growth at constant prices is not
import-nominal-help = take real growth
import-points-of-ratio = points, whereas changes of this indicator are percent
import-points-of-ratio-help = give the change in percent, or the level
import-absolute-change = a change in an absolute amount
import-absolute-change-help = give the level, or the change in percent
import-index-of-points = an index of a share
import-index-of-points-help = give the level, or the change in points
import-prices-current = amounts at current prices
import-prices-of = amounts at { $found } prices
import-base-used = the figures are measured against this one of { $year }
import-base-used-help = the base year itself has no actual
import-no-hundred = { $year } is said to be 100, and the table has { $found } there
import-no-hundred-help = correct the heading or the figure of that year
import-ask-points = "{ $name }" gives percent of a share whose changes are points. Are they points?
import-ask-unit = In which unit are the figures of "{ $name }"?
import-ask-growth-or-index = "{ $name }" is said to be changes, and the figures look like an index with the year before at 100. Which are they?
cli-arg-unit = Unit of an indicator's figures, where the table does not say
import-prices-help = amounts at { $year } prices are needed; deflate them, or give real growth
import-needs-base-value = { $name }: amounts in { $found } say nothing without that of the base year
import-needs-base-value-help = include { $year } in the table, or set a base value in the scenario
import-unit = { $name }: { $found } cannot be converted into the plan's unit
import-unit-help = the plan counts in { $unit }
import-other-base = figures measured against { $year }
import-other-base-help = include the figure for { $base } in the table, or give changes against { $base } or the year before
import-absurd = { $name }: read as they stand, these figures would be changes that no year has seen
import-absurd-help = state the unit in the heading or beside the name, or say as what they are to be read
import-note-levels = read as levels: nothing in the table says so, but changes of that size would be unusual
import-note-annual = read as changes against the year before; the table does not say so
import-note-cumulative = read as changes against { $year }; the table does not say so
import-note-signs-kept = the name speaks of a fall and the figures have a minus already: taken as they stand, as falls
import-note-falls = the name speaks of a fall: the figures are taken as falls
import-note-year-of-title = the only year that the table names is that of its title, "{ $text }": taken as the year { $year }
import-note-prices = amounts of money, taken to be at { $year } prices; the table does not say at which
import-note-own-base = measured against the table's own figure of { $year }, which is not 100
import-note-comment = a comment on this cell says: { $text }
import-note-beginning = "{ $found }" is taken for { $name }, the only name that begins so
import-note-translation = "{ $found }" is taken for { $name }: the Chinese part is its name, the other one a translation
import-note-needs-base = { $name }: levels need a base value, which the scenario they are added to has to give
import-note-only = of the column { $heading }, only "{ $value }" is taken
import-ask-decimal = What stands before decimals?
import-ask-index = "{ $name }" is an index: is the year before 100, or { $year }?
import-ask-bare-index = Are the figures of "{ $name }" an index with { $year } = 100? Amounts need their unit and the figure of { $year }.
import-ask-kind = What are the figures of "{ $name }"?
import-ask-fractions = Are the figures of "{ $name }" fractions, such as 0.492 for 49.2 %?
import-ask-mixed-signs = "{ $name }" speaks of a fall, and some figures have a minus: what are those?
import-ask-two-ways = Of "{ $name }", one word speaks of a rise and another one of a fall. Are the figures rises, or the sizes of falls?
import-ask-title-falls = The title speaks of a fall, and some figures of "{ $name }" have a minus: what are those?
import-ask-some-ways = Only some figures of "{ $name }" have a direction beside them. Are the others rises, or the sizes of falls?
import-ask-around-falls = A title, a note or a heading speaks of a fall, and what stands beside "{ $name }" does not. Are its figures rises, or the sizes of falls?
import-ask-falls = Are the figures of "{ $name }" rises, or the sizes of falls?
import-ask-name = Does it mean { $about }, in spite of "{ $text }"?
import-ask-only = Whose figures are they? Choose one of the column { $heading }.
import-ask-promised = "{ $text }" speaks of a target, a plan or a forecast. Are the figures taken in spite of it?
import-ask-sample = "{ $text }" says that the figures are an example. Are they taken in spite of it?
import-ask-part = "{ $text }" speaks of a part of the year. Are the figures taken in spite of it?
import-ask-year = No year stands above or beside the figures, and "{ $text }" may have come out later. Are they those of its year?
import-ask-region = "{ $text }" speaks of a region. Are the figures taken in spite of it?
import-ask-scope = "{ $text }" speaks of a part of what is counted, of one firm, or of another way of counting. Are the figures taken in spite of it?
import-ask-shifted = The format of figures shows them divided ({ $text }), and no unit says so. Are they meant as they are stored?
import-ask-otherwise = "{ $text }" is said of some figures only. Are they taken as the table says, in spite of it?
import-ask-size = Some levels of "{ $text }" are three times or more above or below the base value or their neighbours, or nothing. Are they taken?
import-ask-rate = Some changes of "{ $text }" are far beyond what a year may bring. Are they taken as changes?
import-said-promised = "{ $text }" speaks of a target, a plan or a forecast
import-said-sample = "{ $text }" says that the figures are an example
import-said-part = "{ $text }" speaks of a part of the year
import-said-year = no year stands above or beside the figures, and "{ $text }" may have come out later
import-said-region = "{ $text }" speaks of a region
import-said-scope = "{ $text }" speaks of a part of what is counted, of one firm, or of another way of counting
import-said-shifted = the format shows the figure divided ({ $text }), and no unit says so
import-said-otherwise = "{ $text }" says of these figures what the table does not say of the others
import-said-size = a level of "{ $text }" is three times or more above or below the base value or its neighbours, or nothing
import-said-rate = a change of "{ $text }" is far beyond what a year may bring
import-rounded-twice = { $name }: this change of { $year } is that of the levels beside it, which are rounded; the levels are taken
import-rounded-twice-help = to take the change instead, leave the levels out
import-said-help = only what has happened in a whole year, in all of what the plan is about, is an actual
import-ask-take = { $name }: two series say different things. Which is taken?

# The command that reads tables.
cli-about-help = Print this help, or that of a command
cli-arg-help = Print help
cli-arg-version = Print the version
cli-heading-usage = Usage: { $usage }
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-usual-value = { $help } [default: { $value }]
cli-about-import = Read actuals from a table and say what would be stored
cli-arg-table = Table: CSV, a workbook, or a web page with a table
cli-arg-import-plan = Plan whose indicators the table names: a built-in id or the path of a plan file
cli-arg-sheet = Sheet to read, by its name
cli-import-nothing = Nothing can be stored: { $why }
cli-other-plan = the table is read for plan { $found }, and the scenario is of plan { $own }
cli-other-plan-help = leave --plan out, or name a scenario of that plan
cli-arg-into = Scenario to add the figures to; it stays as it is
cli-arg-import-output = File to write the scenario with the figures to; it must not be there yet
cli-arg-decimal = What stands before decimals: . or ,
cli-arg-sign = How figures are read that may be falls: as-written (−3.49 is a fall) or falls (3.49 is a fall)
cli-arg-take = Column to take where two say different things, by its letter or heading
cli-arg-read = As what an indicator's figures are read: level, annual_change or cumulative_change
cli-arg-fractions = Whether an indicator's figures are fractions, 0.492 for 49.2 %
cli-arg-name = Indicator that a name in the table means; - leaves the line out
cli-arg-only = Whose figures to take: the heading of a column and the value wanted in it
cli-arg-despite = Whether to take figures in spite of a text around them that speaks of targets, parts of years or regions
cli-arg-hidden = Take hidden rows and columns too
cli-unknown-sheet = there is no sheet "{ $found }" with anything in it
cli-unknown-sheet-help = sheets: { $allowed }
cli-unknown-kind = "{ $found }" is no way to publish a figure
cli-unknown-kind-help = write level, annual_change or cumulative_change
cli-no-such-name = no line of the table is named "{ $found }"
cli-no-such-name-help = write the name as it stands in the table, then = and the indicator's id
cli-no-such-column = the answers do not name a column "{ $found }"
cli-no-such-column-help = write the column's letter or its heading
cli-none-possible = this table has none
cli-possible = possible: { $allowed }
cli-no-such-label = no column or row "{ $found }" of the table says whose figures they are
cli-no-such-text = nothing around the table's figures says "{ $found }"
cli-no-such-value = "{ $found }" does not stand in that column or row
cli-unknown-unit = "{ $found }" is no unit that is known
cli-unknown-unit-help = write a unit such as 万吨, kgce/t or %
cli-unit-not-asked = the table leaves no unit of { $found } open
cli-unit-not-asked-help = leave out --unit, or correct the unit in the table
cli-file-exists = { $path } is there already
cli-file-exists-help = name another file, or remove this one first
cli-imported = { $count ->
    [one] 1 figure taken over: { $path }
   *[other] { $count } figures taken over: { $path }
}
cli-because = { $what }; { $help }
cli-import-sheet = Sheet: { $name }
cli-import-not-taken = Not taken:
cli-import-notes = Notes:
cli-import-open = The table leaves something open, so nothing is stored. Answer with a flag:
import-nothing-yet = Nothing can be stored yet.
and-more = and { $count } more
import-column-stored = Stored
import-column-written = Written
cli-column-cell = Cell
import-results = the sheet "{ $name }" has results of this program, which are no actuals
import-results-help = the actuals are on the sheet "{ $name }"
import-note-passed-over = the sheet "{ $name }" has figures too, but is hidden or a draft; it is read only if it is chosen
import-ask-sheet = Several sheets have figures of the plan's indicators. Which one is meant?

# The dialog that shows a table before it is taken over.
import-open = The table leaves something open
import-start-over = Start over
import-waiting = { $count ->
    [one] 1 figure waits for an answer
   *[other] { $count } figures wait for an answer
}
import-page-stored = To be stored: { $count }
import-page-left-out = Left out: { $count }
import-page-lines = Rows and columns: { $count }
import-page-table = Table as it is
import-nothing-left-out = Nothing is left out.
import-question-at = { $cell }: { $asks }
import-from-cell = { $found } ({ $cell })
figure-with-unit = { $value } { $unit }
import-column-replaces = Replaces
import-hidden-too = Take hidden rows and columns too
import-answer-point = A point: 1,234.5
import-answer-comma = A comma: 1.234,5
import-answer-as-written = As they stand
import-answer-falls = Sizes of falls
import-answer-fractions = Fractions: 0.492 is 49.2 %
import-answer-no-fractions = As they stand
import-answer-despite = Take them all the same
import-answer-all = All of them
import-answer-take = { $name } (from { $cell })
import-answer-in-points = { $kind }, in points
