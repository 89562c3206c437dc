#!/usr/bin/env bash
# Saving and leaving with real windows, real files and a slow disk: nothing is replaced unasked, only the user answers
# questions, and Enter does what loses nothing.
#
#   tests/window/leaving.sh PLANPATH_BINARY [SCREENSHOT_DIRECTORY]
#
# The disk is slowed down by tests/window/recovery/disk.c, which needs a C compiler called cc; the window is closed by its frame by
# close.py, which needs python3.

set -euo pipefail

test_name='saving and leaving'
# shellcheck source-path=SCRIPTDIR source=screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    die "usage: $0 PLANPATH_BINARY [SCREENSHOT_DIRECTORY]"
fi
prepare "$1" ${2+"$2"}

# How long the slow disk takes for each flush, in milliseconds; and the most that a recovery copy may be late, in seconds.
SLOW=12000 PROMISE=5
# From the middle of a slider down to the lever's note, once its years are open.
TO_NOTE=255 NOTE_X=150
# Where notices stand, at the bottom of the window.
NOTICES=1280x120+0+680
# Where questions are asked, in the middle of the window.
QUESTION=480x160+400+320
OWN_TITLE='scenario.ron - Planpath 规划轨迹'

# --- What is done and looked at --------------------------------------------------------------------------------------

rate_in_file() { rate_of value-added <"$file"; }
rate_in_copy() {
    local copy
    copy=$(copies | head -n 1)
    [ -z "$copy" ] || scenario_in "$copy" | rate_of value-added
}
file_has() { [ "$(rate_in_file)" = "$1" ]; }
copy_has() { [ "$(rate_in_copy)" = "$1" ]; }
copy_says() { local copy; copy=$(copies | head -n 1) && [ -n "$copy" ] && grep -q -- "$1" "$copy"; }
is_bright() { ! is_dimmed; }
is_alive() { kill -0 "$program" 2>/dev/null; }

# A file without comments, so that saving it asks nothing by itself.
fresh_file() {
    rm -rf -- "$state"
    sed 's/"value-added": Constant(11.0)/"value-added": Constant(5.0)/' "$scenarios/growth-first.ron" >"$file"
    [ "$(rate_in_file)" = 'Constant(5.0)' ] || fail 'the example no longer starts from 11 % a year'
}

open_it() {
    start_program "$OWN_TITLE" "$file"
    settle
    bright=$(brightness)
}

# The window of a start without a file.
start_without_file() {
    start_program "$(first_title en)"
}

# Into a field over the value of value added, without leaving it.
type_rate() {
    x mousemove "$VALUE_X" $((FIRST_SLIDER - VALUE_ABOVE))
    settle
    x click 1
    settle
    x type --delay 0 "$1"
}
set_rate() {
    type_rate "$1"
    x key Return
    wait_for "$LIMIT" "$1 is not taken" copy_has "Constant($1)"
}

# Gives the window up, whatever it asks.
give_up() {
    kill -KILL "$program"
    wait "$program" 2>/dev/null || true
    program='' window=''
    wait_for "$LIMIT" 'a window stays on the screen' no_window
}
# On a busy computer, a window outlives its program for a moment, and would be taken for that of the next one.
no_window() { ! timeout 10 xdotool search --onlyvisible --name Planpath >/dev/null 2>&1; }

# The first of two windows.
give_up_first() {
    kill -KILL "$1"
    while kill -0 "$1" 2>/dev/null; do
        sleep 0.1
    done
    wait_for "$LIMIT" 'a window stays on the screen' no_window
}

# Another program's file in the place of ours, in the way of those that save carefully.
others_write() {
    sed 's/"value-added": Constant([0-9.]*)/"value-added": Constant(1.5)/' "$file" >"$work/theirs.ron"
    rm -f -- "$file"
    cp -- "$work/theirs.ron" "$file"
}

# A key that must leave the file as it is, and the window open. Where it leads to another name to save under, that is given
# up.
leaves() {
    local asked
    settle
    shoot "$2"
    asked=$(look '%#' "$QUESTION")
    x key "$1"
    wait_for "$LIMIT" 'the question stays' looks_different "$QUESTION" "$asked"
    settle
    if is_dimmed; then
        x key Escape
    fi
    wait_for "$LIMIT" 'the question stays' is_bright
    is_alive || fail "$1 closed the window"
    cmp -s -- "$3" "$file" || fail "$1 replaced the file: $(rate_in_file)"
}
enter_leaves() { leaves Return "$@"; }
# Where Enter saves, which loses nothing either, Escape is the way back.
escape_leaves() { leaves Escape "$@"; }

# --- Scenes ----------------------------------------------------------------------------------------------------------

a_newer_edit() {
    begin 'a newer edit while a slow disk saves: the finished save answers nothing'
    fresh_file
    export LD_PRELOAD=$work/disk.so DISK_SLOW_MS=$SLOW
    open_it
    type_rate 6.5
    x key Return
    x key ctrl+s
    settle
    file_has 'Constant(5.0)' || fail 'the disk is not slow'
    type_rate 7.5
    x key Return
    settle
    x key ctrl+q
    wait_for "$LIMIT" 'it does not ask' is_dimmed
    wait_for "$LIMIT" 'the first edit is not saved' file_has 'Constant(6.5)'
    sleep 1
    is_alive && is_dimmed || fail 'the finished save has answered the question'
    # A copy is flushed as well.
    wait_for $((PROMISE + 2 * SLOW / 1000)) 'the newer edit is in no copy' copy_has 'Constant(7.5)'
    cp -- "$file" "$work/saved.ron"
    escape_leaves 01-newer-edit "$work/saved.ron"
    unset LD_PRELOAD DISK_SLOW_MS
    give_up
}

a_second_document() {
    begin 'a second unsaved document while a slow disk saves the first: it is neither written nor lost'
    fresh_file
    export LD_PRELOAD=$work/disk.so DISK_SLOW_MS=$SLOW
    open_it
    type_rate 6.5
    x key Return
    x key ctrl+s
    x key ctrl+d
    settle
    file_has 'Constant(5.0)' || fail 'the disk is not slow'
    x key ctrl+q
    wait_for "$LIMIT" 'it does not ask' is_dimmed
    wait_for "$LIMIT" 'the first one is not saved' file_has 'Constant(6.5)'
    sleep 1
    is_alive && is_dimmed || fail 'the program has quit without an answer'
    cp -- "$file" "$work/saved.ron"
    escape_leaves 02-second-document "$work/saved.ron"
    [ "$(find "$work" -maxdepth 1 -name 'scenario*.ron' | wc -l)" -eq 1 ] || fail 'the second document was written'
    unset LD_PRELOAD DISK_SLOW_MS
    give_up
}

written_anew() {
    begin 'a file deleted and written anew by another program is not replaced'
    fresh_file
    open_it
    set_rate 6.5
    others_write
    settle
    # The program may have noticed already, and asked.
    is_dimmed || x key ctrl+s
    wait_for "$LIMIT" 'it does not ask' is_dimmed
    enter_leaves 03-written-anew "$work/theirs.ron"
    x key ctrl+s
    wait_for "$LIMIT" 'it does not ask again' is_dimmed
    enter_leaves 04-asked-again "$work/theirs.ron"
    give_up
}

typed_and_closed() {
    begin 'a note being typed is in the copy, and the window closed by its frame asks'
    fresh_file
    open_it
    x mousemove "$YEARS_X" "$FIRST_SLIDER"
    settle
    click_to_change "$LEVERS"
    x mousemove "$NOTE_X" $((FIRST_SLIDER + TO_NOTE))
    x click 1
    settle
    x type --delay 20 'typed and not left'
    wait_for "$PROMISE" 'it is in no copy' copy_says 'typed and not left'
    cp -- "$file" "$work/before.ron"
    timeout 10 python3 "$project/tests/window/close.py" "$window" || fail 'the window cannot be asked to close'
    wait_for "$LIMIT" 'the window does not ask' is_dimmed
    escape_leaves 05-closed-by-its-frame "$work/before.ron"
    copy_says 'typed and not left' || fail 'the note is gone'
    give_up
}

typed_and_saved() {
    begin 'a figure typed and saved at once is in the file'
    fresh_file
    open_it
    type_rate 6.25
    x key ctrl+s
    wait_for "$LIMIT" 'the figure is not in the file' file_has 'Constant(6.25)'
    wait_for "$LIMIT" 'it is still unsaved' title_is "$OWN_TITLE"
    leave
}

an_old_copy() {
    begin 'a copy older than the file is offered, and saving it asks'
    fresh_file
    open_it
    set_rate 6.5
    give_up
    sleep 1
    others_write
    start_without_file
    wait_for "$LIMIT" 'it is not offered' is_dimmed
    settle
    shoot 06-old-copy
    x key Return
    wait_for "$LIMIT" 'it does not open' title_is "• $OWN_TITLE"
    settle
    bright=$(brightness)
    x key ctrl+s
    wait_for "$LIMIT" 'saving it does not ask' is_dimmed
    enter_leaves 07-saving-it-asks "$work/theirs.ron"
    give_up
}

two_windows() {
    begin 'the second window on a file is told when it opens it'
    local first looked
    fresh_file
    open_it
    looked=$(look '%#' "$NOTICES")
    first=$program
    disown "$first"
    program='' window=''
    start_program "$OWN_TITLE" "$file"
    wait_for "$LIMIT" 'nothing is said' looks_different "$NOTICES" "$looked"
    settle
    shoot 08-second-window
    set_rate 6.5
    x key ctrl+s
    wait_for "$LIMIT" 'the second window cannot save' file_has 'Constant(6.5)'
    leave
    give_up_first "$first"
}

in_the_way() {
    begin 'a pipe as preferences and one among the copies stop no start and hide no offer'
    fresh_file
    open_it
    set_rate 6.5
    give_up
    rm -f -- "$config/preferences.ron"
    mkdir -p -- "$config" "$state/recovery/1-abcdefgh"
    mkfifo "$config/preferences.ron" "$state/recovery/1-abcdefgh/1.ron"
    start_without_file
    wait_for "$LIMIT" 'nothing is offered' is_dimmed
    settle
    shoot 09-pipes
    give_up
    rm -rf -- "$config" "$state"
}

a_name_with_nul() {
    begin 'a name with a NUL character can be duplicated, and what a crash leaves of it opened'
    fresh_file
    sed -i 's/en: "Growth first"/en: "nul\\u{0}name"/' "$file"
    grep -qF 'nul\u{0}name' "$file" || fail 'the example is no longer called Growth first'
    open_it
    set_rate 6.5
    x key ctrl+d
    wait_for "$LIMIT" 'there is no duplicate' has_copies 2
    settle
    is_alive || fail 'the duplicate ended the program'
    give_up
    start_without_file
    wait_for "$LIMIT" 'nothing is offered' is_dimmed
    x key Return
    settle
    x key Return
    wait_for "$LIMIT" 'what was offered does not open' is_bright
    settle
    shoot 10-name-with-nul
    is_alive || fail 'opening it ended the program'
    [ "$(title)" != "$OWN_TITLE" ] || fail "the window is called $(title)"
    give_up
}
has_copies() { [ "$(copies | wc -l)" -eq "$1" ]; }

many_recent_files() {
    begin 'six hundred thousand recent files keep no window from opening'
    fresh_file
    mkdir -p -- "$config"
    awk 'BEGIN { printf "(format: 1, recent: ["; for (n = 0; n < 600000; n++) printf "\"/%d\",", n; print "])" }' >"$config/preferences.ron"
    local from=$SECONDS
    open_it
    # Where each was compared with all others, it took minutes.
    [ $((SECONDS - from)) -lt 60 ] || fail "it took $((SECONDS - from)) s"
    leave
    rm -rf -- "$config"
}

a_removed_lock() {
    begin 'a lock removed under a running window lets no other start offer its copy'
    fresh_file
    open_it
    set_rate 6.5
    local first=$program
    disown "$first"
    program='' window=''
    find "$state/recovery" -name '*.lock' -delete
    start_without_file
    settle
    is_bright || fail 'the copy of a living window is offered'
    shoot 11-removed-lock
    copy_has 'Constant(6.5)' || fail 'the copy is gone'
    # By itself: that of the first one is still there.
    kill -KILL "$program"
    wait "$program" 2>/dev/null || true
    program='' window=''
    give_up_first "$first"
    start_without_file
    wait_for "$LIMIT" 'the copy of a dead window is not offered' is_dimmed
    give_up
}

# --- The test --------------------------------------------------------------------------------------------------------

command -v cc >/dev/null || die 'cc is missing, which makes the slow disk'
cc -shared -fPIC -O1 -Wall -o "$work/disk.so" "$project/tests/window/recovery/disk.c" -ldl
file=$work/scenario.ron
begin 'starting a virtual screen'
start_screen
for scene in a_newer_edit a_second_document written_anew typed_and_closed typed_and_saved an_old_copy two_windows in_the_way \
    a_name_with_nul many_recent_files a_removed_lock; do
    if [ -z "${PLANPATH_SCENE:-}" ] || [ "$PLANPATH_SCENE" = "$scene" ]; then
        "$scene"
    fi
done
printf '%6.1f s  done; screenshots: %s\n' "$(since_start)" "$shots"
