#!/usr/bin/env bash
# The pictures of the window that the READMEs open with: Explore, Track's map and Report, taken of the release build on a
# virtual screen. In English only, for both READMEs: six would be too large to keep.
#
#   cargo build --release && bash tests/window/pictures.sh target/release/planpath
#
# They are kept small, because they stay in the history of the repository; tests/architecture holds down how small. Needs
# what the window tests need (screen.sh). Look at them before they go in.

set -euo pipefail

test_name='pictures of the window'
# shellcheck source-path=SCRIPTDIR source=screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

[ $# -eq 1 ] || die "usage: $0 PLANPATH_BINARY"
prepare "$1"

# Few enough colours to be small, enough for text to stay crisp.
COLOURS=48
# Where the screens are in the menu bar, and the map on the Track screen, in pixels of a 1280x800 window.
TRACK='642 20' MAP='201 82' REPORT='708 20'
# What changes when another screen or page comes to the front.
INSIDE=1280x690+0+70

# keep NAME: the screen as it is, with few colours and without anything that differs from run to run.
keep() {
    shoot "$1"
    timeout 60 convert "$shots/$1.png" -dither None -colors "$COLOURS" -strip \
        -define png:exclude-chunks=date,time -define png:compression-level=9 "$project/assets/pictures/$1.png"
}

# go_to "X Y": clicks there, and sees that something comes of it.
go_to() {
    local left top
    read -r left top <<<"$1"
    x mousemove "$left" "$top"
    click_to_change "$INSIDE"
    x mousemove "$NOTHING_X" "$NOTHING_Y"
    settle
}

mkdir -p -- "$project/assets/pictures" "$config"
begin 'starting a virtual screen'
start_screen
cp -- "$scenarios/mid-term-2013.ron" "$work/mid-term-2013.ron"
# Light, without the hints of the first start.
printf '(format: 1, theme: Light, hints_seen: ["hint-lever", "hint-year", "hint-target"])\n' >"$config/preferences.ron"
begin 'Explore'
start_program 'mid-term-2013.ron - Planpath 规划轨迹' --lang en "$work/mid-term-2013.ron"
settle
keep explore
begin 'Track'
go_to "$TRACK"
go_to "$MAP"
keep track
begin 'Report'
go_to "$REPORT"
keep report
begin 'leaving (Ctrl+Q)'
leave
begin 'counting'
du -cb -- "$project"/assets/pictures/*.png
