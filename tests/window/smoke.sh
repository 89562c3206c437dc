#!/usr/bin/env bash
# The window as a person would use it: opens the program on a virtual screen, opens a scenario by its typed path, moves
# two levers, saves, checks the file, leaves.
#
#   tests/window/smoke.sh PLANPATH_BINARY [SCREENSHOT_DIRECTORY]
#
# Needs Xvfb, xdotool and ImageMagick. No window manager: nothing here depends on one, and without one the window is
# exactly as large as the screen. Tests of single panels are in tests/window.rs; this one covers what they cannot: the
# real window, real graphics, real keys, real files.

set -euo pipefail

die() {
    printf 'window smoke test: %s\n' "$*" >&2
    exit 2
}

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    die "usage: $0 PLANPATH_BINARY [SCREENSHOT_DIRECTORY]"
fi
if [ ! -f "$1" ] || [ ! -x "$1" ]; then
    die "$1 is not a program; build it with: cargo build --release"
fi
for tool in Xvfb xdotool import identify timeout; do
    command -v "$tool" >/dev/null || die "$tool is missing; .ci/run installs what is needed"
done

planpath=$(realpath -- "$1")
project=$(realpath -- "$(dirname -- "${BASH_SOURCE[0]}")/../..")
scenarios=$project/scenarios
work=$(mktemp -d)
shots=${2:-$(mktemp -d)}
mkdir -p -- "$shots"
shots=$(realpath -- "$shots")

# --- Where things are ------------------------------------------------------------------------------------------------
# In pixels of a 1280x800 window at 100 % scale. Levers are found by the mark below their sliders, which has the colour
# of targets; so rows may be added above them. Only what follows is fixed. 03-other-opened.png shows all of it.

# Where the first sliders are, with the marks below them: the upper left, without the number fields.
SLIDERS=225x400+0+60
# From the top of a mark up to the middle of its slider and number field.
MARK_TO_MIDDLE=8
# The middle of the number fields, and half the size of one.
FIELD_X=258 FIELD_HALF_WIDTH=29 FIELD_HALF_HEIGHT=12
# How far the second lever's slider is dragged to the right.
DRAG=60
# Ground in the menu bar, where the pointer is over nothing.
NOTHING_X=900 NOTHING_Y=13

# --- Limits, in seconds ----------------------------------------------------------------------------------------------
# Generous, because software rendering on a busy computer is slow; a good run takes a fraction.
SERVER_LIMIT=20
WINDOW_LIMIT=90
LIMIT=30

# --- Helpers ---------------------------------------------------------------------------------------------------------

step='starting'
program='' server='' display='' window='' seen=''

begin() {
    step=$1
    printf '%6.1f s  %s\n' "$(since_start)" "$step"
}

started=${EPOCHREALTIME/[.,]/}
since_start() {
    local now=${EPOCHREALTIME/[.,]/}
    printf '%d.%01d' $(((now - started) / 1000000)) $(((now - started) / 100000 % 10))
}

fail() {
    printf 'FAILED while %s: %s\n' "$step" "$*" >&2
    if [ -n "${DISPLAY:-}" ]; then
        timeout 10 import -window root "$shots/failed.png" 2>/dev/null || true
    fi
    [ -z "$window" ] || printf 'the window is called: %s\n' "$(title)" >&2
    if [ -s "$work/output" ]; then
        printf 'the program said:\n' >&2
        cat -- "$work/output" >&2
    fi
    printf 'screenshots: %s\n' "$shots" >&2
    exit 1
}

stop() {
    local pid=$1 end=$((SECONDS + 4))
    [ -n "$pid" ] || return 0
    kill "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$end" ]; do
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}

tidy_up() {
    stop "$program"
    stop "$server"
    rm -rf -- "$work"
}
trap tidy_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# wait_for SECONDS WHAT COMMAND…: repeats the command until it succeeds.
wait_for() {
    local limit=$1 what=$2 end
    shift 2
    end=$((SECONDS + limit))
    until "$@"; do
        if [ -n "$program" ] && ! kill -0 "$program" 2>/dev/null; then
            fail "$what: the program has ended"
        fi
        [ "$SECONDS" -lt "$end" ] || fail "$what: not within $limit s"
        sleep 0.1
    done
}

x() {
    timeout 10 xdotool "$@" || fail "xdotool $* did not work"
}

title() {
    timeout 10 xdotool getwindowname "$window" 2>/dev/null || true
}

shoot() {
    timeout 20 import -window root "$shots/$1.png" || fail "no screenshot $1"
}

# A figure of the screen as it is: of the whole, or of a part.
look() {
    local area=() figure=$1
    [ $# -lt 2 ] || area=(-crop "$2" +repage)
    timeout 20 import -window root "${area[@]}" "$work/now.png" || fail 'no screenshot'
    timeout 20 identify -format "$figure" "$work/now.png"
}

# Top left pixels of the marks below sliders, as "X Y", from the top.
marks() {
    local colour
    colour=$(sed -n 's/^ *target: (light: "\(#[0-9A-F]*\)".*/\1/p' "$project/assets/colours.ron")
    [ -n "$colour" ] || fail 'assets/colours.ron has no light colour for targets'
    timeout 20 import -window root -crop "$SLIDERS" +repage -depth 8 "txt:$work/sliders" || fail 'no screenshot'
    # Lines such as "119,137: (180,74,0)  #B44A00 …"; pixels less than 20 further down belong to the same mark.
    awk -F '[,:]' -v colour="$colour" -v left="$(cut -d + -f 2 <<<"$SLIDERS")" -v top="$(cut -d + -f 3 <<<"$SLIDERS")" '
        index($0, colour) { if (!last || $2 > last + 20) print $1 + left, $2 + top; last = $2 }' "$work/sliders"
}

# --- Conditions ------------------------------------------------------------------------------------------------------

server_is_up() { [ -s "$work/display" ] && read -r display <"$work/display"; }
window_is_there() {
    window=$(timeout 10 xdotool search --onlyvisible --name Planpath 2>/dev/null | tail -n 1) && [ -n "$window" ]
}
# An empty screen has one colour, text and charts have hundreds.
is_painted() { [ "$(look '%k')" -gt 100 ]; }
# It looks as it did at an earlier look. Not just the last one: a blinking caret may be in step with the looks.
is_at_rest() {
    local now
    now=$(look '%#')
    [[ " $seen" != *" $now "* ]] || return 0
    seen+="$now "
    return 1
}
# A dialog darkens what is behind it.
is_dimmed() { [ "$(brightness)" -lt $((bright * 85 / 100)) ]; }
brightness() { look '%[fx:int(mean*1000)]'; }
field_looks_different() { [ "$(look '%#' "$field_area")" != "$field" ]; }
title_is() { [ "$(title)" = "$1" ]; }
file_changed() { ! cmp -s -- "$work/before.ron" "$work/other.ron"; }
program_has_ended() { ! kill -0 "$program" 2>/dev/null; }

settle() {
    seen=''
    wait_for "$LIMIT" 'the picture does not come to rest' is_at_rest
}

# --- The test --------------------------------------------------------------------------------------------------------

mkdir -m 700 "$work/home" "$work/runtime" "$work/empty"
cp -- "$scenarios/plan-on-schedule.ron" "$work/first.ron"
cp -- "$scenarios/growth-first.ron" "$work/other.ron"
cp -- "$work/other.ron" "$work/before.ron"

begin 'starting a virtual screen'
# -noreset: by default the server starts anew whenever its last client leaves, and every call of xdotool is a client.
# The program could not connect at such a moment.
: >"$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -dpi 96 -noreset -nolisten tcp 3>"$work/display" >"$work/server" 2>&1 &
server=$!
server_deadline=$((SECONDS + SERVER_LIMIT))
until server_is_up; do
    kill -0 "$server" 2>/dev/null || fail "Xvfb has ended: $(cat -- "$work/server")"
    [ "$SECONDS" -lt "$server_deadline" ] || fail "Xvfb is not up within $SERVER_LIMIT s"
    sleep 0.1
done
export DISPLAY=:$display

begin 'starting the program'
# Of the user's own session only the choice of graphics drivers gets through. No message bus and no programs on the
# path: the system's file dialog must not appear, so that the path is typed into Planpath's own prompt.
env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET -u XAUTHORITY -u DBUS_SESSION_BUS_ADDRESS -u WINIT_X11_SCALE_FACTOR \
    -u LANGUAGE -u LC_ALL -u LC_MESSAGES LANG=en_US.UTF-8 PATH="$work/empty" HOME="$work/home" \
    XDG_RUNTIME_DIR="$work/runtime" XDG_CONFIG_HOME="$work/home" XDG_DATA_HOME="$work/home" \
    XDG_STATE_HOME="$work/home" XDG_CACHE_HOME="$work/home" "$planpath" "$work/first.ron" >"$work/output" 2>&1 &
program=$!
wait_for "$WINDOW_LIMIT" 'no window' window_is_there
wait_for "$LIMIT" 'the window was given a file' title_is 'first.ron - Planpath 规划轨迹'
wait_for "$LIMIT" 'the window stays blank' is_painted
# Without a window manager nobody else gives it the keyboard.
x windowfocus --sync "$window"
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 01-opened

begin 'asking for another scenario (Ctrl+O)'
bright=$(brightness)
x key ctrl+o
wait_for "$LIMIT" 'no prompt for a path' is_dimmed
# Typed without a click: the prompt has the keyboard by itself.
x type --delay 15 "$work/other.ron"
settle
shoot 02-path-typed
x key Return
wait_for "$LIMIT" 'the other scenario does not open' title_is 'other.ron - Planpath 规划轨迹'
settle
shoot 03-other-opened

begin 'finding the first two levers'
marks >"$work/marks"
{ read -r _ first_y && read -r second_x second_y; } <"$work/marks" || fail 'fewer than two marks below sliders'
((first_y -= MARK_TO_MIDDLE, second_y -= MARK_TO_MIDDLE))

begin 'typing a rate into the number field of value added'
field_area=$((2 * FIELD_HALF_WIDTH))x$((2 * FIELD_HALF_HEIGHT))
field_area+=+$((FIELD_X - FIELD_HALF_WIDTH))+$((first_y - FIELD_HALF_HEIGHT))
x mousemove "$FIELD_X" "$first_y"
settle
field=$(look '%#' "$field_area")
x click 1
wait_for "$LIMIT" 'the number field does not react to a click' field_looks_different
settle
x key ctrl+a
x type --delay 15 9.5
x key Return
wait_for "$LIMIT" 'the typed rate is not taken' title_is '• other.ron - Planpath 规划轨迹'
settle
shoot 04-rate-typed

begin 'dragging the slider of the value-added rate'
# On the plan's path the handle is above the mark.
x mousemove "$second_x" "$second_y"
x mousedown 1
for ((moved = 10; moved <= DRAG; moved += 10)); do
    x mousemove $((second_x + moved)) "$second_y"
done
settle
x mouseup 1
x mousemove "$NOTHING_X" "$NOTHING_Y"
settle
shoot 05-slider-dragged

begin 'saving (Ctrl+S)'
x key ctrl+s
wait_for "$LIMIT" 'the file on disk does not change' file_changed
wait_for "$LIMIT" 'the window still says that there are unsaved changes' title_is 'other.ron - Planpath 规划轨迹'
settle
shoot 06-saved

begin 'reading the saved file'
cp -- "$work/other.ron" "$shots/saved.ron"
rates() { sed -n '/^    rates:/,/^    }/p' "$work/other.ron"; }
grep -q '"value-added": Constant(11.0)' "$work/before.ron" || fail 'the example no longer starts from 11 % a year'
grep -q '"value-added": Constant(9.5)' "$work/other.ron" || fail "the typed rate is not in the file: $(rates)"
dragged=$(sed -n 's/^ *"value-added-rate": Constant(\([0-9.]*\)),$/\1/p' "$work/other.ron")
[ -n "$dragged" ] || fail "the dragged rate is not in the file: $(rates)"
! grep -q '"value-added-rate": Constant' "$work/before.ron" || fail 'the example already sets the value-added rate'
cmp -s -- "$scenarios/plan-on-schedule.ron" "$work/first.ron" || fail 'the scenario that was only opened was changed'
"$planpath" check "$work/other.ron" >/dev/null || fail 'planpath check finds fault with the saved file'
"$planpath" run --format json "$work/other.ron" >"$work/run.json" || fail 'planpath run does not take the saved file'
# The first target is value added, in percent a year. Printed unrounded, so 9.5 may be 9.500000000000002.
projected=$(sed -n '/"indicator": "value-added",/,/}/s/^ *"projected": \([0-9.]*\),$/\1/p' "$work/run.json")
awk -v is="$projected" 'BEGIN { exit !(is > 9.499999 && is < 9.500001) }' \
    || fail "planpath run projects ${projected:-nothing} instead of 9.5"

begin 'leaving (Ctrl+Q)'
x key ctrl+q
end=$((SECONDS + LIMIT))
until program_has_ended; do
    [ "$SECONDS" -lt "$end" ] || fail "the program is still there after $LIMIT s"
    sleep 0.1
done
code=0
wait "$program" || code=$?
program='' window=''
[ "$code" -eq 0 ] || fail "the program ended with exit code $code"
! grep -qi 'panicked' "$work/output" || fail 'the program panicked'

printf '%6.1f s  done: value added 9.5 %% a year, value-added rate %s points a year; screenshots: %s\n' \
    "$(since_start)" "$dragged" "$shots"
