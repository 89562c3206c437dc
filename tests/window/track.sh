#!/usr/bin/env bash
# A plan under way, in the real window: imports a table whose names must be found, pastes cells from the real clipboard,
# sets the years left, looks at every page, saves, and checks what is in the file.
#
#   tests/window/track.sh PLANPATH_BINARY [SCREENSHOT_DIRECTORY]
#
# Tests of the screen by its words are in track.rs beside; this one covers what they cannot: the clipboard between programs,
# a file read on another thread, the map drawn by a graphics driver. What the window tests share is in screen.sh; this one
# needs xclip as well.

set -euo pipefail

test_name='window test of the Track screen'
# shellcheck source-path=SCRIPTDIR source=screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    die "usage: $0 PLANPATH_BINARY [SCREENSHOT_DIRECTORY]"
fi
prepare "$@"
command -v xclip >/dev/null || die 'xclip is missing; .ci/run installs what is needed'

# Middles of tabs and buttons at 1280×800 in English.
PAGES_Y=82 LEDGER_X=38 MAP_X=201
# The field of value added in 2014.
CELL_X=849 CELL_Y=209
# The middle of the map, and by how much its point is dragged.
MAP_MIDDLE_X=660 MAP_MIDDLE_Y=420 MAP_DRAG=60

actuals_of() { sed -n "/^    actuals: {/,/^    }/{/^        \"$1\": {/,/^        }/p}" "$2"; }
file_changed() { ! cmp -s -- "$work/before.ron" "$work/plan.ron"; }
saved() {
    cp -- "$work/plan.ron" "$work/before.ron"
    x key ctrl+s
    wait_for "$LIMIT" 'the file on disk does not change' file_changed
    wait_for "$LIMIT" 'the window still says that there are unsaved changes' title_is 'plan.ron - Planpath 规划轨迹'
}
press() {
    x mousemove "$1" "$2"
    settle
    x click 1
    settle
}

cp -- "$scenarios/plan-on-schedule.ron" "$work/plan.ron"
printf '指标,2011年,2012年,2013年\n工业增加值增速,10.8,7.9,7.6\n钢铁行业前10家产业集中度,49.2,45.9,39.4\n' \
    | iconv -f utf-8 -t gbk >"$work/table.csv"

begin 'starting a virtual screen and the program'
start_screen
start_program 'plan.ron - Planpath 规划轨迹' "$work/plan.ron"
settle

begin 'importing a table in GBK (Ctrl+I)'
bright=$(brightness)
x key ctrl+i
wait_for "$LIMIT" 'no prompt for a path' is_dimmed
x type --delay 15 "$work/table.csv"
x key Return
settle
shoot 01-preview
# The button that takes the figures over has the keyboard.
x key Return
wait_for "$LIMIT" 'the figures are not taken' title_is '• plan.ron - Planpath 规划轨迹'
settle
shoot 02-imported
saved
actuals_of steel-cr10 "$work/plan.ron" | grep -q '2013: Level(39.4)' || fail "no figures of steel in the file"
actuals_of value-added "$work/plan.ron" | grep -q '2012: AnnualChange(7.9)' || fail "no growth in the file"

begin 'pasting cells from the clipboard'
press "$CELL_X" "$CELL_Y"
printf '8.3\t6.1\n' | xclip -selection clipboard -i
x key ctrl+v
wait_for "$LIMIT" 'the cells are not pasted' title_is '• plan.ron - Planpath 规划轨迹'
settle
shoot 03-pasted
saved
actuals_of value-added "$work/plan.ron" | grep -q '2015: AnnualChange(6.1)' || fail 'the second cell is not in the file'

begin 'taking the paste back, one step (Ctrl+Z)'
press "$NOTHING_X" "$NOTHING_Y"
x key ctrl+z
wait_for "$LIMIT" 'nothing is taken back' title_is '• plan.ron - Planpath 规划轨迹'
saved
! actuals_of value-added "$work/plan.ron" | grep -q '201[45]:' || fail 'pasted cells are still in the file'

begin 'looking at the ledger and the map'
press "$LEDGER_X" "$PAGES_Y"
shoot 04-ledger
press "$MAP_X" "$PAGES_Y"
shoot 05-map
x mousemove "$MAP_MIDDLE_X" "$MAP_MIDDLE_Y"
x mousedown 1
for ((moved = 10; moved <= MAP_DRAG; moved += 10)); do
    x mousemove $((MAP_MIDDLE_X + moved)) "$MAP_MIDDLE_Y"
done
settle
x mouseup 1
settle
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 06-map-dragged
saved
grep -q '"value-added": Yearly' "$work/plan.ron" || fail 'the map did not set value added for the years left'
grep -q '"energy-intensity": Constant' "$work/plan.ron" || fail 'the map did not set energy intensity'

begin 'asking the command line about the same file'
cp -- "$work/plan.ron" "$shots/saved.ron"
"$planpath" check "$work/plan.ron" >/dev/null || fail 'planpath check finds fault with the saved file'
"$planpath" track --lang en "$work/plan.ron" >"$work/track" || fail 'planpath track does not take the saved file'
grep -q 'Steel.*wrong direction *2013' "$work/track" || fail "steel is not in the wrong direction: $(cat -- "$work/track")"

begin 'leaving (Ctrl+Q)'
leave

printf '%6.1f s  done; screenshots: %s\n' "$(since_start)" "$shots"
