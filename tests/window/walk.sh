#!/usr/bin/env bash
# A walk through the real window, with a picture of every step: a new scenario, a typed rate, rates of single years,
# points dragged on a chart, undo, the other language, saving, leaving; and all of it is there at the next start.
#
#   tests/window/walk.sh PLANPATH_BINARY [SCREENSHOT_DIRECTORY]
#
# What a step did is read from the recovery copy that the program keeps of unsaved work, later from the saved file.

set -euo pipefail

test_name='walk through the window'
# shellcheck source-path=SCRIPTDIR source=screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    die "usage: $0 PLANPATH_BINARY [SCREENSHOT_DIRECTORY]"
fi
prepare "$@"

# --- Where things are, beside what screen.sh knows -------------------------------------------------------------------

# The slider of labour productivity; once its years are open, the bar and field of 2012 and the field of 2013.
PRODUCTIVITY_SLIDER=439 BAR_X=95 BAR_Y=520 NEXT_FIELD_X=134 FIELDS_Y=574
# Where the enlarged chart has its lines, and in them the point of the base year.
PLOT=490x530+352+212 BASE=16x530+350+212
# And the bracket of the target, at the end.
TARGET=26x530+817+212
# How far points are dragged upwards.
DRAG=60
# The languages' names, the File menu, its entry for recent files, and the first of those.
CHINESE_X=1243 ENGLISH_X=1249
FILE_X=20 RECENT_X=60 RECENT_Y=161 FIRST_RECENT_X=215
# The names of the menus.
MENUS=120x25+0+0

# --- Conditions ------------------------------------------------------------------------------------------------------

unsaved_rate() {
    local copy
    copy=$(copies)
    [ -z "$copy" ] || scenario_in "$copy" | rate_of "$1"
}
# unsaved LEVER RATES: what the program has put down of work that is not saved yet.
unsaved() { [ "$(unsaved_rate "$1")" = "$2" ]; }
unsaved_begins() { [[ "$(unsaved_rate "$1")" == "$2"* ]]; }
preference() { grep -qF -- "$1" "$config/preferences.ron" 2>/dev/null; }

# near FIGURE EXPECTED TOLERANCE
near() { awk -v is="$1" -v should="$2" -v by="$3" 'BEGIN { exit !(is > should - by && is < should + by) }'; }

# drag_up X Y: drags by DRAG upwards in steps, as a hand does.
drag_up() {
    local moved
    x mousemove "$1" "$2"
    settle
    x mousedown 1
    for ((moved = 10; moved <= DRAG; moved += 10)); do
        x mousemove "$1" $(($2 - moved))
    done
    settle
    x mouseup 1
    settle
    x mousemove "$NOTHING_X" "$NOTHING_Y"
    settle
}

# --- The walk --------------------------------------------------------------------------------------------------------

begin 'starting a virtual screen'
start_screen

begin 'starting the program'
start_program "$(first_title en)"
settle
shoot 01-started

begin 'making a new scenario (Ctrl+N)'
x key ctrl+n
wait_for "$LIMIT" 'there is no new scenario' title_is 'New scenario - Planpath 规划轨迹'
settle
shoot 02-new-scenario
copies_are_gone || fail 'a scenario without changes is kept as if it had some'

begin 'typing a rate over the value of value added'
x mousemove "$VALUE_X" $((FIRST_SLIDER - VALUE_ABOVE))
settle
x click 1
settle
x key ctrl+a
x type --delay 15 9.5
x key Return
wait_for "$LIMIT" 'the typed rate is not taken' unsaved value-added 'Constant(9.5)'
wait_for "$LIMIT" 'the window does not say that there are unsaved changes' title_is '• New scenario - Planpath 规划轨迹'
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 03-rate-typed

begin 'opening the years of labour productivity'
closed=$(look '%#' "$LEVERS")
x mousemove "$YEARS_X" "$PRODUCTIVITY_SLIDER"
settle
x click 1
wait_for "$LIMIT" 'the lever does not open' looks_different "$LEVERS" "$closed"
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 04-years-opened

begin 'raising the rate of 2012 by arrow keys on its bar'
# A press on a bar moves nothing, and gives it the keyboard.
x mousemove "$BAR_X" "$BAR_Y"
settle
x click 1
settle
x key shift+Up
wait_for "$LIMIT" 'one press does not add a tenth' unsaved labour-productivity 'Yearly([10.0, 10.1, 10.0, 10.0, 10.0])'
x key shift+Up
wait_for "$LIMIT" 'two presses do not add two tenths' unsaved labour-productivity 'Yearly([10.0, 10.2, 10.0, 10.0, 10.0])'
shoot 05-year-by-arrows

begin 'typing a rate into the field of 2013'
x mousemove "$NEXT_FIELD_X" "$FIELDS_Y"
settle
x click 1
settle
x key ctrl+a
x type --delay 15 12.5
x key Return
wait_for "$LIMIT" 'the typed rate is not taken' unsaved labour-productivity 'Yearly([10.0, 10.2, 12.5, 10.0, 10.0])'
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 06-year-typed

begin 'asking for the chart of energy intensity (Ctrl+K)'
bright=$(brightness)
x key ctrl+k
wait_for "$LIMIT" 'no palette' is_dimmed
x type --delay 15 'Chart: Energy intensity'
settle
shoot 07-palette
before=$(look '%#' "$LEVERS")
x key Return
# The chart fills the middle, and the lever behind it comes into view.
wait_for "$LIMIT" 'the lever does not come up' looks_different "$LEVERS" "$before"
settle
shoot 08-chart-chosen

begin 'dragging its last point'
# ends COLOUR: the middles of the dark point of the base year and of the last point, which has this colour.
ends() {
    pixels "$BASE" text >"$work/base" || exit 1
    pixels "$PLOT" "$1" >"$work/found" || exit 1
    sort -n "$work/found" | awk -v base="$(awk '{ x += $1; y += $2 } END { if (NR) print x / NR, y / NR }' "$work/base")" '
        { xs[NR] = $1; ys[NR] = $2 }
        END {
            if (!NR || !base) exit
            for (n = 1; n <= NR; n++) if (xs[n] >= xs[NR] - 5) { right += ys[n]; rights++ }
            split(base, left, " ")
            printf "%d %.1f %d %.1f\n", left[1], left[2], xs[NR] - 3, right / rights
        }'
}
# Nothing was entered yet, so the line is the even path: from 100 in 2010 to 79 in 2015, where the bracket of the target is,
# as the plan promises a fall of 21 %.
read -r base_x base_y < <(pixels "$BASE" text | awk '{ x += $1; y += $2 } END { if (NR) print x / NR, y / NR }') \
    || fail 'no point of the base year'
read -r last_x last_y < <(pixels "$TARGET" text | awk '{ x += $1; if (NR == 1 || $2 < top) top = $2 } END { if (NR) print x / NR, top }') \
    || fail 'no bracket of the target'
base_x=${base_x%.*} last_x=${last_x%.*}
awk -v x0="$base_x" -v y0="$base_y" -v x1="$last_x" -v y1="$last_y" 'BEGIN { exit !(x1 - x0 > 300 && y1 - y0 > 200) }' \
    || fail "the line does not fall across the chart, from $base_x,$base_y to $last_x,$last_y"
drag_up "$last_x" "${last_y%.*}"
wait_for "$LIMIT" 'the drag does not set a constant rate' unsaved_begins energy-intensity 'Constant('
dragged=$(unsaved_rate energy-intensity)
# The level under the pointer, and the even fall that leads there in five years.
expected=$(awk -v y0="$base_y" -v y1="$last_y" -v y="$((${last_y%.*} - DRAG))" 'BEGIN {
    level = 100 - 21 * (y - y0) / (y1 - y0)
    print 100 * (1 - (level / 100) ^ (1 / 5)) }')
near "$(tr -cd 0-9. <<<"$dragged")" "$expected" 0.05 || fail "the drag led to $dragged, not to about $expected % a year"
shoot 10-last-point-dragged

begin 'dragging the point of 2013'
ends scenario >"$work/ends"
read -r base_x base_y last_x last_y <"$work/ends" || fail 'no line in the colour of the scenario'
middle_x=$((base_x + (last_x - base_x) * 3 / 5))
sed -n "s/^$middle_x //p" "$work/found" >"$work/middle"
middle_y=$(awk '{ sum += $1 } END { if (NR) printf "%d", sum / NR }' "$work/middle")
[ -n "$middle_y" ] || fail "no point at $middle_x"
drag_up "$middle_x" "$middle_y"
even=$(tr -cd 0-9. <<<"$dragged")
wait_for "$LIMIT" 'the drag does not set the rate of one year' unsaved_begins energy-intensity "Yearly([$even, $even, "
by_year=$(unsaved_rate energy-intensity)
[[ "$by_year" == *", $even, $even])" && "$by_year" != *"$even, $even, $even"* ]] \
    || fail "the drag of one point led to $by_year, from $dragged"
shoot 11-middle-point-dragged

begin 'taking that back (Ctrl+Z)'
x key ctrl+z
wait_for "$LIMIT" 'undo does not lead back to before the drag' unsaved energy-intensity "$dragged"
settle
shoot 12-undone

begin 'switching to Chinese'
english=$(look '%#' "$MENUS")
! preference 'language: Some(' || fail 'a language is kept that nobody has chosen'
x mousemove "$CHINESE_X" "$NOTHING_Y"
settle
x click 1
wait_for "$LIMIT" 'the window is not called by the Chinese name' title_is '• 新情景 - Planpath 规划轨迹'
wait_for "$LIMIT" 'the language is not kept' preference 'language: Some("zh")'
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 13-chinese
chinese=$(look '%#' "$MENUS")
[ "$chinese" != "$english" ] || fail 'the menus look as in English'

begin 'saving under a typed path (Ctrl+Shift+S)'
bright=$(brightness)
x key ctrl+shift+s
wait_for "$LIMIT" 'no prompt for a path' is_dimmed
x key ctrl+a
x type --delay 15 "$work/walked"
settle
shoot 14-path-typed
x key Return
# The usual ending is added.
wait_for "$LIMIT" 'the window is not called like the file' title_is 'walked.ron - Planpath 规划轨迹'
wait_for "$LIMIT" 'what is saved is still kept for recovery' copies_are_gone
wait_for "$LIMIT" 'the file is not among the recent ones' preference "recent: [\"$work/walked.ron\"]"
settle
shoot 15-saved

begin 'reading the saved file'
cp -- "$work/walked.ron" "$shots/walked.ron"
has() { [ "$(rate_of "$1" <"$work/walked.ron")" = "$2" ] || fail "$1 should be $2: $(cat -- "$work/walked.ron")"; }
has value-added 'Constant(9.5)'
has labour-productivity 'Yearly([10.0, 10.2, 12.5, 10.0, 10.0])'
has energy-intensity "$dragged"
"$planpath" check "$work/walked.ron" >"$work/check" || fail 'planpath check finds fault with the saved file'
"$planpath" run --format json "$work/walked.ron" >"$work/run.json" || fail 'planpath run does not take the saved file'
projected() { sed -n "/\"indicator\": \"$1\",/,/}/s/^ *\"projected\": \\([0-9.]*\\),\$/\\1/p" "$work/run.json"; }
near "$(projected value-added)" 9.5 0.000001 || fail "value added is projected to grow by $(projected value-added) % a year"
# The average of five years' growth.
growth=$(awk 'BEGIN { print 100 * ((1.1 * 1.102 * 1.125 * 1.1 * 1.1) ^ (1 / 5) - 1) }')
near "$(projected labour-productivity)" "$growth" 0.0001 \
    || fail "labour productivity is projected to grow by $(projected labour-productivity), not $growth % a year"
fall=$(awk -v rate="$even" 'BEGIN { print 100 * (1 - (1 - rate / 100) ^ 5) }')
near "$(projected energy-intensity)" "$fall" 0.0001 \
    || fail "energy intensity is projected to fall by $(projected energy-intensity), not $fall %"

begin 'leaving (Ctrl+Q)'
cp -- "$config/preferences.ron" "$work/preferences.ron"
leave
cmp -s -- "$work/preferences.ron" "$config/preferences.ron" || fail 'leaving has changed the preferences'

begin 'starting the program again'
start_program "$(first_title zh)"
settle
shoot 16-started-again
[ "$(look '%#' "$MENUS")" = "$chinese" ] || fail 'the menus look other than before, though the language was chosen'

begin 'opening the file from the recent ones'
before=$(look '%#' "$LEVERS")
x mousemove "$FILE_X" "$NOTHING_Y"
settle
x click 1
wait_for "$LIMIT" 'no menu' looks_different "$LEVERS" "$before"
x mousemove "$RECENT_X" "$RECENT_Y"
settle
x click 1
settle
shoot 17-recent-files
x mousemove "$FIRST_RECENT_X" "$RECENT_Y"
settle
x click 1
wait_for "$LIMIT" 'the recent file does not open' title_is 'walked.ron - Planpath 规划轨迹'
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 18-opened-again

begin 'saving it under another name, to see that all of it was read'
bright=$(brightness)
x key ctrl+shift+s
wait_for "$LIMIT" 'no prompt for a path' is_dimmed
x key ctrl+a
x type --delay 15 "$work/again.ron"
x key Return
wait_for "$LIMIT" 'the window is not called like the file' title_is 'again.ron - Planpath 规划轨迹'
cmp -- "$work/walked.ron" "$work/again.ron" || fail 'the file that was read is not the file that was written'

begin 'switching back to English'
x mousemove "$ENGLISH_X" "$NOTHING_Y"
settle
x click 1
wait_for "$LIMIT" 'the language is not kept' preference 'language: Some("en")'
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 19-english
[ "$(look '%#' "$MENUS")" = "$english" ] || fail 'the menus do not look as in English at the first start'

begin 'leaving (Ctrl+Q)'
leave
copies_are_gone || fail "something is left to recover, though all is saved: $(copies)"

printf '%6.1f s  done: energy intensity %s %% a year by a dragged point; screenshots: %s\n' \
    "$(since_start)" "$even" "$shots"
