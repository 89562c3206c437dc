#!/usr/bin/env bash
# Killed at any moment, the program loses at most the last five seconds of work. In every round the window is edited
# without a pause and killed (kill -9) at a random moment; then the files on disk must tell nearly all that was done,
# also where it was still being typed. kills.sh has many rounds at once.
# After the last round what was lost is taken up in the window, saved, and nothing is left to recover.
#
#   tests/window/killed.sh PLANPATH_BINARY [ROUNDS [SCREENSHOT_DIRECTORY]]
#
# PLANPATH_SEED repeats the moments of an earlier run, as far as the computer's own pace allows.

set -euo pipefail

test_name='killed at any moment'
# shellcheck source-path=SCRIPTDIR source=screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

rounds=${2:-6}
if [ $# -lt 1 ] || [ $# -gt 3 ] || ! [[ "$rounds" =~ ^[1-9][0-9]{0,2}$ ]]; then
    die "usage: $0 PLANPATH_BINARY [ROUNDS [SCREENSHOT_DIRECTORY]]"
fi
prepare "$1" ${3+"$3"}

seed=${PLANPATH_SEED:-$((EPOCHSECONDS % 32768))}
RANDOM=$seed

# --- What is promised, and what is done ------------------------------------------------------------------------------
# Times are in microseconds.

# The most that may be lost.
PROMISE=5000000
# After the first edit the program lives this long at least, and up to so much longer. In the last round it must have
# kept something, by the promise itself.
LEAST_LIFE=800000 LEAST_LAST_LIFE=6000000 MORE_LIFE=9000000
# Between two edits.
LEAST_PAUSE=80000 MORE_PAUSE=420000

# An arrow key moves the slider of value added by a hundredth; it leads from -5 to 20 % a year.
LOW=-5 HIGH=20
# A drag goes from 0 % to the right in so many moves of so many pixels, and is then held.
DRAG_MOVES=12 DRAG_PIXELS=8
# A figure is typed digit by digit, 5.1, 5.11 and so on: as many as a number can have.
TYPED_DIGITS=14
# From the middle of a slider down to the lever's note, once its years are open.
TO_NOTE=255 NOTE_X=150

now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }
in_seconds() { awk -v time="$1" 'BEGIN { printf "%.2f", time / 1000000 }'; }
# Draws a number from 0 up to below the argument into drawn. Not by $(…): in there, numbers do not follow from the seed.
draw() { drawn=$(((RANDOM * 32768 + RANDOM) % $1)); }
pause() {
    draw "$MORE_PAUSE"
    sleep "$(in_seconds $((LEAST_PAUSE + drawn)))"
}
is_alive() { [ ! -e "$work/killed" ]; }

# --- Edits -----------------------------------------------------------------------------------------------------------
# Edits are numbered from 1; 0 is the file as it was. edited[N] is the time just before edit N was given, so that no
# delay on the way counts in favour of the program. saved lists the edits after which a save was asked for, saved_at when.

note_edit() { edits=$((edits + 1)) edited[edits]=$(now); }

edit_by_keys() {
    note_edit
    x key Right
}
# Into a field that is never left.
edit_by_typing() {
    if [ "$edits" -ge "$TYPED_DIGITS" ]; then
        return
    fi
    note_edit
    if [ "$edits" -eq 1 ]; then
        x type --delay 0 5.1
    else
        x key 1
    fi
}
edit_note() {
    note_edit
    x key x
}
edit() {
    case $kind in
    drag) edit_by_drag ;;
    typed) edit_by_typing ;;
    note*) edit_note ;;
    *) edit_by_keys ;;
    esac
}

save() {
    # Asked for only when the edits before it have arrived: the program takes keys of one and the same picture together.
    until is_kept "$edits"; do
        is_alive || return 0
        sleep 0.1
    done
    saved+=("$edits") saved_at+=("$(now)")
    x key ctrl+s
}
# Whether the recovery copy has come as far as this edit.
is_kept() {
    local copy
    copy=$(copies)
    [ -n "$copy" ] || return 1
    # It may be gone by now, or replaced by the next one.
    scenario_in "$copy" >"$work/kept.ron" 2>/dev/null || return 1
    [ -s "$work/kept.ron" ] && grep -q '^)$' "$work/kept.ron" && [ "$(number_in "$work/kept.ron")" = "$1" ]
}

# The pointer's place for edit N of a drag, and the other way round for a rate.
drag_x() { printf '%d' $(($(slider_x 0 "$LOW" "$HIGH") + $1 * DRAG_PIXELS)); }
edit_by_drag() {
    if [ "$edits" -ge "$DRAG_MOVES" ]; then
        return
    fi
    local to
    to=$(drag_x $((edits + 1)))
    note_edit
    x mousemove "$to" "$FIRST_SLIDER"
}

# Which edit led to this rate.
number_of() {
    case $kind in
    drag) awk -v rate="$1" -v width=$((SLIDER_RIGHT - SLIDER_LEFT)) -v range=$((HIGH - LOW)) -v by="$DRAG_PIXELS" \
        'BEGIN { printf "%d", rate / (by * range / width) + 0.5 }' ;;
    # Its decimals; of 5 and a point, none.
    typed) local decimals=${1#*.} && printf '%d' "$([ "$decimals" = 0 ] && printf 0 || printf '%s' "${#decimals}")" ;;
    *) awk -v rate="$1" 'BEGIN { printf "%d", rate * 100 + 0.5 }' ;;
    esac
}

# number_in FILE: the last edit in a scenario file.
number_in() {
    local rate note
    if [[ "$kind" = note* ]]; then
        # A note of nothing but the typed letters, in one language or in both.
        note=$(sed -n '/^    notes: {/,/^    }/p' "$1" | sed -n 's/^ *\("value-added"\|en\): "\(x*\)",$/\2/p' | head -n 1)
        printf '%d' "${#note}"
        return
    fi
    rate=$(rate_of value-added <"$1")
    [[ "$rate" =~ ^Constant\((-?[0-9.]+)\)$ ]] || fail "$1 has no constant rate of value added, but: $rate"
    number_of "${BASH_REMATCH[1]}"
}

# --- A round ---------------------------------------------------------------------------------------------------------

# The kinds take turns, counted from the end, so that the last round is always one of keys alone.
kind_of() {
    local kinds=(keys saves drag note typed note-saves)
    printf '%s' "${kinds[$(((rounds - $1) % ${#kinds[@]}))]}"
}

# Into a field over the value of value added, which looks different then. Without it, keys would go to whatever had the
# keyboard.
enter_field() {
    x mousemove "$VALUE_X" $((FIRST_SLIDER - VALUE_ABOVE))
    settle
    click_to_change "$(value_area "$FIRST_SLIDER")"
}

start_round() {
    rm -rf -- "$state" "$work/killed"
    sed 's/"value-added": Constant(11.0)/"value-added": Constant(0.0)/' "$scenarios/growth-first.ron" >"$file"
    cp -- "$file" "$work/before.ron"
    [ "$(rate_of value-added <"$file")" = 'Constant(0.0)' ] || fail 'the example no longer starts from 11 % a year'
    start_program 'scenario.ron - Planpath 规划轨迹' "$file"
    settle
    bright=$(brightness)
    edits=0 edited=() saved=() saved_at=()
    case $kind in
    drag)
        x mousemove "$(drag_x 0)" "$FIRST_SLIDER"
        settle
        x mousedown 1
        ;;
    typed)
        # A click selects what is in the field.
        enter_field
        ;;
    note*)
        x mousemove "$YEARS_X" "$FIRST_SLIDER"
        settle
        click_to_change "$LEVERS"
        x mousemove "$NOTE_X" $((FIRST_SLIDER + TO_NOTE))
        x click 1
        settle
        # What is there gives way to what is typed.
        x key ctrl+a
        settle
        ;;
    *)
        # A press on the thumb moves nothing, and gives the slider the keyboard.
        x mousemove "$(slider_x 0 "$LOW" "$HIGH")" "$FIRST_SLIDER"
        settle
        click_to_change "$LEVERS"
        x mousemove "$NOTHING_X" "$NOTHING_Y"
        ;;
    esac
    # On a busy computer the keyboard may be elsewhere yet: nothing is counted before something arrives.
    if [ "$kind" != drag ]; then
        edit
        wait_for "$LIMIT" 'the first edit does not arrive' is_kept 1
    fi
}

# Kills the program after so many microseconds, and notes when it was gone.
kill_after() {
    sleep "$(in_seconds "$1")"
    kill -KILL "$program"
    now >"$work/killed.new"
    mv -- "$work/killed.new" "$work/killed"
}

edit_until_killed() {
    local killer life=$LEAST_LIFE
    [ "$round" -lt "$rounds" ] || life=$LEAST_LAST_LIFE
    draw "$MORE_LIFE"
    life=$((life + drawn))
    # Otherwise the shell would report every killed program.
    disown "$program"
    kill_after "$life" &
    killer=$!
    while is_alive; do
        edit
        draw 6
        if [[ "$kind" = *saves ]] && [ "$drawn" -eq 0 ]; then
            save
        fi
        pause
    done
    wait "$killer"
    # Its lock on the recovery copies goes with it.
    while kill -0 "$program" 2>/dev/null; do
        sleep 0.05
    done
    program='' window=''
    x mouseup 1
    killed=$(<"$work/killed")
    # What was given to a dead program is not lost.
    while [ "$edits" -gt 0 ] && [ "${edited[edits]}" -ge "$killed" ]; do
        edits=$((edits - 1))
    done
}

details() {
    local n
    for ((n = 1; n <= edits; n++)); do
        printf 'edit %d, %s s before the end\n' "$n" "$(in_seconds $((killed - edited[n])))"
    done
    for n in "${!saved[@]}"; do
        printf 'save after edit %d, %s s before the end\n' "${saved[n]}" "$(in_seconds $((killed - saved_at[n])))"
    done
    printf 'in the file: edit %s\n' "$in_file"
    printf 'in the recovery copy: %s\n' "$in_copy"
}

# What is on disk is whole, and is what it may be.
look_at_files() {
    local copy n is_known=no
    "$planpath" check "$file" >"$work/check" 2>&1 || fail "the scenario file is damaged: $(cat -- "$work/check")"
    in_file=$(number_in "$file")
    in_copy=none
    [ "$(copies | wc -l)" -le 1 ] || fail "there are several copies of one scenario: $(copies)"
    copy=$(copies)
    if [ -n "$copy" ]; then
        [ "$(head -n 1 "$copy")$(tail -n 1 "$copy")" = '()' ] || fail "the recovery copy is not whole: $(cat -- "$copy")"
        scenario_in "$copy" >"$work/recovered.ron"
        "$planpath" check "$work/recovered.ron" >"$work/check" 2>&1 \
            || fail "the recovery copy is damaged: $(cat -- "$work/check")"
        in_copy=$(number_in "$work/recovered.ron")
    fi
    for n in "${!saved[@]}"; do
        # Edits that share a picture with a save are taken before it, though they were made after.
        [ "$in_file" -lt "${saved[n]}" ] || is_known=yes
        [ "$in_file" -ge "${saved[n]}" ] || [ $((killed - saved_at[n])) -lt "$PROMISE" ] \
            || fail "a save is not in the file: $(details)"
    done
    left=$(find "$work" -maxdepth 1 -name '.planpath-*.tmp' | wc -l)
    [ "$left" -le 1 ] || fail "saves have left $left temporary files, and each clears away those before it"
    if [ "$in_file" -eq 0 ]; then
        cmp -s -- "$work/before.ron" "$file" || fail 'the file was written without a save'
    else
        [ "$is_known" = yes ] || fail "the file is neither the old nor a saved one: $(details)"
    fi
}

judge() {
    found=$in_file
    [ "$in_copy" = none ] || [ "$in_copy" -le "$found" ] || found=$in_copy
    [ "$found" -le "$edits" ] || fail "edit $found was never made: $(details)"
    lost=0
    [ "$found" -eq "$edits" ] || lost=$((killed - edited[found + 1]))
    [ "$lost" -le "$most_lost" ] || most_lost=$lost
    printf '%5d  %-10s  %11s  %9d  %11s  %10d  %10d  %12s\n' "$round" "$kind" \
        "$(in_seconds $((killed - edited[1])))" "$edits" "$(in_seconds $((killed - edited[edits])))" \
        "$in_file" "$found" "$(in_seconds "$lost")"
    [ "$lost" -le "$PROMISE" ] || fail "round $round lost $(in_seconds "$lost") s of work: $(details)"
}

# --- The test --------------------------------------------------------------------------------------------------------

begin 'starting a virtual screen'
start_screen
file=$work/scenario.ron
most_lost=0

begin "editing and killing, with seed $seed"
printf '%5s  %-10s  %11s  %9s  %11s  %10s  %10s  %12s\n' \
    round kind 'killed at s' 'last edit' 's ago' 'in file' 'edit found' 'seconds lost'
for ((round = 1; round <= rounds; round++)); do
    kind=$(kind_of "$round")
    start_round
    edit_until_killed
    [ "$edits" -gt 0 ] || fail 'nothing was edited'
    look_at_files
    judge
done
[ "$in_copy" != none ] || fail 'the last round left nothing to take up'

begin 'starting the program again'
start_program "$(first_title en)"
wait_for "$LIMIT" 'what was lost is not offered' is_dimmed
settle
shoot 01-offered

begin 'taking up what was lost'
# The first button of the dialog, which opens it, has the keyboard.
x key Return
wait_for "$LIMIT" 'what was lost does not open' title_is '• scenario.ron - Planpath 规划轨迹'
settle
shoot 03-taken-up
cmp -s -- "$work/before.ron" "$file" || fail 'the file was changed before it was saved'

begin 'saving it (Ctrl+S)'
x key ctrl+s
wait_for "$LIMIT" 'it is not saved' title_is 'scenario.ron - Planpath 规划轨迹'
settle
shoot 04-saved
[ "$(number_in "$file")" = "$found" ] || fail "edit $found is not in the file, but: $(rate_of value-added <"$file")"
cmp -- "$work/recovered.ron" "$file" || fail 'the saved file is another one than the recovery copy'

begin 'leaving (Ctrl+Q)'
leave
left=$(find "$state/recovery" -mindepth 1)
[ -z "$left" ] || fail "something is left to recover, though all is saved: $left"

printf '%6.1f s  done: %d rounds, %s s lost at most; screenshots: %s\n' \
    "$(since_start)" "$rounds" "$(in_seconds "$most_lost")" "$shots"
