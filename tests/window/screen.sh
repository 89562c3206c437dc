# What the window tests share, to be sourced: a virtual screen, the program on it, waiting, looking, screenshots.
# shellcheck shell=bash
#
# The script that sources this says first what it is called in messages:
#
#   test_name='window smoke test'
#   source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
#   prepare PLANPATH_BINARY [SCREENSHOT_DIRECTORY]
#   start_screen
#   start_program [FILE]
#
# Needs Xvfb, xdotool and ImageMagick. No window manager: nothing here depends on one, and without one the window is
# exactly as large as the screen. What is set here is read there, and the other way round.
# shellcheck disable=SC2034,SC2154

# --- Limits, in seconds ----------------------------------------------------------------------------------------------
# Generous, because software rendering on a busy computer is slow; a good run takes a fraction.
SERVER_LIMIT=20
WINDOW_LIMIT=90
LIMIT=30

# --- Where things are ------------------------------------------------------------------------------------------------
# In pixels of a 1280x800 window at 100 % scale; a screenshot of the smoke test, 03-other-opened.png, shows all of it.

# Where the levers are.
LEVERS=305x600+0+160
# The middle of the first slider, which is that of value added; the ends of the sliders; and the sign that opens a
# lever's years, on the same line.
FIRST_SLIDER=215 SLIDER_LEFT=64 SLIDER_RIGHT=267 YEARS_X=287
# Where the value of a lever is: a click opens a field there. How far it is above the slider.
VALUE_X=264 VALUE_ABOVE=18
# Ground in the menu bar, where the pointer is over nothing.
NOTHING_X=900 NOTHING_Y=13

# --- Beginning and end -----------------------------------------------------------------------------------------------

die() {
    printf '%s: %s\n' "$test_name" "$*" >&2
    exit 2
}

# prepare PLANPATH_BINARY [SCREENSHOT_DIRECTORY]: sets planpath, project, scenarios, shots, and work, a folder that goes
# at the end. The program's own files are in work/home, of which config and state are named.
prepare() {
    if [ ! -f "$1" ] || [ ! -x "$1" ]; then
        die "$1 is not a program; build it with: cargo build --release"
    fi
    local tool
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
    rm -f -- "$shots/failed.png"
    mkdir -m 700 "$work/home" "$work/runtime" "$work/empty"
    config=$work/home/config/planpath
    state=$work/home/state/planpath
    trap tidy_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

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

# --- Waiting, doing, looking -----------------------------------------------------------------------------------------

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

# The value of a colour on light ground, such as #B44A00.
colour() {
    local value
    value=$(sed -n "s/^ *$1: (light: \"\(#[0-9A-F]*\)\".*/\1/p" "$project/assets/colours.ron")
    [ -n "$value" ] || fail "assets/colours.ron has no light colour $1"
    printf '%s' "$value"
}

# pixels AREA COLOUR: where the screen has this colour, as lines "X Y" from top to bottom.
pixels() {
    local part=$1 value left top
    value=$(colour "$2") || exit 1
    IFS=+ read -r _ left top <<<"$part"
    timeout 20 import -window root -crop "$part" +repage -depth 8 "txt:$work/pixels" || fail 'no screenshot'
    # Lines such as "119,137: (180,74,0)  #B44A00 …".
    awk -F '[,:]' -v colour="$value" -v left="$left" -v top="$top" '
        index($0, colour) { print $1 + left, $2 + top }' "$work/pixels"
}

# value_area SLIDER_Y: where the value of the lever with this slider is.
value_area() { printf '56x20+%d+%d' $((VALUE_X - 28)) $(($1 - VALUE_ABOVE - 10)); }

# slider_x RATE LOW HIGH: where the thumb stands at a rate, on a slider that leads from one rate to the other.
slider_x() {
    awk -v left="$SLIDER_LEFT" -v right="$SLIDER_RIGHT" -v rate="$1" -v low="$2" -v high="$3" \
        'BEGIN { printf "%.0f", left + (right - left) * (rate - low) / (high - low) }'
}

# --- Conditions ------------------------------------------------------------------------------------------------------

server_is_up() { [ -s "$work/display" ] && read -r display <"$work/display"; }
window_is_there() {
    # There may be others, of a program that was killed a moment ago or that is still there.
    window=$(timeout 10 xdotool search --all --onlyvisible --pid "$program" --name Planpath 2>/dev/null | tail -n 1) \
        && [ -n "$window" ]
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
# A dialog darkens what is behind it; how bright it was before is in bright.
is_dimmed() { [ "$(brightness)" -lt $((bright * 85 / 100)) ]; }
brightness() { look '%[fx:int(mean*1000)]'; }
# looks_different AREA SIGNATURE: as look '%#' AREA gave it earlier.
looks_different() { [ "$(look '%#' "$1")" != "$2" ]; }
title_is() { [ "$(title)" = "$1" ]; }
program_has_ended() { ! kill -0 "$program" 2>/dev/null; }

settle() {
    seen=''
    wait_for "$LIMIT" 'the picture does not come to rest' is_at_rest
}

# Clicks until a part of the screen is another. On a computer so busy that a click lasts as long as a press that holds, the
# program rightly takes it for none.
click_to_change() {
    local part=$1 before
    before=$(look '%#' "$part")
    wait_for $((4 * LIMIT)) 'nothing comes of a click' click_changes "$part" "$before"
}
click_changes() {
    x click 1
    settle
    looks_different "$@"
}

# --- The program's own files -----------------------------------------------------------------------------------------

# Recovery copies on disk.
copies() { find "$state/recovery" -name '*.ron' 2>/dev/null || true; }
# The scenario in a recovery copy, where it is one long text.
scenario_in() {
    local text
    text=$(sed -n 's/^    scenario: "\(.*\)",$/\1/p' "$1" | sed 's/\\n/\n/g; s/\\"/"/g; s/\\\\/\\/g')
    printf '%s\n' "$text"
}
# What the scenario says of a lever, on one line, such as Constant(8.0); nothing where it follows the plan.
rate_of() { sed -n "/^    rates: {/,/^    }/s/^        \"$1\": \(.*\),\$/\1/p"; }
copies_are_gone() { [ -z "$(copies)" ]; }
# first_title LANGUAGE: what the window is called at a start without a file.
first_title() {
    printf '%s - Planpath 规划轨迹' \
        "$(sed -n "0,/^ *name: (/d; s/^ *$1: \"\(.*\)\",\$/\1/p" "$scenarios/mid-term-2013.ron" | head -n 1)"
}

# --- Screen and program ----------------------------------------------------------------------------------------------

start_screen() {
    local end
    # -noreset: by default the server starts anew whenever its last client leaves, and every call of xdotool is a
    # client. The program could not connect at such a moment.
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -dpi 96 -noreset -nolisten tcp \
        3>"$work/display" >"$work/server" 2>&1 &
    server=$!
    end=$((SECONDS + SERVER_LIMIT))
    until server_is_up; do
        kill -0 "$server" 2>/dev/null || fail "Xvfb has ended: $(cat -- "$work/server")"
        [ "$SECONDS" -lt "$end" ] || fail "Xvfb is not up within $SERVER_LIMIT s"
        sleep 0.1
    done
    export DISPLAY=:$display
}

# start_program TITLE [FILE]: starts it and waits until its window is called TITLE and painted; the keyboard is its own
# then, the pointer over nothing.
start_program() {
    local expected=$1
    shift
    # Of the user's own session only the choice of graphics drivers gets through. No message bus and no programs on the
    # path: the system's file dialog must not appear, so that the path is typed into Planpath's own prompt.
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET -u XAUTHORITY -u DBUS_SESSION_BUS_ADDRESS -u WINIT_X11_SCALE_FACTOR \
        -u LANGUAGE -u LC_ALL -u LC_MESSAGES LANG=en_US.UTF-8 PATH="$work/empty" HOME="$work/home" \
        XDG_RUNTIME_DIR="$work/runtime" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data" \
        XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache" \
        "$planpath" "$@" >"$work/output" 2>&1 &
    program=$!
    wait_for "$WINDOW_LIMIT" 'no window' window_is_there
    wait_for "$LIMIT" "the window is not called \"$expected\"" title_is "$expected"
    wait_for "$LIMIT" 'the window stays blank' is_painted
    # Without a window manager nobody else gives it the keyboard.
    x windowfocus --sync "$window"
    x mousemove "$NOTHING_X" "$NOTHING_Y"
}

# Leaves by Ctrl+Q, with nothing unsaved, and sees that the program ends well.
leave() {
    local end=$((SECONDS + LIMIT)) code=0
    x key ctrl+q
    until program_has_ended; do
        [ "$SECONDS" -lt "$end" ] || fail "the program is still there after $LIMIT s"
        sleep 0.1
    done
    wait "$program" || code=$?
    program='' window=''
    [ "$code" -eq 0 ] || fail "the program ended with exit code $code"
    ! grep -qi 'panicked' "$work/output" || fail 'the program panicked'
}
